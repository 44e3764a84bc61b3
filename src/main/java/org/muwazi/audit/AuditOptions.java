package org.muwazi.audit;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.muwazi.damage.Family;

/**
 * How an audit is done.
 *
 * @param sample clean pairs judged, and damaged pairs of each family at most; 1 to {@value
 *     #MOST_SAMPLE}
 * @param seed of all that is drawn
 * @param families of damage, at least one
 */
public record AuditOptions(int sample, long seed, Set<Family> families) {

    /** A minute or two with the learned estimator, and shares within 7 in a hundred. */
    public static final int SAMPLE = 200;

    /** The seed unless another is asked for. */
    public static final long SEED = 1;

    /** What is held in memory grows with the sample. */
    public static final int MOST_SAMPLE = 20_000;

    /** Checks the ranges and copies the families. */
    public AuditOptions {
        if (sample < 1 || sample > MOST_SAMPLE) {
            throw new IllegalArgumentException(
                    "sample " + sample + " is not between 1 and " + MOST_SAMPLE);
        }
        if (families.isEmpty()) {
            throw new IllegalArgumentException("no family of damage is named");
        }
        families = Collections.unmodifiableSet(EnumSet.copyOf(families));
    }

    /** The defaults: all families. */
    public static AuditOptions standard() {
        return new AuditOptions(SAMPLE, SEED, EnumSet.allOf(Family.class));
    }
}
