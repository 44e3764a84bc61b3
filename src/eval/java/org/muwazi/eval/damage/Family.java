package org.muwazi.eval.damage;

import java.util.Locale;

/** Kinds of damage that are counted together. */
public enum Family {
    NAMES,
    NUMBERS,
    DATES,
    UNITS,
    NEGATION,
    ANTONYM,
    WRONG_WORD,
    DROPPED_CLAUSE,
    ADDED_CLAUSE,
    SHUFFLE,
    AGREEMENT,
    UNTRANSLATED,
    WRONG_LANGUAGE,
    REPETITION,
    WRONG_SENTENCE,
    PIVOT_NOISE,
    DEBRIS;

    /** As it stands in the tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
