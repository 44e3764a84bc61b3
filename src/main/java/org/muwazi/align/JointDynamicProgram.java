package org.muwazi.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/*
 * Three versions at once: the best path through the cube of three sequences, scored by the sum over the three pairs of what each pair's
 * bead earns [1, 2]. A bead advances each version by 0 to 3 segments. Each pair keeps its own two states (joined, in a run of nulls),
 * so a cell has eight, and gap opening is charged for each pair as it is in the alignment of that pair alone; a bead that touches
 * neither version of a pair leaves that pair's state as it is. What a third version gives: where two versions are in doubt, their
 * common agreement with the third decides, and no triangle can contradict itself. Inside a bead a pair may leave a segment out
 * (InnerBeads): a sentence that the third version lacks, or has elsewhere, must not part the two that have it.
 *
 * The cube is cut down to a corridor around the three pairs' own best paths; within small stories the corridor is everything.
 *
 * [1] Carrillo and Lipman 1988, The multiple sequence alignment problem in biology. [2] Simard 1999, Text-translation alignment: three
 * languages are better than two.
 */
/**
 * Joint dynamic program over three versions. Time O(cells * 54 moves * 8 states), memory 48 bytes a
 * cell.
 */
final class JointDynamicProgram {

    private static final int STATES = 8;
    private static final float UNREACHED = -1e12f;

    /**
     * Taken off for the square of a bead's segments: two beads 1-1-1 and one 2-2-2 cut into the
     * same pairs earn the same, and the finer one is wanted. Above the error of float sums, far
     * below what any real difference earns.
     */
    private static final double COARSENESS = 2e-4;

    /**
     * Share of a pair's price of a gap: where three versions are asked, what stays alone is surer
     * to be alone. Strict F1 of the pairs on eval/stories at 1, .9, .8 and .7: .962, .967, .969,
     * .967 (pairs alone .961).
     */
    private static final double GAP_SHARE = 0.8;

    private static final int[][] PAIRS = {{0, 1}, {0, 2}, {1, 2}};
    private static final int[][] TYPES = BeadTypes.upTo(3);
    private static final int[][] MOVES = moves();

    private final BandedScores[] scores;
    private final double gapOpen;
    private final double gapExtend;
    private final int[] size;
    private final Corridor[] corridors;
    private final int[] cellBase;
    private final int[] kLow;
    private final float[] value;
    private final short[] from;

    /**
     * Lays out the corridor's cells.
     *
     * @param scores of the pairs 0-1, 0-2 and 1-2
     * @param corridors of the same pairs
     * @param size segments of each version
     */
    JointDynamicProgram(
            BeadScore[] scores, AlignmentParameters parameters, int[] size, Corridor[] corridors) {
        this.scores = new BandedScores[3];
        for (int p = 0; p < 3; p++) {
            this.scores[p] = new BandedScores(scores[p], corridors[p]);
        }
        this.gapOpen = GAP_SHARE * parameters.gapOpen();
        this.gapExtend = parameters.gapExtend();
        this.size = size;
        this.corridors = corridors;
        int columns = (size[0] + 1) * (size[1] + 1);
        cellBase = new int[columns + 1];
        kLow = new int[columns];
        for (int i = 0; i <= size[0]; i++) {
            for (int j = 0; j <= size[1]; j++) {
                int column = i * (size[1] + 1) + j;
                int low = Math.max(corridors[1].low(i), corridors[2].low(j));
                int high = Math.min(corridors[1].high(i), corridors[2].high(j));
                boolean open = j >= corridors[0].low(i) && j <= corridors[0].high(i) && low <= high;
                kLow[column] = low;
                cellBase[column + 1] = cellBase[column] + (open ? high - low + 1 : 0);
            }
        }
        int cells = cellBase[columns];
        value = new float[cells * STATES];
        Arrays.fill(value, UNREACHED);
        from = new short[cells * STATES];
    }

    /**
     * Number of cells the corridors leave open; at most what {@link StoryAligner} allows before it
     * gives up the joint program.
     */
    static long cells(int[] size, Corridor[] corridors) {
        long cells = 0;
        for (int i = 0; i <= size[0]; i++) {
            for (int j = corridors[0].low(i); j <= corridors[0].high(i); j++) {
                int low = Math.max(corridors[1].low(i), corridors[2].low(j));
                int high = Math.min(corridors[1].high(i), corridors[2].high(j));
                cells += Math.max(0, high - low + 1);
            }
        }
        return cells;
    }

