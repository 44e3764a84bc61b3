package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.text.SegmentedDocument;

/**
 * Aligns two documents by the similarity of their sentence vectors, full dynamic programming over
 * beads up to 3-2 and 2-3.
 *
 * <p>Memory is 6 bytes for each pair of sentences, time O(S * T); {@value #MAXIMUM_CELLS} pairs are
 * the limit.
 */
public final class EmbeddingAligner implements SentenceAligner {

    /**
     * Pairs of sentences above which {@link #align} refuses, naming the limit: 8,000 by 8,000 needs
     * 384 MB.
     */
    public static final long MAXIMUM_CELLS = 64_000_000L;

    private final SentenceEncoder encoder;
    private final AlignmentParameters parameters;

    /** An aligner that encodes with {@code encoder}, which stays the caller's to close. */
    public EmbeddingAligner(SentenceEncoder encoder, AlignmentParameters parameters) {
        this.encoder = Objects.requireNonNull(encoder, "encoder");
        this.parameters = Objects.requireNonNull(parameters, "parameters");
    }

    @Override
    public Alignment align(SegmentedDocument source, SegmentedDocument target) {
        requireWithinLimit(source, target);
        return align(
                source,
                encoder.encode(source.texts()),
                target,
                encoder.encode(target.texts()),
                parameters);
    }

    /**
     * Aligns documents whose segments are encoded already.
     *
     * @param sourceVectors one row a source segment
     * @param targetVectors one row a target segment, of the same dimension
     * @throws IllegalArgumentException if rows and segments differ in number, or the limit is
     *     passed
     */
    public static Alignment align(
            SegmentedDocument source,
            Embeddings sourceVectors,
            SegmentedDocument target,
            Embeddings targetVectors,
            AlignmentParameters parameters) {
        requireWithinLimit(source, target);
        PairBlocks blocks =
                new PairBlocks(
                        new BlockVectors(source, sourceVectors),
                        new BlockVectors(target, targetVectors));
        BeadScore score = new BeadScore(blocks, parameters, Anchors.of(blocks));
        List<Bead> beads = new ArrayList<>();
        for (int[] range : new PairDynamicProgram(score, parameters.gapOpen()).solve()) {
            boolean joins = range[0] < range[1] && range[2] < range[3];
            double cost =
                    joins
                            ? Math.max(
                                    0,
                                    1 - blocks.similarity(range[0], range[1], range[2], range[3]))
                            : parameters.gapOpen();
            beads.add(new Bead(range[0], range[1], range[2], range[3], cost, false));
        }
        return new Alignment(source, target, NullOrder.deletionsFirst(beads));
    }

    static void requireWithinLimit(SegmentedDocument source, SegmentedDocument target) {
        long cells = (long) source.size() * target.size();
        if (cells > MAXIMUM_CELLS) {
            throw new IllegalArgumentException(
                    String.format(
                            java.util.Locale.ROOT,
                            "%s has %,d segments and %s %,d: %,d pairs are over the limit of %,d; split the documents at chapters",
                            source.document().id(),
                            source.size(),
                            target.document().id(),
                            target.size(),
                            cells,
                            MAXIMUM_CELLS));
        }
    }
}
