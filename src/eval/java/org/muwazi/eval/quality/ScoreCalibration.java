package org.muwazi.eval.quality;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muwazi.cli.Toolkit;
import org.muwazi.damage.DamagedPair;
import org.muwazi.embed.onnx.OnnxQualityModel;
import org.muwazi.eval.BenchmarkRows;
import org.muwazi.score.Detectors;
import org.muwazi.score.PairEstimator;
import org.muwazi.score.QualityEstimate;
import org.muwazi.score.Severity;
import org.muwazi.text.Language;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * Sets the limits of {@code muwazi score} for each direction, on one half of the source sentences
 * of the benchmarks, and measures on the other half what they keep: false alarms on human
 * translations, damage that is seen, and how many of the pairs called good have a critical error
 * where one pair in 20, 10 or 5 has one. A reliability table says how often a score was right.
 *
 * <p>The limits are split conformal: the k-th lowest score of n good translations, k the whole part
 * of share times n + 1, is not reached by more than that share of other good ones (Vovk, Gammerman
 * and Shafer 2005).
 */
public final class ScoreCalibration {

    private static final int PAIRS = 24;
    private static final double GARBLED_SHARE = 0.01;
    private static final double REVIEW_SHARE = 0.05;
    private static final List<Double> PRIORS = List.of(0.05, 0.1, 0.2);
    private static final int BINS = 10;

    private final PrintStream out;
    private final Map<String, List<Double>> clean = new LinkedHashMap<>();
    private final Map<String, List<Double>> critical = new LinkedHashMap<>();

    private ScoreCalibration(PrintStream out) {
        this.out = out;
    }

    /** Arguments: folder of the models, folder with the benchmarks. */
    public static void main(String[] args) throws IOException {
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path models = Path.of(args[0]);
        DamagedSet set = new DamagedSet(Path.of(args[1]), PAIRS);
        try (Toolkit toolkit = Toolkit.open(models);
                OnnxQualityModel model =
                        OnnxQualityModel.open(models.resolve(Toolkit.QUALITY_MODEL))) {
            ScoreCalibration calibration = new ScoreCalibration(out);
            out.println(
                    "part\testimator\tfrom\tto\tgarbled below\treview below\tset on\ttested on"
                            + "\tgood garbled\tgood review\tcritical pairs\tcritical garbled"
                            + "\tcritical review\tgood called good"
                            + "\tcritical among called good, prior 5 %\tprior 10 %\tprior 20 %");
            for (String name : List.of("learned", "fast")) {
                PairEstimator estimator =
                        new PairEstimator(
                                toolkit.encoder(),
                                Detectors.standard(),
                                name.equals("learned") ? Optional.of(model) : Optional.empty());
                for (Language from : BenchmarkRows.COLUMNS) {
                    for (Language to : BenchmarkRows.COLUMNS) {
                        if (from != to) {
                            calibration.direction(name, estimator, set.of(from, to));
                        }
                    }
                }
                calibration.reliability(name);
                out.println(
                        "# signature: score-limits|seed:20261122|pairs:"
                                + PAIRS
                                + "|"
                                + name
                                + ":"
                                + estimator.signature().name());
            }
        }
    }

    /** The score by which a pair is called good: below every limit where a finding forbids it. */
    private static double asCalled(QualityEstimate estimate) {
        return PairEstimator.hasSureCriticalFinding(estimate.findings())
                ? Math.min(estimate.score(), 0)
                : estimate.score();
    }

