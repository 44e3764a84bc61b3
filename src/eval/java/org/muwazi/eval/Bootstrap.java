package org.muwazi.eval;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Confidence intervals by resampling examples (Efron & Tibshirani 1993, percentile interval). */
public final class Bootstrap {

    private static final int RESAMPLES = 1000;
    private static final double TAIL = 0.025;
    private static final long SEED = 20_261_122L;

    private Bootstrap() {}

    /**
     * A figure with its 95 % interval.
     *
     * @param value of the examples as they are
     * @param low 2.5th percentile of the resamples; not a number where no resample has a value
     * @param high 97.5th percentile
     */
    public record Interval(double value, double low, double high) {

        /** Value, low and high with four decimals by tabs, empty for what is not a number. */
        public String tabbed() {
            return figure(value) + "\t" + figure(low) + "\t" + figure(high);
        }

        private static String figure(double value) {
            return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
        }
    }

    /**
     * The interval of a statistic over {@code n} examples, which are drawn with replacement a
     * thousand times; the same examples give the same interval. Resamples for which the statistic
     * is not a number (a class did not come up) are left out.
     *
     * @param statistic of a sample, told by how often each example is in it
     */
    public static Interval of(int n, ToDoubleFunction<int[]> statistic) {
        double value = n == 0 ? Double.NaN : statistic.applyAsDouble(Ranking.once(n));
        Random random = new Random(SEED);
        double[] values = new double[n == 0 ? 0 : RESAMPLES];
        for (int r = 0; r < values.length; r++) {
            int[] counts = new int[n];
            for (int i = 0; i < n; i++) {
                counts[random.nextInt(n)]++;
            }
            values[r] = statistic.applyAsDouble(counts);
        }
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return new Interval(value, percentile(sorted, TAIL), percentile(sorted, 1 - TAIL));
    }

    /** The mean with its interval. */
    public static Interval mean(double[] values) {
        return of(
                values.length,
                counts -> {
                    double sum = 0;
                    long n = 0;
                    for (int i = 0; i < values.length; i++) {
                        sum += counts[i] * values[i];
                        n += counts[i];
                    }
                    return sum / n;
                });
    }

    private static double percentile(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
