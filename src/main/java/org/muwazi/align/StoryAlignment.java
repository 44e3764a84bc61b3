package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;

/**
 * A joint partition of two or more versions into beads. Each segment of each version is in exactly
 * one bead, and the alignments of the pairs lie inside the beads, so they agree with each other by
 * construction: if A's sentence is B's, and B's is C's, then A's is C's.
 *
 * <p>A pair can be finer than the story: where one version says in one sentence what two others say
 * in two, the story's bead is 2-2-1 and the pair of the two holds two 1-1 beads.
 *
 * @param versions in the story's order
 * @param beads in reading order; those not moved ascend in every version
 * @param pairs the alignment of each two versions, in the order 0-1, 0-2, ..., 1-2, ...
 */
public record StoryAlignment(
        List<SegmentedDocument> versions, List<StoryBead> beads, List<Alignment> pairs) {

    /**
     * Proves that the beads are a partition of every version, monotone but for the moved ones, and
     * that each joining bead of a pair lies inside one of them.
     */
    public StoryAlignment {
        versions = List.copyOf(versions);
        beads = List.copyOf(beads);
        pairs = List.copyOf(pairs);
        int count = versions.size();
        int[][] beadOf = requirePartition(versions, beads);
        if (pairs.size() != count * (count - 1) / 2) {
            throw new IllegalArgumentException(pairs.size() + " pairs for " + count + " versions");
        }
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                requireInside(pairs.get(index(a, b, count)), beadOf[a], beadOf[b]);
            }
        }
    }

    /** The alignment of two of the versions, in either order. */
    public Alignment pair(int source, int target) {
        return source < target
                ? pairs.get(index(source, target, versions.size()))
                : pairs.get(index(target, source, versions.size())).transposed();
    }

    /** Position of the pair of versions a and b, a below b, in {@link #pairs}. */
    static int index(int a, int b, int count) {
        return a * count - a * (a + 1) / 2 + b - a - 1;
    }

    /** For each version and segment the bead it is in. */
    private static int[][] requirePartition(
            List<SegmentedDocument> versions, List<StoryBead> beads) {
        int[][] beadOf = new int[versions.size()][];
        int[] next = new int[versions.size()];
        for (int v = 0; v < versions.size(); v++) {
            beadOf[v] = new int[versions.get(v).size()];
            java.util.Arrays.fill(beadOf[v], -1);
        }
        for (int b = 0; b < beads.size(); b++) {
            StoryBead bead = beads.get(b);
            if (bead.ranges().size() != versions.size()) {
                throw new IllegalArgumentException(
                        "a bead of "
                                + bead.ranges().size()
                                + " versions in a story of "
                                + versions.size());
            }
            for (int v = 0; v < versions.size(); v++) {
                SegmentRange range = bead.ranges().get(v);
                String id = versions.get(v).document().id();
                for (int i = range.start(); i < range.end(); i++) {
                    if (i >= beadOf[v].length || beadOf[v][i] >= 0) {
                        throw new IllegalArgumentException(
                                "segment " + i + " of " + id + " is not there or in two beads");
                    }
                    beadOf[v][i] = b;
                }
                if (!bead.moved() && !range.isEmpty()) {
                    if (range.start() < next[v]) {
                        throw new IllegalArgumentException(
                                "a bead of " + id + " stands out of order and is not marked moved");
                    }
                    next[v] = range.end();
                }
            }
        }
        for (int v = 0; v < versions.size(); v++) {
            for (int i = 0; i < beadOf[v].length; i++) {
                if (beadOf[v][i] < 0) {
                    throw new IllegalArgumentException(
                            "segment "
                                    + i
                                    + " of "
                                    + versions.get(v).document().id()
                                    + " is in no bead");
                }
            }
        }
        return beadOf;
    }

    private static void requireInside(Alignment pair, int[] sourceBeadOf, int[] targetBeadOf) {
        List<Integer> touched = new ArrayList<>();
        for (Bead bead : pair.beads()) {
            touched.clear();
            for (int i = bead.sourceStart(); i < bead.sourceEnd(); i++) {
                touched.add(sourceBeadOf[i]);
            }
            for (int j = bead.targetStart(); j < bead.targetEnd(); j++) {
                touched.add(targetBeadOf[j]);
            }
            if (touched.stream().distinct().count() > 1) {
                throw new IllegalArgumentException(
                        "bead " + bead + " of a pair crosses the story's beads " + touched);
            }
        }
    }
}
