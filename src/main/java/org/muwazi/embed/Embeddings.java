package org.muwazi.embed;

import java.util.Arrays;
import java.util.List;

/**
 * Sentence vectors: float32, row-major, shape (rows, dimension), row i belonging to input i, each
 * row of unit length (tolerance 1e-3), hence cosine = dot product. Immutable and safe for use by
 * several threads.
 *
 * <p>A class rather than a record because records expose their array.
 */
public final class Embeddings {

    private static final float UNIT_TOLERANCE = 1e-3f;

    private final float[] values;
    private final int rows;
    private final int dimension;

    private Embeddings(float[] values, int rows, int dimension) {
        this.values = values;
        this.rows = rows;
        this.dimension = dimension;
    }

    /**
     * Takes rows as they are.
     *
     * @param rows shape (n, dimension), each of unit length; copied
     * @param dimension at least 1
     * @throws IllegalArgumentException if a row has another length or is not of unit length
     */
    public static Embeddings of(List<float[]> rows, int dimension) {
        float[] values = new float[Math.multiplyExact(rows.size(), dimension)];
        for (int i = 0; i < rows.size(); i++) {
            float[] row = rows.get(i);
            if (row.length != dimension) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + row.length + " components, expected " + dimension);
            }
            double squares = 0;
            for (float component : row) {
                squares += (double) component * component;
            }
            if (!(Math.abs(Math.sqrt(squares) - 1) <= UNIT_TOLERANCE)) {
                throw new IllegalArgumentException(
                        "row " + i + " has length " + Math.sqrt(squares) + ", expected 1");
            }
            System.arraycopy(row, 0, values, i * dimension, dimension);
        }
        return new Embeddings(values, rows.size(), dimension);
    }

    /** Number of vectors. */
    public int rows() {
        return rows;
    }

    /** Components of each vector. */
    public int dimension() {
        return dimension;
    }

    /** A copy of row {@code i}. */
    public float[] row(int i) {
        checkRow(i);
        return Arrays.copyOfRange(values, i * dimension, (i + 1) * dimension);
    }

    /**
     * Cosine of row {@code i} and row {@code j} of another table, -1 to 1.
     *
     * @throws IllegalArgumentException if the dimensions differ
     */
    public double cosine(int i, Embeddings other, int j) {
        if (dimension != other.dimension) {
            throw new IllegalArgumentException(
                    "dimensions " + dimension + " and " + other.dimension + " differ");
        }
        checkRow(i);
        other.checkRow(j);
        int a = i * dimension;
        int b = j * dimension;
        // Four sums: a single one would chain every addition to the one before it.
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int k = 0;
        for (; k + 3 < dimension; k += 4) {
            s0 += values[a + k] * other.values[b + k];
            s1 += values[a + k + 1] * other.values[b + k + 1];
            s2 += values[a + k + 2] * other.values[b + k + 2];
            s3 += values[a + k + 3] * other.values[b + k + 3];
        }
        for (; k < dimension; k++) {
            s0 += values[a + k] * other.values[b + k];
        }
        return s0 + s1 + s2 + s3;
    }

    private void checkRow(int i) {
        if (i < 0 || i >= rows) {
            throw new IndexOutOfBoundsException("row " + i + " of " + rows);
        }
    }
}
