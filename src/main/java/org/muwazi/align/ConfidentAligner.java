package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.text.SegmentedDocument;

/** Another aligner's alignments, each bead with its {@linkplain Bead#confidence() confidence}. */
public final class ConfidentAligner implements SentenceAligner {

    private final SentenceAligner aligner;
    private final SentenceEncoder encoder;
    private final AlignmentPresets presets;

    /**
     * An aligner around {@code aligner}.
     *
     * @param encoder the one that {@code aligner} works with; a caching one encodes nothing twice
     * @param presets that encoder's
     */
    public ConfidentAligner(
            SentenceAligner aligner, SentenceEncoder encoder, AlignmentPresets presets) {
        this.aligner = Objects.requireNonNull(aligner, "aligner");
        this.encoder = Objects.requireNonNull(encoder, "encoder");
        this.presets = Objects.requireNonNull(presets, "presets");
    }

    @Override
    public Alignment align(SegmentedDocument source, SegmentedDocument target) {
        Alignment alignment = aligner.align(source, target);
        Embeddings sourceVectors = encoder.encode(source.texts());
        Embeddings targetVectors = encoder.encode(target.texts());
        List<Double> confidence =
                presets.confidence().of(alignment, sourceVectors, targetVectors, presets.pages());
        List<Bead> beads = new ArrayList<>();
        for (int b = 0; b < alignment.beads().size(); b++) {
            beads.add(alignment.beads().get(b).withConfidence(confidence.get(b)));
        }
        return new Alignment(source, target, beads);
    }
}
