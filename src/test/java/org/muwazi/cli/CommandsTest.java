package org.muwazi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muwazi.embed.Embeddings;
import org.muwazi.json.Json;
import org.muwazi.write.StoryJson;

/** What the commands print and write. */
class CommandsTest {

    private static final Path STORY = Path.of("eval/stories/01-desalination-plant");

    /** Enough to tell a language, and quickly checked. */
    private static final int LINES = 5;

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

    static boolean hasDefaultModel() {
        return Files.isRegularFile(Path.of("models", Toolkit.DEFAULT_ENCODER, "model.onnx"));
    }

    // ---- check

    @Test
    @EnabledIf("hasDefaultModel")
    void garbledVersionReachesFailOnAndTheOriginalIsNotJudged() {
        Run run =
                Run.of(
                        "check",
                        STORY.resolve("en.txt"),
                        STORY.resolve("fr-garbled.txt"),
                        STORY.resolve("ar.txt"),
                        "--original",
                        STORY.resolve("en.txt"),
                        "--fail-on",
                        "review");
        assertThat(run.code()).as(run.err()).isEqualTo(4);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("en (English): the original, not judged")
                .containsPattern("fr-garbled \\(French\\): (review|garbled), score 0\\.\\d\\d")
                .contains("Nawathibo");
    }

    @Test
    void filesAreWrittenAndNamed() {
        Path report = folder.resolve("a/report");
        Run run = Run.tiny("check", english, french, arabic, "-o", report).succeeds();
        for (String name : List.of("report.html", "aligned.tsv", "aligned.tmx", "segments.jsonl")) {
            assertThat(report.resolve(name)).isNotEmptyFile();
            assertThat(run.out()).contains("wrote " + report.resolve(name) + "\n");
        }
    }

    @Test
    void jsonIsAllThereIsOnStandardOutput() {
        Run run = Run.tiny("check", english, french, "--json", "-o", folder.resolve("report"));
        StoryJson story = Json.read("out", run.succeeds().out(), StoryJson.class);
        assertThat(story.schema()).isEqualTo(1);
        assertThat(story.versions()).extracting(StoryJson.Version::id).containsExactly("en", "fr");
        assertThat(story.versions().get(1).file()).isEqualTo(french.toString());
        assertThat(story.pairs()).hasSize(1);
        assertThat(story.rows()).isNotEmpty();
    }

    @Test
    void languageThatIsNotScoredIsSaidAndHasNoVerdict() throws IOException {
        Path german = folder.resolve("de.txt");
        Files.writeString(german, "Der Minister sprach am Montag. Er nannte keine Zahlen.\n");
        Run run = Run.tiny("check", english, german, "--lang", german + "=de");
        assertThat(run.succeeds().out()).contains("de (German): not scored: only Arabic, English");
    }

    @Test
    void whatIsSetAsideIsCountedInOneLineAndKeptOnDemand() {
        Path page = STORY.resolve("en-page.txt");
        assertThat(Run.tiny("check", page, french).succeeds().out())
                .containsPattern(
                        "(?m)^  set aside: .*\\d navigation.*\\(--keep-all keeps them\\)$");
        assertThat(Run.tiny("check", page, french, "--keep-all").succeeds().out())
                .doesNotContain("set aside");
    }

    @Test
    void statedLanguageThatTheTextContradictsIsAWarning() {
        Run run = Run.tiny("check", english, french, "--lang", french + "=en");
        assertThat(run.succeeds().err()).contains("warning: " + french + ": stated to be English");
    }

    @Test
    void versionMayComeFromStandardInput() throws IOException {
        Run run = Run.withInput(Files.readString(french), Run.withTiny("check", english, "-"));
        assertThat(run.succeeds().out()).contains("stdin (French): ");
    }

