package org.muwazi.mine;

import java.io.IOException;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.VectorBlock;

/** Unit vectors that are read block by block: shape (rows, dimension). */
public interface VectorTable {

    /** Number of vectors. */
    int rows();

    /** Components of each vector. */
    int dimension();

    /**
     * Fills a block with the rows {@code start} to {@code start + count}.
     *
     * @throws IOException if they cannot be read
     */
    void read(int start, int count, VectorBlock into) throws IOException;

    /** Vectors that are in memory. */
    static VectorTable of(Embeddings vectors) {
        return new VectorTable() {
            @Override
            public int rows() {
                return vectors.rows();
            }

            @Override
            public int dimension() {
                return vectors.dimension();
            }

            @Override
            public void read(int start, int count, VectorBlock into) {
                var room = into.refill(count).asFloatBuffer();
                for (int i = start; i < start + count; i++) {
                    room.put(vectors.row(i));
                }
            }
        };
    }
}
