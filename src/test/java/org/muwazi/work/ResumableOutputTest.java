package org.muwazi.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muwazi.testing.Seeds;
import org.muwazi.text.MalformedInputException;

class ResumableOutputTest {

    private static final Map<String, String> SETTINGS = Map.of("--format", "tsv");

    @TempDir Path folder;

    private final List<String> notes = new ArrayList<>();
    private final List<String> input = new ArrayList<>();
    private Path target;

    @BeforeEach
    void prepare() {
        target = folder.resolve("scores.tsv");
        for (int i = 0; i < 20; i++) {
            input.add("The ferry left at " + i + ".");
        }
    }

    private static String result(String line) {
        return line.length() + "\t" + line + "\n";
    }

    private String expected() {
        StringBuilder text = new StringBuilder();
        input.forEach(line -> text.append(result(line)));
        return text.toString();
    }

    /** Runs over the lines and stops after so many, as a bad line does. */
    private int run(List<String> lines, int stopAfter, Map<String, String> settings)
            throws IOException {
        int written = 0;
        try (ResumableOutput output = ResumableOutput.open(target, settings, notes::add)) {
            for (int i = 0; i < lines.size(); i++) {
                if (i == stopAfter) {
                    output.save();
                    return written;
                }
                if (output.see(lines.get(i))) {
                    output.writer().write(result(lines.get(i)));
                    written++;
                }
            }
            output.complete();
        }
        return written;
    }

    private int finish() throws IOException {
        return run(input, Integer.MAX_VALUE, SETTINGS);
    }

    private Path kept(String name) {
        return ResumableOutput.folder(target).resolve(name);
    }

    @Test
    void aRunThatWasStoppedAnywhereGoesOnAndTheOutputIsThatOfOneRun() {
        Seeds.forEach(
                20,
                random -> {
                    try {
                        int first = random.nextInt(input.size());
                        int second = first + random.nextInt(input.size() - first);
                        run(input, first, SETTINGS);
                        assertThat(target).doesNotExist();
                        assertThat(run(input, second, SETTINGS)).isEqualTo(second - first);
                        assertThat(finish()).isEqualTo(input.size() - second);
                        assertThat(target).hasContent(expected());
                        assertThat(ResumableOutput.folder(target)).doesNotExist();
                        Files.delete(target);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    @Test
    void whatStandsBehindTheLastCheckpointIsCutOff() throws IOException {
        run(input, 7, SETTINGS);
        Files.writeString(kept("lines"), "19\tThe fer", StandardOpenOption.APPEND);
        assertThat(finish()).isEqualTo(13);
        assertThat(target).hasContent(expected());
        assertThat(notes)
                .containsExactly(
                        "going on after 7 lines, from "
                                + ResumableOutput.folder(target.toAbsolutePath()));
    }

    @Test
    void aLineThatIsDoneAndIsAnotherNowIsRefused() throws IOException {
        run(input, 7, SETTINGS);
        input.set(3, "The ferry did not leave.");
        assertThatThrownBy(this::finish)
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("the first 7 lines of the input were others then")
                .hasMessageContaining("--restart");
        assertThat(target).doesNotExist();
    }

    @Test
    void anInputThatIsShorterThanWhatIsDoneIsRefused() throws IOException {
        run(input, 7, SETTINGS);
        assertThatThrownBy(() -> run(input.subList(0, 5), Integer.MAX_VALUE, SETTINGS))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("had more than 5 lines");
    }

    @Test
    void aLineThatIsMendedAfterWhatIsDoneIsTaken() throws IOException {
        run(input, 7, SETTINGS);
        input.set(7, "The bad line, mended.");
        assertThat(finish()).isEqualTo(13);
        assertThat(target).hasContent(expected());
    }

    @Test
    void anotherSettingIsRefusedByName() throws IOException {
        run(input, 7, SETTINGS);
        assertThatThrownBy(() -> run(input, Integer.MAX_VALUE, Map.of("--format", "jsonl")))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("another --format (tsv, now jsonl)");
    }

    @Test
    void damagedOutputAndDamagedStateAreSaidAndBegunAnew() throws IOException {
        run(input, 7, SETTINGS);
        byte[] bytes = Files.readAllBytes(kept("lines"));
        bytes[5] ^= 1;
        Files.write(kept("lines"), bytes);
        assertThat(finish()).isEqualTo(20);
        run(input, 7, SETTINGS);
        Files.writeString(kept("state"), "muwazi output 1\nlines\tmany\n");
        assertThat(finish()).isEqualTo(20);
        assertThat(notes).hasSize(2).allMatch(note -> note.endsWith("damaged; beginning anew"));
        assertThat(target).hasContent(expected());
    }

    @Test
    void nothingIsLeftWhereNoLineIsDone() throws IOException {
        run(input, 0, SETTINGS);
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void twoRunsDoNotWriteOneOutput() throws IOException {
        try (ResumableOutput first = ResumableOutput.open(target, SETTINGS, notes::add)) {
            assertThat(first.done()).isZero();
            assertThatThrownBy(this::finish).hasMessageContaining("in use by another run");
        }
    }

    @Test
    void whatIsForgottenIsBegunAnew() throws IOException {
        run(input, 7, SETTINGS);
        ResumableOutput.forget(target);
        assertThat(finish()).isEqualTo(20);
        assertThat(notes).isEmpty();
    }
}
