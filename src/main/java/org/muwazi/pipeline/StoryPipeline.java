package org.muwazi.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.muwazi.align.Alignment;
import org.muwazi.align.AlignmentPresets;
import org.muwazi.align.DocumentRelations;
import org.muwazi.align.MovedBlockAligner;
import org.muwazi.align.MovedStoryAligner;
import org.muwazi.align.StoryAlignment;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.score.AlignedStory;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.StoryScorer;
import org.muwazi.segment.RuleSegmenter;
import org.muwazi.segment.Segmenter;
import org.muwazi.text.PairRelation;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.SetAside;
import org.muwazi.text.SourceText;
import org.muwazi.text.Story;

/**
 * The whole way: read, segment, embed, align, score, write. Reading and writing are the caller's
 * first and last step; the four in between are here.
 *
 * <pre>{@code
 * StoryPipeline pipeline = new StoryPipeline(encoder, parameters, scorer);
 * ScoredStory story = pipeline.check(new Story("summit", versions, OptionalInt.empty()));
 * }</pre>
 *
 * <p>Safe for use by several threads; the encoder stays the caller's to close.
 */
public final class StoryPipeline {

    private final SentenceEncoder encoder;
    private final StoryScorer scorer;
    private final AlignmentPresets parameters;
    private final Segmenter segmenter = new RuleSegmenter();

    /**
     * A pipeline around an encoder and a scorer.
     *
     * @param parameters calibrated for the encoder
     */
    public StoryPipeline(SentenceEncoder encoder, AlignmentPresets parameters, StoryScorer scorer) {
        this.encoder = Objects.requireNonNull(encoder, "encoder");
        this.parameters = Objects.requireNonNull(parameters, "parameters");
        this.scorer = Objects.requireNonNull(scorer, "scorer");
    }

    /** Aligns and scores all versions of a story. */
    public ScoredStory check(Story story) {
        List<SegmentedDocument> segmented = story.versions().stream().map(this::segment).toList();
        List<Embeddings> vectors =
                segmented.stream().map(document -> encoder.encode(document.texts())).toList();
        StoryAlignment alignment =
                new MovedStoryAligner(parameters.pages()).align(segmented, vectors);
        List<AlignedStory.Version> versions = new ArrayList<>();
        for (int v = 0; v < segmented.size(); v++) {
            boolean original = story.original().isPresent() && story.original().getAsInt() == v;
            versions.add(
                    new AlignedStory.Version(
                            story.versions().get(v), segmented.get(v), vectors.get(v), original));
        }
        List<AlignedStory.Row> rows =
                alignment.beads().stream()
                        .map(bead -> new AlignedStory.Row(bead.ranges(), bead.moved()))
                        .toList();
        List<PairRelation> relations = DocumentRelations.of(alignment, vectors);
        return scorer.score(
                new AlignedStory(
                        story.id(),
                        versions,
                        rows,
                        relations,
                        List.of(encoder.signature(), parameters.signature())));
    }

    /** Aligns two texts. */
    public Alignment align(SourceText source, SourceText target) {
        return align(segment(source), segment(target));
    }

    /** Aligns two segmented documents. */
    public Alignment align(SegmentedDocument source, SegmentedDocument target) {
        return new MovedBlockAligner(encoder, parameters).align(source, target);
    }

    /** The segments of a text, without what was set aside. */
    public SegmentedDocument segment(SourceText text) {
        return segmenter.segment(
                text.document(), text.setAside().stream().map(SetAside::span).toList());
    }

    /** How alignments are made. */
    public AlignmentPresets parameters() {
        return parameters;
    }
}
