package org.muwazi.align;

import java.util.Objects;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.text.SegmentedDocument;

/**
 * Aligns two documents of which parts may stand in another order: the monotone alignment of {@link
 * EmbeddingAligner}, then a second pass over what it left unaligned or joined badly. Beads out of
 * order are marked {@linkplain Bead#moved() moved}: the fewest whose removal leaves the rest in
 * order, and both where two are as good as one another.
 *
 * <p>Limits are those of {@link EmbeddingAligner}; the second pass adds at most one more run of it,
 * and only where something seems displaced.
 */
public final class MovedBlockAligner implements SentenceAligner {

    private final SentenceEncoder encoder;
    private final AlignmentPresets presets;

    /** An aligner that encodes with {@code encoder}, which stays the caller's to close. */
    public MovedBlockAligner(SentenceEncoder encoder, AlignmentPresets presets) {
        this.encoder = Objects.requireNonNull(encoder, "encoder");
        this.presets = Objects.requireNonNull(presets, "presets");
    }

    @Override
    public Alignment align(SegmentedDocument source, SegmentedDocument target) {
        Embeddings sourceVectors = encoder.encode(source.texts());
        Embeddings targetVectors = encoder.encode(target.texts());
        Alignment first =
                EmbeddingAligner.align(
                        source, sourceVectors, target, targetVectors, presets.pages());
        Alignment found = MovedBlocks.found(first, sourceVectors, targetVectors, presets.pages());
        // Where nothing moved, dense text has prices of its own.
        return found.beads().stream().anyMatch(Bead::moved)
                ? found
                : DenseText.realigned(first, encoder, presets.dense());
    }

    /**
     * Aligns documents whose segments are encoded already.
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
        Alignment monotone =
                EmbeddingAligner.align(source, sourceVectors, target, targetVectors, parameters);
        return MovedBlocks.found(monotone, sourceVectors, targetVectors, parameters);
    }
}
