package org.muwazi.audit;

import java.util.Locale;

/**
 * A pair that is not damaged because it is no clean translation to begin with.
 *
 * @param id of the pair, its line number counted from 0 in lists of pairs
 * @param reason why it is left out
 */
public record LeftOut(String id, Reason reason) {

    /** Why a pair is left out. */
    public enum Reason {
        /** A side has no letter and no digit. */
        EMPTY,
        /** Both sides are the same text. */
        COPIED,
        /** A side has more than {@value CleanPairs#LONGEST} characters. */
        LONG,
        /** The same pair was drawn before. */
        REPEATED;

        /** As written in outputs. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
