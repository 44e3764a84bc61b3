package org.muwazi.embed;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

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
        Builder builder = builder(rows.size(), dimension);
        for (int i = 0; i < rows.size(); i++) {
            builder.set(i, rows.get(i));
        }
        return builder.build();
    }

    /**
     * For tables too large to hold twice: rows are written where they will stay.
     *
     * @param rows at least 0
     * @param dimension at least 1
     * @throws IllegalArgumentException if either is out of range or the table has more than 2^31
     *     components
     */
    public static Builder builder(int rows, int dimension) {
        if (rows < 0 || dimension < 1) {
            throw new IllegalArgumentException(
                    "rows " + rows + " and dimension " + dimension + " must be >= 0 and >= 1");
        }
        if ((long) rows * dimension > Integer.MAX_VALUE - 8L) {
            throw new IllegalArgumentException(
                    rows + " rows of " + dimension + " components do not fit into one table");
        }
        return new Builder(rows, dimension);
    }

    /**
     * A table under construction. Different threads may set different rows; whoever builds must
     * have seen them finish.
     */
    public static final class Builder {

        private final BitSet present;
        private final int rows;
        private final int dimension;
        private float[] values;

        private Builder(int rows, int dimension) {
            this.rows = rows;
            this.dimension = dimension;
            this.values = new float[rows * dimension];
            this.present = new BitSet(rows);
        }

        /**
         * Copies a row in.
         *
         * @param row of unit length
         * @throws IllegalArgumentException if it has another number of components or is not of unit
         *     length
         * @throws IllegalStateException if the table was built already
         */
        public Builder set(int i, float[] row) {
            Objects.checkIndex(i, rows);
            if (values == null) {
                throw new IllegalStateException("this table was built already");
            }
            if (row.length != dimension) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + row.length + " components, expected " + dimension);
            }
            double squares = 0;
            for (float component : row) {
                squares += (double) component * component;
            }
            // Written so that NaN fails too.
            if (!(Math.abs(Math.sqrt(squares) - 1) <= UNIT_TOLERANCE)) {
                throw new IllegalArgumentException(
                        "row " + i + " has length " + Math.sqrt(squares) + ", expected 1");
            }
            System.arraycopy(row, 0, values, i * dimension, dimension);
            synchronized (present) {
                present.set(i);
            }
            return this;
        }

        /**
         * The table; the builder is of no use afterwards.
         *
         * @throws IllegalStateException if a row was never set or the table was built already
         */
        public Embeddings build() {
            if (values == null) {
                throw new IllegalStateException("this table was built already");
            }
            synchronized (present) {
                int missing = present.nextClearBit(0);
                if (missing < rows) {
                    throw new IllegalStateException("row " + missing + " was never set");
                }
            }
            Embeddings built = new Embeddings(values, rows, dimension);
            values = null;
            return built;
        }
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

    /**
     * Cosine of the sum of rows {@code start} to {@code end} and the sum of rows {@code otherStart}
     * to {@code otherEnd} of another table: how close two passages are, -1 to 1.
     *
     * @throws IllegalArgumentException if a range is empty or the dimensions differ
     */
    public double cosine(int start, int end, Embeddings other, int otherStart, int otherEnd) {
        if (start >= end || otherStart >= otherEnd) {
            throw new IllegalArgumentException(
                    "rows ["
                            + start
                            + ", "
                            + end
                            + ") against ["
                            + otherStart
                            + ", "
                            + otherEnd
                            + "): a range is empty");
        }
        double across = 0;
        for (int i = start; i < end; i++) {
            for (int j = otherStart; j < otherEnd; j++) {
                across += cosine(i, other, j);
            }
        }
        return across
                / Math.max(
                        1e-9,
                        Math.sqrt(sumSquared(start, end) * other.sumSquared(otherStart, otherEnd)));
    }

    private double sumSquared(int start, int end) {
        double squares = 0;
        for (int i = start; i < end; i++) {
            for (int j = start; j < end; j++) {
                squares += cosine(i, this, j);
            }
        }
        return squares;
    }

    private void checkRow(int i) {
        if (i < 0 || i >= rows) {
            throw new IndexOutOfBoundsException("row " + i + " of " + rows);
        }
    }
}
