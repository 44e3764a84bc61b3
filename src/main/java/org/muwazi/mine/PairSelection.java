package org.muwazi.mine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/*
 * Candidates are the nearest neighbours in either direction. Taking all of them, only the best of
 * each direction, or only those that both directions agree on makes no difference beyond .001 of
 * F1, since each sentence is used once and the best pairs choose first (mean of best F1 on dev, all
 * pairs .9329, either direction .9329, both .9336; source to target alone .9332).
 */
/** Chooses the pairs that stand: best first, each sentence once. */
public final class PairSelection {

    // Fewer mutual neighbours than this tell no usual ratio of lengths; none is then taken off.
    private static final int ENOUGH_FOR_RATIO = 30;

    private final Neighbours neighbours;
    private final SentenceTraits source;
    private final SentenceTraits target;
    private final MiningOptions options;
    private final double usualLogRatio;
    private final boolean ratioKnown;

    private PairSelection(
            Neighbours neighbours,
            SentenceTraits source,
            SentenceTraits target,
            MiningOptions options) {
        this.neighbours = neighbours;
        this.source = source;
        this.target = target;
        this.options = options;
        double[] ratios = mutualLogRatios();
        Arrays.sort(ratios);
        this.ratioKnown = ratios.length >= ENOUGH_FOR_RATIO;
        int middle = ratios.length / 2;
        this.usualLogRatio =
                !ratioKnown
                        ? 0
                        : ratios.length % 2 == 1
                                ? ratios[middle]
                                : (ratios[middle - 1] + ratios[middle]) / 2;
    }

    /**
     * Pairs of two collections.
     *
     * @return best first; of equal scores the lower source first, then the lower target
     */
    public static List<MinedPair> select(
            Neighbours neighbours,
            SentencePool source,
            SentencePool target,
            MiningOptions options) {
        PairSelection selection =
                new PairSelection(neighbours, source.traits(), target.traits(), options);
        return selection.greedy(selection.candidates(false), source.size(), target.size());
    }

    /** Pairs within one collection, each once, the lower sentence as the source. */
    public static List<MinedPair> selectWithin(
            Neighbours neighbours, SentencePool pool, MiningOptions options) {
        PairSelection selection =
                new PairSelection(neighbours, pool.traits(), pool.traits(), options);
        List<MinedPair> pairs = new ArrayList<>();
        boolean[] used = new boolean[pool.size()];
        for (MinedPair pair : selection.sorted(selection.candidates(true))) {
            if (!used[pair.source()] && !used[pair.target()]) {
                used[pair.source()] = true;
                used[pair.target()] = true;
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private double[] mutualLogRatios() {
        NeighbourTable forward = neighbours.forward();
        NeighbourTable backward = neighbours.backward();
        double[] ratios = new double[forward.rows()];
        int count = 0;
        for (int i = 0; i < forward.rows(); i++) {
            if (forward.count(i) > 0) {
                int j = forward.neighbour(i, 0);
                if (backward.neighbour(j, 0) == i) {
                    ratios[count++] = logRatio(i, j);
                }
            }
        }
        return Arrays.copyOf(ratios, count);
    }

    private double logRatio(int i, int j) {
        return Math.log((double) target.length(j) / source.length(i));
    }

    private List<MinedPair> candidates(boolean within) {
        NeighbourTable forward = neighbours.forward();
        NeighbourTable backward = neighbours.backward();
        double[] targetMeans = means(backward);
        double[] sourceMeans = means(forward);
        List<MinedPair> found = new ArrayList<>();
        for (int i = 0; i < forward.rows(); i++) {
            for (int rank = 0; rank < forward.count(i); rank++) {
                int j = forward.neighbour(i, rank);
                double cosine = forward.similarity(i, rank);
                // Within one collection each pair is met from both ends.
                if (!within || i < j || !isNeighbour(forward, j, i)) {
                    int low = within ? Math.min(i, j) : i;
                    int high = within ? Math.max(i, j) : j;
                    add(found, low, high, margin(cosine, sourceMeans[i], targetMeans[j]));
                }
            }
        }
        for (int j = 0; j < backward.rows() && !within; j++) {
            for (int rank = 0; rank < backward.count(j); rank++) {
                int i = backward.neighbour(j, rank);
                if (!isNeighbour(forward, i, j)) {
                    double cosine = backward.similarity(j, rank);
                    add(found, i, j, margin(cosine, sourceMeans[i], targetMeans[j]));
                }
            }
        }
        return found;
    }

    private static double[] means(NeighbourTable table) {
        double[] means = new double[table.rows()];
        for (int row = 0; row < means.length; row++) {
            means[row] = table.mean(row);
        }
        return means;
    }

    private static boolean isNeighbour(NeighbourTable table, int row, int neighbour) {
        for (int rank = 0; rank < table.count(row); rank++) {
            if (table.neighbour(row, rank) == neighbour) {
                return true;
            }
        }
        return false;
    }

    private double margin(double cosine, double sourceMean, double targetMean) {
        return options.margin().score(cosine, sourceMean, targetMean);
    }

    private void add(List<MinedPair> found, int i, int j, double margin) {
        double mismatch = SentenceTraits.numberMismatch(source, i, target, j);
        double ratio = ratioKnown ? logRatio(i, j) - usualLogRatio : 0;
        float score = (float) (margin - options.penalties().of(mismatch, ratio));
        if (score >= options.threshold()) {
            found.add(new MinedPair(i, j, score));
        }
    }

    private List<MinedPair> greedy(List<MinedPair> candidates, int sources, int targets) {
        boolean[] sourceUsed = new boolean[sources];
        boolean[] targetUsed = new boolean[targets];
        List<MinedPair> pairs = new ArrayList<>();
        for (MinedPair pair : sorted(candidates)) {
            if (!sourceUsed[pair.source()] && !targetUsed[pair.target()]) {
                sourceUsed[pair.source()] = true;
                targetUsed[pair.target()] = true;
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private List<MinedPair> sorted(List<MinedPair> candidates) {
        candidates.sort(
                (a, b) -> {
                    int order = Float.compare(b.score(), a.score());
                    order = order == 0 ? Integer.compare(a.source(), b.source()) : order;
                    return order == 0 ? Integer.compare(a.target(), b.target()) : order;
                });
        return candidates;
    }
}
