package org.muwazi.score;

import java.util.List;
import java.util.OptionalDouble;
import org.muwazi.text.SegmentRange;

/**
 * One aligned row of a checked story.
 *
 * @param ranges the segments of each version, in the story's order; empty where a version has
 *     nothing
 * @param moved true where the row stands out of order in one of the versions
 * @param scores quality of each version's text in this row, 0 to 1; empty where a version has
 *     nothing, or nothing to be held against
 * @param findings of all versions; spans point into the documents
 */
public record ScoredRow(
        List<SegmentRange> ranges,
        boolean moved,
        List<OptionalDouble> scores,
        List<Finding> findings) {

    /** Copies the lists and checks that there is a score slot for each version. */
    public ScoredRow {
        ranges = List.copyOf(ranges);
        scores = List.copyOf(scores);
        findings = List.copyOf(findings);
        if (ranges.size() != scores.size()) {
            throw new IllegalArgumentException(
                    ranges.size() + " versions but " + scores.size() + " scores");
        }
    }

    /** The lowest score in the row, or empty where no version is scored. */
    public OptionalDouble worst() {
        return scores.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .min();
    }
}
