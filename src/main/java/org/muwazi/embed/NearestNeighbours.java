package org.muwazi.embed;

/**
 * Nearest neighbours between two blocks of vectors, exact and in both directions at once: of each
 * source row among the target rows, and of each target row among the source rows.
 *
 * <p>Safe for use by several threads, which run side by side.
 */
public interface NearestNeighbours extends AutoCloseable {

    /**
     * The rows with the highest dot products.
     *
     * @param source shape (S, d), S at least 1
     * @param target shape (T, d), T at least 1
     * @param k neighbours wanted, at least 1; all where a side has fewer
     * @return best first; of equal products the lower row first. Products may be off by 1e-5, as
     *     those of a matrix product in float32 are
     * @throws IllegalArgumentException if a block is empty, the dimensions differ or k is below 1
     * @throws IllegalStateException after {@link #close()}
     */
    BlockNeighbours search(VectorBlock source, VectorBlock target, int k);

    /** Frees what it holds; a second call does nothing. */
    @Override
    void close();

    /**
     * Refuses what {@link #search} cannot take.
     *
     * @throws IllegalArgumentException as there
     */
    static void requireSearchable(VectorBlock source, VectorBlock target, int k) {
        if (source.rows() < 1 || target.rows() < 1 || k < 1) {
            throw new IllegalArgumentException(
                    source.rows() + " and " + target.rows() + " rows, k " + k + ": below 1");
        }
        if (source.dimension() != target.dimension()) {
            throw new IllegalArgumentException(
                    "dimensions " + source.dimension() + " and " + target.dimension() + " differ");
        }
    }
}
