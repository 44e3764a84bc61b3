package org.muwazi.mine;

/**
 * How a search is cut into pieces. None of it changes the result.
 *
 * @param threads that search side by side, at least 1
 * @param slabRows sources held in memory at once; after each slab progress can be kept
 * @param sourceRows sources of a block, that is of one matrix product
 * @param targetRows targets of a block
 */
public record SearchPlan(int threads, int slabRows, int sourceRows, int targetRows) {

    // Blocks of 1,024 by 4,096 take 18.3 ns a product and thread, selection included; 512 by 2,048
    // take 20.3, 4,096 by 4,096 take 22.8 (512 dimensions).
    private static final int SOURCE_ROWS = 1_024;
    private static final int TARGET_ROWS = 4_096;

    // A slab of 32,768 against a million takes some six minutes on two cores: what is lost at most.
    private static final int SLAB_ROWS = 32_768;

    /** Least memory for a search, in bytes, with one thread. */
    public static final long LEAST_MEMORY = 64L << 20;

    /** Checks that every number is at least 1. */
    public SearchPlan {
        if (threads < 1 || slabRows < 1 || sourceRows < 1 || targetRows < 1) {
            throw new IllegalArgumentException(
                    threads
                            + " threads, slabs of "
                            + slabRows
                            + ", blocks of "
                            + sourceRows
                            + " by "
                            + targetRows
                            + ": below 1");
        }
    }

    /**
     * The quickest plan whose vectors and products fit.
     *
     * @param memory bytes, at least {@link #LEAST_MEMORY}
     * @param dimension of the vectors
     */
    public static SearchPlan fitting(long memory, int threads, int dimension) {
        if (memory < LEAST_MEMORY) {
            throw new IllegalArgumentException(
                    "memory of " + memory + " bytes must be at least " + LEAST_MEMORY);
        }
        int sources = SOURCE_ROWS;
        int targets = TARGET_ROWS;
        int workers = threads;
        while (blocks(workers, sources, targets, dimension) > memory / 2 && targets > 256) {
            targets /= 2;
        }
        while (blocks(workers, sources, targets, dimension) > memory / 2 && workers > 1) {
            workers--;
        }
        while (blocks(workers, sources, targets, dimension) > memory / 2 && sources > 64) {
            sources /= 2;
        }
        long left = memory - blocks(workers, sources, targets, dimension);
        long slab = Math.min(SLAB_ROWS, left / ((long) dimension * Float.BYTES));
        int whole = (int) Math.max(sources, slab / sources * sources);
        return new SearchPlan(workers, whole, sources, targets);
    }

    // Of each thread: the product, twice, and the target block once more, transposed.
    private static long blocks(int threads, int sources, int targets, int dimension) {
        long products = 2L * sources * targets * Float.BYTES;
        long target = (long) targets * dimension * Float.BYTES;
        return threads * (products + target) + target;
    }
}