    @Test
    void colourIsForTerminalsOnlyAndNeverAlone() {
        String plain = Run.tiny("check", english, french).succeeds().out();
        assertThat(plain).doesNotContain("\u001b");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console terminal =
                Console.of(
                        InputStream.nullInputStream(),
                        out,
                        new ByteArrayOutputStream(),
                        true,
                        false);
        Main.run(Run.strings(Run.withTiny("check", english, french)), terminal);
        assertThat(out.toString(UTF_8)).contains("\u001b[");
        assertThat(out.toString(UTF_8).replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    // ---- align

    @ParameterizedTest
    @ValueSource(strings = {"tsv", "jsonl", "tmx", "xliff", "vecalign", "hunalign"})
    void everyFormatIsTheSameOnStandardOutputAndInAFile(String format) {
        Path file = folder.resolve("bitext");
        Run run = Run.tiny("align", english, arabic, "--format", format).succeeds();
        assertThat(
                        Run.tiny("align", english, arabic, "--format", format, "-o", file)
                                .succeeds()
                                .out())
                .isEmpty();
        assertThat(file).hasContent(run.out());
        assertThat(run.out()).isNotBlank();
    }

    @Test
    void mosesIsTwoFilesNamedByLanguage() throws IOException {
        Run.tiny("align", english, arabic, "--format", "moses", "-o", folder.resolve("story"))
                .succeeds();
        assertThat(Files.readAllLines(folder.resolve("story.en")))
                .hasSameSizeAs(Files.readAllLines(folder.resolve("story.ar")));
    }

    @Test
    void blankLinesKeepTheirNumberAndAreAlignedToNothing() throws IOException {
        Path source = folder.resolve("source.txt");
        Path target = folder.resolve("target.txt");
        Files.writeString(source, "\nThe rain stopped.\n\nThe fields dried.\n \n");
        Files.writeString(target, "The rain stopped.\n\nThe fields dried.\n");
        Run run =
                Run.tiny(
                        "align",
                        "--lines",
                        "--from",
                        "en",
                        "--to",
                        "en",
                        "--format",
                        "vecalign",
                        source,
                        target);
        assertThat(run.succeeds().out().lines().map(line -> line.replaceAll("[^:]*$", "")))
                .containsExactly(
                        "[0]:[]:", "[1]:[0]:", "[2]:[]:", "[]:[1]:", "[3]:[2]:", "[4]:[]:");
    }

    @Test
    void everyLineIsInExactlyOneBead() throws IOException {
        Run run = Run.tiny("align", "--lines", "--format", "jsonl", english, french).succeeds();
        assertThat(ids(run, "source")).isEqualTo(numbers(Files.readString(english)));
        assertThat(ids(run, "target")).isEqualTo(numbers(Files.readString(french)));
    }

    private static List<Integer> ids(Run run, String side) {
        return run.out()
                .lines()
                .flatMap(line -> ((List<?>) Json.read("out", line, Map.class).get(side)).stream())
                .map(id -> (Integer) id)
                .sorted()
                .toList();
    }

    private static List<Integer> numbers(String text) {
        return Stream.iterate(0, i -> i + 1).limit(text.lines().count()).toList();
    }

    // ---- score

    @Test
    void linesComeBackInOrderAndNumberAcrossBlocks() {
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < 700; i++) {
            input.append(i % 50 == 7 ? "" : "Line number " + i + ".").append("\tLigne ");
            input.append(i).append(".\n");
        }
        Run run =
                Run.withInput(
                        input.toString(), Run.withTiny("score", "-", "--from", "en", "--to", "fr"));
        List<String> lines = run.succeeds().out().lines().toList();
        assertThat(lines).hasSize(700);
        List<String> given = input.toString().lines().toList();
        for (int i = 0; i < 700; i++) {
            assertThat(lines.get(i)).startsWith(given.get(i) + "\t");
            assertThat(lines.get(i).split("\t", -1)).hasSize(5);
        }
        assertThat(lines.get(7)).endsWith("\t0.0000\tgarbled\tempty:critical:source:0-0");
    }

    @Test
    void offsetsOfFindingsAreCodePointsOfTheirSide() {
        Run run =
                Run.withInput(
                        "He paid 12 euros.\t\uD83D\uDE00 Il a payé 21 euros.\n",
                        Run.withTiny(
                                "score", "-", "--from", "en", "--to", "fr", "--format", "jsonl"));
        Map<?, ?> line = Json.read("out", run.succeeds().out(), Map.class);
        Map<?, ?> finding =
                ((List<?>) line.get("findings"))
                        .stream()
                                .map(Map.class::cast)
                                .filter(found -> "number".equals(found.get("kind")))
                                .findFirst()
                                .orElseThrow();
        assertThat(line.get("line")).isEqualTo(0);
        assertThat(finding.get("side")).isEqualTo("target");
        // One smiley is one code point, though two UTF-16 units.
        assertThat(finding.get("start")).isEqualTo(12);
        assertThat(finding.get("end")).isEqualTo(14);
        assertThat(finding.get("evidence")).isEqualTo("21");
    }

    @Test
    void theFastEstimatorAsksNoLearnedModelAndAnUnknownOneIsWrongUsage() {
        String pair = "The harbour was closed.\tLe port a été fermé.\n";
        String fast =
                Run.withInput(
                                pair,
                                Run.withTiny(
                                        "score",
                                        "-",
                                        "--from",
                                        "en",
                                        "--to",
                                        "fr",
                                        "--estimator",
                                        "fast"))
                        .succeeds()
                        .out();
        String learned =
                Run.withInput(pair, Run.withTiny("score", "-", "--from", "en", "--to", "fr"))
                        .succeeds()
                        .out();
        assertThat(fast.split("\t", -1)[2]).isNotEqualTo(learned.split("\t", -1)[2]);
        Run unknown = Run.tiny("score", "-", "--from", "en", "--to", "fr", "--estimator", "slow");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("known are learned fast");
    }

    @Test
    void noLinesGiveNoLines() {
        assertThat(Run.tiny("score", "-", "--from", "en", "--to", "fr").succeeds().out()).isEmpty();
    }

    // ---- embed

    @Test
    void vectorsAreANumpyArrayOfTheEncodersRows() throws IOException {
        Path lines = Files.writeString(folder.resolve("lines.txt"), "the rain\r\nthe river");
        Path file = folder.resolve("vectors.npy");
        Run.tiny("embed", lines, "-o", file).succeeds();
        byte[] bytes = Files.readAllBytes(file);
        assertThat(Run.tiny("embed", lines).succeeds().bytes()).isEqualTo(bytes);
        try (Toolkit toolkit = Toolkit.open(Path.of("models"), Run.TINY)) {
            Embeddings expected = toolkit.encoder().encode(List.of("the rain", "the river"));
            ByteBuffer array = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(new String(bytes, 1, 5, UTF_8)).isEqualTo("NUMPY");
            int headerLength = array.getShort(8);
            assertThat((10 + headerLength) % 64).isZero();
            assertThat(new String(bytes, 10, headerLength, UTF_8))
                    .startsWith(
                            "{'descr': '<f4', 'fortran_order': False, 'shape': (2, "
                                    + expected.dimension()
                                    + "), }")
                    .endsWith("\n");
            array.position(10 + headerLength);
            for (int row = 0; row < 2; row++) {
                for (float component : expected.row(row)) {
                    assertThat(array.getFloat()).isEqualTo(component);
                }
            }
            assertThat(array.hasRemaining()).isFalse();
        }
    }

    @Test
    void vectorsAreNotForATerminal() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console terminal =
                Console.of(
                        InputStream.nullInputStream(),
                        OutputStream.nullOutputStream(),
                        err,
                        true,
                        false);
        assertThat(Main.run(new String[] {"embed", "-"}, terminal)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("name a file with -o");
    }

    // ---- models

    @Test
    void modelsAreListedWithWhatTheManifestSays() {
        Run table = Run.of("models", "--models", Run.TINY.getParent()).succeeds();
        assertThat(table.out()).contains("licence ", "source ", "SHA-256 ", "verified", "sound");
        Run json = Run.of("models", "--models", Run.TINY.getParent(), "--json").succeeds();
        Map<?, ?> all = Json.read("out", json.out(), Map.class);
        Map<?, ?> model = (Map<?, ?>) ((List<?>) all.get("models")).get(0);
        assertThat(model.get("sound")).isEqualTo(true);
        assertThat(model.get("dimension")).isInstanceOf(Integer.class);
    }

    // ---- help and the streams

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "align",
                "score",
                "audit",
                "embed",
                "pair",
                "mine",
                "models",
                "completion"
            })
    void helpHasExamplesAndExitCodes(String command) {
        Run run = Run.of(command, "--help").succeeds();
        assertThat(run.out())
                .contains("Usage: muwazi " + command, "Example", "  muwazi " + command)
                .contains("Exit codes:", "4   a verdict reached --fail-on");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void withoutCommandThereIsHelp() {
        assertThat(Run.of().succeeds().out()).contains("Usage: muwazi", "check", "models");
        assertThat(Run.of("--debug").succeeds().out()).contains("Usage: muwazi");
        assertThat(Run.of("--version").succeeds().out()).startsWith("muwazi ");
    }

    @Test
    void completionKnowsCommandsAndFormats() {
        assertThat(Run.of("completion").succeeds().out())
                .contains(
                        "complete ",
                        "check align score audit",
                        "pair",
                        "embed",
                        "mine",
                        "models",
                        "\"vecalign\"");
    }

    @Test
    void readerThatHasHadEnoughIsNoError() {
        assertThat(withFailingOutput("Broken pipe")).isEqualTo("0 ");
    }

    @Test
    void fullDiskIsAnError() {
        assertThat(withFailingOutput("No space left on device"))
                .isEqualTo(
                        "3 muwazi: standard output: cannot be written: No space left on device\n");
    }

    private static String withFailingOutput(String reason) {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException(reason);
                    }
                };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                Main.run(
                        Run.strings(Run.withTiny("score", "-", "--from", "en", "--to", "fr")),
                        new ByteArrayInputStream("Good day.\tBonjour.\n".getBytes(UTF_8)),
                        full,
                        err);
        return code + " " + err.toString(UTF_8);
    }
}
