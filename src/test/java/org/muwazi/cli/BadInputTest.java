package org.muwazi.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people really give to a program: each with its message and exit code, nothing half done. */
class BadInputTest {

    private static final Path STORY = Path.of("eval/stories/01-desalination-plant");

    /** Enough to tell language and charset, and quickly checked. */
    private static final int LINES = 4;

    @TempDir static Path versions;

    private static Path english;
    private static Path french;
    private static Path arabic;

    @TempDir Path folder;

    @BeforeAll
    static void shorten() throws IOException {
        english = shortened("en.txt");
        french = shortened("fr.txt");
        arabic = shortened("ar.txt");
    }

    private static Path shortened(String name) throws IOException {
        try (Stream<String> lines = Files.lines(STORY.resolve(name))) {
            return Files.write(versions.resolve(name), lines.limit(LINES).toList());
        }
    }

    private Path report;

    @BeforeEach
    void nameReport() {
        report = folder.resolve("report");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Run check(Object... arguments) {
        return Run.tiny(withOutput(arguments));
    }

    private Object[] withOutput(Object... arguments) {
        return Stream.concat(Stream.of("check", "-o", report), Stream.of(arguments)).toArray();
    }

    private void checkFails(int code, Object version, String... parts) {
        check(english, version).failsWith(code, parts);
        assertThat(report).doesNotExist();
    }

    // ---- files

    @Test
    void missingFileIsNamed() {
        checkFails(3, folder.resolve("none.txt"), "none.txt", "no such file");
    }

    @Test
    void directoryIsNoVersion() {
        checkFails(3, folder, folder.toString(), "is a directory; name a file");
    }

    @Test
    void unreadableFileIsNamed() throws IOException {
        Path closed = file("closed.txt", "text");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "the superuser reads everything");
        checkFails(3, closed, "closed.txt", "may not be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", " \t\r\n \u00A0\n", "\uFEFF", "<html><body></body></html>"})
    void pageWithoutTextIsRefused(String content) throws IOException {
        checkFails(3, file("empty.txt", content), "empty.txt", "holds no text");
    }

    @Test
    void statedLanguageDoesNotMakeTextOfNothing() throws IOException {
        Path empty = file("empty.txt", "\n");
        Run.tiny("check", english, empty, "--lang", empty + "=fr").failsWith(3, "holds no text");
    }

    @Test
    void pdfIsRefusedByName() throws IOException {
        checkFails(3, file("story.txt", "%PDF-1.7\n..."), "story.txt", "is a PDF file");
    }

    @Test
    void gzipThatEndsEarlyIsRefused() throws IOException {
        byte[] packed = gzip(Files.readAllBytes(french));
        byte[] half = java.util.Arrays.copyOf(packed, packed.length / 2);
        checkFails(3, file("fr.txt.gz", half), "fr.txt.gz", "ends early");
    }

