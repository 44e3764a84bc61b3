package org.muwazi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muwazi.json.Json;

/** {@code muwazi pair}, also on what people really have in a folder. */
class PairCommandTest {

    private static final Path STORY = Path.of("eval/stories/01-desalination-plant");
    private static final Path OTHER = Path.of("eval/stories/05-port-strike");

    /** Enough to tell the language, and quickly compared. */
    private static final int LINES = 5;

    @TempDir Path folder;

    private record Line(String source, String target, String relation, double score, String note) {}

    @BeforeEach
    void copy() throws IOException {
        for (String name : List.of("en.txt", "fr.txt", "ar.txt")) {
            copy(STORY.resolve(name), folder.resolve(name));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<String> lines = Files.lines(from)) {
            Files.write(to, lines.limit(LINES).toList());
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<Line> lines(Run run) {
        return run.out().lines().map(line -> Json.read("out", line, Line.class)).toList();
    }

    /** Relation in which a file stands, with the note. */
    private static String standing(Run run, Path file) {
        return lines(run).stream()
                .filter(line -> line.source().equals(file.toString()))
                .filter(line -> line.target() == null)
                .map(line -> line.relation() + ": " + line.note())
                .findFirst()
                .orElse("in a link");
    }

    private Run jsonl(Object... names) {
        return Run.tiny(
                Stream.concat(Stream.of("pair", "--format", "jsonl"), Stream.of(names)).toArray());
    }

    @Test
    void versionsOfTwoStoriesAreToldApart() throws IOException {
        for (String name : List.of("en.txt", "fr.txt")) {
            copy(OTHER.resolve(name), folder.resolve("strike-" + name));
        }
        Run run = Run.of("pair", folder, "--format", "jsonl").succeeds();
        assertThat(lines(run))
                .filteredOn(line -> List.of("translation", "partial").contains(line.relation()))
                .hasSize(4)
                .allMatch(
                        line ->
                                line.source().contains("strike-")
                                        == line.target().contains("strike-"));
    }

    @Test
    void tsvHasAHeaderAndAsManyFieldsInEachLine() {
        Run run = Run.tiny("pair", folder).succeeds();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0)).startsWith("source\ttarget\trelation\tscore\tgroup\t");
        assertThat(lines)
                .allMatch(
                        line -> line.split("\t", -1).length == lines.get(0).split("\t", -1).length);
    }

    @Test
    void everyFileStandsInTheOutput() throws IOException {
        Files.createDirectories(folder.resolve("more"));
        file("more/notes.md", "# no document");
        file("empty.txt", "");
        Run run = jsonl(folder);
        assertThat(run.code()).isEqualTo(5);
        for (String name : List.of("en.txt", "fr.txt", "ar.txt", "empty.txt", "more/notes.md")) {
            assertThat(run.out()).contains(folder.resolve(name).toString());
        }
    }

    @Test
    void orderOfTheFilesDoesNotMatter() {
        Path en = folder.resolve("en.txt");
        Path fr = folder.resolve("fr.txt");
        Path ar = folder.resolve("ar.txt");
        String one = jsonl("--all", en, fr, ar).succeeds().out();
        assertThat(jsonl("--all", ar, en, fr).succeeds().out()).isEqualTo(one);
        assertThat(jsonl("--all", en, fr, ar).succeeds().out()).isEqualTo(one);
    }

    @Test
    void packedFilesAreRead() throws IOException {
        Path packed = folder.resolve("fr2.txt.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(folder.resolve("fr.txt")));
        }
        Run run = jsonl(folder).succeeds();
        assertThat(lines(run))
                .anyMatch(
                        line ->
                                line.source().endsWith("fr.txt")
                                        && packed.toString().equals(line.target())
                                        && line.relation().equals("translation"));
    }

