package org.muwazi.score;

import java.util.List;
import org.muwazi.score.AlignedStory.Row;
import org.muwazi.text.SegmentRange;

/** How far a version means in a row what the others mean. */
final class RowMeaning {

    private RowMeaning() {}

    /**
     * Closeness to the witnesses, 0 to 1.
     *
     * @param witnesses the versions it is held against, at least one
     * @param reliability by version, how far it is believed
     */
    static double of(
            AlignedStory story,
            Row row,
            int version,
            List<Integer> witnesses,
            double[] reliability) {
        double best = 0;
        double sum = 0;
        double believed = 0;
        for (int w : witnesses) {
            believed = Math.max(believed, reliability[w]);
            double closeness = closeness(story, row, version, w);
            best = Math.max(best, closeness);
            sum += closeness;
        }
        // A version is not to suffer for another's fault: half of what counts is its closest
        // companion, and distance to a companion whose language is broken says little.
        return 1 - believed * (1 - (best + sum / witnesses.size()) / 2);
    }

    private static double closeness(AlignedStory story, Row row, int v, int w) {
        return SemanticCloseness.of(cosine(story, row, v, w), story.language(v), story.language(w));
    }

    /** Cosine of two versions' texts in a row. */
    static double cosine(AlignedStory story, Row row, int v, int w) {
        SegmentRange here = row.ranges().get(v);
        SegmentRange there = row.ranges().get(w);
        return story.versions()
                .get(v)
                .vectors()
                .cosine(
                        here.start(),
                        here.end(),
                        story.versions().get(w).vectors(),
                        there.start(),
                        there.end());
    }
}
