package org.muwazi.score;

import java.util.List;
import java.util.Objects;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.SourceText;

/**
 * One version of a checked story.
 *
 * @param source as read
 * @param segments what took part in the alignment
 * @param original true where the user said that the others were translated from it
 * @param verdict the decision
 * @param score quality of the version as a whole, 0 to 1, higher is better
 * @param coverage share of the story, by characters of the segments that the other versions agree
 *     on, that this version has; 0 to 1
 * @param reasons by falling weight; empty for a clean version
 */
public record ScoredVersion(
        SourceText source,
        SegmentedDocument segments,
        boolean original,
        Verdict verdict,
        double score,
        double coverage,
        List<Reason> reasons) {

    /** Checks the ranges. */
    public ScoredVersion {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(segments, "segments");
        Objects.requireNonNull(verdict, "verdict");
        reasons = List.copyOf(reasons);
        if (!(score >= 0 && score <= 1) || !(coverage >= 0 && coverage <= 1)) {
            throw new IllegalArgumentException(
                    "score " + score + " or coverage " + coverage + " is not between 0 and 1");
        }
    }

    /** The id of its document. */
    public String id() {
        return source.document().id();
    }
}
