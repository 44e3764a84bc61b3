package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;

/**
 * The one order of null beads between two joining ones. Without it the same alignment could be
 * written in several ways, and swapping the sides would give another list of beads.
 */
final class NullOrder {

    private NullOrder() {}

    /**
     * Deletions (source only) first, then insertions, within each run of null beads; the empty side
     * of each stands where the beads before it have come to. Moved beads stand among the deletions,
     * where their source is.
     */
    static List<Bead> deletionsFirst(List<Bead> beads) {
        List<Bead> ordered = new ArrayList<>(beads.size());
        List<Bead> insertions = new ArrayList<>();
        for (Bead bead : beads) {
            if (isInsertion(bead)) {
                insertions.add(bead);
            } else if (bead.isNull() || bead.moved()) {
                ordered.add(bead);
            } else {
                ordered.addAll(insertions);
                insertions.clear();
                ordered.add(bead);
            }
        }
        ordered.addAll(insertions);
        return placed(ordered);
    }

    private static List<Bead> placed(List<Bead> beads) {
        List<Bead> placed = new ArrayList<>(beads.size());
        int sourceAt = 0;
        int targetAt = 0;
        for (Bead bead : beads) {
            Bead here = bead;
            if (isInsertion(bead)) {
                here =
                        new Bead(
                                sourceAt,
                                sourceAt,
                                bead.targetStart(),
                                bead.targetEnd(),
                                bead.cost(),
                                bead.moved());
            } else if (bead.isNull()) {
                here =
                        new Bead(
                                bead.sourceStart(),
                                bead.sourceEnd(),
                                targetAt,
                                targetAt,
                                bead.cost(),
                                bead.moved());
            }
            placed.add(here);
            if (!here.moved()) {
                sourceAt = Math.max(sourceAt, here.sourceEnd());
                targetAt = Math.max(targetAt, here.targetEnd());
            }
        }
        return placed;
    }

    private static boolean isInsertion(Bead bead) {
        return bead.sourceStart() == bead.sourceEnd();
    }
}
