package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.muwazi.align.AlignmentParameters;
import org.muwazi.align.AlignmentPresets;
import org.muwazi.cli.ModelFiles;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;

/**
 * Finds the aligner's parameters for an encoder by coordinate search on gold document pairs. Every
 * second document is used for the search, the others are reported beside it; a folder with a single
 * document is searched on whole. The objective is the mean strict F1 over kinds of material and
 * language pairs.
 */
public final class AlignmentCalibration {

    /** Values tried for each parameter. */
    private static final Map<String, List<Double>> AXES = axes();

    /** Gains below this are noise. */
    private static final double GAIN = 2e-4;

    private AlignmentCalibration() {}

    /** Aligns document pairs with some parameters. */
    private interface Runner {

        List<BeadList> align(List<GoldPairs.Pair> pairs, AlignmentParameters parameters);
    }

    private static Map<String, List<Double>> axes() {
        Map<String, List<Double>> axes = new LinkedHashMap<>();
        axes.put("threshold", List.of(.2, .24, .28, .32, .36, .4, .44, .48));
        axes.put("neighbourWeight", List.of(.1, .2, .25, .3, .4, .55, .7));
        axes.put("lengthWeight", List.of(.1, .2, .3, .4, .5));
        axes.put("growth", List.of(0., .15, .25, .4, .6));
        axes.put("twoOnePenalty", List.of(.0, .02, .05, .08, .12));
        axes.put("largerPenalty", List.of(.02, .05, .08, .12, .16));
        axes.put("twoTwoPenalty", List.of(.05, .1, .15, .2, .3));
        axes.put("reward", List.of(0., .03, .05, .1, .15));
        axes.put("gapOpen", List.of(.05, .075, .1, .15, .2, .25));
        axes.put("gapExtend", List.of(0., .005, .01, .02));
        axes.put("adaptation", List.of(0., .25, .5, .75, 1.));
        axes.put("maximumJoin", List.of(2., 3., 4.));
        return axes;
    }

    /**
     * Arguments: model folder, most document pairs of a kind, folders of gold joined by the
     * system's path separator, rounds, "pages" or "dense" for the prices of the second pass over
     * dense text.
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path model = Path.of(args[0]);
        List<Path> folders = new ArrayList<>();
        for (String folder : args[2].split(java.io.File.pathSeparator)) {
            folders.add(Path.of(folder));
        }
        boolean dense = args[4].equals("dense");
        AlignmentPresets presets = ModelFiles.alignmentParameters(model);
        AlignmentParameters start = dense ? presets.dense() : presets.pages();
        out.println("step\tmean strict F1\tby kind\tparameters");
        try (SentenceEncoder encoder = new NormalizingEncoder(OnnxSentenceEncoder.open(model))) {
            List<GoldPairs.Pair> all = GoldPairs.read(encoder, folders, Integer.parseInt(args[1]));
            Map<String, AlignmentBenchmark.Second> seconds =
                    dense
                            ? AlignmentBenchmark.seconds(
                                    encoder, all, presets.pages(), first -> true)
                            : Map.of();
            Runner runner =
                    (pairs, parameters) ->
                            dense
                                    ? AlignmentBenchmark.realigned(pairs, seconds, parameters)
                                    : AlignmentBenchmark.aligned(pairs, parameters);
            List<GoldPairs.Pair> search =
                    all.stream().filter(pair -> pair.isForSearch() || isAlone(pair, all)).toList();
            List<GoldPairs.Pair> check = all.stream().filter(pair -> !pair.isForSearch()).toList();
            line(out, runner, "start, searched half", search, start);
            AlignmentParameters best =
                    search(out, runner, search, start, Integer.parseInt(args[3]));
            line(out, runner, "start, other half", check, start);
            line(out, runner, "found, searched half", search, best);
            line(out, runner, "found, other half", check, best);
            out.println("# signature: " + best.signature() + " " + encoder.signature());
        }
    }

    private static boolean isAlone(GoldPairs.Pair pair, List<GoldPairs.Pair> all) {
        return all.stream()
                        .filter(
                                other ->
                                        other.tier().equals(pair.tier())
                                                && other.pair().equals(pair.pair()))
                        .count()
                == 1;
    }

    private static AlignmentParameters search(
            PrintStream out,
            Runner runner,
            List<GoldPairs.Pair> pairs,
            AlignmentParameters start,
            int rounds) {
        AlignmentParameters best = start;
        double bestScore = objective(runner, pairs, best);
        for (int round = 0; round < rounds; round++) {
            double before = bestScore;
            for (Map.Entry<String, List<Double>> axis : AXES.entrySet()) {
                for (double value : axis.getValue()) {
                    AlignmentParameters candidate =
                            ParameterSettings.with(best, axis.getKey(), value);
                    double score = objective(runner, pairs, candidate);
                    if (score > bestScore + GAIN) {
                        bestScore = score;
                        best = candidate;
                        line(out, runner, axis.getKey() + " " + value, pairs, best);
                    }
                }
            }
            if (bestScore <= before) {
                break;
            }
        }
        return best;
    }

    private static Map<String, BeadCounts> counts(
            Runner runner, List<GoldPairs.Pair> pairs, AlignmentParameters parameters) {
        Map<String, BeadCounts> counts = new TreeMap<>();
        List<BeadList> found = runner.align(pairs, parameters);
        for (int i = 0; i < pairs.size(); i++) {
            counts.computeIfAbsent(
                            pairs.get(i).tier() + "/" + pairs.get(i).pair(),
                            key -> new BeadCounts())
                    .add(pairs.get(i).gold(), found.get(i));
        }
        return counts;
    }

    private static double objective(
            Runner runner, List<GoldPairs.Pair> pairs, AlignmentParameters parameters) {
        return counts(runner, pairs, parameters).values().stream()
                .mapToDouble(BeadCounts::strictF1)
                .average()
                .orElse(0);
    }

    private static void line(
            PrintStream out,
            Runner runner,
            String step,
            List<GoldPairs.Pair> pairs,
            AlignmentParameters parameters) {
        StringBuilder kinds = new StringBuilder();
        Map<String, BeadCounts> counts = counts(runner, pairs, parameters);
        counts.forEach(
                (kind, count) ->
                        kinds.append(
                                String.format(Locale.ROOT, "%s %.4f ", kind, count.strictF1())));
        out.println(
                String.format(
                        Locale.ROOT,
                        "%s\t%.4f\t%s\t%s",
                        step,
                        counts.values().stream()
                                .mapToDouble(BeadCounts::strictF1)
                                .average()
                                .orElse(0),
                        kinds.toString().strip(),
                        parameters));
    }
}
