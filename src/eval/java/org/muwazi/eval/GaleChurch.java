package org.muwazi.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/*
 * Gale and Church 1993, A program for aligning sentences in bilingual corpora: characters only, mean ratio 1 and variance 6.8 a
 * character, and the paper's probabilities of bead types. The baseline that needs no encoder.
 */
/** Alignment by sentence lengths. */
final class GaleChurch {

    private static final double VARIANCE = 6.8;

    /** Bead types and their probabilities, table 5 of the paper. */
    private static final int[][] TYPES = {{1, 1}, {1, 0}, {0, 1}, {2, 1}, {1, 2}, {2, 2}};

    private static final double[] PROBABILITY = {
        0.89, 0.0099 / 2, 0.0099 / 2, 0.0445, 0.0445, 0.011
    };

    private GaleChurch() {}

    static BeadList align(List<String> source, List<String> target) {
        int rows = source.size();
        int columns = target.size();
        double[][] cost = new double[rows + 1][columns + 1];
        int[][] type = new int[rows + 1][columns + 1];
        for (int i = 0; i <= rows; i++) {
            for (int j = 0; j <= columns; j++) {
                cost[i][j] = i + j == 0 ? 0 : Double.POSITIVE_INFINITY;
                for (int t = 0; t < TYPES.length; t++) {
                    int x = i - TYPES[t][0];
                    int y = j - TYPES[t][1];
                    if (x >= 0 && y >= 0) {
                        double total =
                                cost[x][y]
                                        - Math.log(PROBABILITY[t])
                                        + cost(length(source, x, i), length(target, y, j));
                        if (total < cost[i][j]) {
                            cost[i][j] = total;
                            type[i][j] = t;
                        }
                    }
                }
            }
        }
        List<BeadList.Link> beads = new ArrayList<>();
        for (int i = rows, j = columns; i > 0 || j > 0; ) {
            int[] bead = TYPES[type[i][j]];
            beads.add(new BeadList.Link(range(i - bead[0], i), range(j - bead[1], j)));
            i -= bead[0];
            j -= bead[1];
        }
        Collections.reverse(beads);
        return new BeadList(beads);
    }

    /** Minus the log of the chance of lengths that differ at least so much. */
    private static double cost(int source, int target) {
        if (source + target == 0) {
            return 0;
        }
        double mean = (source + target) / 2.0;
        double z = Math.abs(source - target) / Math.sqrt(VARIANCE * mean);
        // Abramowitz and Stegun 26.2.17, the tail of the normal distribution.
        double t = 1 / (1 + 0.2316419 * z);
        double tail =
                0.3989423
                        * Math.exp(-z * z / 2)
                        * t
                        * (0.3193815
                                + t
                                        * (-0.3565638
                                                + t * (1.781478 + t * (-1.821256 + t * 1.330274))));
        return -Math.log(Math.max(2 * tail, 1e-300));
    }

    private static int length(List<String> sentences, int from, int to) {
        return sentences.subList(from, to).stream().mapToInt(String::length).sum();
    }

    private static List<Integer> range(int from, int to) {
        return java.util.stream.IntStream.range(from, to).boxed().toList();
    }
}
