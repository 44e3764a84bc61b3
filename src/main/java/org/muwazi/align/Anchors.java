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
            for (int j = 0; j < columns; j++) {
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
        List<int[]> chain = heaviestChain(mutual, blocks);
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
        double others = (double) rows * columns - chain.size();
        double background =
                (all - chained + PRIOR_BACKGROUND * PRIOR_PAIRS) / (others + PRIOR_PAIRS);
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
     * Heaviest chain that increases strictly on both sides; quadratic in the number of mutual
     * pairs, which is at most the shorter side.
     */
    private static List<int[]> heaviestChain(List<int[]> pairs, PairBlocks blocks) {
        int n = pairs.size();
        int columns = blocks.targets();
        // Fenwick tree of prefix maxima over the target position.
        double[] best = new double[columns + 2];
        int[] owner = new int[columns + 2];
        java.util.Arrays.fill(owner, -1);
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
            weight[t] = before + Math.max(1e-6, blocks.similarity(pairs.get(t)[0], column));
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
