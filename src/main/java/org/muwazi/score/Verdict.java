package org.muwazi.score;

import java.util.Locale;

/** The decision about a translation, from best to worst. */
public enum Verdict {
    /** A reader can rely on it; at most isolated slips. */
    OK,
    /**
     * Local but serious faults in a text that is otherwise sound, or a missing part: someone must
     * look.
     */
    REVIEW,
    /**
     * Broken as a whole: wrong meaning, corrupted names, word salad, loops in a large share of the
     * sentences.
     */
    GARBLED;

    /** As written in outputs: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
