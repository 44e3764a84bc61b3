package org.muwazi.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/*
 * Best path through the grid of two sequences, affine cost for runs of null beads (Gotoh 1982 for the affine part; Gale and Church 1993
 * for beads). Two states a cell: the last bead joined something, or it was null. Values are kept for as many rows as the largest bead
 * reaches back, backpointers for all open cells: two bytes a cell, time O(cells * bead types). With the whole grid open this is the full
 * program, the oracle that the corridor of long documents is held against.
 */
/** Dynamic program over blocks, inside a corridor. */
final class PairDynamicProgram {

    private static final int REACH = BeadTypes.LARGEST + 1;
    private static final double UNREACHED = -1e12;

    /**
     * Differences below this are ties; it is far under the grid that similarities are rounded to.
     */
    static final double TIE = 1e-9;

    private static final byte JOINED = 0;
    private static final byte NULL = 1;

    private final BeadScore score;
    private final double gapOpen;
    private final double gapExtend;
    private final int[][] types;
    private final Corridor corridor;
    private final int sources;
    private final int targets;
    private final int[] rowStart;
    private final byte[] joinedFrom;
    private final byte[] nullFrom;
    private final double[][] joined = new double[REACH][];
    private final double[][] inGap = new double[REACH][];
    private double total;

    /** A program over the whole grid. */
    PairDynamicProgram(BeadScore score, AlignmentParameters parameters) {
        this(score, parameters, Corridor.whole(score.blocks().sources(), score.blocks().targets()));
    }

    /** A program that visits the corridor's cells only; start and end must be open. */
    PairDynamicProgram(BeadScore score, AlignmentParameters parameters, Corridor corridor) {
        this.score = score;
        this.gapOpen = parameters.gapOpen();
        this.gapExtend = parameters.gapExtend();
        this.types = BeadTypes.upTo(parameters.maximumJoin());
        this.corridor = corridor;
        this.sources = score.blocks().sources();
        this.targets = score.blocks().targets();
        rowStart = new int[sources + 2];
        int widest = 0;
        for (int i = 0; i <= sources; i++) {
            int width = Math.max(0, corridor.high(i) - corridor.low(i) + 1);
            widest = Math.max(widest, width);
            rowStart[i + 1] = Math.addExact(rowStart[i], width);
        }
        joinedFrom = new byte[rowStart[sources + 1]];
        nullFrom = new byte[rowStart[sources + 1]];
        for (int r = 0; r < REACH; r++) {
            joined[r] = new double[widest];
            inGap[r] = new double[widest];
        }
    }

    /** Score of the best path; higher is better. Meaningful after {@link #solve()}. */
    double total() {
        return total;
    }

    /**
     * Ranges {sourceStart, sourceEnd, targetStart, targetEnd} of the best path's beads in order;
     * null beads hold one element. Empty where the corridor does not lead from start to end.
     */
    List<int[]> solve() {
        for (int i = 0; i <= sources; i++) {
            Arrays.fill(joined[i % REACH], UNREACHED);
            Arrays.fill(inGap[i % REACH], UNREACHED);
            if (i == 0) {
                joined[0][0] = 0;
            }
            for (int j = corridor.low(i); j <= corridor.high(i); j++) {
                extendGap(i, j);
                join(i, j);
            }
        }
        double endJoined = value(joined, sources, targets);
        double endNull = value(inGap, sources, targets);
        total = Math.max(endJoined, endNull);
        if (total <= UNREACHED / 2) {
            return List.of();
        }
        return trace(endNull > endJoined + TIE ? NULL : JOINED);
    }

    private double value(double[][] rows, int i, int j) {
        int offset = j - corridor.low(i);
        return offset < 0 || j > corridor.high(i) ? UNREACHED : rows[i % REACH][offset];
    }

    private void extendGap(int i, int j) {
        double best = UNREACHED;
        int from = 0;
        // Codes: 0 deletion after a join, 1 deletion in a run, 2 insertion after a join, 3
        // insertion in a run.
        for (int code = 0; code < 4; code++) {
            int previousI = code < 2 ? i - 1 : i;
            int previousJ = code < 2 ? j : j - 1;
            if (previousI < 0 || previousJ < 0) {
                continue;
            }
            boolean opens = code % 2 == 0;
            double before =
                    value(opens ? joined : inGap, previousI, previousJ)
                            - (opens ? gapOpen : 0)
                            - gapExtend;
            if (before > best + TIE) {
                best = before;
                from = code;
            }
        }
        int offset = j - corridor.low(i);
        inGap[i % REACH][offset] = best;
        nullFrom[rowStart[i] + offset] = (byte) from;
    }

    private void join(int i, int j) {
        int offset = j - corridor.low(i);
        double best = joined[i % REACH][offset];
        // Whatever goes on from here goes on from a null bead at no higher cost, so a join that
        // earns less than the run of null beads is on no best path.
        double gap = inGap[i % REACH][offset] - TIE;
        int from = 0;
        for (int t = 0; t < types.length; t++) {
            int previousI = i - types[t][0];
            int previousJ = j - types[t][1];
            if (previousI < 0 || previousJ < 0) {
                continue;
            }
            double afterJoin = value(joined, previousI, previousJ);
            double afterNull = value(inGap, previousI, previousJ);
            boolean afterGap = afterNull > afterJoin + TIE;
            double before = afterGap ? afterNull : afterJoin;
            if (before <= UNREACHED / 2) {
                continue;
            }
            double value =
                    before + score.of(previousI, i, previousJ, j, Math.max(best, gap) - before);
            if (value > best + TIE) {
                best = value;
                from = t * 2 + (afterGap ? NULL : JOINED);
            }
        }
        joined[i % REACH][offset] = best;
        joinedFrom[rowStart[i] + offset] = (byte) from;
    }

    private List<int[]> trace(byte lastState) {
        List<int[]> beads = new ArrayList<>();
        int i = sources;
        int j = targets;
        int state = lastState;
        while (i > 0 || j > 0) {
            int cell = rowStart[i] + j - corridor.low(i);
            if (state == JOINED) {
                int[] type = types[joinedFrom[cell] / 2];
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
