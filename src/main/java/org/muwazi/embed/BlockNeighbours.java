package org.muwazi.embed;

/**
 * Neighbours between two blocks.
 *
 * @param forward of each source row among the target rows
 * @param backward of each target row among the source rows
 */
public record BlockNeighbours(Direction forward, Direction backward) {

    /** One direction: for each row the same number of neighbours, best first. */
    public static final class Direction {

        private final int each;
        private final int[] rows;
        private final float[] products;

        /**
         * Takes the arrays over.
         *
         * @param each neighbours a row, at least 1
         * @param rows shape (n, each), row-major
         * @param products of the same shape
         * @throws IllegalArgumentException if the shapes do not fit
         */
        public Direction(int each, int[] rows, float[] products) {
            if (each < 1 || rows.length != products.length || rows.length % each != 0) {
                throw new IllegalArgumentException(
                        rows.length + " rows, " + products.length + " products, " + each + " each");
            }
            this.each = each;
            this.rows = rows;
            this.products = products;
        }

        /** Neighbours of each row. */
        public int each() {
            return each;
        }

        /** Row of the {@code rank}-th neighbour of row {@code i}, rank from 0. */
        public int row(int i, int rank) {
            return rows[i * each + rank];
        }

        /** Dot product with that neighbour. */
        public float product(int i, int rank) {
            return products[i * each + rank];
        }
    }
}