    @Test
    void gzipIsUnpacked() throws IOException {
        Path packed = file("fr.txt.gz", gzip(Files.readAllBytes(french)));
        assertThat(check(english, packed).succeeds().out()).contains("fr (French)");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    // ---- which versions

    @Test
    void oneVersionHasNothingToBeComparedWith() {
        Run.tiny("check", english).failsWith(2, "name two or more", "muwazi check --help");
    }

    @Test
    void noVersionIsAUsageError() {
        Run.tiny("check").failsWith(2, "VERSION");
    }

    @Test
    void oneFileTwiceIsAUsageErrorByWhateverName() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), english.toAbsolutePath());
        check(english, english).failsWith(2, "is given twice");
        check(english, french, link).failsWith(2, "is given twice");
        Run.withInput("x", "check", "-", "-").failsWith(2, "is given twice");
    }

    @Test
    void twoFilesOfOneNameGetDifferentIds() throws IOException {
        Path other = Files.createDirectory(folder.resolve("fr")).resolve("en.txt");
        Files.copy(french, other);
        assertThat(check(english, other).succeeds().out())
                .contains("en (English): ", "en-2 (French): ", "en and en-2: ");
    }

    @Test
    void fourVersionsAreChecked() throws IOException {
        Path second = shortened("fr-garbled.txt");
        Run run = check(english, french, arabic, second).succeeds();
        assertThat(run.out())
                .contains("en (English): ", "fr (French): ", "ar (Arabic): ")
                .contains("fr-garbled (French): ", "ar and fr-garbled: ");
    }

    @Test
    void twoVersionsInOneLanguageAreChecked() throws IOException {
        Run run = check(french, shortened("fr-garbled.txt")).succeeds();
        assertThat(run.out()).contains("fr (French): ", "fr-garbled (French): ");
    }

    @Test
    void versionThatCannotBeReadIsListedAndLeftOut() {
        Path none = folder.resolve("none.txt");
        Run run = check(english, none, french);
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err())
                .contains(none + ": no such file\n")
                .contains("went on without " + none + "\n");
        assertThat(run.out()).contains("en (English): ", "fr (French): ");
        assertThat(report.resolve("report.html")).exists();
    }

    @Test
    void withoutItsOriginalNothingIsChecked() {
        Path none = folder.resolve("none.txt");
        Run run = check(english, none, french, "--original", none);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("is the original and could not be read");
        assertThat(run.out()).isEmpty();
        assertThat(report).doesNotExist();
    }

    @Test
    void originalMustBeAmongTheVersions() {
        check(english, french, "--original", arabic).failsWith(2, "none of the versions");
    }

    // ---- bytes

    @Test
    void invalidUtf8InALineFileIsPlaced() throws IOException {
        byte[] bytes = "one\ntwo \u00E9\n".getBytes(UTF_8);
        bytes[bytes.length - 2] = '(';
        Path broken = file("broken.txt", bytes);
        Run.tiny("embed", broken, "-o", folder.resolve("v.npy"))
                .failsWith(3, "broken.txt:2: byte 0xC3 at offset 8 is not UTF-8");
        Run.tiny("align", "--lines", "--from", "en", "--to", "fr", broken, french)
                .failsWith(3, "broken.txt:2:");
        assertThat(folder.resolve("v.npy")).doesNotExist();
    }

    @Test
    void utf16IsReadInADocumentAndRefusedInALineFile() throws IOException {
        Path wide = file("wide.txt", ("\uFEFF" + Files.readString(french)).getBytes(UTF_16LE));
        assertThat(check(english, wide).succeeds().out()).contains("wide (French): ");
        Run.tiny("embed", wide, "-o", folder.resolve("v.npy"))
                .failsWith(3, "wide.txt:1: is UTF-16");
    }

    @Test
    void windowsArabicIsReadInADocument() throws IOException {
        byte[] old = Files.readString(arabic).getBytes(Charset.forName("windows-1256"));
        assertThat(check(english, file("old.txt", old)).succeeds().out())
                .contains("old (Arabic): ");
    }

    @Test
    void nulIsAWarning() throws IOException {
        Path nul = file("nul.txt", Files.readString(french).replaceFirst(" ", " \u0000"));
        assertThat(check(english, nul).succeeds().err()).contains("nul.txt: holds 1 NUL");
    }

    @Test
    void carriageReturnsAsLineEndsAreAWarning() throws IOException {
        Path old = file("old.txt", Files.readString(french).replace("\n", "\r"));
        assertThat(check(english, old).succeeds().err()).contains("carriage returns");
    }

    @Test
    void lineEndsOtherThanLineFeedStayInTheirLine() {
        String source = "One\u2028two\rthree\u0085four\u000Bfive\u000Csix.";
        Run run =
                Run.withInput(
                        source + "\tUn deux trois.\r\nSeven eight.\tSept huit.",
                        Run.withTiny("score", "-", "--from", "en", "--to", "fr"));
        String[] lines = run.succeeds().out().split("\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith(source + "\tUn deux trois.\t");
        assertThat(lines[1]).startsWith("Seven eight.\tSept huit.\t");
        assertThat(lines[2]).isEmpty();
    }

    // ---- sizes

    @Test
    void megabyteLineIsEncoded() throws IOException {
        Path large = file("large.txt", "word ".repeat(210_000));
        Path vectors = folder.resolve("v.npy");
        Run.tiny("embed", large, "-o", vectors).succeeds();
        assertThat(vectors).exists();
    }

    @Test
    void aFileOfEqualLinesIsAlignedWithItselfHoweverLong() throws IOException {
        Path many = file("many.txt", "A sentence of a long list.\n".repeat(20_000));
        Run run = Run.tiny("align", "--lines", "--from", "en", "--to", "en", many, many);
        run.succeeds();
        assertThat(run.out().lines().skip(1).filter(line -> line.split("\t", -1)[3].isEmpty()))
                .isEmpty();
        assertThat(run.out().lines().count()).isEqualTo(20_001);
    }

    @Test
    void tooLongDocumentsAreRefusedByTheLimitOfACheck() throws IOException {
        Path first = file("first.txt", "The minister said so.\n".repeat(20_000));
        Path second = file("second.txt", "Le ministre l'a dit.\n".repeat(20_000));
        checkTooLong(first, second);
    }

    private void checkTooLong(Path first, Path second) {
        check(first, second, "--keep-all").failsWith(3, "over the limit of 64,000,000");
        assertThat(report).doesNotExist();
    }

    // ---- pairs

    @ParameterizedTest
    @ValueSource(strings = {"no tab", "a\tb\tc", ""})
    void wrongNumberOfFieldsIsPlaced(String line) throws IOException {
        Path pairs = file("pairs.tsv", "Good day.\tBonjour.\n" + line + "\n");
        Path scores = folder.resolve("scores.tsv");
        Run.tiny("score", pairs, "--from", "en", "--to", "fr", "-o", scores)
                .failsWith(3, "pairs.tsv:2: expected 2 tab-separated fields (source, target)");
        assertThat(scores).doesNotExist();
        // The first line is done and need not be done again.
        assertThat(folder.resolve("scores.tsv.partial/lines"))
                .content()
                .startsWith("Good day.\tBonjour.\t");
    }

    private void assertOnlyFile(Path file) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void blankLineHasNoVector() throws IOException {
        Path lines = file("lines.txt", "one\n \u00A0\u200F\nthree\n");
        Run.tiny("embed", lines, "-o", folder.resolve("v.npy")).failsWith(3, "lines.txt:2: blank");
        assertOnlyFile(lines);
    }

    // ---- models

    @Test
    void missingModelFolderIsNamed() {
        Run.of("check", english, french, "--model", folder.resolve("none"))
                .failsWith(3, "none: no such model folder");
        Run.of("models", "--models", folder.resolve("none")).failsWith(3, "none: no such folder");
        Run.of("check", english, french, "--models", folder).failsWith(3, folder.toString());
    }

    @Test
    void folderWithoutManifestIsNoModel() {
        Run.of("check", english, french, "--model", folder).failsWith(3, "has no manifest.json");
    }

    @Test
    void truncatedAndAlteredModelsAreRefused() throws IOException {
        Path graph = copyOfTiny().resolve("model.onnx");
        byte[] bytes = Files.readAllBytes(graph);
        bytes[bytes.length / 2] ^= 1;
        Files.write(graph, bytes);
        refusesModel("model.onnx was altered");
        Files.write(graph, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        refusesModel("model.onnx is truncated");
        Files.delete(graph);
        refusesModel("model.onnx is missing");
    }

    private void refusesModel(String message) {
        Path model = folder.resolve("models/tiny");
        Run.of("check", english, french, "--model", model, "-o", report).failsWith(3, message);
        assertThat(report).doesNotExist();
        Run list = Run.of("models", "--models", folder.resolve("models"));
        assertThat(list.code()).isEqualTo(3);
        assertThat(list.out()).contains("BROKEN");
        assertThat(list.err()).contains(message);
    }

    private Path copyOfTiny() throws IOException {
        Path model = Files.createDirectories(folder.resolve("models/tiny"));
        for (String name : new String[] {"manifest.json", "model.onnx", "tokenizer.json"}) {
            Files.copy(Run.TINY.resolve(name), model.resolve(name));
        }
        return model;
    }

    // ---- where the output goes

    @Test
    void fileInTheWayOfTheFolderIsNamed() throws IOException {
        report = file("report", "mine");
        check(english, french).failsWith(3, "report", "cannot be written");
        assertThat(report).hasContent("mine");
        assertOnlyFile(report);
    }

    @Test
    void folderInTheWayOfTheFileIsNamed() throws IOException {
        Path folderInTheWay = Files.createDirectory(folder.resolve("scores.tsv"));
        Run.withInput(
                        "Good day.\tBonjour.\n",
                        Run.withTiny(
                                "score", "-", "--from", "en", "--to", "fr", "-o", folderInTheWay))
                .failsWith(3, "scores.tsv: cannot be written: is a folder");
        assertOnlyFile(folderInTheWay);
    }

    @Test
    void folderThatMayNotBeWrittenIsNamed() throws IOException {
        Files.createDirectory(
                report,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assumeFalse(Files.isWritable(report), "the superuser writes everywhere");
        check(english, french).failsWith(3, "permission denied");
    }

    // ---- options

    @Test
    void unknownLanguageIsAUsageErrorThatListsThem() {
        Run.tiny("score", "-", "--from", "xx", "--to", "fr")
                .failsWith(2, "unknown language \"xx\"", "ar en fr");
        Run.tiny("check", english, french, "--lang", french + "=xx")
                .failsWith(2, "unknown language \"xx\"");
        Run.tiny("check", english, french, "--lang", "fr").failsWith(2, "--lang wants FILE=xx");
        Run.tiny("check", english, french, "--lang", "x.txt=fr").failsWith(2, "x.txt");
    }

    @Test
    void languageThatIsNotScoredIsSaid() {
        Run.tiny("score", "-", "--from", "en", "--to", "de").failsWith(2, "German is not scored");
        Run.tiny("score", "-", "--from", "en", "--to", "en").failsWith(2, "both English");
    }

    @Test
    void languageThatCannotBeToldMustBeStated() throws IOException {
        Path digits = file("digits.txt", "1 2 3\n4 5 6\n");
        check(english, digits).failsWith(3, "digits.txt", "--lang FILE=xx");
        Run.tiny("align", "--lines", digits, english).failsWith(3, "--from xx");
    }

    @Test
    void unknownFormatIsAUsageErrorThatListsThem() {
        Run.tiny("align", english, french, "--format", "doc")
                .failsWith(
                        2, "unknown format \"doc\"", "tsv jsonl tmx xliff moses vecalign hunalign");
        Run.tiny("score", "-", "--from", "en", "--to", "fr", "--format", "tmx")
                .failsWith(2, "unknown format \"tmx\"", "tsv jsonl");
        Run.tiny("check", english, french, "--fail-on", "ok").failsWith(2, "review or garbled");
        Run.tiny("check", english, french, "--on-malformed", "x").failsWith(2, "report or replace");
    }

    @Test
    void unknownCommandAndOptionAreUsageErrors() {
        Run.of("chek").failsWith(2, "chek");
        Run.of("check", "--frobnicate", english, french).failsWith(2, "--frobnicate");
        Run.of("embed").failsWith(2, "FILE");
    }

    @Test
    void standardInputIsOnlyOneSide() {
        Run.tiny("align", "-", "-").failsWith(2, "only one");
    }

    @Test
    void twoFilesCannotGoToStandardOutput() {
        Run.tiny("align", english, french, "--format", "moses").failsWith(2, "-o FILE");
    }

    @Test
    void messageOfOneLineStaysOneLineWhateverTheFileIsCalled() {
        Run.tiny("check", english, "no\nsuch\u001b[31m.txt")
                .failsWith(3, "no\\nsuch\\u001b[31m.txt: no such file");
    }

    @Test
    void debugAddsWhereItHappened() {
        Run run = Run.tiny("check", english, french, "--debug", "--model", folder.resolve("none"));
        assertThat(run.code()).isEqualTo(2);
        Run missing = Run.of("check", english, french, "--debug", "--model", folder);
        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.err()).contains("\tat org.muwazi.");
    }
}
