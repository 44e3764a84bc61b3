package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import org.muwazi.embed.CachingEncoder;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.text.SegmentedDocument;

/**
 * Whether two documents are translations of one another: measures on gold pairs, thresholds set on
 * one half of the documents and applied to the other. {@code GOLD/reject_tico/pairs.tsv} has an id
 * (tier, language pair, number of the document, kind), two files below {@code GOLD/tico}, 1 or 0,
 * and the kind: a tier for translations, {@code near} for the most similar other documents, {@code
 * random}. Even numbers are the dev half.
 */
public final class RelationsEvaluation {

    private static final int REMEMBERED = 200_000;

    /** The evidence that the shipped decision is made of; its weights are fitted here. */
    private static final List<String> EVIDENCE = List.of("mass", "margin", "anchors");

    private record Pair(
            String tier,
            String languages,
            int number,
            String source,
            boolean together,
            String kind) {

        boolean dev() {
            return number % 2 == 0;
        }
    }

    private final List<Pair> pairs = new ArrayList<>();
    private final Map<String, double[]> measures = new LinkedHashMap<>();
    private final PrintStream out;

    private RelationsEvaluation(PrintStream out) {
        this.out = out;
    }

    /** Arguments: model folder, gold folder. */
    public static void main(String[] args) throws IOException {
        RelationsEvaluation evaluation =
                new RelationsEvaluation(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        try (SentenceEncoder encoder =
                new CachingEncoder(
                        new NormalizingEncoder(OnnxSentenceEncoder.open(Path.of(args[0]))),
                        REMEMBERED)) {
            evaluation.measure(encoder, Path.of(args[1]));
            evaluation.report();
            evaluation.out.println("# signature: " + encoder.signature());
        }
    }

    private void measure(SentenceEncoder encoder, Path gold) throws IOException {
        Map<String, RelationMeasures.Text> texts = new HashMap<>();
        List<Map<String, Double>> rows = new ArrayList<>();
        int absent = 0;
        for (String line : Files.readAllLines(gold.resolve("reject_tico/pairs.tsv"))) {
            String[] field = line.split("\t", -1);
            Path source = gold.resolve("tico").resolve(field[1]);
            Path target = gold.resolve("tico").resolve(field[2]);
            if (!Files.exists(source) || !Files.exists(target)) {
                absent++;
                continue;
            }
            String[] id = field[0].split("/", -1);
            for (boolean side : List.of(true, false)) {
                Path file = side ? source : target;
                if (!texts.containsKey(file.toString())) {
                    SegmentedDocument document =
                            LineDocuments.read(file, LineDocuments.language(id[1], side));
                    texts.put(
                            file.toString(),
                            RelationMeasures.Text.of(document, encoder.encode(document.texts())));
                }
            }
            pairs.add(
                    new Pair(
                            id[0],
                            id[1],
                            Integer.parseInt(id[2]),
                            field[1],
                            field[3].equals("1"),
                            field[4]));
            rows.add(
                    RelationMeasures.of(
                            texts.get(source.toString()), texts.get(target.toString())));
        }
        for (String name : rows.get(0).keySet()) {
            measures.put(name, rows.stream().mapToDouble(row -> row.get(name)).toArray());
        }
        out.println("# pairs: " + rows.size() + " measured, " + absent + " without their files");
    }

    private void report() {
        out.println(
                "measure\tpairs\tAUC near\tAUC random\tAUC all\tthreshold\tdev: all\ttest: near"
                        + "\ttest: all\thalves swapped: all");
        derived();
        measures.forEach(
                (name, scores) -> {
                    if (name.equals("shipped")) {
                        row(name, scores, 0.5, 0.5);
                    } else if (!name.equals("anchors") && !name.contains("share")) {
                        row(name, scores);
                    }
                });
        logistic("logistic", EVIDENCE, true);
        logistic(
                "logistic, run, mean best",
                List.of("mass", "margin", "anchors", "longest run of beads", "mean best cosine"),
                false);
        logistic(
                "logistic, numbers and names",
                List.of(
                        "mass",
                        "margin",
                        "anchors",
                        "number agreement",
                        "shared numbers and names"),
                false);
        whole();
    }

    /** Measures that need the other pairs. */
    private void derived() {
        double[] mass = measures.get("mass");
        double[] byLanguages = new double[mass.length];
        double[] lessNext = new double[mass.length];
        for (int i = 0; i < mass.length; i++) {
            Pair pair = pairs.get(i);
            double next = 0;
            List<Double> typical = new ArrayList<>();
            for (int j = 0; j < mass.length; j++) {
                Pair other = pairs.get(j);
                if (j != i && other.source().equals(pair.source())) {
                    next = Math.max(next, mass[j]);
                }
                if (other.dev() && other.together() && other.languages().equals(pair.languages())) {
                    typical.add(mass[j]);
                }
            }
            typical.sort(Double::compare);
            byLanguages[i] = mass[i] / typical.get(typical.size() / 2);
            lessNext[i] = mass[i] - next;
        }
        measures.put("mass over the typical of its languages", byLanguages);
        measures.put("mass - next best of its source", lessNext);
    }

    private void row(String name, double[] scores) {
        PairStatistics statistics = statistics(scores);
        row(
                name,
                scores,
                statistics.bestThreshold(i -> pairs.get(i).dev()),
                statistics.bestThreshold(i -> !pairs.get(i).dev()));
    }

    private void row(String name, double[] scores, double threshold, double swapped) {
        out.println(line(name, scores, threshold) + format(swappedAccuracy(scores, swapped)));
    }

    private String line(String name, double[] scores, double threshold) {
        PairStatistics statistics = statistics(scores);
        StringBuilder line = new StringBuilder(name + "\t" + pairs.size());
        for (String kind : List.of("near", "random", "all")) {
            line.append(format(statistics.auc(i -> isOf(kind, i))));
        }
        line.append(format(threshold));
        line.append(format(statistics.balancedAccuracy(i -> pairs.get(i).dev(), threshold)));
        for (String kind : List.of("near", "all")) {
            IntPredicate test = i -> !pairs.get(i).dev() && isOf(kind, i);
            line.append(format(statistics.balancedAccuracy(test, threshold)));
        }
        return line.toString();
    }

    private double swappedAccuracy(double[] scores, double threshold) {
        return statistics(scores).balancedAccuracy(i -> pairs.get(i).dev(), threshold);
    }

    private boolean isOf(String kind, int i) {
        Pair pair = pairs.get(i);
        return pair.together() || kind.equals("all") || pair.kind().equals(kind);
    }

    private PairStatistics statistics(double[] scores) {
        boolean[] together = new boolean[pairs.size()];
        for (int i = 0; i < together.length; i++) {
            together[i] = pairs.get(i).together();
        }
        return new PairStatistics(scores, together);
    }

    private void logistic(String name, List<String> of, boolean shown) {
        double[][] features = new double[pairs.size()][of.size()];
        boolean[] together = new boolean[pairs.size()];
        for (int i = 0; i < together.length; i++) {
            together[i] = pairs.get(i).together();
            for (int k = 0; k < of.size(); k++) {
                features[i][k] = measures.get(of.get(k))[i];
            }
        }
        LogisticFit dev = LogisticFit.of(features, together, i -> pairs.get(i).dev());
        LogisticFit test = LogisticFit.of(features, together, i -> !pairs.get(i).dev());
        double[] scores = new double[together.length];
        double[] swapped = new double[together.length];
        for (int i = 0; i < together.length; i++) {
            scores[i] = dev.logOdds(features[i]);
            swapped[i] = test.logOdds(features[i]);
        }
        // The threshold of a logistic is even odds: it was set with the weights.
        out.println(line(name, scores, 0) + format(swappedAccuracy(swapped, 0)));
        if (shown) {
            StringBuilder weights = new StringBuilder("# weights of " + name + ":");
            for (int k = 0; k <= of.size(); k++) {
                String feature = k < of.size() ? of.get(k) : "constant";
                weights.append(String.format(Locale.ROOT, " %s %.2f", feature, dev.weights()[k]));
            }
            out.println(weights);
        }
    }

    /** Whole or partial: clean translations against truncated ones by the smaller aligned share. */
    private void whole() {
        boolean[] clean = new boolean[pairs.size()];
        for (int i = 0; i < clean.length; i++) {
            clean[i] = pairs.get(i).tier().equals("clean");
        }
        PairStatistics statistics =
                new PairStatistics(measures.get("smaller aligned share"), clean);
        IntPredicate asked = i -> pairs.get(i).together() && !pairs.get(i).tier().equals("noisy");
        double threshold = statistics.bestThreshold(i -> asked.test(i) && pairs.get(i).dev());
        out.println(
                String.format(
                        Locale.ROOT,
                        "# whole or truncated, by the smaller aligned share: AUC %.4f, threshold"
                                + " of dev %.3f, test %.4f",
                        statistics.auc(asked),
                        threshold,
                        statistics.balancedAccuracy(
                                i -> asked.test(i) && !pairs.get(i).dev(), threshold)));
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "\t%.4f", value);
    }
}
