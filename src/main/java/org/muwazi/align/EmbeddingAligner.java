package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.text.SegmentedDocument;

/*
 * Documents of up to FULL pairs of sentences are searched whole. Longer ones are searched inside a corridor between anchors, in time and
 * memory that grow with their length; that is the same program with most cells closed, and the whole search is its oracle in the tests.
 * Anchors are sought from one side only, so the sides are put in an order of their own first: swapping them still transposes the result.
 */
/**
 * Aligns two documents by the similarity of their sentence vectors: dynamic programming over beads
 * up to 3-3, with affine cost for runs of null beads.
 *
 * <p>Up to {@value #FULL} pairs of sentences all are looked at; beyond, time and memory grow with
 * the sum of both lengths, some 2 KB a sentence besides its vector.
 */
public final class EmbeddingAligner implements SentenceAligner {

    /** Pairs of sentences up to which all of them are looked at. */
    static final long FULL = 500_000L;

    /** Cells that the corridor is wider than the rectangles between anchors, on either side. */
    private static final int WIDTH = 8;

    /** Pairs of sentences between two anchors above which they are taken to be unrelated. */
    private static final long UNRELATED = 4_000_000L;

    private final SentenceEncoder encoder;
    private final AlignmentPresets presets;

    /** An aligner that encodes with {@code encoder}, which stays the caller's to close. */
    public EmbeddingAligner(SentenceEncoder encoder, AlignmentPresets presets) {
        this.encoder = Objects.requireNonNull(encoder, "encoder");
        this.presets = Objects.requireNonNull(presets, "presets");
    }

    @Override
    public Alignment align(SegmentedDocument source, SegmentedDocument target) {
        Alignment first =
                align(
                        source,
                        encoder.encode(source.texts()),
                        target,
                        encoder.encode(target.texts()),
                        presets.pages());
        return DenseText.realigned(first, encoder, presets.dense());
    }

    /**
     * Aligns documents whose segments are encoded already, in one pass.
     *
     * @param sourceVectors one row a source segment
     * @param targetVectors one row a target segment, of the same dimension
     * @throws IllegalArgumentException if rows and segments differ in number
     */
    public static Alignment align(
            SegmentedDocument source,
            Embeddings sourceVectors,
            SegmentedDocument target,
            Embeddings targetVectors,
            AlignmentParameters parameters) {
        if (isLong(source, target) && isBehind(source, target)) {
            return align(target, targetVectors, source, sourceVectors, parameters).transposed();
        }
        PairBlocks blocks =
                blocks(
                        new BlockVectors(source, sourceVectors),
                        new BlockVectors(target, targetVectors));
        return solved(source, target, blocks, parameters);
    }

    /** The best beads inside the corridor of some blocks. */
    static Alignment solved(
            SegmentedDocument source,
            SegmentedDocument target,
            PairBlocks blocks,
            AlignmentParameters parameters) {
        BeadScore score = new BeadScore(blocks, parameters, Anchors.of(blocks));
        List<Bead> beads = new ArrayList<>();
        for (int[] range : new PairDynamicProgram(score, parameters, blocks.corridor()).solve()) {
            beads.add(bead(blocks, range, parameters));
        }
        return new Alignment(source, target, NullOrder.deletionsFirst(beads));
    }

    private static Bead bead(PairBlocks blocks, int[] range, AlignmentParameters parameters) {
        boolean joins = range[0] < range[1] && range[2] < range[3];
        double cost =
                joins
                        ? Math.max(0, 1 - blocks.similarity(range[0], range[1], range[2], range[3]))
                        : parameters.gapOpen();
        return new Bead(range[0], range[1], range[2], range[3], cost, false);
    }

    /** The similarities of two documents: all of them, or those inside a corridor. */
    static PairBlocks blocks(BlockVectors source, BlockVectors target) {
        if (!isLong(source.size(), target.size())) {
            return new PairBlocks(source, target);
        }
        Corridor corridor =
                Corridor.between(
                        SparseAnchors.of(source, target),
                        new int[] {source.size(), target.size()},
                        WIDTH,
                        UNRELATED);
        return new PairBlocks(source, target, corridor);
    }

    private static boolean isLong(SegmentedDocument source, SegmentedDocument target) {
        return isLong(source.size(), target.size());
    }

    static boolean isLong(long sources, long targets) {
        return sources * targets > FULL;
    }

    /** An order of documents that does not depend on which is the source. */
    private static boolean isBehind(SegmentedDocument source, SegmentedDocument target) {
        if (source.size() != target.size()) {
            return source.size() > target.size();
        }
        for (int i = 0; i < source.size(); i++) {
            int order = source.segments().get(i).text().compareTo(target.segments().get(i).text());
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }
}
