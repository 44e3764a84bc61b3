package org.muwazi.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Chains of pairs that increase on both sides. */
final class Chain {

    private static final double LEAST_WEIGHT = 1e-6;

    private Chain() {}

    /**
     * The heaviest chain that increases strictly on both sides; time O(n log columns).
     *
     * @param pairs source and target, ascending by source, one pair a source
     * @param weights of the pairs; negative ones count as next to nothing
     * @param columns targets are below this
     */
    static List<int[]> heaviest(List<int[]> pairs, double[] weights, int columns) {
        int n = pairs.size();
        // Fenwick tree of prefix maxima over the target position.
        double[] best = new double[columns + 2];
        int[] owner = new int[columns + 2];
        Arrays.fill(owner, -1);
        int[] previous = new int[n];
        double[] weight = new double[n];
        int last = -1;
        for (int t = 0; t < n; t++) {
            int column = pairs.get(t)[1];
            double before = 0;
            int from = -1;
            for (int j = column; j > 0; j -= j & -j) {
                if (best[j] > before) {
                    before = best[j];
                    from = owner[j];
                }
            }
            previous[t] = from;
            weight[t] = before + Math.max(LEAST_WEIGHT, weights[t]);
            for (int j = column + 1; j <= columns; j += j & -j) {
                if (weight[t] > best[j]) {
                    best[j] = weight[t];
                    owner[j] = t;
                }
            }
            if (last < 0 || weight[t] > weight[last]) {
                last = t;
            }
        }
        List<int[]> chain = new ArrayList<>();
        for (int t = last; t >= 0; t = previous[t]) {
            chain.add(pairs.get(t));
        }
        Collections.reverse(chain);
        return chain;
    }
}
