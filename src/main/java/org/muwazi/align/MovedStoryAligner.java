package org.muwazi.align;

import java.util.List;
import java.util.Objects;
import org.muwazi.embed.Embeddings;
import org.muwazi.text.SegmentedDocument;

/**
 * Aligns all versions of a story, parts of which may stand in another order in some of them: the
 * joint alignment of {@link StoryAligner}, then a second pass as in {@link MovedBlockAligner}. A
 * sentence that one version has elsewhere stands in the row of those it corresponds to, and the row
 * is marked {@linkplain StoryBead#moved() moved}.
 */
public final class MovedStoryAligner {

    private final AlignmentParameters parameters;

    /** An aligner with the parameters of the encoder that makes the vectors. */
    public MovedStoryAligner(AlignmentParameters parameters) {
        this.parameters = Objects.requireNonNull(parameters, "parameters");
    }

    /**
     * Aligns the versions.
     *
     * @param versions two or more, any of them possibly without segments
     * @param vectors one table a version, one row a segment
     * @throws IllegalArgumentException if the tables do not fit
     */
    public StoryAlignment align(List<SegmentedDocument> versions, List<Embeddings> vectors) {
        return StoryMoves.found(
                new StoryAligner(parameters).align(versions, vectors), vectors, parameters);
    }
}
