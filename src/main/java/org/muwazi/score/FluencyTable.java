package org.muwazi.score;

import java.util.Arrays;
import java.util.List;

/*
 * N-grams by 32-bit hash, sorted; a probability and a back-off weight in one byte each, in twelfths of
 * a bit. With 300,000 n-grams an unseen one is taken for a seen one in 7 of 100,000 look-ups, which
 * a mean over a sentence does not notice, and an entry takes six bytes.
 */
/** A back-off n-gram model of one language, and how surprising each of its symbols usually is. */
final class FluencyTable {

    /** One probability or back-off step, in bits. */
    static final double STEP = 1.0 / 12;

    private static final int ABSENT = 255;
    private static final int WORST = 254;
    private static final double MEAN_STEP = 1.0 / 12;
    private static final double SPREAD_STEP = 1.0 / 32;
    // What model_file.py takes for a symbol that the training text never had.
    private static final double UNKNOWN_MEAN = 0.75 * WORST * STEP;
    private static final double UNKNOWN_SPREAD = 4;
    private static final double HIGHEST = 4;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** N-grams of one length. */
    static final class Grams {
        private final int[] hashes;
        private final byte[] costs;
        private final byte[] weights;

        /**
         * Columns of one length; the arrays are kept, not copied.
         *
         * @param hashes ascending
         * @param costs of the last symbol after the others, 255 where only the weight is known
         * @param weights of backing off from this n-gram
         */
        Grams(int[] hashes, byte[] costs, byte[] weights) {
            this.hashes = hashes;
            this.costs = costs;
            this.weights = weights;
        }

        int cost(int hash) {
            int at = Arrays.binarySearch(hashes, hash);
            return at < 0 ? ABSENT : costs[at] & 0xff;
        }

        int weight(int hash) {
            int at = Arrays.binarySearch(hashes, hash);
            return at < 0 ? 0 : weights[at] & 0xff;
        }
    }

    /** Columns by symbol number; means and spreads are of the surprise in held-out text. */
    static final class Unigrams {
        private final byte[] costs;
        private final byte[] weights;
        private final byte[] means;
        private final byte[] spreads;

        /** One entry a symbol; the arrays are kept, not copied. */
        Unigrams(byte[] costs, byte[] weights, byte[] means, byte[] spreads) {
            this.costs = costs;
            this.weights = weights;
            this.means = means;
            this.spreads = spreads;
        }
    }

    private final Unigrams unigrams;
    private final List<Grams> longer;

    /**
     * The tables of one language.
     *
     * @param longer n-grams of length 2, 3 and so on
     */
    FluencyTable(Unigrams unigrams, List<Grams> longer) {
        this.unigrams = unigrams;
        this.longer = List.copyOf(longer);
    }

    /**
     * Surprise of each symbol after those before it, in bits.
     *
     * @param ids numbers of symbols, -1 for unknown ones; the start of the sentence is not among
     *     them
     */
    double[] surprise(int[] ids) {
        int[] row = new int[ids.length + 1];
        System.arraycopy(ids, 0, row, 1, ids.length);
        double[] surprise = new double[ids.length];
        for (int i = 1; i < row.length; i++) {
            surprise[i - 1] = STEP * steps(row, i);
        }
        return surprise;
    }

    private int steps(int[] row, int i) {
        int total = 0;
        for (int n = Math.min(longer.size() + 1, i + 1); n > 1; n--) {
            int found = longer.get(n - 2).cost(hash(row, i - n + 1, i + 1));
            if (found != ABSENT) {
                return total + found;
            }
            total += weight(row, i - n + 1, i);
        }
        int cost = row[i] < 0 ? ABSENT : unigrams.costs[row[i]] & 0xff;
        return total + (cost == ABSENT ? WORST : cost);
    }

    private int weight(int[] row, int from, int to) {
        if (to - from == 1) {
            return row[from] < 0 ? 0 : unigrams.weights[row[from]] & 0xff;
        }
        return longer.get(to - from - 2).weight(hash(row, from, to));
    }

    static int hash(int[] row, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = (hash ^ (row[i] + 1L)) * GOLDEN;
            hash ^= hash >>> 29;
        }
        return (int) (hash >>> 32);
    }

    /**
     * How much more surprising each symbol is than the same symbol is in good text, in standard
     * deviations, at most {@value #HIGHEST}.
     */
    double[] deviations(int[] ids, double[] surprise) {
        double[] deviations = new double[ids.length];
        for (int i = 0; i < ids.length; i++) {
            boolean known = ids[i] >= 0;
            double mean = known ? MEAN_STEP * (unigrams.means[ids[i]] & 0xff) : UNKNOWN_MEAN;
            double spread =
                    known ? SPREAD_STEP * (unigrams.spreads[ids[i]] & 0xff) : UNKNOWN_SPREAD;
            deviations[i] = Math.min(HIGHEST, (surprise[i] - mean) / spread);
        }
        return deviations;
    }
}
