package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;

/**
 * Links the words that choose each other: the similarities of a word become probabilities over the
 * words of the other side by a softmax, and a link is what has enough of it in both directions (Dou
 * &amp; Neubig 2021, "Word Alignment by Fine-tuning Embeddings on Parallel Corpora"). Its score is
 * the geometric mean of the two.
 */
public final class SoftmaxIntersection implements WordMatcher {

    private final double temperature;
    private final double threshold;

    /**
     * A rule.
     *
     * @param temperature what similarities are divided by, above 0; the lower, the fewer links
     * @param threshold least probability in both directions, above 0 and below 1
     */
    public SoftmaxIntersection(double temperature, double threshold) {
        if (!(temperature > 0) || !(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException(
                    "temperature " + temperature + ", threshold " + threshold);
        }
        this.temperature = temperature;
        this.threshold = threshold;
    }

    @Override
    public List<WordLink> match(WordSimilarities similarities) {
        int rows = similarities.rows();
        int columns = similarities.columns();
        double[][] forward = new double[rows][];
        for (int i = 0; i < rows; i++) {
            double[] row = new double[columns];
            for (int j = 0; j < columns; j++) {
                row[j] = similarities.at(i, j);
            }
            forward[i] = softmax(row);
        }
        double[][] backward = new double[columns][];
        for (int j = 0; j < columns; j++) {
            double[] column = new double[rows];
            for (int i = 0; i < rows; i++) {
                column[i] = similarities.at(i, j);
            }
            backward[j] = softmax(column);
        }
        List<WordLink> links = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (forward[i][j] > threshold && backward[j][i] > threshold) {
                    double score = Math.sqrt(forward[i][j] * backward[j][i]);
                    links.add(new WordLink(i, j, Math.min(1, score)));
                }
            }
        }
        return List.copyOf(links);
    }

    private double[] softmax(double[] values) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            highest = Math.max(highest, value);
        }
        double[] shares = new double[values.length];
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            shares[k] = Math.exp((values[k] - highest) / temperature);
            sum += shares[k];
        }
        for (int k = 0; k < values.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }
}
