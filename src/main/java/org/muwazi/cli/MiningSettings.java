package org.muwazi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.muwazi.mine.Margin;
import org.muwazi.mine.MiningOptions;
import org.muwazi.mine.Penalties;
import org.muwazi.mine.SearchPlan;
import org.muwazi.mine.SearchSettings;
import org.muwazi.mine.Thresholds;
import org.muwazi.work.WorkFolder;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How {@code muwazi mine} searches and chooses. */
final class MiningSettings {

    private static final long MEBIBYTE = 1L << 20;

    @Option(
            names = "--threshold",
            paramLabel = "t",
            description = {
                "Lowest score of a pair. Default: 0.095 for distance, 1.215 for ratio, 0.585 for"
                        + " cosine (without penalties 0.12, 1.26, 0.595), calibrated on some 1,000"
                        + " sentences a side.",
                "From -2 to 2 for distance, -20 to 20 for ratio, -1 to 1 for cosine."
            })
    private Double threshold;

    @Option(
            names = "--margin",
            paramLabel = "MARGIN",
            defaultValue = "distance",
            converter = Margins.class,
            completionCandidates = Margins.class,
            description =
                    "How a cosine is held against the neighbourhood: one of"
                            + " ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Margin margin;

    @Option(
            names = {"-k", "--neighbours"},
            paramLabel = "K",
            defaultValue = "" + MiningOptions.NEIGHBOURS,
            description =
                    "Nearest neighbours of a sentence that are its neighbourhood and its"
                            + " candidates, 1 to "
                            + MiningOptions.MOST_NEIGHBOURS
                            + ". Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Option(
            names = "--no-penalties",
            description = "The margin alone: nothing off for numbers and lengths that differ.")
    private boolean plain;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "Keep vectors and the state of the search here, so that an interrupted run goes"
                            + " on where it stopped. Default: a temporary folder. Takes 2 KiB a"
                            + " sentence.")
    private Path work;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            defaultValue = "512",
            description =
                    "Memory for vectors and products, beside some 500 MB for Java and the model; at"
                            + " least 64. Default: ${DEFAULT-VALUE}.")
    private long memory;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Processors to use. Default: all. The result is the same.")
    private Integer threads;

    /** What decides on pairs, checked. */
    MiningOptions options(CommandLine line) {
        if (memory * MEBIBYTE < SearchPlan.LEAST_MEMORY || memory > Integer.MAX_VALUE) {
            throw new ParameterException(line, "--memory " + memory + " must be at least 64");
        }
        if (threads() < 1) {
            throw new ParameterException(line, "--threads " + threads() + " must be at least 1");
        }
        Penalties penalties = plain ? Penalties.NONE : Penalties.NUMBERS_AND_LENGTHS;
        double lowest = threshold == null ? Thresholds.of(margin, penalties) : threshold;
        if (!(lowest >= margin.lowest() && lowest <= margin.highest())) {
            throw new ParameterException(
                    line,
                    String.format(
                            Locale.ROOT,
                            "--threshold %s must be %.0f to %.0f for --margin %s",
                            lowest,
                            margin.lowest(),
                            margin.highest(),
                            Margins.label(margin)));
        }
        if (neighbours < 1 || neighbours > MiningOptions.MOST_NEIGHBOURS) {
            throw new ParameterException(
                    line,
                    "--neighbours "
                            + neighbours
                            + " must be 1 to "
                            + MiningOptions.MOST_NEIGHBOURS);
        }
        return new MiningOptions(margin, penalties, neighbours, lowest);
    }

    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    SearchSettings search(int k, int dimension) {
        return new SearchSettings(k, SearchPlan.fitting(memory * MEBIBYTE, threads(), dimension));
    }

    WorkFolder workFolder() throws IOException {
        return work == null ? WorkFolder.temporary("mine") : WorkFolder.of(work, "mine");
    }
}
