package org.muwazi.eval.quality;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.muwazi.score.Verdict;
import org.muwazi.text.Language;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * Scores and verdicts of {@code muwazi score} on human translations and on the same with seeded
 * damage of each severity: where the limits of its verdicts come from.
 */
public final class PairVerdictEvaluation {

    private static final int PAIRS = 4;

    private PairVerdictEvaluation() {}

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
            Map<String, PairEstimator> estimators = new LinkedHashMap<>();
            estimators.put(
                    "learned",
                    new PairEstimator(toolkit.encoder(), Detectors.standard(), Optional.of(model)));
            estimators.put("fast", new PairEstimator(toolkit.encoder(), Detectors.standard()));
            out.println("estimator\tpair\tdamage\tpairs\tp5\tp25\tp50\tp75\tp95\tgarbled\treview");
            for (Map.Entry<String, PairEstimator> estimator : estimators.entrySet()) {
                for (Language from : BenchmarkRows.COLUMNS) {
                    for (Language to : BenchmarkRows.COLUMNS) {
                        if (from != to) {
                            print(out, estimator, set.of(from, to));
                        }
                    }
                }
                out.println(
                        "# signature: pairs|seed:20261122|"
                                + estimator.getKey()
                                + ":"
                                + estimator.getValue().signature());
            }
        }
    }

    private static void print(
            PrintStream out, Map.Entry<String, PairEstimator> estimator, List<DamagedPair> pairs) {
        Map<String, Set<List<Variant>>> groups = new LinkedHashMap<>();
        groups.put("none", new LinkedHashSet<>());
        for (Severity severity : Severity.values()) {
            groups.put(severity.name().toLowerCase(Locale.ROOT), new LinkedHashSet<>());
        }
        for (DamagedPair pair : pairs) {
            groups.get("none").add(List.of(pair.source(), pair.clean()));
            groups.get(pair.damage().severity().name().toLowerCase(Locale.ROOT))
                    .add(List.of(pair.source(), pair.damaged()));
        }
        groups.forEach(
                (damage, texts) -> {
                    List<TranslationUnit> units = new ArrayList<>();
                    texts.forEach(
                            text -> units.add(new TranslationUnit("", text.get(0), text.get(1))));
                    if (!units.isEmpty()) {
                        out.println(
                                estimator.getKey()
                                        + "\t"
                                        + units.get(0).source().language().iso639_1()
                                        + "-"
                                        + units.get(0).target().language().iso639_1()
                                        + "\t"
                                        + damage
                                        + "\t"
                                        + line(estimator.getValue().estimate(units)));
                    }
                });
    }

    private static String line(List<QualityEstimate> estimates) {
        double[] scores = estimates.stream().mapToDouble(QualityEstimate::score).sorted().toArray();
        StringBuilder line = new StringBuilder().append(scores.length);
        for (double share : new double[] {.05, .25, .5, .75, .95}) {
            line.append(
                    String.format(
                            Locale.ROOT, "\t%.3f", scores[(int) (share * (scores.length - 1))]));
        }
        for (Verdict verdict : List.of(Verdict.GARBLED, Verdict.REVIEW)) {
            double count =
                    estimates.stream().filter(estimate -> estimate.verdict() == verdict).count();
            line.append(String.format(Locale.ROOT, "\t%.3f", count / scores.length));
        }
        return line.toString();
    }
}
