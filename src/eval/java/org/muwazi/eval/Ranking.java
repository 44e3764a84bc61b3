package org.muwazi.eval;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Values in order, sorted once, so that a bootstrap need not sort each sample: a sample is told by
 * how often each value is in it.
 */
final class Ranking {

    private final double[] values;
    private final int[] order;

    Ranking(double[] values) {
        this.values = values.clone();
        this.order =
                IntStream.range(0, values.length)
                        .boxed()
                        .sorted((a, b) -> Double.compare(values[a], values[b]))
                        .mapToInt(i -> i)
                        .toArray();
    }

    /**
     * The rank of each value in a sample, from 1; equal values share the mean of their ranks.
     *
     * @param counts how often each value is in the sample; the rank of one that is not means
     *     nothing
     */
    double[] ranks(int[] counts) {
        double[] ranks = new double[values.length];
        long before = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            long here = 0;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                here += counts[order[to++]];
            }
            for (int k = from; k < to; k++) {
                ranks[order[k]] = before + (here + 1) / 2.0;
            }
            before += here;
            from = to;
        }
        return ranks;
    }

    /** A sample with each value once. */
    static int[] once(int n) {
        int[] counts = new int[n];
        Arrays.fill(counts, 1);
        return counts;
    }
}