    private void direction(String name, PairEstimator estimator, List<DamagedPair> pairs) {
        Set<List<Variant>> human = new LinkedHashSet<>();
        Set<List<Variant>> bad = new LinkedHashSet<>();
        for (DamagedPair pair : pairs) {
            human.add(List.of(pair.source(), pair.clean()));
            if (pair.damage().severity() == Severity.CRITICAL) {
                bad.add(List.of(pair.source(), pair.damaged()));
            }
        }
        List<List<QualityEstimate>> halves = estimates(estimator, human);
        List<QualityEstimate> broken = estimates(estimator, bad).get(1);
        List<QualityEstimate> set = halves.get(0);
        List<QualityEstimate> test = halves.get(1);
        double garbled =
                limit(set.stream().mapToDouble(QualityEstimate::score).toArray(), GARBLED_SHARE);
        double review =
                Math.max(
                        garbled,
                        limit(
                                set.stream().mapToDouble(ScoreCalibration::asCalled).toArray(),
                                REVIEW_SHARE));
        double good = calledGood(test, review);
        double missed = calledGood(broken, review);
        StringBuilder line =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "limits\t%s\t%s\t%s\t%.3f\t%.3f\t%d\t%d\t%.3f\t%.3f\t%d\t%.3f\t%.3f\t%.3f",
                                name,
                                pairs.get(0).source().language().iso639_1(),
                                pairs.get(0).clean().language().iso639_1(),
                                garbled,
                                review,
                                set.size(),
                                test.size(),
                                below(test, garbled),
                                1 - good - below(test, garbled),
                                broken.size(),
                                below(broken, garbled),
                                1 - missed - below(broken, garbled),
                                good));
        for (double prior : PRIORS) {
            double wrong = prior * missed;
            line.append(String.format(Locale.ROOT, "\t%.3f", wrong / (wrong + (1 - prior) * good)));
        }
        out.println(line);
        test.forEach(e -> clean.computeIfAbsent(name, k -> new ArrayList<>()).add(asCalled(e)));
        broken.forEach(
                e -> critical.computeIfAbsent(name, k -> new ArrayList<>()).add(asCalled(e)));
    }

    /** Estimates of the half to set limits on and of the half to test them on, by the source. */
    private static List<List<QualityEstimate>> estimates(
            PairEstimator estimator, Set<List<Variant>> texts) {
        List<List<TranslationUnit>> halves = List.of(new ArrayList<>(), new ArrayList<>());
        for (List<Variant> text : texts) {
            // Both directions and all damage of a sentence are in one half.
            int half =
                    Math.floorMod(text.get(0).text().length() + text.get(0).text().hashCode(), 2);
            halves.get(half).add(new TranslationUnit("", text.get(0), text.get(1)));
        }
        return List.of(estimator.estimate(halves.get(0)), estimator.estimate(halves.get(1)));
    }

    private static double limit(double[] scores, double share) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int rank = (int) (share * (sorted.length + 1));
        // Rounded down, so that no good translation is added.
        return rank == 0 ? 0 : Math.max(0, Math.floor(sorted[rank - 1] * 1000) / 1000);
    }

    private static double below(List<QualityEstimate> estimates, double limit) {
        return estimates.stream().mapToDouble(e -> e.score() < limit ? 1 : 0).average().orElse(0);
    }

    private static double calledGood(List<QualityEstimate> estimates, double limit) {
        return estimates.stream()
                .mapToDouble(e -> asCalled(e) >= limit ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** Of the tested pairs in each tenth of the scores: how many have a critical error. */
    private void reliability(String name) {
        double[] good = new double[BINS];
        double[] bad = new double[BINS];
        clean.get(name).forEach(score -> good[bin(score)] += 1.0 / clean.get(name).size());
        critical.get(name).forEach(score -> bad[bin(score)] += 1.0 / critical.get(name).size());
        for (int b = 0; b < BINS; b++) {
            StringBuilder line =
                    new StringBuilder(
                            String.format(
                                    Locale.ROOT,
                                    "reliability\t%s\tall\tall\t%.1f\t%.1f\t\t\t%.4f\t\t\t%.4f\t\t",
                                    name,
                                    (double) b / BINS,
                                    (b + 1.0) / BINS,
                                    good[b],
                                    bad[b]));
            for (double prior : PRIORS) {
                double wrong = prior * bad[b];
                double all = wrong + (1 - prior) * good[b];
                line.append(all == 0 ? "\t" : String.format(Locale.ROOT, "\t%.3f", wrong / all));
            }
            out.println(line);
        }
    }

    private static int bin(double score) {
        return Math.min(BINS - 1, (int) (score * BINS));
    }
}
