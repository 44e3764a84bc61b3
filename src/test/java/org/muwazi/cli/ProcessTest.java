package org.muwazi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: the locale, and being stopped. */
@DisabledOnOs(OS.WINDOWS)
class ProcessTest {

    private static final Path STORY = Path.of("eval/stories/01-desalination-plant");
    private static final long PATIENCE = 60;

    @TempDir Path folder;

    private Process start(String locale, String... args) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", locale);
        builder.redirectError(folder.resolve("stderr").toFile());
        return builder.start();
    }

    @Test
    void outputIsUtf8UnderTheCLocale() throws IOException, InterruptedException {
        Process process =
                start(
                        "C",
                        "score",
                        "-",
                        "--from",
                        "ar",
                        "--to",
                        "fr",
                        "--model",
                        Run.TINY.toString());
        String pair = firstLine("ar.txt") + "\t" + firstLine("fr.txt");
        try (OutputStream in = process.getOutputStream()) {
            in.write((pair + "\n").getBytes(UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(stderr()).isZero();
        assertThat(out).startsWith(pair + "\t");
    }

    // Java cannot open such a name under LC_ALL=C, which is why the launcher sets C.UTF-8.
    @Test
    void arabicFileNamesAreReadAndWrittenInTheLaunchersLocale()
            throws IOException, InterruptedException {
        String name = firstLine("ar.txt").split(" ", -1)[0];
        Path arabic = Files.copy(STORY.resolve("ar.txt"), folder.resolve(name + ".txt"));
        Process process =
                start(
                        "C.UTF-8",
                        "check",
                        arabic.toString(),
                        STORY.resolve("en.txt").toString(),
                        "-o",
                        folder.resolve(name).toString(),
                        "--model",
                        Run.TINY.toString());
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(stderr()).isZero();
        assertThat(out).startsWith(name + " (Arabic): ");
        assertThat(folder.resolve(name).resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void processThatIsKilledGoesOnWhereItWas() throws IOException, InterruptedException {
        Path scores = folder.resolve("scores.tsv");
        String[] command = {
            "score",
            "-",
            "--from",
            "en",
            "--to",
            "fr",
            "--estimator",
            "fast",
            "--model",
            Run.TINY.toString(),
            "-o",
            scores.toString()
        };
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            pairs.append("Good day ").append(i).append(".\tBonjour ").append(i).append(".\n");
        }
        byte[] input = pairs.toString().getBytes(UTF_8);
        Process process = start("C", command);
        process.getOutputStream().write(input);
        process.getOutputStream().flush();
        // It waits for more: a checkpoint comes with the first block after some seconds.
        Path state = folder.resolve("scores.tsv.partial/state");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!Files.exists(state) && System.nanoTime() < end) {
            process.getOutputStream().write("More.\tEncore.\n".repeat(300).getBytes(UTF_8));
            process.getOutputStream().flush();
            assertThat(process.waitFor(100, TimeUnit.MILLISECONDS)).as(stderr()).isFalse();
        }
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(state).exists();
        assertThat(scores).doesNotExist();
        String all = pairs + "More.\tEncore.\n".repeat(60_000);
        assertThat(Run.withInput(all, (Object[]) command).succeeds().err())
                .contains("going on after ");
        Object[] atOnce = Arrays.copyOf(command, command.length - 2);
        assertThat(Files.readString(scores)).isEqualTo(Run.withInput(all, atOnce).succeeds().out());
    }

    private static String firstLine(String file) throws IOException {
        try (Stream<String> lines = Files.lines(STORY.resolve(file))) {
            return lines.findFirst().orElseThrow().strip();
        }
    }

    private String stderr() throws IOException {
        return Files.readString(folder.resolve("stderr"));
    }
}
