package org.muwazi.text;

/**
 * A half-open range {@code [start, end)} of segment indices in one {@link SegmentedDocument}; empty
 * where a version has nothing.
 *
 * @param start first segment, counted from 0
 * @param end one past the last segment, at least {@code start}
 */
public record SegmentRange(int start, int end) {

    /**
     * Checks the bounds; throws {@link IllegalArgumentException} naming both if they do not make a
     * range.
     */
    public SegmentRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "segment range [" + start + ", " + end + ") is not a range");
        }
    }

    /** Number of segments covered. */
    public int size() {
        return end - start;
    }

    /** True where no segment is covered. */
    public boolean isEmpty() {
        return start == end;
    }
}
