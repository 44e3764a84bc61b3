package org.muwazi.mine;

import java.util.Arrays;

/**
 * For each row its nearest neighbours so far, best first, of equal similarity the lower number
 * first; offering in any order gives the same table. Different threads may offer to different rows.
 */
public final class NeighbourTable {

    /** Stands where a row has fewer neighbours. */
    private static final int NONE = -1;

    private final int rows;
    private final int each;
    private final int[] neighbours;
    private final float[] similarities;

    NeighbourTable(int rows, int each) {
        this.rows = rows;
        this.each = each;
        this.neighbours = new int[Math.multiplyExact(rows, each)];
        this.similarities = new float[neighbours.length];
        Arrays.fill(neighbours, NONE);
        Arrays.fill(similarities, Float.NEGATIVE_INFINITY);
    }

    /** Rows of the table. */
    public int rows() {
        return rows;
    }

    /** Neighbours that a row can have. */
    public int each() {
        return each;
    }

    /** Neighbours that a row has. */
    public int count(int row) {
        int count = 0;
        while (count < each && neighbours[row * each + count] != NONE) {
            count++;
        }
        return count;
    }

    /** Number of a neighbour, rank from 0 and below {@link #count}. */
    public int neighbour(int row, int rank) {
        return neighbours[row * each + rank];
    }

    /** Similarity to that neighbour. */
    public float similarity(int row, int rank) {
        return similarities[row * each + rank];
    }

    /** Mean similarity of a row to its neighbours; 0 where it has none. */
    public double mean(int row) {
        int count = count(row);
        double sum = 0;
        for (int rank = 0; rank < count; rank++) {
            sum += similarity(row, rank);
        }
        return count == 0 ? 0 : sum / count;
    }

    /** What a newcomer has to reach. */
    float lowest(int row) {
        return similarities[row * each + each - 1];
    }

    void offer(int row, int neighbour, float similarity) {
        int start = row * each;
        int at = start + each - 1;
        if (!before(similarity, neighbour, at)) {
            return;
        }
        while (at > start && before(similarity, neighbour, at - 1)) {
            similarities[at] = similarities[at - 1];
            neighbours[at] = neighbours[at - 1];
            at--;
        }
        similarities[at] = similarity;
        neighbours[at] = neighbour;
    }

    private boolean before(float similarity, int neighbour, int at) {
        if (similarity != similarities[at]) {
            return similarity > similarities[at];
        }
        return neighbours[at] == NONE || neighbour < neighbours[at];
    }

    int[] neighbourArray() {
        return neighbours;
    }

    float[] similarityArray() {
        return similarities;
    }
}