    @Test
    void missingFileIsNamedAndTheRestGoesOn() {
        Run run = jsonl(folder, folder.resolve("none.txt"));
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).contains("none.txt", "no such file").doesNotContain("\tat ");
        assertThat(standing(run, folder.resolve("none.txt"))).contains("skipped", "no such file");
    }

    @Test
    void emptyFileIsNamedAndTheRestGoesOn() throws IOException {
        Path empty = file("empty.txt", "\n \n");
        Run run = jsonl(folder);
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(standing(run, empty)).contains("skipped", "holds no text");
    }

    @Test
    void binaryFileIsNamedAndTheRestGoesOn() throws IOException {
        Path binary = file("page.html", "%PDF-1.7\n...");
        Run run = jsonl(folder);
        assertThat(run.code()).isEqualTo(5);
        assertThat(standing(run, binary)).contains("skipped", "PDF");
    }

    @Test
    void unreadableFileIsNamedAndTheRestGoesOn() throws IOException {
        Path closed = file("closed.txt", "text");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "the superuser reads everything");
        Run run = jsonl(folder);
        assertThat(run.code()).isEqualTo(5);
        assertThat(standing(run, closed)).contains("may not be read");
    }

    @Test
    void otherFilesAreSkippedWithoutAnError() throws IOException {
        Path table = file("table.csv", "a,b");
        Run run = jsonl(folder).succeeds();
        assertThat(standing(run, table)).contains("skipped", "not named .txt");
    }

    @Test
    void sameFileTwiceIsOneDocument() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("z.txt"), folder.resolve("en.txt"));
        Run run = jsonl(folder, folder.resolve("en.txt")).succeeds();
        assertThat(standing(run, link)).contains("the same file as");
        assertThat(lines(run))
                .filteredOn(line -> line.relation().equals("skipped"))
                .extracting(Line::source)
                .containsExactlyInAnyOrder(link.toString(), folder.resolve("en.txt").toString());
    }

    @Test
    void loopOfLinksEnds() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder);
        Run run = jsonl(folder).succeeds();
        assertThat(standing(run, loop)).contains("skipped", "leads back");
    }

    @Test
    void twoVersionsInOneLanguageAreALink() throws IOException {
        Files.copy(folder.resolve("fr.txt"), folder.resolve("fr-again.txt"));
        Files.copy(folder.resolve("fr.txt"), folder.resolve("fr-third.txt"));
        Run run = jsonl(folder).succeeds();
        assertThat(lines(run))
                .filteredOn(
                        line ->
                                line.relation().equals("translation")
                                        && line.source().contains("/fr")
                                        && line.target().contains("/fr"))
                .hasSize(3);
    }

    @Test
    void oneDocumentHasNothingToBePairedWith() {
        Run.tiny("pair", folder.resolve("en.txt")).failsWith(3, "one document", "two or more");
    }

    @Test
    void folderWithoutDocumentsIsAnError() throws IOException {
        Path bare = Files.createDirectory(folder.resolve("bare"));
        Files.writeString(bare.resolve("notes.md"), "x");
        Run.tiny("pair", bare).failsWith(3, bare.toString(), "no document");
    }

    @Test
    void nothingNamedIsWrongUsage() {
        Run.tiny("pair").failsWith(2, "DIR|FILE");
    }

    @Test
    void languageOfAFileThatIsNotThereIsWrongUsage() {
        Run.tiny("pair", folder, "--lang", "other.txt=fr").failsWith(2, "none of the documents");
        Run.tiny("pair", folder, "--lang", "fr").failsWith(2, "FILE=xx");
    }

    @Test
    void statedLanguageIsTaken() {
        Path fr = folder.resolve("fr.txt");
        Run run = Run.tiny("pair", folder, "--all", "--lang", fr + "=es").succeeds();
        assertThat(run.out()).contains("\tes\t");
    }

    @Test
    void outputAppearsWhole() throws IOException {
        Path output = folder.resolve("out").resolve("pairs.tsv");
        Run run = Run.tiny("pair", folder, "-o", output).succeeds();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(output, StandardCharsets.UTF_8)).startsWith("source\t");
        try (Stream<Path> beside = Files.list(output.getParent())) {
            assertThat(beside).containsExactly(output);
        }
    }

    @Test
    void placeThatCannotBeWrittenIsNamed() {
        Run run = Run.tiny("pair", folder, "-o", folder);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("cannot be written").doesNotContain("\tat ");
    }
}
