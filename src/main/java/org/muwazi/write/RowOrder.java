package org.muwazi.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.muwazi.score.ScoredRow;
import org.muwazi.score.ScoredStory;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;

/** Where rows stand: from worst to best, in the versions, by place in a document. */
final class RowOrder {

    private final ScoredStory story;
    private final int[] rank;

    /** Row of each segment, by version and segment. */
    private final int[][] rowOf;

    RowOrder(ScoredStory story) {
        this.story = story;
        this.rank = ranks(story);
        this.rowOf = rows(story);
    }

    /**
     * Place in the order from worst to best, 0 for the worst: by the lowest score in the row, then
     * by the points of its findings (severity weight times confidence), then as they are read. A
     * version without a score counts as 0 where something was found in it (it lacks the text, say)
     * and is passed over where nothing was.
     */
    int rank(int row) {
        return rank[row];
    }

    /**
     * The row of the segment at or before a place of a version, or of its first segment; -1 where
     * the version has no segments.
     *
     * @param position in the text of the version's document
     */
    int rowAt(int version, int position) {
        int found = -1;
        List<Segment> segments = story.versions().get(version).segments().segments();
        for (int s = 0; s < segments.size(); s++) {
            if (s == 0 || segments.get(s).span().start() <= position) {
                found = rowOf[version][s];
            }
        }
        return found;
    }

    /** Says in which versions a moved row is out of order between the rows around it. */
    String displaced(int row) {
        List<String> ids = new ArrayList<>();
        for (int v = 0; v < story.versions().size(); v++) {
            if (isDisplaced(row, v)) {
                ids.add(VisibleText.plain(story.versions().get(v).id()));
            }
        }
        return ids.isEmpty() ? "moved" : "moved in " + String.join(", ", ids);
    }

    private boolean isDisplaced(int row, int version) {
        SegmentRange range = story.rows().get(row).ranges().get(version);
        if (range.isEmpty()) {
            return false;
        }
        for (int r = 0; r < story.rows().size(); r++) {
            ScoredRow other = story.rows().get(r);
            SegmentRange ranged = other.ranges().get(version);
            if (r != row && !other.moved() && !ranged.isEmpty()) {
                boolean before = ranged.start() < range.start();
                if (before != r < row) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int[] ranks(ScoredStory story) {
        List<Integer> worstFirst =
                IntStream.range(0, story.rows().size())
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble(
                                                (Integer r) -> lowest(story.rows().get(r)))
                                        .thenComparingDouble(r -> -points(story.rows().get(r)))
                                        .thenComparingInt(r -> r))
                        .toList();
        int[] ranks = new int[worstFirst.size()];
        for (int place = 0; place < ranks.length; place++) {
            ranks[worstFirst.get(place)] = place;
        }
        return ranks;
    }

    private static double lowest(ScoredRow row) {
        double lowest = 1;
        for (int v = 0; v < row.scores().size(); v++) {
            int version = v;
            boolean found = row.findings().stream().anyMatch(f -> f.version() == version);
            lowest = Math.min(lowest, row.scores().get(v).orElse(found ? 0 : 1));
        }
        return lowest;
    }

    private static double points(ScoredRow row) {
        return row.findings().stream()
                .mapToDouble(finding -> finding.severity().weight() * finding.confidence())
                .sum();
    }

    private static int[][] rows(ScoredStory story) {
        int[][] rows = new int[story.versions().size()][];
        for (int v = 0; v < rows.length; v++) {
            SegmentedDocument document = story.versions().get(v).segments();
            rows[v] = new int[document.size()];
            for (int r = 0; r < story.rows().size(); r++) {
                SegmentRange range = story.rows().get(r).ranges().get(v);
                for (int s = range.start(); s < range.end(); s++) {
                    rows[v][s] = r;
                }
            }
        }
        return rows;
    }
}
