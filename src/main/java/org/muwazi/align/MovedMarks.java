package org.muwazi.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/*
 * Which of two crossing beads has moved? The fewest that must be taken away for the rest to ascend. Where two sets are equally small, as
 * with two sentences that changed places, nobody can say which of the two moved, and both did. So a bead stands in its place exactly
 * if every longest ascending chain of joining beads holds it; swapping the sides changes nothing in that.
 */
/** Marks the joining beads that are out of order, and puts all beads into the one order. */
final class MovedMarks {

    private MovedMarks() {}

    /**
     * The same beads, marked and in order: joining and null beads in the order of the source,
     * insertions where they stand in the target.
     *
     * @param beads a partition in any order; marks and the empty sides of null beads are not looked
     *     at
     */
    static List<Bead> inOrder(List<Bead> beads) {
        List<Bead> joining = new ArrayList<>();
        List<Bead> insertions = new ArrayList<>();
        List<Bead> ordered = new ArrayList<>();
        for (Bead bead : beads) {
            if (!bead.isNull()) {
                joining.add(bead);
            } else if (bead.sourceStart() == bead.sourceEnd()) {
                insertions.add(bead);
            } else {
                ordered.add(bead);
            }
        }
        joining.sort(Comparator.comparingInt(Bead::sourceStart));
        boolean[] kept = inEveryLongestChain(joining);
        for (int b = 0; b < joining.size(); b++) {
            ordered.add(marked(joining.get(b), !kept[b]));
        }
        ordered.sort(Comparator.comparingInt(Bead::sourceStart));
        insertions.sort(Comparator.comparingInt(Bead::targetStart));
        return NullOrder.deletionsFirst(withInsertions(ordered, insertions));
    }

    /** Puts each insertion before the first bead in its place that follows it in the target. */
    private static List<Bead> withInsertions(List<Bead> ordered, List<Bead> insertions) {
        List<Bead> all = new ArrayList<>(ordered.size() + insertions.size());
        int next = 0;
        for (Bead bead : ordered) {
            if (!bead.isNull() && !bead.moved()) {
                while (next < insertions.size()
                        && insertions.get(next).targetStart() < bead.targetStart()) {
                    all.add(insertions.get(next++));
                }
            }
            all.add(bead);
        }
        all.addAll(insertions.subList(next, insertions.size()));
        return all;
    }

    private static Bead marked(Bead bead, boolean moved) {
        return new Bead(
                bead.sourceStart(),
                bead.sourceEnd(),
                bead.targetStart(),
                bead.targetEnd(),
                bead.cost(),
                moved);
    }

    /**
     * A bead lies on some longest chain where the longest chains that end and begin at it add up to
     * the longest of all; it is on every one where no other bead can take its place in the count.
     */
    private static boolean[] inEveryLongestChain(List<Bead> joining) {
        int n = joining.size();
        int[] upTo = chainLengths(joining, false);
        int[] from = chainLengths(joining, true);
        int longest = 0;
        for (int b = 0; b < n; b++) {
            longest = Math.max(longest, upTo[b]);
        }
        int[] candidates = new int[longest + 2];
        for (int b = 0; b < n; b++) {
            if (upTo[b] + from[b] - 1 == longest) {
                candidates[upTo[b]]++;
            }
        }
        boolean[] kept = new boolean[n];
        for (int b = 0; b < n; b++) {
            kept[b] = upTo[b] + from[b] - 1 == longest && candidates[upTo[b]] == 1;
        }
        return kept;
    }

    /** Length of the longest ascending chain that ends (or, backwards, begins) at each bead. */
    private static int[] chainLengths(List<Bead> joining, boolean backwards) {
        int n = joining.size();
        int[] lengths = new int[n];
        // For each length the least end of a chain of it (patience sorting), O(n log n).
        int[] leastEnd = new int[n + 1];
        int longest = 0;
        for (int k = 0; k < n; k++) {
            int b = backwards ? n - 1 - k : k;
            int key = backwards ? -joining.get(b).targetStart() : joining.get(b).targetStart();
            int at = java.util.Arrays.binarySearch(leastEnd, 1, longest + 1, key);
            int length = at < 0 ? -at - 1 : at;
            leastEnd[length] = key;
            longest = Math.max(longest, length);
            lengths[b] = length;
        }
        return lengths;
    }
}
