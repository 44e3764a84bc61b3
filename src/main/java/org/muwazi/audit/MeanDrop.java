package org.muwazi.audit;

import java.util.Arrays;
import java.util.Random;

/**
 * A mean with its 95 % bootstrap interval (Efron and Tibshirani 1993, percentiles).
 *
 * @param mean of the differences
 * @param low lower end
 * @param high upper end
 */
public record MeanDrop(double mean, double low, double high) {

    private static final int RESAMPLES = 1_000;
    private static final double TAIL = 0.025;

    /**
     * Of differences.
     *
     * @param drops at least one
     * @param seed of the resampling
     */
    static MeanDrop of(double[] drops, long seed) {
        Random random = new Random(seed);
        double[] means = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double sum = 0;
            for (int i = 0; i < drops.length; i++) {
                sum += drops[random.nextInt(drops.length)];
            }
            means[r] = sum / drops.length;
        }
        Arrays.sort(means);
        int tail = (int) (TAIL * RESAMPLES);
        return new MeanDrop(
                Arrays.stream(drops).average().orElseThrow(),
                means[tail],
                means[RESAMPLES - 1 - tail]);
    }
}
