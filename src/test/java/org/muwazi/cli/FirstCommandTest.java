package org.muwazi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that a user runs prints what the README shows. */
class FirstCommandTest {

    private static final Pattern SHOWN =
            Pattern.compile(
                    "(?s)    bin/muwazi (check [^\\n]*) -o (target/report)\\n"
                            + ".*?<!-- output of command one -->\\n```\\n(.*?)```\\n");

    @TempDir Path folder;

    static boolean hasDefaultModel() {
        return Files.isRegularFile(Path.of("models", Toolkit.DEFAULT_ENCODER, "model.onnx"));
    }

    @Test
    @EnabledIf("hasDefaultModel")
    void theFirstCommandPrintsWhatReadmeShows() throws IOException {
        Matcher shown = SHOWN.matcher(Files.readString(Path.of("README.md")));
        assertThat(shown.find()).isTrue();
        String report = folder.resolve("report").toString();
        String command = shown.group(1) + " -o " + report;
        String printed = Run.of((Object[]) command.split(" ")).succeeds().out();
        assertThat(lines(printed.replace(report, shown.group(2)))).isEqualTo(lines(shown.group(3)));
    }

    /** Verdicts, reasons, words and places; the last digits of scores are those of the machine. */
    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n", -1))
                .map(line -> line.replaceAll(" *\\d+ %", " # %"))
                .map(line -> line.replaceAll("\\d+\\.\\d+", "#"))
                .toList();
    }
}
