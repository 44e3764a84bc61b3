package org.muwazi.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/*
 * Best path through the whole grid of two sequences, affine cost for runs of null beads (Gotoh 1982 for the affine part; Gale and
 * Church 1993 for beads). Two states a cell: the last bead joined something, or it was null. Values are kept for as many rows as the
 * largest bead reaches back, backpointers for all cells: two bytes a cell, time O(S * T * bead types).
 */
/** Plain full dynamic program over blocks; the oracle that faster programs are held against. */
final class PairDynamicProgram {

    /**
     * Joining bead types, source by target; simple ones first, because the first of equals wins.
     */
    static final int[][] TYPES = {{1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}, {3, 1}, {2, 3}, {3, 2}};

    private static final int REACH = 4;
    private static final double UNREACHED = -1e12;

    /**
     * Differences below this are ties; it is far under the grid that similarities are rounded to.
     */
    static final double TIE = 1e-9;

    private static final byte JOINED = 0;
    private static final byte NULL = 1;

    private final BeadScore score;
    private final double gapOpen;
    private final int sources;
    private final int targets;
    private final byte[] joinedFrom;
    private final byte[] nullFrom;
    private double total;

    PairDynamicProgram(BeadScore score, double gapOpen) {
        this.score = score;
        this.gapOpen = gapOpen;
        this.sources = score.blocks().sources();
        this.targets = score.blocks().targets();
        int cells = Math.multiplyExact(sources + 1, targets + 1);
        joinedFrom = new byte[cells];
        nullFrom = new byte[cells];
    }

    /** Score of the best path; higher is better. Meaningful after {@link #solve()}. */
    double total() {
        return total;
    }

    /**
     * Ranges {sourceStart, sourceEnd, targetStart, targetEnd} of the best path's beads in order;
     * null beads hold one element.
     */
    List<int[]> solve() {
        double[][] joined = new double[REACH][targets + 1];
        double[][] inGap = new double[REACH][targets + 1];
        for (int i = 0; i <= sources; i++) {
            Arrays.fill(joined[i % REACH], UNREACHED);
            Arrays.fill(inGap[i % REACH], UNREACHED);
            if (i == 0) {
                joined[0][0] = 0;
            }
            for (int j = 0; j <= targets; j++) {
                extendGap(joined, inGap, i, j);
                join(joined, inGap, i, j);
            }
        }
        double endJoined = joined[sources % REACH][targets];
        double endNull = inGap[sources % REACH][targets];
        total = Math.max(endJoined, endNull);
        return trace(endNull > endJoined + TIE ? NULL : JOINED);
    }

    private void extendGap(double[][] joined, double[][] inGap, int i, int j) {
        double best = UNREACHED;
        int from = 0;
        // Codes: 0 deletion after a join, 1 deletion in a run, 2 insertion after a join, 3
        // insertion in a run.
        if (i > 0) {
            int row = (i - 1) % REACH;
            if (joined[row][j] - gapOpen > best + TIE) {
                best = joined[row][j] - gapOpen;
                from = 0;
            }
            if (inGap[row][j] > best + TIE) {
                best = inGap[row][j];
                from = 1;
            }
        }
        if (j > 0) {
            int row = i % REACH;
            if (joined[row][j - 1] - gapOpen > best + TIE) {
                best = joined[row][j - 1] - gapOpen;
                from = 2;
            }
            if (inGap[row][j - 1] > best + TIE) {
                best = inGap[row][j - 1];
                from = 3;
            }
        }
        inGap[i % REACH][j] = best;
        nullFrom[i * (targets + 1) + j] = (byte) from;
    }

    private void join(double[][] joined, double[][] inGap, int i, int j) {
        double best = joined[i % REACH][j];
        int from = 0;
        for (int t = 0; t < TYPES.length; t++) {
            int previousI = i - TYPES[t][0];
            int previousJ = j - TYPES[t][1];
            if (previousI < 0 || previousJ < 0) {
                continue;
            }
            double afterJoin = joined[previousI % REACH][previousJ];
            double afterNull = inGap[previousI % REACH][previousJ];
            boolean afterGap = afterNull > afterJoin + TIE;
            double before = afterGap ? afterNull : afterJoin;
            if (before <= UNREACHED / 2) {
                continue;
            }
            double value = before + score.of(previousI, i, previousJ, j);
            if (value > best + TIE) {
                best = value;
                from = t * 2 + (afterGap ? NULL : JOINED);
            }
        }
        joined[i % REACH][j] = best;
        joinedFrom[i * (targets + 1) + j] = (byte) from;
    }

    private List<int[]> trace(byte lastState) {
        List<int[]> beads = new ArrayList<>();
        int i = sources;
        int j = targets;
        int state = lastState;
        while (i > 0 || j > 0) {
            int cell = i * (targets + 1) + j;
            if (state == JOINED) {
                int[] type = TYPES[joinedFrom[cell] / 2];
                beads.add(new int[] {i - type[0], i, j - type[1], j});
                state = joinedFrom[cell] % 2;
                i -= type[0];
                j -= type[1];
            } else {
                boolean deletion = nullFrom[cell] < 2;
                beads.add(deletion ? new int[] {i - 1, i, j, j} : new int[] {i, i, j - 1, j});
                state = nullFrom[cell] % 2;
                i -= deletion ? 1 : 0;
                j -= deletion ? 0 : 1;
            }
        }
        Collections.reverse(beads);
        return beads;
    }
}
