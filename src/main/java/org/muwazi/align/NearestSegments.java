package org.muwazi.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muwazi.embed.Embeddings;

/**
 * The nearest segments of two documents to one another: of each segment the {@value #KEPT} of the
 * other side with the highest cosine, ties to the earlier one. Memory grows with the number of
 * segments, time with the product.
 */
final class NearestSegments {

    /** The widest bead takes three segments, so that one outside it is always among these. */
    private static final int KEPT = 4;

    private static final int NONE = -1;

    private final int[][] ofSource;
    private final int[][] ofTarget;
    private final double[][] sourceCosines;
    private final double[][] targetCosines;

    NearestSegments(Embeddings source, Embeddings target) {
        ofSource = table(source.rows());
        ofTarget = table(target.rows());
        sourceCosines = new double[source.rows()][KEPT];
        targetCosines = new double[target.rows()][KEPT];
        for (int i = 0; i < source.rows(); i++) {
            for (int j = 0; j < target.rows(); j++) {
                double cosine = source.cosine(i, target, j);
                insert(ofSource[i], sourceCosines[i], j, cosine);
                insert(ofTarget[j], targetCosines[j], i, cosine);
            }
        }
    }

    private static int[][] table(int rows) {
        int[][] table = new int[rows][KEPT];
        for (int[] row : table) {
            Arrays.fill(row, NONE);
        }
        return table;
    }

    private static void insert(int[] nearest, double[] cosines, int segment, double cosine) {
        int at = KEPT;
        while (at > 0 && (nearest[at - 1] == NONE || cosine > cosines[at - 1])) {
            at--;
            if (at + 1 < KEPT) {
                nearest[at + 1] = nearest[at];
                cosines[at + 1] = cosines[at];
            }
        }
        if (at < KEPT) {
            nearest[at] = segment;
            cosines[at] = cosine;
        }
    }

    /** Mean over the segments of the shorter document of the best cosine; 0 where one is empty. */
    double meanBest() {
        if (ofSource.length == 0 || ofTarget.length == 0) {
            return 0;
        }
        double[][] shorter = ofSource.length <= ofTarget.length ? sourceCosines : targetCosines;
        double sum = 0;
        for (double[] cosines : shorter) {
            sum += cosines[0];
        }
        return sum / shorter.length;
    }

    /**
     * Best cosine, at least 0, of the segments of one side of a bead to what lies outside the bead
     * on the other side.
     */
    double bestOutside(Bead bead, boolean ofTheSource) {
        int start = ofTheSource ? bead.sourceStart() : bead.targetStart();
        int end = ofTheSource ? bead.sourceEnd() : bead.targetEnd();
        int insideFrom = ofTheSource ? bead.targetStart() : bead.sourceStart();
        int insideTo = ofTheSource ? bead.targetEnd() : bead.sourceEnd();
        int[][] nearest = ofTheSource ? ofSource : ofTarget;
        double[][] cosines = ofTheSource ? sourceCosines : targetCosines;
        double best = 0;
        for (int i = start; i < end; i++) {
            for (int k = 0; k < KEPT && nearest[i][k] != NONE; k++) {
                if (nearest[i][k] < insideFrom || nearest[i][k] >= insideTo) {
                    best = Math.max(best, cosines[i][k]);
                    break;
                }
            }
        }
        return best;
    }

    /**
     * Share of the mutual anchors (segments each of which is nearest to the other) that the longest
     * chain ascending on both sides keeps, 0 to 1; 0 where there are none.
     */
    double anchorShare() {
        List<Integer> targets = new ArrayList<>();
        for (int i = 0; i < ofSource.length; i++) {
            int j = ofSource[i][0];
            if (j != NONE && ofTarget[j][0] == i) {
                targets.add(j);
            }
        }
        return targets.isEmpty() ? 0 : (double) longestAscent(targets) / targets.size();
    }

    /** Length of the longest ascending subsequence of different numbers (patience sorting). */
    private static int longestAscent(List<Integer> numbers) {
        int[] lastOfLength = new int[numbers.size()];
        int length = 0;
        for (int number : numbers) {
            int at = Arrays.binarySearch(lastOfLength, 0, length, number);
            int place = -at - 1;
            lastOfLength[place] = number;
            length = Math.max(length, place + 1);
        }
        return length;
    }
}
