package org.muwazi.segment;

import java.util.Optional;
import org.muwazi.segment.SegmentationTable.Section;
import org.muwazi.text.Language;

/** Whether a single full stop with white space after it ends the sentence or an abbreviation. */
final class FullStopRules {

    private final Language language;
    private final SegmentationTable table;
    private final Surroundings around;

    FullStopRules(Language language, SegmentationTable table, Surroundings around) {
        this.language = language;
        this.table = table;
        this.around = around;
    }

    /**
     * Judges by the word before the stop and what follows.
     *
     * @param proposed true where ICU sees a boundary
     * @param closesQuotation true where a closing quotation mark follows the stop
     */
    boolean isBoundary(Stop stop, boolean proposed, boolean closesQuotation) {
        int first = around.firstOf(stop.next());
        // Without a table only ICU knows the abbreviations of the language.
        boolean ordinary = proposed || (!table.isEmpty() && around.isSentenceStart(first));
        String word = word(stop);
        if (word.isEmpty()) {
            return ordinary;
        }
        Optional<Section> kind = kind(word, stop);
        if (kind.isPresent()) {
            return isBoundaryAfterAbbreviation(kind.get(), stop, ordinary, closesQuotation);
        }
        if (WordShape.isDottedLetters(word)) {
            return closesQuotation ? ordinary : around.opensSentence(stop.next());
        }
        if (WordShape.letters(word) == 1 && !WordShape.endsWithDigit(word)) {
            return isBoundaryAfterSingleLetter(word, stop, ordinary);
        }
        return ordinary || WordShape.isBrand(around.wordAfter(first));
    }

    /** The stop belongs to an abbreviation, whether or not it ends the sentence as well. */
    boolean isAbbreviated(Stop stop) {
        String word = word(stop);
        return WordShape.isDottedLetters(word) || kind(word, stop).isPresent();
    }

    /** Empty where the stop follows another: in "?»." it shortens no word. */
    private String word(Stop stop) {
        return stop.marksStart() > stop.start()
                ? ""
                : WordShape.bare(around.wordBefore(stop.start()));
    }

    private Optional<Section> kind(String word, Stop stop) {
        String previous = around.wordBeforeLast(stop.start());
        Optional<Section> kind = table.abbreviation(previous + " " + word);
        if (kind.isPresent()) {
            return kind;
        }
        // Arabic writes eras and metres as one letter after a number; elsewhere it is a title.
        boolean title =
                WordShape.isArabic(word)
                        && WordShape.letters(word) == 1
                        && !WordShape.endsWithDigit(previous);
        return title ? Optional.empty() : table.abbreviation(word);
    }

    private boolean isBoundaryAfterAbbreviation(
            Section kind, Stop stop, boolean ordinary, boolean closesQuotation) {
        int first = around.firstOf(stop.next());
        boolean numberNext = Character.isDigit(around.charAt(first)) && !isItemNumber(first);
        String next = around.wordAfter(stop.next());
        return switch (kind) {
            case TITLE, INNER -> false;
            case NUMBER -> ordinary && !numberNext && !WordShape.isRomanNumeral(next);
            case TIME -> ordinary && !numberNext && !table.has(Section.ZONE, next);
            case FINAL -> ordinary && !numberNext;
            // "for Delmar Inc.” Prosecutors": the quotation ends where the sentence does.
            default -> closesQuotation ? ordinary : around.opensSentence(stop.next());
        };
    }

    /** "10 a.m. 29. The panel": a number with its own stop numbers the next item. */
    private boolean isItemNumber(int start) {
        int end = start + around.wordAfter(start).length();
        return around.charAt(end) == '.' && CharacterClasses.isSpace(around.charAt(end + 1));
    }

    /** An initial before a name, a label ("Plan B. The"), or an Arabic one-letter abbreviation. */
    private boolean isBoundaryAfterSingleLetter(String word, Stop stop, boolean ordinary) {
        int letter = word.codePointAt(0);
        String previous = WordShape.bare(around.wordBeforeLast(stop.start()));
        if (table.has(Section.LABEL, previous)) {
            return ordinary;
        }
        if (CharacterClasses.isArabicLetter(letter)) {
            return false;
        }
        int first = around.firstOf(stop.next());
        if (Character.isLowerCase(letter)) {
            return ordinary && !Character.isDigit(around.charAt(first));
        }
        boolean pronoun =
                language == Language.ENGLISH
                        && word.equals("I")
                        && WordShape.startsWithSmallLetter(previous);
        if (pronoun || !CharacterClasses.isCapital(letter)) {
            return ordinary;
        }
        return around.opensSentence(stop.next()) && !isNameWithArticle(first);
    }

    /** "J. Le Goff": an article that belongs to a name has a capital after it. */
    private boolean isNameWithArticle(int start) {
        String word = around.wordAfter(start);
        int after = around.skip(start + word.length(), CharacterClasses::isBlank);
        return language == Language.FRENCH
                && word.length() <= 2
                && word.startsWith("L")
                && CharacterClasses.isCapital(around.charAt(after));
    }
}
