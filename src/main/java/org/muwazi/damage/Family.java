package org.muwazi.damage;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.muwazi.score.Finding.Kind;

/** Kinds of damage that are counted together. */
public enum Family {
    NAMES(Kind.NAME),
    NUMBERS(Kind.NUMBER),
    DATES(Kind.NUMBER, Kind.MISTRANSLATION),
    UNITS(Kind.NUMBER, Kind.MISTRANSLATION),
    NEGATION(Kind.NEGATION),
    ANTONYM(Kind.MISTRANSLATION),
    WRONG_WORD(Kind.MISTRANSLATION),
    DROPPED_CLAUSE(Kind.LENGTH, Kind.OMISSION, Kind.TRUNCATION),
    ADDED_CLAUSE(Kind.LENGTH, Kind.ADDITION, Kind.MISTRANSLATION),
    SHUFFLE(Kind.FLUENCY, Kind.MISTRANSLATION),
    AGREEMENT(Kind.FLUENCY, Kind.MISTRANSLATION),
    UNTRANSLATED(Kind.UNTRANSLATED, Kind.WRONG_LANGUAGE),
    WRONG_LANGUAGE(Kind.WRONG_LANGUAGE, Kind.UNTRANSLATED),
    REPETITION(Kind.REPETITION),
    WRONG_SENTENCE(Kind.MISTRANSLATION),
    PIVOT_NOISE(Kind.MISTRANSLATION),
    DEBRIS(Kind.DEBRIS);

    // A view of a set that nothing else holds.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Kind> kinds;

    Family(Kind first, Kind... others) {
        this.kinds = Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    /** The kinds of finding that say what is wrong with such a translation, at least one. */
    public Set<Kind> kinds() {
        return kinds;
    }

    /** As it stands in tables for people. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
