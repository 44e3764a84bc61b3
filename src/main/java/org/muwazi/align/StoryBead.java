package org.muwazi.align;

import java.util.List;
import org.muwazi.text.SegmentRange;

/**
 * A group of corresponding segments of several versions: one range a version, empty where a version
 * has nothing.
 *
 * @param ranges in the order of the versions; at least one is not empty
 * @param cost at least 0, lower is better: mean over the pairs of versions present of one minus
 *     their cosine, 0 for a single version
 * @param moved true where the bead stands out of order in one of the versions
 */
public record StoryBead(List<SegmentRange> ranges, double cost, boolean moved) {

    /** Copies the ranges and checks that something is there. */
    public StoryBead {
        ranges = List.copyOf(ranges);
        if (ranges.stream().allMatch(SegmentRange::isEmpty)) {
            throw new IllegalArgumentException("a bead of nothing");
        }
        if (!(cost >= 0)) {
            throw new IllegalArgumentException("bead cost " + cost + " is below 0");
        }
    }

    /** Number of versions that have something here. */
    public int present() {
        return (int) ranges.stream().filter(range -> !range.isEmpty()).count();
    }
}
