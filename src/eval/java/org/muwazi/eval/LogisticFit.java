package org.muwazi.eval;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Logistic regression by Newton's method; {@link #of} weights both classes alike, with a ridge on
 * standardised weights.
 */
final class LogisticFit {

    private static final double RIDGE = 1e-3;
    private static final int STEPS = 30;

    private final double[] weights;

    private LogisticFit(double[] weights) {
        this.weights = weights;
    }

    /**
     * Fits.
     *
     * @param features one row an example, all of one length
     * @param truth one an example
     * @param among the examples to fit on
     */
    static LogisticFit of(double[][] features, boolean[] truth, IntPredicate among) {
        int n = features[0].length;
        double[] mean = new double[n + 1];
        double[] deviation = new double[n + 1];
        int[] count = new int[2];
        for (int i = 0; i < truth.length; i++) {
            if (among.test(i)) {
                count[truth[i] ? 1 : 0]++;
                for (int k = 0; k < n; k++) {
                    mean[k] += features[i][k];
                    deviation[k] += features[i][k] * features[i][k];
                }
            }
        }
        int all = count[0] + count[1];
        for (int k = 0; k < n; k++) {
            mean[k] /= all;
            deviation[k] = Math.sqrt(Math.max(1e-12, deviation[k] / all - mean[k] * mean[k]));
        }
        double[][] rows = new double[all][];
        boolean[] positive = new boolean[all];
        double[] weight = new double[all];
        for (int i = 0, at = 0; i < truth.length; i++) {
            if (among.test(i)) {
                double[] row = new double[n + 1];
                for (int k = 0; k < n; k++) {
                    row[k] = (features[i][k] - mean[k]) / deviation[k];
                }
                row[n] = 1;
                rows[at] = row;
                positive[at] = truth[i];
                weight[at++] = all / 2.0 / count[truth[i] ? 1 : 0];
            }
        }
        double[] ridge = new double[n + 1];
        Arrays.fill(ridge, 0, n, RIDGE * all);
        double[] w = newton(rows, positive, weight, ridge);
        for (int k = 0; k < n; k++) {
            w[k] /= deviation[k];
            w[n] -= w[k] * mean[k];
        }
        return new LogisticFit(w);
    }

    /**
     * Weights of the columns by Newton's method, nothing standardised and no constant added.
     *
     * @param rows one an example
     * @param truth one an example
     * @param weight of each example
     * @param ridge penalty on the square of each weight, twice over
     */
    static double[] newton(double[][] rows, boolean[] truth, double[] weight, double[] ridge) {
        int n = ridge.length;
        double[] w = new double[n];
        for (int step = 0; step < STEPS; step++) {
            double[][] system = new double[n][n + 1];
            for (int k = 0; k < n; k++) {
                system[k][k] = ridge[k];
                system[k][n] = ridge[k] * w[k];
            }
            for (int i = 0; i < rows.length; i++) {
                add(system, rows[i], w, truth[i], weight[i]);
            }
            double[] change = solve(system);
            for (int k = 0; k < n; k++) {
                w[k] -= change[k];
            }
        }
        return w;
    }

    private static void add(
            double[][] system, double[] row, double[] w, boolean truth, double weight) {
        double p = probability(w, row);
        for (int k = 0; k < row.length; k++) {
            system[k][row.length] += weight * (p - (truth ? 1 : 0)) * row[k];
            for (int m = 0; m < row.length; m++) {
                system[k][m] += weight * p * (1 - p) * row[k] * row[m];
            }
        }
    }

    /** What weights say of one example: the probability that it is true. */
    static double probability(double[] w, double[] row) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += w[k] * row[k];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Gauss-Jordan elimination with pivots. */
    private static double[] solve(double[][] system) {
        int n = system.length;
        for (int a = 0; a < n; a++) {
            int pivot = a;
            for (int r = a + 1; r < n; r++) {
                pivot = Math.abs(system[r][a]) > Math.abs(system[pivot][a]) ? r : pivot;
            }
            double[] swapped = system[a];
            system[a] = system[pivot];
            system[pivot] = swapped;
            for (int r = 0; r < n; r++) {
                double factor = r == a ? 0 : system[r][a] / system[a][a];
                for (int c = a; c <= n && factor != 0; c++) {
                    system[r][c] -= factor * system[a][c];
                }
            }
        }
        double[] solution = new double[n];
        for (int k = 0; k < n; k++) {
            solution[k] = system[k][n] / system[k][k];
        }
        return solution;
    }

    /** The log odds of an example. */
    double logOdds(double[] features) {
        double sum = weights[features.length];
        for (int k = 0; k < features.length; k++) {
            sum += weights[k] * features[k];
        }
        return sum;
    }

    /** One weight a feature, then the constant. */
    double[] weights() {
        return weights.clone();
    }
}
