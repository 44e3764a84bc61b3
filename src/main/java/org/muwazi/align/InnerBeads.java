package org.muwazi.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/*
 * Where two versions have two sentences each and the third has one for both, the story's bead is 2-2-1, yet the first two still
 * correspond one to one inside it. Held to the bead as a whole, the pair would pay for a 2-2 join that nobody made, and the joint
 * program would rather leave a sentence unaligned: strict F1 of the pairs on eval/stories was .82 that way and is what
 * eval/results/align-stories.tsv says now.
 */
/**
 * The best way to cut a block of one version and a block of another into beads without null beads.
 */
final class InnerBeads {

    private static final int[][] TYPES = BeadTypes.upTo(3);

    private InnerBeads() {}

    /** Sum of bead scores of the best way. */
    static double score(
            BeadScore score, int sourceStart, int sourceEnd, int targetStart, int targetEnd) {
        return table(score, sourceStart, sourceEnd, targetStart, targetEnd).total();
    }

    /**
     * Beads of the best way, four bounds each, in order; the block itself where no way of simple
     * beads exists.
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
        while (x > 0) {
            int[] type = TYPES[table.type[x][y]];
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
        for (int x = 1; x < table.best.length; x++) {
            for (int y = 1; y < table.best[0].length; y++) {
                for (int t = 0; t < TYPES.length; t++) {
                    int p = x - TYPES[t][0];
                    int q = y - TYPES[t][1];
                    if (p >= 0 && q >= 0 && !Double.isInfinite(table.best[p][q])) {
                        double total =
                                table.best[p][q]
                                        + score.of(
                                                sourceStart + p,
                                                sourceStart + x,
                                                targetStart + q,
                                                targetStart + y);
                        if (total > table.best[x][y] + PairDynamicProgram.TIE) {
                            table.best[x][y] = total;
                            table.type[x][y] = t;
                        }
                    }
                }
            }
        }
        return table;
    }

    private static final class Table {

        private final double[][] best;
        private final int[][] type;

        Table(int x, int y) {
            best = new double[x + 1][y + 1];
            type = new int[x + 1][y + 1];
            for (double[] row : best) {
                java.util.Arrays.fill(row, Double.NEGATIVE_INFINITY);
            }
            best[0][0] = 0;
        }

        double total() {
            return best[best.length - 1][best[0].length - 1];
        }
    }
}
