package org.muwazi.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The surest pairs of two documents: mutual best matches on the heaviest increasing chain. They
 * tell what the document is like.
 */
record Anchors(
        List<int[]> pairs,
        double medianSimilarity,
        double backgroundSimilarity,
        double lengthRatio) {

    /**
     * Mean cosine of unrelated sentences under the default encoder
     * (eval/results/align-background.tsv), and how many pairs it is worth.
     */
    private static final double PRIOR_BACKGROUND = 0.1;

    private static final double PRIOR_PAIRS = 12;

    /**
     * Rows and columns of the grid of pairs that the background of a long document is taken from.
     */
    private static final int SAMPLES = 300;

    /** Characters on each side that pull the length ratio of short documents towards 1. */
    private static final double PRIOR_CHARACTERS = 200;

    static Anchors of(PairBlocks blocks) {
        int rows = blocks.sources();
        int columns = blocks.targets();
        int[] bestOfRow = new int[rows];
        int[] bestOfColumn = new int[columns];
        java.util.Arrays.fill(bestOfRow, -1);
        java.util.Arrays.fill(bestOfColumn, -1);
        double all = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = blocks.firstColumn(i); j < blocks.endColumn(i); j++) {
                double similarity = blocks.similarity(i, j);
                all += similarity;
                if (bestOfRow[i] < 0 || similarity > blocks.similarity(i, bestOfRow[i])) {
                    bestOfRow[i] = j;
                }
                if (bestOfColumn[j] < 0 || similarity > blocks.similarity(bestOfColumn[j], j)) {
                    bestOfColumn[j] = i;
                }
            }
        }
        List<int[]> mutual = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            if (bestOfRow[i] >= 0 && bestOfColumn[bestOfRow[i]] == i) {
                mutual.add(new int[] {i, bestOfRow[i]});
            }
        }
        double[] weights = new double[mutual.size()];
        for (int t = 0; t < weights.length; t++) {
            weights[t] = blocks.similarity(mutual.get(t)[0], mutual.get(t)[1]);
        }
        List<int[]> chain = Chain.heaviest(mutual, weights, columns);
        double chained = 0;
        double sourceCharacters = PRIOR_CHARACTERS;
        double targetCharacters = PRIOR_CHARACTERS;
        List<Double> similarities = new ArrayList<>();
        for (int[] pair : chain) {
            double similarity = blocks.similarity(pair[0], pair[1]);
            chained += similarity;
            similarities.add(similarity);
            if (similarity > 0.5) {
                sourceCharacters += blocks.sourceLength(pair[0], pair[0] + 1);
                targetCharacters += blocks.targetLength(pair[1], pair[1] + 1);
            }
        }
        Collections.sort(similarities);
        double others = (double) blocks.cells() - chain.size();
        boolean banded = blocks.cells() < (long) rows * columns;
        double background =
                banded
                        ? sampled(blocks)
                        : (all - chained + PRIOR_BACKGROUND * PRIOR_PAIRS) / (others + PRIOR_PAIRS);
        int middle = similarities.size() / 2;
        double median =
                similarities.isEmpty()
                        ? 0.5
                        : similarities.size() % 2 == 1
                                ? similarities.get(middle)
                                : (similarities.get(middle - 1) + similarities.get(middle)) / 2;
        return new Anchors(chain, median, background, sourceCharacters / targetCharacters);
    }

    /**
     * Mean cosine of a grid of pairs laid over both documents: near the diagonal alone sentences
     * are more alike than elsewhere.
     */
    private static double sampled(PairBlocks blocks) {
        int rowStep = Math.max(1, blocks.sources() / SAMPLES);
        int columnStep = Math.max(1, blocks.targets() / SAMPLES);
        double sum = 0;
        int count = 0;
        for (int i = rowStep / 2; i < blocks.sources(); i += rowStep) {
            for (int j = columnStep / 2; j < blocks.targets(); j += columnStep) {
                sum += blocks.similarity(i, j);
                count++;
            }
        }
        return (sum + PRIOR_BACKGROUND * PRIOR_PAIRS) / (count + PRIOR_PAIRS);
    }
}
