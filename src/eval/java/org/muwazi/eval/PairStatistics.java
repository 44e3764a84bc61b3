package org.muwazi.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/** How well one number for each pair of documents tells pairs that belong together from others. */
final class PairStatistics {

    private final double[] scores;
    private final boolean[] together;

    /**
     * Numbers and truth.
     *
     * @param scores one a pair, higher means together
     * @param together the truth
     */
    PairStatistics(double[] scores, boolean[] together) {
        this.scores = scores.clone();
        this.together = together.clone();
    }

    /** Area under the ROC curve over the pairs that a filter lets through; ties count half. */
    double auc(IntPredicate among) {
        List<Integer> chosen = indices(among);
        double[] values = new double[chosen.size()];
        boolean[] positive = new boolean[chosen.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = scores[chosen.get(i)];
            positive[i] = together[chosen.get(i)];
        }
        return RankStatistics.aucOf(values, positive);
    }

    /** Mean of the shares of both kinds that a threshold puts on the right side. */
    double balancedAccuracy(IntPredicate among, double threshold) {
        int[] right = new int[2];
        int[] all = new int[2];
        for (int i : indices(among)) {
            int kind = together[i] ? 1 : 0;
            all[kind]++;
            right[kind] += (scores[i] >= threshold) == together[i] ? 1 : 0;
        }
        return ((double) right[0] / all[0] + (double) right[1] / all[1]) / 2;
    }

    /** The threshold with the best balanced accuracy; the middle one of the best. */
    double bestThreshold(IntPredicate among) {
        List<Integer> order = indices(among);
        order.sort((a, b) -> Double.compare(scores[a], scores[b]));
        int[] all = new int[2];
        order.forEach(i -> all[together[i] ? 1 : 0]++);
        double best = -1;
        List<Double> bests = new ArrayList<>();
        int accepted = all[1];
        int refused = 0;
        for (int at = 0; at < order.size(); at++) {
            int i = order.get(at);
            if (at == 0 || scores[i] > scores[order.get(at - 1)]) {
                double accuracy = (double) accepted / all[1] + (double) refused / all[0];
                if (accuracy > best + 1e-12) {
                    best = accuracy;
                    bests.clear();
                }
                if (accuracy >= best - 1e-12) {
                    bests.add(at == 0 ? scores[i] : (scores[i] + scores[order.get(at - 1)]) / 2);
                }
            }
            accepted -= together[i] ? 1 : 0;
            refused += together[i] ? 0 : 1;
        }
        Collections.sort(bests);
        return bests.get(bests.size() / 2);
    }

    private List<Integer> indices(IntPredicate among) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (among.test(i)) {
                indices.add(i);
            }
        }
        return indices;
    }
}
