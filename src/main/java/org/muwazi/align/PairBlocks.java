package org.muwazi.align;

/**
 * Blocks of two documents over the similarities of their sentences, worked out beforehand inside a
 * corridor and when asked for elsewhere.
 */
final class PairBlocks implements Blocks {

    /*
     * Similarities are rounded to this grid, so that sums taken in another order, on another machine or with the sides swapped
     * cannot decide a tie.
     */
    private static final double GRID = 1e5;

    private final BlockVectors source;
    private final BlockVectors target;
    private final Corridor corridor;
    private final int[] firstColumn;
    private final int[] rowStart;
    private final float[] similarities;

    PairBlocks(BlockVectors source, BlockVectors target) {
        this(source, target, Corridor.whole(source.size(), target.size()));
    }

    PairBlocks(BlockVectors source, BlockVectors target, Corridor corridor) {
        this.source = source;
        this.target = target;
        this.corridor = corridor;
        int rows = source.size();
        firstColumn = new int[rows];
        rowStart = new int[rows + 1];
        for (int i = 0; i < rows; i++) {
            // A bead that ends at one of the next positions reaches back to this row, and one more
            // on each side is asked for as a neighbour.
            int low = target.size();
            int high = 0;
            for (int at = i; at <= Math.min(rows, i + BeadTypes.LARGEST); at++) {
                low = Math.min(low, corridor.low(at));
                high = Math.max(high, corridor.high(at));
            }
            firstColumn[i] = Math.max(0, low - BeadTypes.LARGEST - 1);
            int end = Math.min(target.size(), high + 1);
            rowStart[i + 1] = Math.addExact(rowStart[i], Math.max(0, end - firstColumn[i]));
        }
        similarities = new float[rowStart[rows]];
        for (int i = 0; i < rows; i++) {
            for (int at = rowStart[i]; at < rowStart[i + 1]; at++) {
                int j = firstColumn[i] + at - rowStart[i];
                similarities[at] = (float) rounded(source.vectors().cosine(i, target.vectors(), j));
            }
        }
    }

    /** Where similarities are at hand. */
    Corridor corridor() {
        return corridor;
    }

    /** First column of a row that is at hand. */
    int firstColumn(int row) {
        return firstColumn[row];
    }

    /** One past the last column of a row that is at hand. */
    int endColumn(int row) {
        return firstColumn[row] + rowStart[row + 1] - rowStart[row];
    }

    /** Number of pairs of sentences at hand. */
    int cells() {
        return similarities.length;
    }

    @Override
    public int sources() {
        return source.size();
    }

    @Override
    public int targets() {
        return target.size();
    }

    /** Cosine of two sentences. */
    double similarity(int i, int j) {
        int at = rowStart[i] + j - firstColumn[i];
        return j >= firstColumn[i] && at < rowStart[i + 1]
                ? similarities[at]
                : (float) rounded(source.vectors().cosine(i, target.vectors(), j));
    }

    @Override
    public double similarity(int sourceStart, int sourceEnd, int targetStart, int targetEnd) {
        if (sourceEnd - sourceStart == 1 && targetEnd - targetStart == 1) {
            return similarity(sourceStart, targetStart);
        }
        if (source.isEncoded(sourceEnd - sourceStart)
                && target.isEncoded(targetEnd - targetStart)) {
            return rounded(source.cosine(sourceStart, sourceEnd, target, targetStart, targetEnd));
        }
        double sum = 0;
        for (int p = sourceStart; p < sourceEnd; p++) {
            for (int q = targetStart; q < targetEnd; q++) {
                sum += source.weight(p) * target.weight(q) * similarity(p, q);
            }
        }
        return rounded(
                sum / (source.norm(sourceStart, sourceEnd) * target.norm(targetStart, targetEnd)));
    }

    @Override
    public double sourceLength(int start, int end) {
        return source.length(start, end);
    }

    @Override
    public double targetLength(int start, int end) {
        return target.length(start, end);
    }

    private static double rounded(double value) {
        return Math.rint(value * GRID) / GRID;
    }
}
