package org.muwazi.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/*
 * Pins for a corridor through two long documents. The longest sentence of each of a few hundred groups is held against all sentences of
 * the other side, and kept where its best answer clearly beats the next three; the heaviest increasing chain of these cuts the grid
 * into rectangles, in which the same is done again with finer groups, until the rectangles are small. So the number of comparisons is
 * a constant times the length of the documents, where comparing everything with everything would be its square.
 *
 * The idea of pins and a corridor is as old as alignment (Brown et al. 1991 used paragraph marks; Moore 2002 sentence pairs of a first
 * pass); taking long sentences alone works because long sentences are seldom said twice.
 *
 * But they are said twice where an article stands inside another: its sentences are then answered beyond doubt, hundreds of lines away, and
 * a chain that follows them leaves out all that lies between. So leaving the diagonal costs something for every line: a text that is
 * really longer on one side pays it whatever the chain, a detour pays it there and back. Of a long document made of noisy pages, strict F1
 * was .877 without that cost, .897 at .0005, .917 at .002, .916 at .005, .896 with answers that must hold both ways instead, .915 with
 * both; of the whole grid it is .916.
 */
/** Pairs of sentences that answer each other beyond doubt, increasing on both sides. */
final class SparseAnchors {

    /** Groups that whole documents are cut into, and those of a rectangle between two anchors. */
    private static final int FIRST_GROUPS = 64;

    private static final int GROUPS = 12;

    /** Groups are made smaller by this where none of them gave an anchor. */
    private static final int FINER = 4;

    /** Comparisons spent on one rectangle before it is left without anchors. */
    private static final long MOST_COMPARISONS = 4_000_000;

    /** Pairs of sentences in a rectangle that needs no further anchors. */
    private static final long SMALL = 900;

    /**
     * How far the best answer must be above the mean of the next three, and how close it must be:
     * eval/results/align-large.tsv says what comes of it.
     */
    private static final double CLEARLY = 0.1;

    private static final double CLOSE = 0.4;

    private static final int NEXT = 3;

    /** What each line off the diagonal costs a chain, in the unit of an anchor's weight. */
    private static final double DETOUR = 0.002;

    private final BlockVectors source;
    private final BlockVectors target;
    private final List<int[]> anchors = new ArrayList<>();

    private SparseAnchors(BlockVectors source, BlockVectors target) {
        this.source = source;
        this.target = target;
    }

    /** The anchors of two documents; none where nothing stands out. */
    static List<int[]> of(BlockVectors source, BlockVectors target) {
        SparseAnchors search = new SparseAnchors(source, target);
        search.refine(new Rectangle(0, source.size(), 0, target.size()), FIRST_GROUPS);
        return List.copyOf(search.anchors);
    }

    private record Rectangle(int top, int bottom, int left, int right) {

        int rows() {
            return bottom - top;
        }

        int columns() {
            return right - left;
        }

        boolean isSmall() {
            return (long) rows() * columns() <= SMALL || rows() < 2 || columns() < 2;
        }
    }

    /** A sentence with its best answer. */
    private record Candidate(int row, int column, double weight) {}

    /** Adds the anchors of a rectangle in order. */
    private void refine(Rectangle whole, int groups) {
        if (whole.isSmall()) {
            return;
        }
        List<int[]> chain = List.of();
        int count = Math.min(groups, whole.rows());
        while (true) {
            chain = chain(whole, count);
            long finer = (long) Math.min(whole.rows(), count * FINER) * whole.columns();
            if (!chain.isEmpty() || count == whole.rows() || finer > MOST_COMPARISONS) {
                break;
            }
            count = Math.min(whole.rows(), count * FINER);
        }
        if (chain.isEmpty()) {
            return;
        }
        int row = whole.top();
        int column = whole.left();
        for (int[] anchor : chain) {
            refine(new Rectangle(row, anchor[0], column, anchor[1]), GROUPS);
            anchors.add(anchor);
            row = anchor[0] + 1;
            column = anchor[1] + 1;
        }
        refine(new Rectangle(row, whole.bottom(), column, whole.right()), GROUPS);
    }

    private List<int[]> chain(Rectangle in, int groups) {
        Candidate[] owner = new Candidate[in.columns()];
        for (int g = 0; g < groups; g++) {
            int from = in.top() + (int) ((long) in.rows() * g / groups);
            int to = in.top() + (int) ((long) in.rows() * (g + 1) / groups);
            Candidate candidate = candidate(longest(from, to), in);
            int at = candidate.column() - in.left();
            boolean first = owner[at] == null || candidate.weight() > owner[at].weight();
            if (candidate.weight() > 0 && first) {
                owner[at] = candidate;
            }
        }
        List<Candidate> kept =
                Arrays.stream(owner)
                        .filter(candidate -> candidate != null)
                        .sorted((a, b) -> Integer.compare(a.row(), b.row()))
                        .toList();
        return steadiest(kept, in);
    }

    /**
     * The increasing chain of most weight less its detours, from corner to corner of a rectangle;
     * time O(candidates squared).
     */
    private static List<int[]> steadiest(List<Candidate> candidates, Rectangle in) {
        List<Candidate> stops = new ArrayList<>();
        stops.add(new Candidate(in.top() - 1, in.left() - 1, 0));
        stops.addAll(candidates);
        stops.add(new Candidate(in.bottom(), in.right(), 0));
        double[] best = new double[stops.size()];
        int[] before = new int[stops.size()];
        for (int t = 1; t < stops.size(); t++) {
            best[t] = Double.NEGATIVE_INFINITY;
            Candidate to = stops.get(t);
            for (int u = 0; u < t; u++) {
                Candidate from = stops.get(u);
                int rows = to.row() - from.row();
                int columns = to.column() - from.column();
                double value = best[u] + to.weight() - DETOUR * Math.abs(rows - columns);
                if (columns > 0 && value > best[t] + PairDynamicProgram.TIE) {
                    best[t] = value;
                    before[t] = u;
                }
            }
        }
        List<int[]> chain = new ArrayList<>();
        for (int t = before[stops.size() - 1]; t > 0; t = before[t]) {
            chain.add(new int[] {stops.get(t).row(), stops.get(t).column()});
        }
        Collections.reverse(chain);
        return chain;
    }

    private int longest(int from, int to) {
        int longest = from;
        for (int i = from + 1; i < to; i++) {
            if (source.length(i, i + 1) > source.length(longest, longest + 1)) {
                longest = i;
            }
        }
        return longest;
    }

    /** The best answer in a rectangle; weight 0 where it does not stand out. */
    private Candidate candidate(int row, Rectangle in) {
        double[] top = new double[NEXT + 1];
        Arrays.fill(top, -1);
        int best = in.left();
        for (int j = in.left(); j < in.right(); j++) {
            double cosine = source.vectors().cosine(row, target.vectors(), j);
            if (cosine > top[0]) {
                best = j;
            }
            for (int at = 0; at <= NEXT; at++) {
                if (cosine > top[at]) {
                    System.arraycopy(top, at, top, at + 1, NEXT - at);
                    top[at] = cosine;
                    break;
                }
            }
        }
        int others = Math.min(NEXT, in.columns() - 1);
        double next = 0;
        for (int at = 1; at <= others; at++) {
            next += top[at] / others;
        }
        double ahead = top[0] - next;
        boolean stands = top[0] >= CLOSE && ahead >= CLEARLY;
        return new Candidate(row, best, stands ? ahead * top[0] : 0);
    }
}
