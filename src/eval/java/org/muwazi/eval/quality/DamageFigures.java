package org.muwazi.eval.quality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.muwazi.eval.Bootstrap;
import org.muwazi.eval.Bootstrap.Interval;
import org.muwazi.eval.Confusion;
import org.muwazi.eval.RankStatistics;

/** What one scorer makes of twins. */
final class DamageFigures {

    /** Share of clean translations that may score below the threshold of the recall. */
    private static final double FALSE_ALARMS = 0.05;

    static final String HEADER =
            "direction\tfamily\tscorer\tpairs\tAUC\tlow\thigh\ttwin accuracy\tlow\thigh"
                    + "\trecall\tfalse alarms\tword F1\tlow\thigh\tmarked pairs";

    private final List<Twin> twins;

    DamageFigures(List<Twin> twins) {
        this.twins = List.copyOf(twins);
    }

    int size() {
        return twins.size();
    }

    /** Clean against damaged scores; the two of a twin are drawn together. */
    Interval auc() {
        int n = twins.size();
        double[] scores =
                DoubleStream.concat(
                                twins.stream().mapToDouble(twin -> twin.clean().score()),
                                twins.stream().mapToDouble(twin -> twin.damaged().score()))
                        .toArray();
        boolean[] clean = new boolean[2 * n];
        Arrays.fill(clean, 0, n, true);
        var statistic = RankStatistics.auc(scores, clean);
        return Bootstrap.of(
                n,
                counts -> {
                    int[] both = Arrays.copyOf(counts, 2 * n);
                    System.arraycopy(counts, 0, both, n, n);
                    return statistic.applyAsDouble(both);
                });
    }

    /** Share of the twins of which the clean one has the higher score; a tie is half. */
    Interval twinAccuracy() {
        return Bootstrap.mean(twins.stream().mapToDouble(Twin::won).toArray());
    }

    /** F1 of the words that the damage put there, over the pairs in which it put any. */
    Interval wordF1() {
        List<Confusion> words = marked().stream().map(Twin::words).toList();
        return Bootstrap.of(words.size(), Confusion.statistic(words, Confusion::f1));
    }

    int markedPairs() {
        return marked().size();
    }

    private List<Twin> marked() {
        return twins.stream().filter(twin -> !twin.pair().marks().isEmpty()).toList();
    }

    /**
     * The score below which so few of the clean translations lie, each counted once: what recall is
     * measured at.
     */
    double threshold() {
        Map<String, Double> clean = new HashMap<>();
        for (Twin twin : twins) {
            clean.put(twin.pair().clean().text(), twin.clean().score());
        }
        double[] sorted = clean.values().stream().mapToDouble(score -> score).sorted().toArray();
        return sorted[(int) (FALSE_ALARMS * sorted.length)];
    }

    /** The line of a table. */
    String line(String direction, String family, PairScorer scorer, double threshold) {
        double recall = share(twins.stream().mapToDouble(t -> t.damaged().score()), threshold);
        double alarms = share(twins.stream().mapToDouble(t -> t.clean().score()), threshold);
        String words = scorer.marksWords() ? wordF1().tabbed() : "\t\t";
        return String.join(
                "\t",
                direction,
                family,
                scorer.name(),
                Integer.toString(twins.size()),
                auc().tabbed(),
                twinAccuracy().tabbed(),
                String.format(Locale.ROOT, "%.4f", recall),
                String.format(Locale.ROOT, "%.4f", alarms),
                words,
                Integer.toString(markedPairs()));
    }

    private static double share(DoubleStream scores, double threshold) {
        return scores.map(score -> score < threshold ? 1 : 0).average().orElse(Double.NaN);
    }
}
