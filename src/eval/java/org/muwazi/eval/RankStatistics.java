package org.muwazi.eval;

import java.util.function.ToDoubleFunction;

/**
 * Rank correlation and the area under the ROC curve, each as a function of how often each example
 * is in a sample.
 */
public final class RankStatistics {

    private RankStatistics() {}

    /**
     * Spearman's rank correlation: Pearson's of the ranks, ties sharing their mean rank. Not a
     * number where one side is all alike.
     *
     * @param x one an example
     * @param y one an example
     */
    public static ToDoubleFunction<int[]> spearman(double[] x, double[] y) {
        requireSame(x.length, y.length);
        Ranking first = new Ranking(x);
        Ranking second = new Ranking(y);
        return counts -> pearson(first.ranks(counts), second.ranks(counts), counts);
    }

    /** The same with each example once. */
    public static double spearmanOf(double[] x, double[] y) {
        return spearman(x, y).applyAsDouble(Ranking.once(x.length));
    }

    /**
     * Share of the pairs of a positive and a negative example in which the positive one has the
     * higher score; ties count half. Not a number where one kind is missing.
     */
    public static ToDoubleFunction<int[]> auc(double[] scores, boolean[] positive) {
        requireSame(scores.length, positive.length);
        Ranking ranking = new Ranking(scores);
        return counts -> {
            double[] ranks = ranking.ranks(counts);
            double sum = 0;
            long positives = 0;
            long all = 0;
            for (int i = 0; i < ranks.length; i++) {
                all += counts[i];
                if (positive[i]) {
                    sum += counts[i] * ranks[i];
                    positives += counts[i];
                }
            }
            double over = sum - positives * (positives + 1) / 2.0;
            return over / ((double) positives * (all - positives));
        };
    }

    /** The same with each example once. */
    public static double aucOf(double[] scores, boolean[] positive) {
        return auc(scores, positive).applyAsDouble(Ranking.once(scores.length));
    }

    private static void requireSame(int first, int second) {
        if (first != second) {
            throw new IllegalArgumentException(first + " values beside " + second);
        }
    }

    private static double pearson(double[] x, double[] y, int[] counts) {
        double n = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            n += counts[i];
            meanX += counts[i] * x[i];
            meanY += counts[i] * y[i];
        }
        meanX /= n;
        meanY /= n;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += counts[i] * (x[i] - meanX) * (x[i] - meanX);
            yy += counts[i] * (y[i] - meanY) * (y[i] - meanY);
            xy += counts[i] * (x[i] - meanX) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
