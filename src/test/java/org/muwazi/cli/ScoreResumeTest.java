package org.muwazi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code muwazi score} that was stopped, and that remembers: the output is that of one run. */
class ScoreResumeTest {

    private static final int BAD = 300;

    @TempDir Path folder;

    private final List<String> pairs = new ArrayList<>();
    private Path scores;
    private Path cache;

    @BeforeEach
    void prepare() throws IOException {
        scores = folder.resolve("scores.tsv");
        cache = folder.resolve("cache");
        List<String> story =
                Files.readAllLines(Path.of("src/test/resources/audit/stories.en-fr.tsv"));
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            String[] pair = story.get(random.nextInt(story.size())).split("\t", -1);
            // Some come again, most do not.
            pairs.add(pair[0] + "\t" + (i % 3 == 0 ? pair[1] : pair[1] + " " + i));
        }
    }

    private static Object[] command(Object input, Object... more) {
        List<Object> all = new ArrayList<>(List.of("score", input, "--from", "en", "--to", "fr"));
        all.addAll(List.of("--estimator", "fast"));
        all.addAll(List.of(more));
        return Run.withTiny(all.toArray());
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("pairs.tsv"), lines);
    }

    private List<String> broken() {
        List<String> broken = new ArrayList<>(pairs);
        broken.set(BAD, "no tab here");
        return broken;
    }

    private String uninterrupted(String format) throws IOException {
        return Run.of(command(file(pairs), "--format", format)).succeeds().out();
    }

    private void stopAtTheBadLine(Object... more) throws IOException {
        Run.of(command(file(broken()), more)).failsWith(3, "pairs.tsv:301: expected 2 tab");
        assertThat(scores).doesNotExist();
        assertThat(folder.resolve("scores.tsv.partial")).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsv", "jsonl"})
    void afterABadLineIsMendedTheRunGoesOnAndTheOutputIsThatOfOneRun(String format)
            throws IOException {
        String expected = uninterrupted(format);
        stopAtTheBadLine("--format", format, "-o", scores);
        Run run = Run.of(command(file(pairs), "--format", format, "-o", scores)).succeeds();
        assertThat(run.err()).contains("going on after 300 lines").hasLineCount(1);
        assertThat(Files.readString(scores)).isEqualTo(expected);
        assertThat(folder.resolve("scores.tsv.partial")).doesNotExist();
    }

    @Test
    void packedInputAndStandardInputGoOnLikeFiles() throws IOException {
        String expected = uninterrupted("tsv");
        stopAtTheBadLine("-o", scores);
        Run.withInput(String.join("\n", pairs) + "\n", command("-", "-o", scores)).succeeds();
        assertThat(Files.readString(scores)).isEqualTo(expected);
        Files.delete(scores);
        stopAtTheBadLine("-o", scores);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write((String.join("\n", pairs) + "\n").getBytes(UTF_8));
        }
        Path packed = Files.write(folder.resolve("pairs.gz"), bytes.toByteArray());
        Run run = Run.of(command(packed, "-o", scores)).succeeds();
        assertThat(run.err()).contains("going on after 300 lines");
        assertThat(Files.readString(scores)).isEqualTo(expected);
    }

    @Test
    void otherLinesAndOtherSettingsAreRefusedUntilItIsBegunAnew() throws IOException {
        stopAtTheBadLine("-o", scores);
        Run.of(command(file(pairs), "-o", scores, "--format", "jsonl"))
                .failsWith(
                        3, "scores.tsv.partial: was begun with another --format (tsv, now jsonl)");
        pairs.set(8, "Something else.\tAutre chose.");
        Run.of(command(file(pairs), "-o", scores))
                .failsWith(3, "the first 300 lines of the input were others then", "--restart");
        assertThat(scores).doesNotExist();
        String expected = uninterrupted("tsv");
        Run.of(command(file(pairs), "-o", scores, "--restart")).succeeds();
        assertThat(Files.readString(scores)).isEqualTo(expected);
        assertThat(folder.resolve("scores.tsv.partial")).doesNotExist();
    }

    @Test
    void restartWithoutAnOutputIsWrongUsage() {
        Run.of(command("-", "--restart")).failsWith(2, "--restart is of use with -o only");
    }

    @Test
    void neitherCacheNorOrderNorAnInterruptChangesALine() throws IOException {
        String expected = uninterrupted("jsonl");
        List<String> shuffled = new ArrayList<>(pairs);
        Collections.shuffle(shuffled, new Random(4));
        Run.of(command(file(shuffled.subList(0, 250)), "--cache", cache)).succeeds();
        stopAtTheBadLine("--cache", cache, "--format", "jsonl", "-o", scores);
        Run.of(command(file(pairs), "--cache", cache, "--format", "jsonl", "-o", scores))
                .succeeds();
        assertThat(Files.readString(scores)).isEqualTo(expected);
        Run again = Run.of(command(file(pairs), "--cache", cache, "--format", "jsonl")).succeeds();
        assertThat(again.out()).isEqualTo(expected);
        assertThat(again.err()).isEmpty();
    }

    @Test
    void aDamagedCacheIsSaidInOneLineAndChangesNothing() throws IOException {
        String expected = Run.of(command(file(pairs), "--cache", cache)).succeeds().out();
        byte[] bytes = Files.readAllBytes(cache.resolve("entries"));
        bytes[bytes.length / 2] ^= 4;
        Files.write(cache.resolve("entries"), bytes);
        Run run = Run.of(command(file(pairs), "--cache", cache)).succeeds();
        assertThat(run.out()).isEqualTo(expected);
        assertThat(run.err()).contains("entries: damaged after").hasLineCount(1);
    }

    @Test
    void aFolderOfOthersIsNoCache() throws IOException {
        Run.of(command(file(pairs), "--cache", folder)).failsWith(3, "holds files of others");
    }
}
