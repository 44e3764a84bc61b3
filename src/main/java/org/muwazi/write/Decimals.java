package org.muwazi.write;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The decimals of every number that is written: fixed, so that the same result gives the same bytes
 * and noise in the last bits of a float never shows.
 */
final class Decimals {

    /** Four, for scores, coverage, weights and confidences, all 0 to 1. */
    private static final int SCORE = 4;

    /** Six, for bead costs, as vecalign prints them. */
    private static final int COST = 6;

    private Decimals() {}

    /** A score with four decimals; {@code toString} never uses an exponent. */
    static BigDecimal score(double value) {
        return rounded(value, SCORE);
    }

    /** A cost with six decimals. */
    static BigDecimal cost(double value) {
        return rounded(value, COST);
    }

    /** A share as people read it: {@code 0.83}. */
    static String twoPlaces(double value) {
        return rounded(value, 2).toPlainString();
    }

    private static BigDecimal rounded(double value, int places) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the number " + value + " cannot be written");
        }
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    }
}
