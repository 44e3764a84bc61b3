package org.muwazi.eval.encoder;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.eval.BenchmarkRows;
import org.muwazi.eval.ProcessUse;

/**
 * Speed and memory of one model on one thread. A program of its own: the peak memory of a process
 * is that of all it ever did, and a start is cold once.
 */
public final class EncoderSpeed {

    private static final int ROUNDS = 3;

    // Of FLORES, every eighth row in three languages: news-like, 25 words on average.
    private static final int EVERY = 8;

    private EncoderSpeed() {}

    /**
     * Arguments: model folder, folder of the benchmarks, {@code start} or {@code rate}. Prints one
     * line by tabs: seconds from the start of Java to the first vector, sentences a second (the
     * best of the rounds, the one least disturbed by other programs), sentences a second of
     * processor time, peak resident memory in MiB (-1 where the system does not tell).
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        try (SentenceEncoder encoder =
                new NormalizingEncoder(OnnxSentenceEncoder.open(Path.of(args[0]), 1))) {
            encoder.encode(List.of("The first sentence of the day."));
            double cold = (System.currentTimeMillis() - started) / 1e3;
            double rate = 0;
            double processorRate = 0;
            if (args[2].equals("rate")) {
                List<String> sentences = sentences(Path.of(args[1]));
                for (int round = 0; round < ROUNDS; round++) {
                    long processor = ProcessUse.cpuNanoseconds();
                    long start = System.nanoTime();
                    encoder.encode(sentences);
                    rate = Math.max(rate, sentences.size() * 1e9 / (System.nanoTime() - start));
                    processorRate =
                            Math.max(
                                    processorRate,
                                    sentences.size()
                                            * 1e9
                                            / (ProcessUse.cpuNanoseconds() - processor));
                }
            }
            out.printf(
                    Locale.ROOT,
                    "%.4f\t%.4f\t%.4f\t%d%n",
                    cold,
                    rate,
                    processorRate,
                    ProcessUse.peakMebibytes());
        }
    }

    private static List<String> sentences(Path data) throws IOException {
        List<String[]> rows = BenchmarkRows.complete(data, BenchmarkRows.SETS.get(0));
        return IntStream.range(0, rows.size())
                .filter(i -> i % EVERY == 0)
                .boxed()
                .flatMap(i -> Arrays.stream(rows.get(i)).limit(BenchmarkRows.COLUMNS.size()))
                .toList();
    }
}
