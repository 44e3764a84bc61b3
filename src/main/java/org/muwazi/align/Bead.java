package org.muwazi.align;

import java.util.OptionalDouble;

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
 * @param confidence probability that the bead is right as it stands, 0 to 1; empty where nobody
 *     asked ({@link BeadConfidence})
 */
public record Bead(
        int sourceStart,
        int sourceEnd,
        int targetStart,
        int targetEnd,
        double cost,
        boolean moved,
        OptionalDouble confidence) {

    /** A bead whose confidence was not asked for. */
    public Bead(
            int sourceStart,
            int sourceEnd,
            int targetStart,
            int targetEnd,
            double cost,
            boolean moved) {
        this(sourceStart, sourceEnd, targetStart, targetEnd, cost, moved, OptionalDouble.empty());
    }

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
        if (confidence.isPresent()
                && !(confidence.getAsDouble() >= 0 && confidence.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(
                    "bead confidence " + confidence.getAsDouble() + " is not within 0 and 1");
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
        return new Bead(targetStart, targetEnd, sourceStart, sourceEnd, cost, moved, confidence);
    }

    /** The same with a confidence, 0 to 1. */
    public Bead withConfidence(double probability) {
        return new Bead(
                sourceStart,
                sourceEnd,
                targetStart,
                targetEnd,
                cost,
                moved,
                OptionalDouble.of(probability));
    }
}