    /**
     * Beads of the best path in order, six bounds each; empty if the corridors do not connect start
     * and end.
     */
    List<int[]> solve() {
        value[index(0, 0, 0) * STATES] = 0;
        double[] earned = new double[3];
        for (int i = 0; i <= size[0]; i++) {
            for (int j = corridors[0].low(i); j <= corridors[0].high(i); j++) {
                int column = i * (size[1] + 1) + j;
                int count = cellBase[column + 1] - cellBase[column];
                for (int k = kLow[column]; k < kLow[column] + count; k++) {
                    for (int m = 0; m < MOVES.length; m++) {
                        reach(i, j, k, m, earned);
                    }
                }
            }
        }
        return trace();
    }

    private void reach(int i, int j, int k, int m, double[] earned) {
        int[] move = MOVES[m];
        int before = index(i - move[0], j - move[1], k - move[2]);
        if (before < 0) {
            return;
        }
        boolean reachable = false;
        for (int s = 0; s < STATES; s++) {
            reachable |= value[before * STATES + s] > UNREACHED / 2;
        }
        if (!reachable) {
            return;
        }
        int[] at = {i, j, k};
        int joins = 0;
        int gaps = 0;
        for (int p = 0; p < 3; p++) {
            int x = move[PAIRS[p][0]];
            int y = move[PAIRS[p][1]];
            earned[p] = 0;
            if (x > 0 && y > 0) {
                int a = at[PAIRS[p][0]];
                int b = at[PAIRS[p][1]];
                earned[p] = scores[p].of(x, a, y, b);
                joins |= 1 << p;
            } else if (x > 0 || y > 0) {
                gaps |= 1 << p;
                earned[p] = -gapExtend * (x + y);
            }
        }
        int segments = move[0] + move[1] + move[2];
        double gain = earned[0] + earned[1] + earned[2] - COARSENESS * segments * segments;
        int here = index(i, j, k);
        for (int s = 0; s < STATES; s++) {
            float base = value[before * STATES + s];
            if (base <= UNREACHED / 2) {
                continue;
            }
            double opened = Integer.bitCount(gaps & ~s) * gapOpen;
            int state = (s & ~joins) | gaps;
            double total = base + gain - opened;
            if (total > value[here * STATES + state] + 1e-6) {
                value[here * STATES + state] = (float) total;
                from[here * STATES + state] = (short) (m * STATES + s);
            }
        }
    }

    private int index(int i, int j, int k) {
        if (i < 0 || j < 0 || k < 0) {
            return -1;
        }
        int column = i * (size[1] + 1) + j;
        int offset = k - kLow[column];
        return offset < 0 || offset >= cellBase[column + 1] - cellBase[column]
                ? -1
                : cellBase[column] + offset;
    }

    private List<int[]> trace() {
        int cell = index(size[0], size[1], size[2]);
        int state = 0;
        for (int s = 1; s < STATES; s++) {
            if (value[cell * STATES + s] > value[cell * STATES + state] + 1e-6) {
                state = s;
            }
        }
        if (value[cell * STATES + state] <= UNREACHED / 2) {
            return List.of();
        }
        List<int[]> beads = new ArrayList<>();
        int[] at = size.clone();
        while (at[0] > 0 || at[1] > 0 || at[2] > 0) {
            short code = from[index(at[0], at[1], at[2]) * STATES + state];
            int[] move = MOVES[code / STATES];
            beads.add(
                    new int[] {
                        at[0] - move[0], at[0], at[1] - move[1], at[1], at[2] - move[2], at[2]
                    });
            for (int v = 0; v < 3; v++) {
                at[v] -= move[v];
            }
            state = code % STATES;
        }
        Collections.reverse(beads);
        return beads;
    }

