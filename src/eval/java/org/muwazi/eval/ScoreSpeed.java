package org.muwazi.eval;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/**
 * Pairs a second, peak memory and time to go on of {@code muwazi score}, each run a process of its
 * own that may use one processor, from start to the written file.
 */
public final class ScoreSpeed {

    private static final long LOOK_EVERY_MILLIS = 100;

    /** Lines from the cache; at the mark of 5,000 a second, 40 seconds of them. */
    private static final int MANY = 200_000;

    private final Path folder;
    private final String launcher;
    private final List<String[]> rows;
    private final PrintStream out;

    private ScoreSpeed(String launcher, Path folder, List<String[]> rows, PrintStream out) {
        this.launcher = launcher;
        this.folder = folder;
        this.rows = rows;
        this.out = out;
    }

    /** Arguments: launcher, folder for what is written, folder with the benchmarks. */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createDirectories(Path.of(args[1]));
        clear(folder);
        new ScoreSpeed(args[0], folder, rows(Path.of(args[2])), out).run();
        clear(folder);
    }

    private static void clear(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** English and French of FLORES-200. */
    private static List<String[]> rows(Path data) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Files.newInputStream(
                                                BenchmarkRows.file(data, "flores_devtest"))),
                                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(line.split("\t", -1));
            }
        }
        return rows;
    }

    /** Every line another: each pair of the benchmark in turn, with a number behind both sides. */
    private Path pairs(int lines) throws IOException {
        Path file = folder.resolve("pairs-" + lines + ".tsv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < lines; i++) {
                String[] row = rows.get(i % rows.size());
                String number = i < rows.size() ? "" : " (" + i / rows.size() + ")";
                writer.write(row[0] + number + "\t" + row[1] + number + "\n");
            }
        }
        return file;
    }

    private void run() throws IOException, InterruptedException {
        out.println("what\tlines\tseconds\tpairs a second\tCPU seconds\tpeak MiB");
        Path scores = folder.resolve("scores.tsv");
        measure("learned", 500, "learned", pairs(500), scores);
        measure("fast", 4_000, "fast", pairs(4_000), scores);
        measure("fast", 16_000, "fast", pairs(16_000), scores);
        String cache = folder.resolve("cache").toString();
        Path many = pairs(MANY);
        // Judged once by the fast estimator and spread over all lines: what is looked up, read and
        // written is the same as of any judgement, and 200,000 of them would take hours to make.
        Path again = repeated(many);
        measure("fast, filling the cache", 4_000, "fast", pairs(4_000), scores, "--cache", cache);
        Path expected = Files.copy(scores, folder.resolve("expected.tsv"));
        measure("fast, from the cache", 4_000, "fast", pairs(4_000), scores, "--cache", cache);
        same(expected, scores);
        measure(
                "fast, from the cache",
                20_000,
                "fast",
                first(again, 20_000),
                scores,
                "--cache",
                cache);
        measure("fast, from the cache", MANY, "fast", again, scores, "--cache", cache);
        measure("learned, filling the cache", 500, "learned", pairs(500), scores, "--cache", cache);
        measure("learned, from the cache", 500, "learned", pairs(500), scores, "--cache", cache);
        resume(pairs(16_000), scores);
        out.println(
                "# signature: score-speed|processors:1|java:"
                        + Runtime.version().feature()
                        + "|launcher's options|version:1");
    }

    /** The first 4,000 lines over and over. */
    private Path repeated(Path many) throws IOException {
        List<String> lines = new ArrayList<>();
        try (var all = Files.lines(many)) {
            all.limit(4_000).forEach(lines::add);
        }
        Path file = folder.resolve("again.tsv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < MANY; i++) {
                writer.write(lines.get(i % lines.size()) + "\n");
            }
        }
        return file;
    }

    private Path first(Path file, int count) throws IOException {
        Path some = folder.resolve("first-" + count + ".tsv");
        try (var lines = Files.lines(file)) {
            Files.write(some, lines.limit(count).toList());
        }
        return some;
    }

    /**
     * Killed after its first checkpoints, then started again: seconds of both, and the same file.
     */
    private void resume(Path pairs, Path scores) throws IOException, InterruptedException {
        Path expected = folder.resolve("whole.tsv");
        measure("fast, not stopped", 16_000, "fast", pairs, expected);
        Path state = scores.resolveSibling("scores.tsv.partial").resolve("state");
        Files.deleteIfExists(scores);
        Process process = start("fast", pairs, scores);
        long done = 0;
        while (process.isAlive() && done < 8_000) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
            done = Files.exists(state) ? done(state) : 0;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        measure("fast, going on after " + done(state), 16_000, "fast", pairs, scores);
        same(expected, scores);
    }

    private static long done(Path state) throws IOException {
        return Files.readAllLines(state).stream()
                .filter(line -> line.startsWith("lines\t"))
                .mapToLong(line -> Long.parseLong(line.substring(6)))
                .findFirst()
                .orElse(0);
    }

    private static void same(Path expected, Path got) throws IOException {
        if (Files.mismatch(expected, got) >= 0) {
            throw new IllegalStateException(got + " is not the output of one run");
        }
    }

    private Process start(String estimator, Path pairs, Path scores, String... more)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", "0", launcher, "score"));
        command.addAll(List.of(pairs.toString(), "--from", "en", "--to", "fr"));
        command.addAll(List.of("--estimator", estimator, "-o", scores.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void measure(
            String what, int lines, String estimator, Path pairs, Path scores, String... more)
            throws IOException, InterruptedException {
        Files.deleteIfExists(scores);
        long start = System.nanoTime();
        Process process = start(estimator, pairs, scores, more);
        long peak = 0;
        double processor = 0;
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, ProcessMemory.peak(process.pid()));
            processor =
                    process.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(processor);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(what + " ended with " + process.exitValue());
        }
        out.printf(
                Locale.ROOT,
                "%s\t%d\t%.1f\t%.0f\t%.1f\t%d%n",
                what,
                lines,
                seconds,
                lines / seconds,
                processor,
                peak >> 10);
    }
}
