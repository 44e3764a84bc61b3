package org.muwazi.damage;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.muwazi.score.Severity;

/**
 * Ways to damage a good translation, for measuring how much of each is seen. A damage takes a pair
 * and gives the damaged target, or nothing where the pair does not lend itself to it. The same seed
 * makes the same damage.
 */
public enum Damage {
    NUMBER_CHANGED(Family.NUMBERS, Severity.CRITICAL, "number", NumeralEdits::changed),
    NUMBER_TIMES_TEN(Family.NUMBERS, Severity.CRITICAL, "number", NumeralEdits::timesTen),
    NUMBER_DROPPED(Family.NUMBERS, Severity.MAJOR, "number", NumeralEdits::dropped),
    NAME_LETTER_DROPPED(Family.NAMES, Severity.MINOR, "name", NameEdits::letterDropped),
    NAME_LETTERS_SWAPPED(Family.NAMES, Severity.MINOR, "name", NameEdits::lettersSwapped),
    NAME_LETTER_REPLACED(Family.NAMES, Severity.MAJOR, "name", NameEdits::letterReplaced),
    NAME_TWO_LETTERS(Family.NAMES, Severity.MAJOR, "name", NameEdits::twoLetters),
    NAME_REPLACED(Family.NAMES, Severity.CRITICAL, "name", NameEdits::replaced),
    WORDS_LEFT(Family.UNTRANSLATED, Severity.MAJOR, "untranslated", UntranslatedEdits::words),
    ONE_WORD_LEFT(Family.UNTRANSLATED, Severity.MAJOR, "untranslated", UntranslatedEdits::oneWord),
    SOURCE_COPIED(Family.UNTRANSLATED, Severity.CRITICAL, "untranslated", UntranslatedEdits::all),
    WORD_DOUBLED(Family.REPETITION, Severity.MINOR, "repetition", RepetitionEdits::word),
    PHRASE_DOUBLED(Family.REPETITION, Severity.MAJOR, "repetition", RepetitionEdits::phrase),
    LOOP(Family.REPETITION, Severity.CRITICAL, "repetition", RepetitionEdits::loop),
    SAID_TWICE(Family.REPETITION, Severity.MAJOR, "repetition", RepetitionEdits::sentence),
    CUT_IN_HALF(Family.DROPPED_CLAUSE, Severity.CRITICAL, "length", ClauseEdits::cutInHalf),
    ENTITY(Family.DEBRIS, Severity.MINOR, "debris", DebrisEdits::entity),
    TAG(Family.DEBRIS, Severity.MINOR, "debris", DebrisEdits::tag),
    TOKENISATION(Family.DEBRIS, Severity.MINOR, "debris", DebrisEdits::tokenisation),
    MOJIBAKE(Family.DEBRIS, Severity.MAJOR, "debris", DebrisEdits::mojibake),
    LOST_CHARACTER(Family.DEBRIS, Severity.MAJOR, "debris", DebrisEdits::lostCharacter),
    NEGATION_DROPPED(Family.NEGATION, Severity.CRITICAL, "negation", NegationEdits::dropped),
    GRAMMAR_BROKEN(Family.AGREEMENT, Severity.MINOR, "fluency", GrammarEdits::broken),
    NEGATION_ADDED(Family.NEGATION, Severity.CRITICAL, "", NegationEdits::added),
    MONTH_OR_DAY_CHANGED(Family.DATES, Severity.CRITICAL, "", WordEdits::date),
    YEAR_CHANGED(Family.DATES, Severity.CRITICAL, "", NumeralEdits::year),
    UNIT_CHANGED(Family.UNITS, Severity.CRITICAL, "", WordEdits::unit),
    ANTONYM(Family.ANTONYM, Severity.CRITICAL, "", WordEdits::antonym),
    WORD_REPLACED(Family.WRONG_WORD, Severity.MAJOR, "", WordEdits::fromElsewhere),
    CLAUSE_DROPPED(Family.DROPPED_CLAUSE, Severity.MAJOR, "", ClauseEdits::dropped),
    CLAUSE_ADDED(Family.ADDED_CLAUSE, Severity.MAJOR, "", ClauseEdits::added),
    WORDS_SHUFFLED(Family.SHUFFLE, Severity.CRITICAL, "", OrderEdits::shuffled),
    PHRASES_SWAPPED(Family.SHUFFLE, Severity.MAJOR, "", OrderEdits::phrasesSwapped),
    AGREEMENT_BROKEN(Family.AGREEMENT, Severity.MINOR, "", WordEdits::agreement),
    WRONG_LANGUAGE(Family.WRONG_LANGUAGE, Severity.CRITICAL, "", UntranslatedEdits::thirdLanguage),
    HALF_IN_THIRD_LANGUAGE(
            Family.WRONG_LANGUAGE, Severity.CRITICAL, "", UntranslatedEdits::halfInThirdLanguage),
    WRONG_SENTENCE(Family.WRONG_SENTENCE, Severity.CRITICAL, "", OrderEdits::otherSentence),
    PIVOT_NOISE(Family.PIVOT_NOISE, Severity.CRITICAL, "", WordEdits::throughPivot);

    /** Makes the damage; may give back the target itself, which counts as nothing done. */
    private interface Edit {
        Optional<String> of(Clean clean, Random random);
    }

    private final Family family;
    private final Severity severity;
    private final String detector;

    // References to static methods, which have no state to change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Edit edit;

    Damage(Family family, Severity severity, String detector, Edit edit) {
        this.family = family;
        this.severity = severity;
        this.detector = detector;
        this.edit = edit;
    }

    /** As it stands in tables: the name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is counted with. */
    public Family family() {
        return family;
    }

    /** How much a reader suffers from it. */
    public Severity severity() {
        return severity;
    }

    /** The one detector that has to see it; empty where it is not one detector's business. */
    public Optional<String> detector() {
        return Optional.of(detector).filter(name -> !name.isEmpty());
    }

    /** True where nothing is left of the translation, so that every word is at fault. */
    public boolean isWhole() {
        return this == SOURCE_COPIED || this == WRONG_LANGUAGE || this == WRONG_SENTENCE;
    }

    /**
     * The damaged target; {@link DamagedPair#of} adds the marks and leaves out what changed
     * nothing.
     *
     * @param random another one for each pair, or the damage depends on the pairs before
     * @return empty where the pair does not lend itself to it; may be the target as it was
     */
    public Optional<String> apply(Clean clean, Random random) {
        return edit.of(clean, random);
    }
}
