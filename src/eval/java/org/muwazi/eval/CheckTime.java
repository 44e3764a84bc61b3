package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Time and memory of {@code muwazi check} from a cold start to the written report, each run a
 * process of its own, as a user starts it.
 */
public final class CheckTime {

    private static final int RUNS = 7;
    private static final long LOOK_EVERY_MILLIS = 20;

    private CheckTime() {}

    /** Arguments: launcher, folder for what is written, files of one story. */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>(List.of(args[0], "check"));
        command.addAll(List.of(args).subList(2, args.length));
        command.addAll(List.of("-o", args[1]));
        // The first run after a build fills the archive of classes.
        run(command);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(run(command));
        }
        out.println("versions\tbytes\truns\tleast seconds\tmedian seconds\tpeak MB");
        long bytes = 0;
        for (String file : List.of(args).subList(2, args.length)) {
            bytes += Files.size(Path.of(file));
        }
        double[] seconds = runs.stream().mapToDouble(Run::seconds).sorted().toArray();
        out.printf(
                Locale.ROOT,
                "%d\t%d\t%d\t%.2f\t%.2f\t%d%n",
                args.length - 2,
                bytes,
                RUNS,
                seconds[0],
                seconds[RUNS / 2],
                runs.stream().mapToLong(Run::peak).max().orElse(0) >> 10);
        out.println(
                "# signature: check-time|processors:"
                        + Runtime.getRuntime().availableProcessors()
                        + "|java:"
                        + Runtime.version().feature()
                        + "|version:1");
    }

    private record Run(double seconds, long peak) {}

    private static Run run(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        process.getOutputStream().close();
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, ProcessMemory.peak(process.pid()));
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        // 5 says that a version is garbled, which is an answer too; see the table in README.md.
        if (process.exitValue() == 1 || process.exitValue() == 2) {
            throw new IllegalStateException("exit code " + process.exitValue() + " of " + command);
        }
        return new Run(seconds, peak);
    }
}
