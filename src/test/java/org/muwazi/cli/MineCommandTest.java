package org.muwazi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code muwazi mine}: its laws, what it leaves out, bad inputs, and runs that were interrupted.
 */
class MineCommandTest {

    private static final Path STORY = Path.of("eval/stories/01-desalination-plant");

    @TempDir Path folder;

    private List<String> sentences;
    private Path english;
    private Path copy;

    @BeforeEach
    void prepare() throws IOException {
        sentences =
                Files.readAllLines(STORY.resolve("en.sentences.tsv")).stream()
                        .map(line -> line.substring(line.indexOf('\t') + 1))
                        .distinct()
                        .limit(12)
                        .toList();
        english = file("en.txt", sentences);
        copy = file("copy.txt", sentences);
    }

    private Path file(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    private static Run mine(Object source, Object target, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("mine", source, target));
        arguments.addAll(List.of("--from", "en", "--to", "fr"));
        arguments.addAll(List.of(more));
        return Run.tiny(arguments.toArray());
    }

    private static List<String> lines(Run run) {
        return run.succeeds()
                .out()
                .lines()
                .map(line -> line.split("\t", -1))
                .map(field -> field[1] + "-" + field[2])
                .sorted()
                .toList();
    }

    // ---- laws

    @Test
    void collectionAgainstItsCopyFindsEveryLine() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            expected.add(i + "-" + i);
        }
        Collections.sort(expected);
        assertThat(lines(mine(english, copy, "--threshold", "-2"))).isEqualTo(expected);
    }

    @Test
    void outputHasScoreLinesAndTextsBestFirst() {
        List<String[]> rows =
                mine(english, copy, "--threshold", "-2")
                        .succeeds()
                        .out()
                        .lines()
                        .map(line -> line.split("\t", -1))
                        .toList();
        double last = Double.POSITIVE_INFINITY;
        for (String[] row : rows) {
            assertThat(row).hasSize(5);
            assertThat(row[3]).isEqualTo(sentences.get(Integer.parseInt(row[1])));
            assertThat(row[4]).isEqualTo(sentences.get(Integer.parseInt(row[2])));
            assertThat(Double.parseDouble(row[0])).isLessThanOrEqualTo(last);
            last = Double.parseDouble(row[0]);
        }
    }

    @Test
    void shufflingTheLinesShufflesTheLineNumbers() throws IOException {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(3));
        Path shuffled = file("shuffled.txt", order.stream().map(sentences::get).toList());
        List<String> expected = new ArrayList<>();
        for (int line = 0; line < order.size(); line++) {
            expected.add(order.get(line) + "-" + line);
        }
        Collections.sort(expected);
        assertThat(lines(mine(english, shuffled, "--threshold", "-2"))).isEqualTo(expected);
    }

    @Test
    void swappingTheSidesSwapsTheColumns() throws IOException {
        Path some = file("some.txt", sentences.subList(4, 9));
        List<String> turned =
                lines(mine(some, english, "--threshold", "-2")).stream()
                        .map(
                                pair ->
                                        pair.substring(pair.indexOf('-') + 1)
                                                + "-"
                                                + pair.split("-")[0])
                        .sorted()
                        .toList();
        assertThat(lines(mine(english, some, "--threshold", "-2"))).isEqualTo(turned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--threads=1 --memory=64", "--threads=5 --memory=4096"})
    void neitherThreadsNorMemoryChangeTheOutput(String options) {
        byte[] usual = mine(english, copy, "--threshold", "-2").succeeds().bytes();
        List<Object> more = new ArrayList<>(List.of("--threshold", "-2"));
        more.addAll(List.of(options.split(" ")));
        assertThat(mine(english, copy, more.toArray()).succeeds().bytes()).isEqualTo(usual);
    }

    // ---- what is left out

    @Test
    void blankLinesKeepTheirNumberAndNothingIsDroppedSilently() throws IOException {
        List<String> lines = new ArrayList<>(sentences);
        lines.add(0, "");
        lines.add(1, "2019 - 4.5 %");
        lines.add(sentences.get(0));
        Path mixed = file("mixed.txt", lines);
        Path report = folder.resolve("report.tsv");
        Run run = mine(mixed, english, "--threshold", "-2", "--report", report);
        assertThat(lines(run)).contains("2-0", "13-11");
        assertThat(run.err())
                .contains("left out as blank: 1 (line 0)")
                .contains("left out as without letters: 1 (line 1)")
                .contains("listed by the first line of the same text, which is mined: 1 (line 14)")
                .contains("12 pairs among 12 and 12 sentences");
        // The tiny model takes few words at once, so that the report goes on with long lines.
        assertThat(Files.readString(report))
                .startsWith(
                        "source\t0\tblank\t\nsource\t1\tno letters\t\nsource\t14\tduplicate\t2\n")
                .contains("source\t2\tlonger than the model takes at once\t\n");
    }

    @Test
    void oneFileTwiceIsSearchedForParaphrasesAndNoLineMeetsItself() {
        Run run =
                Run.tiny(
                        "mine",
                        english,
                        english,
                        "--from",
                        "en",
                        "--to",
                        "en",
                        "--threshold",
                        "-2");
        assertThat(lines(run))
                .isNotEmpty()
                .allSatisfy(
                        pair ->
                                assertThat(Integer.parseInt(pair.split("-")[0]))
                                        .isLessThan(Integer.parseInt(pair.split("-")[1])));
        assertThat(run.err()).contains("both sides are English: paraphrases are mined");
    }

    @Test
    void gzipAndStandardInputAreRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(Files.readAllBytes(english));
        }
        Path gz = Files.write(folder.resolve("en.gz"), packed.toByteArray());
        byte[] usual = mine(english, copy).succeeds().bytes();
        assertThat(mine(gz, copy).succeeds().bytes()).isEqualTo(usual);
        Object[] piped = Run.withTiny("mine", "-", copy, "--from", "en", "--to", "fr");
        assertThat(Run.withInput(Files.readString(english), piped).succeeds().bytes())
                .isEqualTo(usual);
    }

    // ---- runs that were interrupted

    @Test
    void runThatWasInterruptedGoesOnToTheSameBytes() throws IOException {
        Path work = folder.resolve("work");
        byte[] usual = mine(english, copy, "--threshold", "-2").succeeds().bytes();
        mine(english, copy, "--threshold", "-2", "--work", work).succeeds();
        // As an interrupt while the targets were being encoded leaves it: five rows and a half.
        byte[] vectors = Files.readAllBytes(work.resolve("target.vectors"));
        int row = (vectors.length - 512) / sentences.size();
        Files.write(
                work.resolve("target.vectors.part"),
                java.util.Arrays.copyOf(vectors, 512 + 5 * row + row / 2));
        Files.delete(work.resolve("target.vectors"));
        Files.delete(work.resolve("neighbours"));
        Run again = mine(english, copy, "--threshold", "-2", "--work", work).succeeds();
        assertThat(again.bytes()).isEqualTo(usual);
        assertThat(again.err())
                .contains("the vectors of source are there from an earlier run")
                .contains("going on with target after 5 of 12 sentences");
    }

    @Test
    void finishedSearchIsNotRepeatedForAnotherThreshold() throws IOException {
        Path work = folder.resolve("work");
        mine(english, copy, "--work", work).succeeds();
        Run again = mine(english, copy, "--threshold", "-2", "--work", work).succeeds();
        assertThat(again.err()).contains("going on with the search after 12 of 12");
        assertThat(again.bytes()).isEqualTo(mine(english, copy, "--threshold", "-2").bytes());
    }

    @Test
    void changedInputAndSettingAreNoticed() throws IOException {
        Path work = folder.resolve("work");
        mine(english, copy, "--work", work).succeeds();
        file("copy.txt", sentences.subList(1, 12));
        Run changed = mine(english, copy, "--threshold", "-2", "--work", work).succeeds();
        assertThat(changed.err())
                .contains("target.vectors is damaged or of other sentences")
                .contains("neighbours is of other sentences or settings");
        assertThat(changed.bytes()).isEqualTo(mine(english, copy, "--threshold", "-2").bytes());
        assertThat(mine(english, copy, "-k", "2", "--work", work).succeeds().err())
                .contains("neighbours is of other sentences or settings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"source.vectors", "neighbours"})
    void damagedWorkIsDoneAnew(String name) throws IOException {
        Path work = folder.resolve("work");
        byte[] usual = mine(english, copy, "--work", work).succeeds().bytes();
        Path file = work.resolve(name);
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 300));
        Run again = mine(english, copy, "--work", work).succeeds();
        assertThat(again.bytes()).isEqualTo(usual);
        assertThat(again.err()).contains(name);
    }

    // ---- bad inputs

    @Test
    void missingFileAndFolderAreNamed() {
        mine(folder.resolve("none.txt"), copy).failsWith(3, "none.txt", "no such file");
        mine(english, folder).failsWith(3, "is a directory; name a file");
    }

    @Test
    void emptySideIsRefused() throws IOException {
        Path empty = file("empty.txt", List.of());
        mine(english, empty).failsWith(3, "empty.txt", "holds no sentences");
        mine(empty, empty).failsWith(2, "are one file");
        Path numbers = file("numbers.txt", List.of("1", "", "2"));
        mine(numbers, english).failsWith(3, "blank or without letters");
    }

    @Test
    void textThatIsNotUtf8NamesLineAndByte() throws IOException {
        Path latin = Files.write(folder.resolve("latin.txt"), new byte[] {'a', '\n', (byte) 0xE9});
        mine(latin, english).failsWith(3, "latin.txt:2: byte 0xE9 at offset 2");
    }

    @Test
    void bothSidesCannotBeStandardInput() {
        mine("-", "-").failsWith(2, "only one of SOURCE and TARGET");
    }

    @Test
    void unknownLanguageAndMarginAreUsageErrors() {
        Run.tiny("mine", english, copy, "--from", "xx", "--to", "fr")
                .failsWith(2, "unknown language");
        mine(english, copy, "--margin", "best").failsWith(2, "known are distance ratio cosine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--threshold=3",
                "--threshold=NaN",
                "--threshold=1.5 --margin=cosine",
                "-k=0",
                "-k=65",
                "--memory=10",
                "--threads=0"
            })
    void settingOutOfRangeIsAUsageError(String options) {
        mine(english, copy, (Object[]) options.split(" ")).failsWith(2, " must be ");
    }

    @Test
    void workFolderOfOthersIsLeftAlone() throws IOException {
        mine(english, copy, "--work", folder).failsWith(3, "holds files of others");
        mine(english, copy, "--work", english).failsWith(3, "is not a folder");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void placeForTheOutputIsTestedBeforeTheWork() {
        mine(english, copy, "-o", folder).failsWith(3, "is a folder; name a file");
        mine(english, copy, "--report", english.resolve("x")).failsWith(3, "is not a folder");
    }

    // ---- help

    @Test
    void helpHasExamplesAndSaysWhatHappensToDuplicates() {
        assertThat(Run.of("mine", "--help").succeeds().out())
                .contains("Examples:", "muwazi mine news.ar news.en --from ar --to en")
                .contains("stands on several lines is encoded once");
    }

    @Test
    void completionKnowsTheMargins() {
        assertThat(Run.of("completion").succeeds().out())
                .contains("mine")
                .contains("\"distance\" \"ratio\" \"cosine\"");
    }
}
