package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;

/**
 * A joint partition of two or more versions into beads. Each segment of each version is in exactly
 * one bead, so the alignments of all pairs, which are its {@linkplain #pair projections}, agree
 * with each other by construction: if A's sentence is B's, and B's is C's, then A's is C's.
 *
 * @param versions in the story's order
 * @param beads in reading order; those not moved ascend in every version
 */
public record StoryAlignment(List<SegmentedDocument> versions, List<StoryBead> beads) {

    /**
     * Proves that the beads are a partition of every version, and monotone but for the moved ones.
     */
    public StoryAlignment {
        versions = List.copyOf(versions);
        beads = List.copyOf(beads);
        int[] next = new int[versions.size()];
        boolean[][] seen = new boolean[versions.size()][];
        for (int v = 0; v < versions.size(); v++) {
            seen[v] = new boolean[versions.get(v).size()];
        }
        for (StoryBead bead : beads) {
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
                    if (i >= seen[v].length || seen[v][i]) {
                        throw new IllegalArgumentException(
                                "segment " + i + " of " + id + " is not there or in two beads");
                    }
                    seen[v][i] = true;
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
            for (int i = 0; i < seen[v].length; i++) {
                if (!seen[v][i]) {
                    throw new IllegalArgumentException(
                            "segment "
                                    + i
                                    + " of "
                                    + versions.get(v).document().id()
                                    + " is in no bead");
                }
            }
        }
    }

    /**
     * The alignment of two of the versions: what the beads say of them, null beads split into
     * single segments.
     */
    public Alignment pair(int source, int target) {
        List<Bead> pairs = new ArrayList<>();
        for (StoryBead bead : beads) {
            SegmentRange left = bead.ranges().get(source);
            SegmentRange right = bead.ranges().get(target);
            if (!left.isEmpty() && !right.isEmpty()) {
                pairs.add(
                        new Bead(
                                left.start(),
                                left.end(),
                                right.start(),
                                right.end(),
                                bead.cost(),
                                bead.moved()));
            } else {
                for (int i = left.start(); i < left.end(); i++) {
                    pairs.add(
                            new Bead(
                                    i,
                                    i + 1,
                                    right.start(),
                                    right.start(),
                                    bead.cost(),
                                    bead.moved()));
                }
                for (int j = right.start(); j < right.end(); j++) {
                    pairs.add(
                            new Bead(
                                    left.start(),
                                    left.start(),
                                    j,
                                    j + 1,
                                    bead.cost(),
                                    bead.moved()));
                }
            }
        }
        return new Alignment(
                versions.get(source), versions.get(target), NullOrder.deletionsFirst(pairs));
    }
}