    /**
     * Advances of the three versions: joins of all three first, the simplest first, then two, then
     * one alone.
     */
    private static int[][] moves() {
        List<int[]> moves = new ArrayList<>();
        for (int present = 3; present >= 1; present--) {
            for (int total = present; total <= 9; total++) {
                for (int x = 0; x <= 3; x++) {
                    for (int y = 0; y <= 3; y++) {
                        int z = total - x - y;
                        int count = (x > 0 ? 1 : 0) + (y > 0 ? 1 : 0) + (z > 0 ? 1 : 0);
                        boolean single = present > 1 || total == 1;
                        if (z >= 0
                                && z <= 3
                                && count == present
                                && single
                                && pairable(x, y, present)
                                && pairable(x, z, present)
                                && pairable(y, z, present)) {
                            moves.add(new int[] {x, y, z});
                        }
                    }
                }
            }
        }
        return moves.toArray(int[][]::new);
    }

    /**
     * Two versions alone make a bead of a pair's types; with the third present any block can be cut
     * into such beads.
     */
    private static boolean pairable(int x, int y, int present) {
        if (x == 0 || y == 0 || present == 3) {
            return true;
        }
        for (int[] type : TYPES) {
            if (type[0] == x && type[1] == y) {
                return true;
            }
        }
        return false;
    }

    /**
     * A pair's bead scores by the place where the bead ends, each worked out once: a cube meets the
     * same pair's bead again and again.
     */
    private static final class BandedScores {

        private static final int LARGEST = 3;

        private final BeadScore score;
        private final Corridor corridor;
        private final int[] base;
        private final float[] known;
        private final float[] beads;

        BandedScores(BeadScore score, Corridor corridor) {
            this.score = score;
            this.corridor = corridor;
            int sources = score.blocks().sources();
            base = new int[sources + 2];
            for (int i = 0; i <= sources; i++) {
                base[i + 1] = base[i] + Math.max(0, corridor.high(i) - corridor.low(i) + 1);
            }
            known = new float[Math.multiplyExact(base[sources + 1], LARGEST * LARGEST)];
            Arrays.fill(known, Float.NaN);
            beads = known.clone();
        }

        /**
         * What x source and y target segments earn that end here, cut into beads in the best way.
         */
        double of(int x, int sourceEnd, int y, int targetEnd) {
            int at = at(x, sourceEnd, y, targetEnd);
            if (at < 0) {
                return InnerBeads.score(score, sourceEnd - x, sourceEnd, targetEnd - y, targetEnd);
            }
            if (Float.isNaN(known[at])) {
                known[at] = (float) best(x, sourceEnd, y, targetEnd);
            }
            return known[at];
        }

        // As InnerBeads, from the end: what comes last is a bead or a segment left out, and what is
        // before it is cut in the best way.
        private double best(int x, int sourceEnd, int y, int targetEnd) {
            double best = Double.NEGATIVE_INFINITY;
            for (int[] type : TYPES) {
                int restX = x - type[0];
                int restY = y - type[1];
                if (restX >= 0 && restY >= 0) {
                    double rest =
                            restX == 0 || restY == 0
                                    ? -score.leftOut() * (restX + restY)
                                    : of(restX, sourceEnd - type[0], restY, targetEnd - type[1]);
                    if (!Double.isInfinite(rest)) {
                        best = Math.max(best, rest + bead(type[0], sourceEnd, type[1], targetEnd));
                    }
                }
            }
            if (x > 1) {
                best = Math.max(best, of(x - 1, sourceEnd - 1, y, targetEnd) - score.leftOut());
            }
            if (y > 1) {
                best = Math.max(best, of(x, sourceEnd, y - 1, targetEnd - 1) - score.leftOut());
            }
            return best;
        }

        private double bead(int x, int sourceEnd, int y, int targetEnd) {
            int at = at(x, sourceEnd, y, targetEnd);
            if (Float.isNaN(beads[at])) {
                beads[at] = (float) score.of(sourceEnd - x, sourceEnd, targetEnd - y, targetEnd);
            }
            return beads[at];
        }

        /** Place of a block, negative where its end lies outside the corridor. */
        private int at(int x, int sourceEnd, int y, int targetEnd) {
            boolean inside =
                    targetEnd >= corridor.low(sourceEnd) && targetEnd <= corridor.high(sourceEnd);
            int cell = base[sourceEnd] + targetEnd - corridor.low(sourceEnd);
            return inside ? (cell * LARGEST + x - 1) * LARGEST + y - 1 : -1;
        }
    }
}
