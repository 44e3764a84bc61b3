package org.muwazi.cli;

import java.util.List;
import java.util.Locale;
import org.muwazi.pipeline.StoryPipeline;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.SourceText;

/**
 * Refuses stories that a check cannot hold, before minutes are spent on encoding them: it compares
 * all sentences of all versions, and several versions are aligned at once.
 */
final class StoryLimit {

    /** No segment is shorter than a character and what parts it from the next. */
    private static final int SHORTEST_SEGMENT = 2;

    /** Pairs of segments of two versions: 8,000 by 8,000. */
    private static final long MOST_PAIRS = 64_000_000L;

    private StoryLimit() {}

    /**
     * Checks two sides by their number of segments.
     *
     * @throws MalformedInputException naming the limit
     */
    private static void require(String source, long sources, String target, long targets) {
        if (sources * targets > MOST_PAIRS) {
            throw new MalformedInputException(
                    target,
                    String.format(
                            Locale.ROOT,
                            "%,d segments against the %,d of %s are %,d pairs, over the limit of"
                                    + " %,d; split both at chapters; align has no limit",
                            targets,
                            sources,
                            source,
                            sources * targets,
                            MOST_PAIRS));
        }
    }

    /** Checks each two versions of a story. */
    static void require(StoryPipeline pipeline, List<SourceText> versions) {
        long longest = 0;
        for (SourceText version : versions) {
            longest = Math.max(longest, version.document().text().length() / SHORTEST_SEGMENT);
        }
        if (longest * longest <= MOST_PAIRS) {
            return;
        }
        List<SegmentedDocument> segmented = versions.stream().map(pipeline::segment).toList();
        for (int a = 0; a < versions.size(); a++) {
            for (int b = a + 1; b < versions.size(); b++) {
                require(
                        versions.get(a).file(),
                        segmented.get(a).size(),
                        versions.get(b).file(),
                        segmented.get(b).size());
            }
        }
    }
}
