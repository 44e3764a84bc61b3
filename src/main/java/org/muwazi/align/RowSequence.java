package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.SegmentRange;

/**
 * Puts a story's rows into one order: those not moved so that they ascend in every version, moved
 * ones where their first version stands.
 */
final class RowSequence {

    private RowSequence() {}

    static List<StoryBead> of(List<List<SegmentRange>> rows, boolean[] moved) {
        boolean[] isMoved = moved.clone();
        List<Integer> open = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            if (!isMoved[r]) {
                open.add(r);
            }
        }
        List<StoryBead> beads = new ArrayList<>();
        while (!open.isEmpty()) {
            int next = first(rows, open);
            if (next < 0) {
                // Each pair's rows ascend, but not all together: three rows can chase each other
                // through three versions. One of them counts as moved.
                next = open.get(0);
                isMoved[next] = true;
                open.remove(0);
                continue;
            }
            open.remove(Integer.valueOf(next));
            beads.add(new StoryBead(rows.get(next), 0, false));
        }
        for (int r = 0; r < rows.size(); r++) {
            if (isMoved[r]) {
                beads.add(place(beads, rows.get(r)), new StoryBead(rows.get(r), 0, true));
            }
        }
        return beads;
    }

    /** The first row that no other open row precedes in any version; -1 where each is preceded. */
    private static int first(List<List<SegmentRange>> rows, List<Integer> open) {
        int versions = rows.get(0).size();
        int[] least = new int[versions];
        java.util.Arrays.fill(least, Integer.MAX_VALUE);
        for (int r : open) {
            for (int v = 0; v < versions; v++) {
                if (!rows.get(r).get(v).isEmpty()) {
                    least[v] = Math.min(least[v], rows.get(r).get(v).start());
                }
            }
        }
        for (int r : open) {
            boolean isFirst = true;
            for (int v = 0; v < versions; v++) {
                SegmentRange range = rows.get(r).get(v);
                isFirst &= range.isEmpty() || range.start() == least[v];
            }
            if (isFirst) {
                return r;
            }
        }
        return -1;
    }

    /** Before the first row that follows it in the first version it has. */
    private static int place(List<StoryBead> beads, List<SegmentRange> row) {
        int version = 0;
        while (row.get(version).isEmpty()) {
            version++;
        }
        for (int b = 0; b < beads.size(); b++) {
            SegmentRange range = beads.get(b).ranges().get(version);
            if (!range.isEmpty() && range.start() > row.get(version).start()) {
                return b;
            }
        }
        return beads.size();
    }
}
