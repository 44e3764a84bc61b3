package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.muwazi.embed.NearestNeighbours;
import org.muwazi.embed.PlainNearestNeighbours;
import org.muwazi.embed.VectorBlock;
import org.muwazi.embed.onnx.OnnxNearestNeighbours;
import org.muwazi.mine.MiningOptions;
import org.muwazi.mine.NeighbourSearch;
import org.muwazi.mine.SearchPlan;
import org.muwazi.mine.VectorTable;

/**
 * Time and peak memory of the neighbour search on synthetic unit vectors, made anew whenever a
 * block is read, so that no table is held. Each size is run by a process of its own, whose peak
 * memory is then that of the size.
 */
public final class MiningSpeed {

    private static final int DIMENSION = 512;

    private MiningSpeed() {}

    /** Arguments: {@code onnx} or {@code plain}, rows a side, threads, memory in MiB. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int rows = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        long memory = Long.parseLong(args[3]) << 20;
        boolean plain = args[0].equals("plain");
        SearchPlan plan = SearchPlan.fitting(memory, threads, DIMENSION);
        try (NearestNeighbours neighbours =
                plain ? new PlainNearestNeighbours() : new OnnxNearestNeighbours()) {
            NeighbourSearch search =
                    new NeighbourSearch(neighbours, plan, MiningOptions.NEIGHBOURS);
            VectorTable warm = new Synthetic(2_000, 1);
            search.search(warm, warm, pairs -> {});
            long before = ProcessUse.peakMebibytes();
            long cpu = ProcessUse.cpuNanoseconds();
            long start = System.nanoTime();
            search.search(new Synthetic(rows, 2), new Synthetic(rows, 3), pairs -> {});
            double seconds = (System.nanoTime() - start) / 1e9;
            double processor = (ProcessUse.cpuNanoseconds() - cpu) / 1e9;
            out.printf(
                    Locale.ROOT,
                    "%s\t%d\t%d\t%d\t%d\t%.2f\t%.2f\t%.2f\t%d\t%d%n",
                    args[0],
                    rows,
                    DIMENSION,
                    plan.threads(),
                    memory >> 20,
                    seconds,
                    processor,
                    processor * 1e9 / rows / rows,
                    before,
                    ProcessUse.peakMebibytes());
        }
    }

    /**
     * Rows drawn from a few thousand vectors and turned by position, which costs little to make and
     * gives each row near and far neighbours.
     */
    private static final class Synthetic implements VectorTable {

        private static final int DRAWN = 4_096;

        private final int rows;
        private final float[][] drawn = new float[DRAWN][];

        Synthetic(int rows, long seed) {
            this.rows = rows;
            Random random = new Random(seed);
            for (int i = 0; i < DRAWN; i++) {
                float[] row = new float[DIMENSION];
                double squares = 0;
                for (int k = 0; k < DIMENSION; k++) {
                    row[k] = (float) random.nextGaussian();
                    squares += row[k] * row[k];
                }
                for (int k = 0; k < DIMENSION; k++) {
                    row[k] /= (float) Math.sqrt(squares);
                }
                drawn[i] = row;
            }
        }

        @Override
        public int rows() {
            return rows;
        }

        @Override
        public int dimension() {
            return DIMENSION;
        }

        @Override
        public void read(int start, int count, VectorBlock into) {
            var room = into.refill(count).asFloatBuffer();
            float[] turned = new float[DIMENSION];
            for (int i = start; i < start + count; i++) {
                float[] row = drawn[i % DRAWN];
                // Another shift for each round through what was drawn: no row comes twice.
                int shift = i / DRAWN % DIMENSION;
                System.arraycopy(row, shift, turned, 0, DIMENSION - shift);
                System.arraycopy(row, 0, turned, DIMENSION - shift, shift);
                room.put(turned);
            }
        }
    }
}
