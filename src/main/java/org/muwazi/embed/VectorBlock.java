package org.muwazi.embed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Objects;

/**
 * A few thousand vectors in native memory, where both Java and a native library reach them: shape
 * (rows, dimension), row-major, float32. The place is used again and again, so the number of rows
 * may change; whoever fills it sees to it that nobody reads meanwhile.
 */
public final class VectorBlock {

    private final ByteBuffer bytes;
    private final FloatBuffer values;
    private final int capacity;
    private final int dimension;
    private int rows;

    /**
     * An empty block.
     *
     * @param capacity rows held at most, at least 1
     * @param dimension components of a row, at least 1
     * @throws IllegalArgumentException if either is out of range or the block is above 2 GiB
     */
    public VectorBlock(int capacity, int dimension) {
        long size = (long) capacity * dimension * Float.BYTES;
        if (capacity < 1 || dimension < 1 || size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a block of " + capacity + " rows of " + dimension + " components");
        }
        this.bytes = ByteBuffer.allocateDirect((int) size).order(ByteOrder.LITTLE_ENDIAN);
        this.values = bytes.asFloatBuffer();
        this.capacity = capacity;
        this.dimension = dimension;
    }

    /** A block that holds the rows of a table. */
    public static VectorBlock of(Embeddings vectors) {
        VectorBlock block = new VectorBlock(Math.max(1, vectors.rows()), vectors.dimension());
        for (int i = 0; i < vectors.rows(); i++) {
            block.values.put(i * block.dimension, vectors.row(i));
        }
        block.rows = vectors.rows();
        return block;
    }

    /**
     * Room for rows as bytes, little-endian, to be filled from position to limit.
     *
     * @param count rows to come, 0 to the capacity
     */
    public ByteBuffer refill(int count) {
        Objects.checkIndex(count, capacity + 1);
        rows = count;
        ByteBuffer room = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return room.clear().limit(count * dimension * Float.BYTES);
    }

    /** The rows, from position to limit; a view. */
    public FloatBuffer values() {
        FloatBuffer view = values.duplicate();
        view.clear().limit(rows * dimension);
        return view;
    }

    /** Rows held now. */
    public int rows() {
        return rows;
    }

    /** Components of each row. */
    public int dimension() {
        return dimension;
    }

    /**
     * Dot product of row {@code i} and row {@code j} of another block, summed in one fixed order in
     * double precision and then rounded: the same on every machine and for every size of block,
     * which a matrix product is not.
     */
    public float dot(int i, VectorBlock other, int j) {
        if (dimension != other.dimension) {
            throw new IllegalArgumentException(
                    "dimensions " + dimension + " and " + other.dimension + " differ");
        }
        return product(row(i), other.row(j));
    }

    /** A copy of row {@code i}. */
    float[] row(int i) {
        float[] row = new float[dimension];
        values.get(Objects.checkIndex(i, rows) * dimension, row);
        return row;
    }

    // Four sums: a single one would chain every addition to the one before it.
    static float product(float[] a, float[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < a.length; k += 4) {
            s0 += (double) a[k] * b[k];
            s1 += (double) a[k + 1] * b[k + 1];
            s2 += (double) a[k + 2] * b[k + 2];
            s3 += (double) a[k + 3] * b[k + 3];
        }
        for (; k < a.length; k++) {
            s0 += (double) a[k] * b[k];
        }
        return (float) (s0 + s1 + (s2 + s3));
    }
}
