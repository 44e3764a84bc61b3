package org.muwazi.embed;

/**
 * Nearest neighbours in plain Java, one product after the other: what the fast one is held against,
 * in tests and in the measurement of speed.
 */
public final class PlainNearestNeighbours implements NearestNeighbours {

    @Override
    public BlockNeighbours search(VectorBlock source, VectorBlock target, int k) {
        NearestNeighbours.requireSearchable(source, target, k);
        Best forward = new Best(source.rows(), Math.min(k, target.rows()));
        Best backward = new Best(target.rows(), Math.min(k, source.rows()));
        float[][] targets = new float[target.rows()][];
        for (int j = 0; j < targets.length; j++) {
            targets[j] = target.row(j);
        }
        for (int i = 0; i < source.rows(); i++) {
            float[] row = source.row(i);
            for (int j = 0; j < targets.length; j++) {
                float product = VectorBlock.product(row, targets[j]);
                forward.offer(i, j, product);
                backward.offer(j, i, product);
            }
        }
        return new BlockNeighbours(forward.direction(), backward.direction());
    }

    /** Holds nothing. */
    @Override
    public void close() {}

    /** The best so far; rows are offered in ascending order, so that equals stay in that order. */
    private static final class Best {

        private final int each;
        private final int[] rows;
        private final float[] products;
        private final int[] counts;

        Best(int size, int each) {
            this.each = each;
            this.rows = new int[size * each];
            this.products = new float[size * each];
            this.counts = new int[size];
        }

        void offer(int i, int row, float product) {
            int start = i * each;
            int at = start + counts[i];
            if (counts[i] < each) {
                counts[i]++;
            } else if (product <= products[at - 1]) {
                return;
            } else {
                at--;
            }
            while (at > start && products[at - 1] < product) {
                products[at] = products[at - 1];
                rows[at] = rows[at - 1];
                at--;
            }
            products[at] = product;
            rows[at] = row;
        }

        BlockNeighbours.Direction direction() {
            return new BlockNeighbours.Direction(each, rows, products);
        }
    }
}
