package org.muwazi.mine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import org.muwazi.embed.BlockNeighbours;
import org.muwazi.embed.NearestNeighbours;
import org.muwazi.embed.VectorBlock;
import org.muwazi.work.Workers;

/*
 * Every source meets every target. A slab of sources stays in memory while the targets pass by in
 * blocks; each block of the slab with each block of targets is one product, and these run side by
 * side. What a product finds is offered to two tables, with the similarity computed anew in one
 * fixed order (VectorBlock.dot): a matrix product rounds differently for each size of block and each
 * processor, and its last bits would decide between equals. Pinned by NeighbourSearchTest.
 */
/**
 * Exact k-nearest-neighbour search between two tables of vectors in bounded memory. Time grows with
 * the product of the sizes; the result depends on neither blocks nor threads.
 */
public final class NeighbourSearch {

    // Products of float32 vectors of unit length are off by some 1e-7 times the root of the
    // dimension. What is nearly as good as the last neighbour is computed anew, too.
    private static final float ROUNDING = 1e-5f;

    // Taken from each block beyond k, so that equals at the edge are ordered by their exact values.
    private static final int SLACK = 2;

    private final NearestNeighbours neighbours;
    private final SearchPlan plan;
    private final int k;

    /**
     * A search.
     *
     * @param neighbours searches a block; not closed here
     * @param k neighbours wanted, at least 1
     */
    public NeighbourSearch(NearestNeighbours neighbours, SearchPlan plan, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k " + k + " must be at least 1");
        }
        this.neighbours = neighbours;
        this.plan = plan;
        this.k = k;
    }

    /**
     * Searches two collections.
     *
     * @param done is told of pairs of sentences that were compared; called from several threads,
     *     one at a time
     * @throws IOException if a table cannot be read
     * @throws CancellationException if the calling thread is interrupted
     */
    public Neighbours search(VectorTable source, VectorTable target, LongConsumer done)
            throws IOException {
        return new Pass(source, target, false, done).run(Optional.empty());
    }

    /** Searches one collection for neighbours within itself; no row is its own neighbour. */
    public Neighbours searchWithin(VectorTable table, LongConsumer done) throws IOException {
        return new Pass(table, table, true, done).run(Optional.empty());
    }

    /** The same with the state kept after each slab, and taken up from there. */
    Neighbours search(
            VectorTable source, VectorTable target, SearchCheckpoint checkpoint, LongConsumer done)
            throws IOException {
        boolean within = checkpoint.within();
        return new Pass(source, target, within, done).run(Optional.of(checkpoint));
    }

    /** One run over all slabs. */
    private final class Pass {

        private final VectorTable source;
        private final VectorTable target;
        private final boolean within;
        private final LongConsumer done;
        private final NeighbourTable forward;
        private final NeighbourTable backward;
        private final List<VectorBlock> slab = new ArrayList<>();

        Pass(VectorTable source, VectorTable target, boolean within, LongConsumer done) {
            if (source.dimension() != target.dimension()) {
                throw new IllegalArgumentException(
                        "dimensions " + source.dimension() + " and " + target.dimension());
            }
            this.source = source;
            this.target = target;
            this.within = within;
            this.done = done;
            this.forward = new NeighbourTable(source.rows(), k);
            this.backward = new NeighbourTable(target.rows(), k);
        }

        Neighbours run(Optional<SearchCheckpoint> checkpoint) throws IOException {
            int start = 0;
            if (checkpoint.isPresent()) {
                start = checkpoint.get().restore(forward, backward);
                done.accept((long) start * target.rows());
            }
            try (Workers workers = new Workers(plan.threads(), "muwazi-search-")) {
                while (start < source.rows() && target.rows() > 0) {
                    int end = (int) Math.min(source.rows(), (long) start + plan.slabRows());
                    searchSlab(start, end, workers);
                    if (checkpoint.isPresent()) {
                        checkpoint.get().save(end, forward, backward);
                    }
                    start = end;
                }
            }
            return new Neighbours(forward, backward);
        }

        private void searchSlab(int start, int end, Workers workers) throws IOException {
            int blocks = (end - start + plan.sourceRows() - 1) / plan.sourceRows();
            for (int b = 0; b < blocks; b++) {
                if (b == slab.size()) {
                    int capacity = Math.min(plan.sourceRows(), source.rows());
                    slab.add(new VectorBlock(capacity, source.dimension()));
                }
                int first = start + b * plan.sourceRows();
                source.read(first, Math.min(plan.sourceRows(), end - first), slab.get(b));
            }
            int capacity = Math.min(plan.targetRows(), target.rows());
            VectorBlock targets = new VectorBlock(capacity, target.dimension());
            for (int at = 0; at < target.rows(); at += plan.targetRows()) {
                target.read(at, Math.min(plan.targetRows(), target.rows() - at), targets);
                List<Callable<Boolean>> tasks = new ArrayList<>();
                for (int b = 0; b < blocks; b++) {
                    Tile tile = new Tile(slab.get(b), start + b * plan.sourceRows(), targets, at);
                    tasks.add(
                            () -> {
                                searchTile(tile);
                                return true;
                            });
                }
                workers.runAll(tasks);
            }
        }

        private void searchTile(Tile tile) {
            int wanted = k + SLACK + (within ? 1 : 0);
            BlockNeighbours found = neighbours.search(tile.source(), tile.target(), wanted);
            // Rows of this block belong to this task alone; those of the targets are shared.
            offerForward(tile, found.forward());
            synchronized (backward) {
                offerBackward(tile, found.backward());
                done.accept((long) tile.source().rows() * tile.target().rows());
            }
        }

        private void offerForward(Tile tile, BlockNeighbours.Direction found) {
            for (int i = 0; i < tile.source().rows(); i++) {
                int row = tile.sourceStart() + i;
                for (int rank = 0; rank < found.each(); rank++) {
                    if (found.product(i, rank) < forward.lowest(row) - ROUNDING) {
                        break;
                    }
                    int j = found.row(i, rank);
                    offer(forward, row, tile.targetStart() + j, tile.dot(i, j));
                }
            }
        }

        private void offerBackward(Tile tile, BlockNeighbours.Direction found) {
            for (int j = 0; j < tile.target().rows(); j++) {
                int row = tile.targetStart() + j;
                for (int rank = 0; rank < found.each(); rank++) {
                    if (found.product(j, rank) < backward.lowest(row) - ROUNDING) {
                        break;
                    }
                    int i = found.row(j, rank);
                    offer(backward, row, tile.sourceStart() + i, tile.dot(i, j));
                }
            }
        }

        private void offer(NeighbourTable table, int row, int neighbour, float similarity) {
            if (!within || row != neighbour) {
                table.offer(row, neighbour, similarity);
            }
        }
    }

    /** A block of sources, a block of targets, and where both begin. */
    private record Tile(VectorBlock source, int sourceStart, VectorBlock target, int targetStart) {
        float dot(int i, int j) {
            return source.dot(i, target, j);
        }
    }
}
