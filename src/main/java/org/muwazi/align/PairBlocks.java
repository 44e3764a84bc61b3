package org.muwazi.align;

/** Blocks of two documents over the full matrix of their sentence similarities. */
final class PairBlocks implements Blocks {

    /*
     * Similarities are rounded to this grid, so that sums taken in another order, on another machine or with the sides swapped
     * cannot decide a tie.
     */
    private static final double GRID = 1e5;

    private final BlockVectors source;
    private final BlockVectors target;
    private final float[] similarities;

    PairBlocks(BlockVectors source, BlockVectors target) {
        this.source = source;
        this.target = target;
        int columns = target.size();
        similarities = new float[Math.multiplyExact(source.size(), columns)];
        for (int i = 0; i < source.size(); i++) {
            for (int j = 0; j < columns; j++) {
                similarities[i * columns + j] =
                        (float) rounded(source.vectors().cosine(i, target.vectors(), j));
            }
        }
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
        return similarities[i * target.size() + j];
    }

    @Override
    public double similarity(int sourceStart, int sourceEnd, int targetStart, int targetEnd) {
        if (sourceEnd - sourceStart == 1 && targetEnd - targetStart == 1) {
            return similarity(sourceStart, targetStart);
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
