package org.muwazi.align;

import java.util.Arrays;
import java.util.List;

/**
 * The cells of a pair's grid that a joint path may visit: for each source position the lowest and
 * the highest target position.
 */
final class Corridor {

    private final int[] low;
    private final int[] high;

    private Corridor(int[] low, int[] high) {
        this.low = low;
        this.high = high;
    }

    /** Lowest target position at a source position. */
    int low(int source) {
        return low[source];
    }

    /** Highest target position at a source position; below {@link #low} where nothing is open. */
    int high(int source) {
        return high[source];
    }

    /** Everything. */
    static Corridor whole(int sources, int targets) {
        int[] high = new int[sources + 1];
        Arrays.fill(high, targets);
        return new Corridor(new int[sources + 1], high);
    }

    /**
     * All cells within {@code width} steps of a pair's own best path on both axes. A run of null
     * beads counts as the whole rectangle that it crosses, because its order is arbitrary.
     */
    static Corridor around(List<int[]> path, int sources, int targets, int width) {
        int[] low = new int[sources + 1];
        int[] high = new int[sources + 1];
        Arrays.fill(low, targets);
        for (int at = 0; at < path.size(); ) {
            int first = at;
            int last = at;
            if (isNull(path.get(at))) {
                while (last + 1 < path.size() && isNull(path.get(last + 1))) {
                    last++;
                }
            }
            cover(low, high, path.get(first), path.get(last), targets, width);
            at = last + 1;
        }
        low[0] = 0;
        high[sources] = targets;
        if (path.isEmpty()) {
            return whole(sources, targets);
        }
        return new Corridor(low, high);
    }

    private static void cover(
            int[] low, int[] high, int[] first, int[] last, int targets, int width) {
        int from = Math.max(0, first[0] - width);
        int to = Math.min(low.length - 1, last[1] + width);
        for (int i = from; i <= to; i++) {
            low[i] = Math.min(low[i], Math.max(0, first[2] - width));
            high[i] = Math.max(high[i], Math.min(targets, last[3] + width));
        }
    }

    private static boolean isNull(int[] bead) {
        return bead[0] == bead[1] || bead[2] == bead[3];
    }
}
