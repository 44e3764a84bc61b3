package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.muwazi.text.SegmentedDocument;

/**
 * A partition of two documents into beads: each source and each target segment is in exactly one
 * bead, which the constructor proves, so no sentence can be lost.
 *
 * <p>Beads that are not {@linkplain Bead#moved() moved} ascend on both sides. Between two beads
 * that join something, null beads stand in one order: deletions, then insertions, one segment each.
 *
 * @param source the one side
 * @param target the other side
 * @param beads in order of the source, insertions where they stand in the target
 */
public record Alignment(SegmentedDocument source, SegmentedDocument target, List<Bead> beads) {

    /** Proves that the beads are a partition, and monotone but for the moved ones. */
    public Alignment {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
        beads = List.copyOf(beads);
        boolean[] sourceSeen = new boolean[source.size()];
        boolean[] targetSeen = new boolean[target.size()];
        int sourceAt = 0;
        int targetAt = 0;
        for (Bead bead : beads) {
            claim(sourceSeen, bead.sourceStart(), bead.sourceEnd(), source);
            claim(targetSeen, bead.targetStart(), bead.targetEnd(), target);
            if (!bead.moved()) {
                if (bead.sourceStart() < sourceAt || bead.targetStart() < targetAt) {
                    throw new IllegalArgumentException(
                            "bead " + bead + " stands out of order and is not marked moved");
                }
                sourceAt = Math.max(sourceAt, bead.sourceEnd());
                targetAt = Math.max(targetAt, bead.targetEnd());
            }
        }
        requireAll(sourceSeen, source);
        requireAll(targetSeen, target);
    }

    /**
     * Beads in the one order, joining ones marked {@linkplain Bead#moved() moved} where they cross
     * others: the fewest whose removal leaves the rest in order, and all that could be among them
     * where it could be one or the other.
     *
     * @param beads a partition in any order; marks and the empty sides of null beads are not looked
     *     at
     */
    public static Alignment ordered(
            SegmentedDocument source, SegmentedDocument target, List<Bead> beads) {
        return new Alignment(source, target, MovedMarks.inOrder(beads));
    }

    /** The same alignment seen from the other side. */
    public Alignment transposed() {
        List<Bead> swapped = new ArrayList<>();
        beads.forEach(bead -> swapped.add(bead.transposed()));
        if (beads.stream().anyMatch(Bead::moved)) {
            return new Alignment(target, source, MovedMarks.inOrder(swapped));
        }
        return new Alignment(target, source, NullOrder.deletionsFirst(swapped));
    }

    private static void claim(boolean[] seen, int start, int end, SegmentedDocument side) {
        if (end > seen.length) {
            throw new IllegalArgumentException(
                    "bead reaches segment "
                            + end
                            + " of "
                            + side.document().id()
                            + ", which has "
                            + seen.length);
        }
        for (int i = start; i < end; i++) {
            if (seen[i]) {
                throw new IllegalArgumentException(
                        "segment " + i + " of " + side.document().id() + " is in two beads");
            }
            seen[i] = true;
        }
    }

    private static void requireAll(boolean[] seen, SegmentedDocument side) {
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i]) {
                throw new IllegalArgumentException(
                        "segment " + i + " of " + side.document().id() + " is in no bead");
            }
        }
    }
}
