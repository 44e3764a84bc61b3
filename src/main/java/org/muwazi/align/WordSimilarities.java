package org.muwazi.align;

import java.util.List;

/**
 * How well each word of a source text (row) goes with each word of a target text (column). Cosines
 * at first, then what {@link #withDiagonal} and {@link #withNeighbours} make of them. Immutable.
 */
public final class WordSimilarities {

    private final double[][] values;
    private final int columns;

    private WordSimilarities(double[][] values, int columns) {
        this.values = values;
        this.columns = columns;
    }

    /**
     * Cosines of vectors of unit length.
     *
     * @param source one vector a source word
     * @param target one vector a target word, of the same dimension
     * @throws IllegalArgumentException if dimensions differ
     */
    public static WordSimilarities cosines(List<float[]> source, List<float[]> target) {
        double[][] values = new double[source.size()][target.size()];
        for (int i = 0; i < source.size(); i++) {
            for (int j = 0; j < target.size(); j++) {
                values[i][j] = product(source.get(i), target.get(j));
            }
        }
        return new WordSimilarities(values, target.size());
    }

    private static double product(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "dimensions " + a.length + " and " + b.length + " differ");
        }
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (double) a[k] * b[k];
        }
        return sum;
    }

    /** Number of source words. */
    public int rows() {
        return values.length;
    }

    /** Number of target words. */
    public int columns() {
        return columns;
    }

    /** The value of source word {@code i} and target word {@code j}; higher is better. */
    public double at(int i, int j) {
        return values[i][j];
    }

    /**
     * Less for words far from the diagonal.
     *
     * @param weight what is taken off where one word begins its sentence and the other ends its own
     */
    public WordSimilarities withDiagonal(double weight) {
        double[][] near = new double[rows()][columns];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns; j++) {
                double source = (i + 0.5) / rows();
                double target = (j + 0.5) / columns;
                near[i][j] = values[i][j] - weight * Math.abs(source - target);
            }
        }
        return new WordSimilarities(near, columns);
    }

    /**
     * More for words whose neighbours on the same side go well together, too: to each value comes
     * {@code share} of the value of the two words before and of the two words after.
     *
     * @param share 0 changes nothing
     */
    public WordSimilarities withNeighbours(double share) {
        double[][] helped = new double[rows()][columns];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns; j++) {
                double before = i > 0 && j > 0 ? values[i - 1][j - 1] : 0;
                double after = i + 1 < rows() && j + 1 < columns ? values[i + 1][j + 1] : 0;
                helped[i][j] = (values[i][j] + share * (before + after)) / (1 + 2 * share);
            }
        }
        return new WordSimilarities(helped, columns);
    }
}
