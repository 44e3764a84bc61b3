package org.muwazi.align;

/**
 * A group of consecutive source segments that corresponds to a group of consecutive target segments
 * (Brown et al. 1991; Gale and Church 1993). 0-based half-open ranges; a null bead has one empty
 * side.
 *
 * @param sourceStart first source segment
 * @param sourceEnd one past the last source segment
 * @param targetStart first target segment
 * @param targetEnd one past the last target segment
 * @param cost at least 0, lower is better, comparable only inside one alignment; for a null bead
 *     the penalty, not a distance
 * @param moved true where the bead is out of order: found by a second pass, not by the monotone
 *     alignment
 */
public record Bead(
        int sourceStart,
        int sourceEnd,
        int targetStart,
        int targetEnd,
        double cost,
        boolean moved) {

    /** Checks the ranges, that one side is not empty, and the cost. */
    public Bead {
        if (sourceStart < 0
                || sourceEnd < sourceStart
                || targetStart < 0
                || targetEnd < targetStart) {
            throw new IllegalArgumentException(
                    "bead ["
                            + sourceStart
                            + ", "
                            + sourceEnd
                            + "):["
                            + targetStart
                            + ", "
                            + targetEnd
                            + ") has no ranges");
        }
        if (sourceStart == sourceEnd && targetStart == targetEnd) {
            throw new IllegalArgumentException("a bead of nothing and nothing");
        }
        if (!(cost >= 0)) {
            throw new IllegalArgumentException("bead cost " + cost + " is below 0");
        }
    }

    /** True where one side is empty: a deletion or an insertion. */
    public boolean isNull() {
        return sourceStart == sourceEnd || targetStart == targetEnd;
    }

    /** Number of source and target segments, written {@code 1-1}, {@code 2-1}, {@code 0-1}. */
    public String type() {
        return (sourceEnd - sourceStart) + "-" + (targetEnd - targetStart);
    }

    /** The same bead seen from the other side. */
    public Bead transposed() {
        return new Bead(targetStart, targetEnd, sourceStart, sourceEnd, cost, moved);
    }
}
