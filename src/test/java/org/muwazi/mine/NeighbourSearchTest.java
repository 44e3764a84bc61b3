package org.muwazi.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.NearestNeighbours;
import org.muwazi.embed.PlainNearestNeighbours;
import org.muwazi.embed.onnx.OnnxNearestNeighbours;
import org.muwazi.testing.Seeds;

/** The matrix product against plain loops, and that nothing about the cutting shows. */
class NeighbourSearchTest {

    private static final int DIMENSION = 24;

    @TempDir Path folder;

    private static Embeddings random(Random random, int rows) {
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            // One in five is the twin of an earlier one, so that there are ties.
            boolean twin = i > 0 && random.nextInt(5) == 0;
            vectors.add(twin ? vectors.get(random.nextInt(i)) : unit(random));
        }
        return Embeddings.of(vectors, DIMENSION);
    }

    private static float[] unit(Random random) {
        float[] row = new float[DIMENSION];
        double squares = 0;
        for (int k = 0; k < DIMENSION; k++) {
            row[k] = (float) random.nextGaussian();
            squares += row[k] * row[k];
        }
        for (int k = 0; k < DIMENSION; k++) {
            row[k] /= (float) Math.sqrt(squares);
        }
        return row;
    }

    private static Neighbours search(
            NearestNeighbours by, SearchPlan plan, Embeddings source, Embeddings target) {
        try {
            return new NeighbourSearch(by, plan, 3)
                    .search(VectorTable.of(source), VectorTable.of(target), pairs -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSame(Neighbours found, Neighbours expected) {
        assertThat(found.forward().neighbourArray()).isEqualTo(expected.forward().neighbourArray());
        assertThat(found.forward().similarityArray())
                .isEqualTo(expected.forward().similarityArray());
        assertThat(found.backward().neighbourArray())
                .isEqualTo(expected.backward().neighbourArray());
        assertThat(found.backward().similarityArray())
                .isEqualTo(expected.backward().similarityArray());
    }

    @Test
    void matrixProductFindsWhatPlainLoopsFind() {
        try (NearestNeighbours onnx = new OnnxNearestNeighbours();
                NearestNeighbours plain = new PlainNearestNeighbours()) {
            Seeds.forEach(
                    20,
                    random -> {
                        Embeddings source = random(random, 1 + random.nextInt(60));
                        Embeddings target = random(random, 1 + random.nextInt(60));
                        SearchPlan whole = new SearchPlan(1, 100, 100, 100);
                        assertSame(
                                search(onnx, whole, source, target),
                                search(plain, whole, source, target));
                    });
        }
    }

    @Test
    void neitherBlocksNorThreadsChangeTheResult() {
        try (NearestNeighbours onnx = new OnnxNearestNeighbours()) {
            Seeds.forEach(
                    20,
                    random -> {
                        Embeddings source = random(random, 40 + random.nextInt(40));
                        Embeddings target = random(random, 40 + random.nextInt(40));
                        int rows = 8 + random.nextInt(20);
                        SearchPlan cut = new SearchPlan(3, 2 * rows, rows, 8 + random.nextInt(30));
                        SearchPlan whole = new SearchPlan(1, 100, 100, 100);
                        assertSame(
                                search(onnx, cut, source, target),
                                search(onnx, whole, source, target));
                    });
        }
    }

    @Test
    void swappingTheSidesSwapsTheDirections() {
        try (NearestNeighbours onnx = new OnnxNearestNeighbours()) {
            Seeds.forEach(
                    10,
                    random -> {
                        Embeddings source = random(random, 30);
                        Embeddings target = random(random, 20);
                        SearchPlan plan = new SearchPlan(2, 16, 8, 8);
                        Neighbours there = search(onnx, plan, source, target);
                        Neighbours back = search(onnx, plan, target, source);
                        assertSame(
                                back,
                                new Neighbours(
                                        /* forward= */ there.backward(),
                                        /* backward= */ there.forward()));
                    });
        }
    }

    @Test
    void withinOneCollectionNoRowIsItsOwnNeighbour() throws IOException {
        Embeddings vectors = random(new Random(5), 30);
        try (NearestNeighbours onnx = new OnnxNearestNeighbours()) {
            Neighbours found =
                    new NeighbourSearch(onnx, new SearchPlan(2, 16, 8, 8), 29)
                            .searchWithin(VectorTable.of(vectors), pairs -> {});
            for (int row = 0; row < 30; row++) {
                assertThat(found.forward().count(row)).isEqualTo(29);
                for (int rank = 0; rank < 29; rank++) {
                    assertThat(found.forward().neighbour(row, rank)).isNotEqualTo(row);
                }
            }
        }
    }

    @Test
    void searchThatWasInterruptedGoesOnWhereItStoppedWithTheSameResult() throws IOException {
        Embeddings source = random(new Random(6), 64);
        Embeddings target = random(new Random(7), 50);
        SearchPlan plan = new SearchPlan(2, 16, 8, 16);
        try (NearestNeighbours onnx = new OnnxNearestNeighbours()) {
            NeighbourSearch search = new NeighbourSearch(onnx, plan, 3);
            SearchCheckpoint checkpoint =
                    new SearchCheckpoint(
                            folder.resolve("state"), "a", false, MiningListener.silent());
            AtomicLong before = new AtomicLong();
            assertThatThrownBy(
                            () ->
                                    search.search(
                                            VectorTable.of(source),
                                            VectorTable.of(target),
                                            checkpoint,
                                            pairs -> {
                                                if (before.addAndGet(pairs) > 2 * 16 * 50) {
                                                    throw new CancellationException("stopped");
                                                }
                                            }))
                    .isInstanceOf(CancellationException.class);
            List<Long> steps = new ArrayList<>();
            Neighbours resumed =
                    search.search(
                            VectorTable.of(source), VectorTable.of(target), checkpoint, steps::add);
            assertThat(steps.get(0)).as("two slabs were kept").isEqualTo(2 * 16 * 50);
            assertThat(steps.stream().mapToLong(Long::longValue).sum()).isEqualTo(64 * 50);
            assertSame(resumed, search(onnx, plan, source, target));
        }
    }

    @Test
    void memoryOfAPlanStaysBelowTheSetting() {
        for (int dimension : new int[] {16, 384, 512, 1024}) {
            for (long memory : new long[] {64L << 20, 128L << 20, 1L << 30}) {
                SearchPlan plan = SearchPlan.fitting(memory, 4, dimension);
                long products = 2L * plan.sourceRows() * plan.targetRows() * Float.BYTES;
                long target = (long) plan.targetRows() * dimension * Float.BYTES;
                long slab = (long) plan.slabRows() * dimension * Float.BYTES;
                assertThat(plan.threads() * (products + target) + target + slab)
                        .isLessThanOrEqualTo(memory);
            }
        }
    }
}
