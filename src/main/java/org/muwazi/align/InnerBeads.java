package org.muwazi.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/*
 * Where two versions have two sentences each and the third has one for both, the story's bead is 2-2-1, yet the first two still
 * correspond one to one inside it. Held to the bead as a whole, the pair would pay for a 2-2 join that nobody made, and the joint
 * program would rather leave a sentence unaligned: strict F1 of the pairs on eval/stories was .82 that way and is what
 * eval/results/align-stories.tsv says now. Where the third version lacks one of the two sentences, the bead is the same, and a pair
 * with the third leaves that sentence out; without that, a third version that is disturbed elsewhere than the pair cost the pair .008
 * strict F1 on news (.0004 with it; eval/results/align-gold.tsv, "first pass with a third version").
 */
/**
 * The best way to cut a block of one version and a block of another into beads, at least one of
 * them with both sides; a segment that is left out costs what a gap costs.
 */
final class InnerBeads {

    private static final int[][] TYPES = BeadTypes.upTo(3);

    /** The same, then a segment of the source or of the target left out. */
    private static final int[][] STEPS =
            Stream.concat(Arrays.stream(TYPES), Stream.of(new int[] {1, 0}, new int[] {0, 1}))
                    .toArray(int[][]::new);

    private InnerBeads() {}

    /** Sum of bead scores of the best way. */
    static double score(
            BeadScore score, int sourceStart, int sourceEnd, int targetStart, int targetEnd) {
        return table(score, sourceStart, sourceEnd, targetStart, targetEnd).total();
    }

    /**
     * Beads of the best way, four bounds each, in order, one side empty for a segment that is left
     * out; the block itself where no way of simple beads exists.
     */
    static List<int[]> beads(
            BeadScore score, int sourceStart, int sourceEnd, int targetStart, int targetEnd) {
        Table table = table(score, sourceStart, sourceEnd, targetStart, targetEnd);
        List<int[]> beads = new ArrayList<>();
        int x = sourceEnd - sourceStart;
        int y = targetEnd - targetStart;
        if (Double.isInfinite(table.total())) {
            beads.add(new int[] {sourceStart, sourceEnd, targetStart, targetEnd});
            return beads;
        }
        while (x > 0 || y > 0) {
            int[] type = STEPS[table.step[x][y]];
            beads.add(
                    new int[] {
                        sourceStart + x - type[0],
                        sourceStart + x,
                        targetStart + y - type[1],
                        targetStart + y
                    });
            x -= type[0];
            y -= type[1];
        }
        Collections.reverse(beads);
        return beads;
    }

    private static Table table(
            BeadScore score, int sourceStart, int sourceEnd, int targetStart, int targetEnd) {
        Table table = new Table(sourceEnd - sourceStart, targetEnd - targetStart);
        for (int x = 0; x < table.best.length; x++) {
            for (int y = 0; y < table.best[0].length; y++) {
                for (int s = 0; s < STEPS.length; s++) {
                    int p = x - STEPS[s][0];
                    int q = y - STEPS[s][1];
                    boolean joins = s < TYPES.length;
                    // Leaving everything out is no way to cut a block.
                    boolean allowed = joins || x == 0 || y == 0 || (p > 0 && q > 0);
                    if (p >= 0 && q >= 0 && allowed && !Double.isInfinite(table.best[p][q])) {
                        double gain =
                                joins
                                        ? score.of(
                                                sourceStart + p,
                                                sourceStart + x,
                                                targetStart + q,
                                                targetStart + y)
                                        : -score.leftOut();
                        table.offer(x, y, table.best[p][q] + gain, s);
                    }
                }
            }
        }
        return table;
    }

    private static final class Table {

        private final double[][] best;
        private final int[][] step;

        Table(int x, int y) {
            best = new double[x + 1][y + 1];
            step = new int[x + 1][y + 1];
            for (double[] row : best) {
                Arrays.fill(row, Double.NEGATIVE_INFINITY);
            }
            best[0][0] = 0;
        }

        void offer(int x, int y, double total, int way) {
            if (total > best[x][y] + PairDynamicProgram.TIE) {
                best[x][y] = total;
                step[x][y] = way;
            }
        }

        double total() {
            return best[best.length - 1][best[0].length - 1];
        }
    }
}
