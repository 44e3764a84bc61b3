package org.muwazi.eval.encoder;

import org.muwazi.embed.BlockNeighbours;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.PlainNearestNeighbours;
import org.muwazi.embed.VectorBlock;
import org.muwazi.mine.Margin;
import org.muwazi.mine.MiningOptions;

/**
 * Whether each sentence finds its translation among those of all the others, from either side. With
 * {@link Margin#RATIO} as Artetxe and Schwenk (2019) score it, each cosine divided by the mean
 * cosine of both sentences to their four nearest neighbours on the other side; the best is looked
 * for among all candidates, not among those neighbours alone.
 */
final class Retrieval {

    private Retrieval() {}

    /**
     * What was found, 1 for the right sentence, 0 for another, 1/n where n candidates are equally
     * good and the right one is among them.
     */
    static final class Found {

        private final double[] forward;
        private final double[] backward;

        private Found(double[] forward, double[] backward) {
            this.forward = forward;
            this.backward = backward;
        }

        /** Of each source among the targets. */
        double[] forward() {
            return forward.clone();
        }

        /** Of each target among the sources. */
        double[] backward() {
            return backward.clone();
        }

        /** Mean of both directions, sentence by sentence. */
        double[] both() {
            double[] both = new double[forward.length];
            for (int i = 0; i < both.length; i++) {
                both[i] = (forward[i] + backward[i]) / 2;
            }
            return both;
        }
    }

    /**
     * Searches both ways.
     *
     * @param source shape (n, dimension), n at least 1
     * @param target of the same shape, each row the translation of the source's
     */
    static Found of(Embeddings source, Embeddings target, Margin margin) {
        int n = source.rows();
        if (target.rows() != n) {
            throw new IllegalArgumentException(n + " rows against " + target.rows());
        }
        double[][] scores = scores(source, target, margin);
        double[] forward = new double[n];
        double[] backward = new double[n];
        for (int i = 0; i < n; i++) {
            int row = i;
            forward[i] = first(n, i, j -> scores[row][j]);
            backward[i] = first(n, i, j -> scores[j][row]);
        }
        return new Found(forward, backward);
    }

    private static double[][] scores(Embeddings source, Embeddings target, Margin margin) {
        int n = source.rows();
        double[] sourceMeans = new double[n];
        double[] targetMeans = new double[n];
        if (margin != Margin.COSINE) {
            try (PlainNearestNeighbours search = new PlainNearestNeighbours()) {
                BlockNeighbours neighbours =
                        search.search(
                                VectorBlock.of(source),
                                VectorBlock.of(target),
                                MiningOptions.NEIGHBOURS);
                fill(sourceMeans, neighbours.forward());
                fill(targetMeans, neighbours.backward());
            }
        }
        double[][] scores = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scores[i][j] =
                        margin.score(source.cosine(i, target, j), sourceMeans[i], targetMeans[j]);
            }
        }
        return scores;
    }

    private static void fill(double[] means, BlockNeighbours.Direction neighbours) {
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            for (int rank = 0; rank < neighbours.each(); rank++) {
                sum += neighbours.product(i, rank);
            }
            means[i] = sum / neighbours.each();
        }
    }

    private interface Scores {
        double of(int candidate);
    }

    // An encoder that gives every sentence the same vector must not come out as perfect.
    private static double first(int n, int right, Scores scores) {
        double own = scores.of(right);
        int equal = 0;
        for (int j = 0; j < n; j++) {
            double score = scores.of(j);
            if (score > own) {
                return 0;
            }
            equal += score == own ? 1 : 0;
        }
        return 1.0 / equal;
    }
}
