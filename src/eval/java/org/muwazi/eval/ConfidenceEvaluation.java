package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muwazi.align.Alignment;
import org.muwazi.align.AlignmentPresets;
import org.muwazi.align.Bead;
import org.muwazi.align.BeadConfidence;
import org.muwazi.align.EmbeddingAligner;
import org.muwazi.cli.ModelFiles;
import org.muwazi.embed.CachingEncoder;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;

/**
 * Fits the confidence of beads on one half of gold document pairs and measures its reliability on
 * the other: bins of equal numbers of beads, mean probability beside the share that is strictly
 * right, and the expected calibration error (mean over beads of the bins' difference).
 */
public final class ConfidenceEvaluation {

    private static final int BINS = 15;

    /** Ridge, so that features that always agree share their weight. */
    private static final double RIDGE = 1e-3;

    private ConfidenceEvaluation() {}

    /** A bead with its features and whether gold has it. */
    private record Example(String tier, boolean joins, List<Double> inOrder, boolean right) {

        double[] features() {
            return inOrder.stream().mapToDouble(value -> value).toArray();
        }
    }

    /**
     * Arguments: model folder, most document pairs of a kind, folders of gold joined by the path
     * separator.
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path model = Path.of(args[0]);
        AlignmentPresets presets = ModelFiles.alignmentParameters(model);
        List<Path> folders = new ArrayList<>();
        for (String folder : args[2].split(java.io.File.pathSeparator)) {
            folders.add(Path.of(folder));
        }
        List<Example> fit = new ArrayList<>();
        List<Example> check = new ArrayList<>();
        String signature;
        try (SentenceEncoder encoder =
                new CachingEncoder(
                        new NormalizingEncoder(OnnxSentenceEncoder.open(model)), 500_000)) {
            EmbeddingAligner aligner = new EmbeddingAligner(encoder, presets);
            for (GoldPairs.Pair pair :
                    GoldPairs.read(encoder, folders, Integer.parseInt(args[1]))) {
                Alignment alignment = aligner.align(pair.source(), pair.target());
                (pair.isForSearch() ? fit : check).addAll(examples(pair, alignment, presets));
            }
            signature = presets.signature() + " " + encoder.signature();
        }
        BeadConfidence confidence = new BeadConfidence(fitted(fit, true), fitted(fit, false));
        out.println("kind\ttier\tbin\tbeads\tmean probability\tshare right");
        table(out, "joining and null", check, confidence);
        table(out, "joining", check.stream().filter(Example::joins).toList(), confidence);
        table(out, "null", check.stream().filter(e -> !e.joins()).toList(), confidence);
        out.println("# joins: " + confidence.joins());
        out.println("# nulls: " + confidence.nulls());
        out.println("# signature: " + signature);
    }

    private static List<Example> examples(
            GoldPairs.Pair pair, Alignment alignment, AlignmentPresets presets) {
        Set<BeadList.Link> gold = new HashSet<>(pair.gold().normalised(pair.gold()).beads());
        List<BeadList.Link> found = BeadList.of(alignment).beads();
        List<double[]> features =
                BeadConfidence.features(
                        alignment, pair.sourceVectors(), pair.targetVectors(), presets.pages());
        List<Example> examples = new ArrayList<>();
        for (int b = 0; b < found.size(); b++) {
            Bead bead = alignment.beads().get(b);
            examples.add(
                    new Example(
                            pair.tier(),
                            !bead.isNull(),
                            Arrays.stream(features.get(b)).boxed().toList(),
                            gold.contains(found.get(b))));
        }
        return examples;
    }

    /** All examples weigh alike; the features hold their constant, which shares the ridge. */
    private static List<Double> fitted(List<Example> all, boolean joins) {
        List<Example> examples = all.stream().filter(e -> e.joins() == joins).toList();
        double[][] rows = examples.stream().map(Example::features).toArray(double[][]::new);
        boolean[] right = new boolean[rows.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = examples.get(i).right();
        }
        double[] weight = new double[rows.length];
        Arrays.fill(weight, 1);
        double[] ridge = new double[rows[0].length];
        Arrays.fill(ridge, RIDGE * rows.length);
        List<Double> rounded = new ArrayList<>();
        for (double w : LogisticFit.newton(rows, right, weight, ridge)) {
            rounded.add(Math.rint(w * 1e4) / 1e4);
        }
        return rounded;
    }

    private static void table(
            PrintStream out, String kind, List<Example> examples, BeadConfidence confidence) {
        List<String> tiers = new ArrayList<>(List.of("all"));
        examples.stream().map(Example::tier).distinct().sorted().forEach(tiers::add);
        for (String tier : tiers) {
            List<Example> of =
                    examples.stream()
                            .filter(e -> tier.equals("all") || e.tier().equals(tier))
                            .toList();
            if (!of.isEmpty()) {
                bins(out, kind + "\t" + tier, of, confidence, tier.equals("all"));
            }
        }
    }

    private static void bins(
            PrintStream out,
            String name,
            List<Example> examples,
            BeadConfidence confidence,
            boolean whole) {
        record Judged(double probability, boolean right) {}
        List<Judged> judged =
                examples.stream()
                        .map(
                                e ->
                                        new Judged(
                                                LogisticFit.probability(
                                                        (e.joins()
                                                                        ? confidence.joins()
                                                                        : confidence.nulls())
                                                                .stream()
                                                                        .mapToDouble(w -> w)
                                                                        .toArray(),
                                                        e.features()),
                                                e.right()))
                        .sorted((a, b) -> Double.compare(a.probability(), b.probability()))
                        .toList();
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            List<Judged> in =
                    judged.subList(
                            (int) ((long) judged.size() * bin / BINS),
                            (int) ((long) judged.size() * (bin + 1) / BINS));
            if (in.isEmpty()) {
                continue;
            }
            double mean = in.stream().mapToDouble(Judged::probability).average().orElse(0);
            double right = in.stream().mapToDouble(j -> j.right() ? 1 : 0).average().orElse(0);
            error += Math.abs(mean - right) * in.size() / judged.size();
            if (whole) {
                out.println(
                        String.format(
                                Locale.ROOT,
                                "%s\t%d\t%d\t%.4f\t%.4f",
                                name,
                                bin,
                                in.size(),
                                mean,
                                right));
            }
        }
        double mean = judged.stream().mapToDouble(Judged::probability).average().orElse(0);
        double right = judged.stream().mapToDouble(j -> j.right() ? 1 : 0).average().orElse(0);
        out.println(
                String.format(
                        Locale.ROOT,
                        "%s\tECE %.4f\t%d\t%.4f\t%.4f",
                        name,
                        error,
                        judged.size(),
                        mean,
                        right));
    }
}
