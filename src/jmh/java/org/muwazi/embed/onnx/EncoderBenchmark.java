package org.muwazi.embed.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What the API costs: sentences of the stories in three languages, raw text to vectors, through
 * {@link OnnxSentenceEncoder} and through the bare runtime. Each measured call encodes all of them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EncoderBenchmark {

    private static final Path MODEL = Path.of("models/encoder-1");
    private static final Path STORIES = Path.of("eval/stories");
    private static final String HEADER =
            "date\tcommand\tsentences\tthreads\tapi_per_s\tbare_per_s\tratio"
                    + "\tapi_per_cpu_s\tbare_per_cpu_s\tcpu_ratio\tsignature\n";

    /** Calls that run at the same time. */
    @Param({"1", "2"})
    public int threads;

    private List<String> sentences;
    private SentenceEncoder encoder;
    private BareEncoder bare;

    /** Opens both over the same files. */
    @Setup(Level.Trial)
    public void open() throws Exception {
        sentences = sentences();
        encoder = OnnxSentenceEncoder.open(MODEL, threads);
        bare = new BareEncoder(MODEL, threads);
    }

    /** Frees both. */
    @TearDown(Level.Trial)
    public void close() throws Exception {
        encoder.close();
        bare.close();
    }

    /** Through the toolkit. */
    @Benchmark
    public Embeddings api() {
        return encoder.encode(sentences);
    }

    /** Without it. */
    @Benchmark
    public float[][] bare() throws Exception {
        return bare.encode(sentences);
    }

    private static List<String> sentences() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(STORIES)) {
            files =
                    found.filter(
                                    file ->
                                            file.getFileName()
                                                    .toString()
                                                    .matches("(ar|en|fr)\\.sentences\\.tsv"))
                            .sorted()
                            .toList();
        }
        List<String> sentences = new ArrayList<>();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                String[] fields = line.split("\t", -1);
                if (fields[0].equals("sentence")) {
                    sentences.add(fields[1]);
                }
            }
        }
        return sentences;
    }

    /**
     * Runs both and appends a line for each number of threads: sentences a second on the clock and
     * a second of processor time, and what share of the bare runtime's the API reaches.
     *
     * @param arguments the TSV file, the command to note in it, rounds
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        List<RunResult> results = new ArrayList<>();
        // Rounds rather than forks, which JMH runs in a row: what slows the machine down for a
        // minute then meets both.
        for (int round = Integer.parseInt(arguments[2]); round > 0; round--) {
            results.addAll(new Runner(oneRound()).run());
        }
        int sentences = sentences().size();
        String signature;
        try (SentenceEncoder encoder = OnnxSentenceEncoder.open(MODEL, 1)) {
            signature = encoder.signature().toString();
        }
        StringBuilder lines = new StringBuilder();
        for (String threads : List.of("1", "2")) {
            double api = sentences / best(results, "api", threads, EncoderBenchmark::clock);
            double bare = sentences / best(results, "bare", threads, EncoderBenchmark::clock);
            double apiCpu = sentences / best(results, "api", threads, EncoderBenchmark::cpu);
            double bareCpu = sentences / best(results, "bare", threads, EncoderBenchmark::cpu);
            lines.append(
                    String.format(
                            Locale.ROOT,
                            "%s\t%s\t%d\t%s\t%.0f\t%.0f\t%.3f\t%.0f\t%.0f\t%.3f\t%s%n",
                            LocalDate.now(ZoneOffset.UTC),
                            arguments[1],
                            sentences,
                            threads,
                            api,
                            bare,
                            api / bare,
                            apiCpu,
                            bareCpu,
                            apiCpu / bareCpu,
                            signature));
        }
        Path table = Path.of(arguments[0]);
        Files.createDirectories(table.getParent());
        if (!Files.exists(table)) {
            Files.writeString(table, HEADER);
        }
        Files.writeString(table, lines, StandardOpenOption.APPEND);
        System.out.print(lines);
    }

    private static Options oneRound() {
        return new OptionsBuilder()
                .include(EncoderBenchmark.class.getName())
                .addProfiler(CpuTimeProfiler.class)
                .forks(1)
                .warmupIterations(1)
                .warmupTime(TimeValue.seconds(4))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(3))
                .build();
    }

    private static double clock(IterationResult iteration) {
        return iteration.getPrimaryResult().getScore() / 1e3;
    }

    private static double cpu(IterationResult iteration) {
        return iteration.getSecondaryResults().get(CpuTimeProfiler.LABEL).getScore() / 1e3;
    }

    // The fastest iteration: other processes only ever slow one down.
    private static double best(
            List<RunResult> results,
            String method,
            String threads,
            ToDoubleFunction<IterationResult> seconds) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .filter(result -> result.getParams().getParam("threads").equals(threads))
                .flatMap(result -> result.getBenchmarkResults().stream())
                .flatMap(result -> result.getIterationResults().stream())
                .mapToDouble(seconds)
                .min()
                .orElseThrow();
    }
}
