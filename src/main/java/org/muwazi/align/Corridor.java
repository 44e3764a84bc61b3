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
     * The rectangles between neighbouring anchors, each widened by {@code width} towards lower and
     * higher target positions; where one is larger than {@code mostCells}, its rims only: there
     * nothing joins anything, and all of it becomes null beads.
     *
     * @param anchors pairs of elements, increasing on both sides
     */
    static Corridor between(List<int[]> anchors, int[] size, int width, long mostCells) {
        int[] low = new int[size[0] + 1];
        int[] high = new int[size[0] + 1];
        Arrays.fill(low, size[1]);
        int[] from = {0, 0};
        for (int at = 0; at <= anchors.size(); at++) {
            boolean last = at == anchors.size();
            int[] to = last ? size : anchors.get(at);
            if ((to[0] - from[0] + 1L) * (to[1] - from[1] + 1L) <= mostCells) {
                open(
                        low,
                        high,
                        new int[] {from[0], to[0]},
                        from[1] - width,
                        Math.min(size[1], to[1] + width));
            } else {
                alongDiagonal(low, high, from, to, size[1], width);
            }
            from = to;
        }
        low[0] = 0;
        high[size[0]] = size[1];
        return new Corridor(low, high);
    }

    private static void alongDiagonal(
            int[] low, int[] high, int[] from, int[] to, int targets, int width) {
        int rows = Math.max(1, to[0] - from[0]);
        long columns = (long) to[1] - from[1];
        for (int i = from[0]; i <= to[0]; i++) {
            int here = from[1] + (int) (columns * (i - from[0]) / rows);
            int next = from[1] + (int) (columns * Math.min(rows, i - from[0] + 1) / rows);
            low[i] = Math.min(low[i], Math.max(0, here - width));
            high[i] = Math.max(high[i], Math.min(targets, next + width));
        }
    }

    /** Number of open cells. */
    long cells() {
        long cells = 0;
        for (int i = 0; i < low.length; i++) {
            cells += Math.max(0, high[i] - low[i] + 1);
        }
        return cells;
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
            int[] end = {path.get(last)[1], path.get(last)[3]};
            cover(low, high, path.get(first), end, targets, width);
            at = last + 1;
        }
        low[0] = 0;
        high[sources] = targets;
        if (path.isEmpty()) {
            return whole(sources, targets);
        }
        return new Corridor(low, high);
    }

    /** Opens a rectangle from a bead's start to a position, widened. */
    private static void cover(
            int[] low, int[] high, int[] first, int[] end, int targets, int width) {
        int from = Math.max(0, first[0] - width);
        int to = Math.min(low.length - 1, end[0] + width);
        open(low, high, new int[] {from, to}, first[2] - width, Math.min(targets, end[1] + width));
    }

    private static void open(int[] low, int[] high, int[] rows, int left, int right) {
        for (int i = rows[0]; i <= rows[1]; i++) {
            low[i] = Math.min(low[i], Math.max(0, left));
            high[i] = Math.max(high[i], right);
        }
    }

    private static boolean isNull(int[] bead) {
        return bead[0] == bead[1] || bead[2] == bead[3];
    }
}
