package org.muwazi.segment;

import java.util.function.IntPredicate;

/**
 * Words and characters around a place in a line.
 *
 * <p>Every look is limited to {@value #REACH} code units, so that a line costs time linear in its
 * length whatever it holds.
 */
final class Surroundings {

    /** Longest word looked at; longer ones are no abbreviations. */
    static final int REACH = 40;

    private final String text;
    private final PairedMarks marks;
    private final SegmentationTable table;

    Surroundings(String text, PairedMarks marks, SegmentationTable table) {
        this.text = text;
        this.marks = marks;
        this.table = table;
    }

    /** Code point at {@code i}, or -1 at the end of the line. */
    int charAt(int i) {
        return i < text.length() ? text.codePointAt(i) : -1;
    }

    /** First place from {@code from} on whose code point does not match. */
    int skip(int from, IntPredicate skipped) {
        int i = from;
        while (i < text.length() && i - from < REACH && skipped.test(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    /** One past the last code point before {@code from} that does not match. */
    int skipBack(int from, IntPredicate skipped) {
        int i = from;
        while (i > 0 && from - i < REACH && skipped.test(text.codePointBefore(i))) {
            i -= Character.charCount(text.codePointBefore(i));
        }
        return i;
    }

    /** Place of the first letter or digit of what follows a stop: opening marks, dashes passed. */
    int firstOf(int next) {
        return skip(next, Surroundings::isOpening);
    }

    /** The word that ends at {@code end}, inner stops included, an elided article left out. */
    String wordBefore(int end) {
        int start = end;
        while (start > 0 && end - start < REACH) {
            int c = text.codePointBefore(start);
            if (CharacterClasses.isApostrophe(c) || !(isWordPart(c) || c == '.')) {
                break;
            }
            start -= Character.charCount(c);
        }
        while (start < end && text.charAt(start) == '.') {
            start++;
        }
        return text.substring(start, end);
    }

    /** The word before the one that ends at {@code end}; may be empty. */
    String wordBeforeLast(int end) {
        int start = end - wordBefore(end).length();
        return wordBefore(skipBack(start, CharacterClasses::isBlank));
    }

    /** The word that starts at {@code start}, apostrophes and hyphens included, stops not. */
    String wordAfter(int start) {
        int end = skip(start, Surroundings::isWordPart);
        return text.substring(start, end);
    }

    /** The unbroken run of characters around a stop, at most {@link #REACH} to each side. */
    String runAround(Stop stop) {
        int from = skipBack(stop.start(), c -> !CharacterClasses.isBlank(c));
        int to = skip(stop.end(), c -> !CharacterClasses.isBlank(c));
        return text.substring(from, to);
    }

    /** A capital, a number, an amount, or a letter of a script without capitals stands there. */
    boolean isSentenceStart(int first) {
        int c = charAt(first);
        return CharacterClasses.isCapital(c)
                || CharacterClasses.isCaseless(c)
                || Character.isDigit(c)
                || (CharacterClasses.isCurrency(c) && Character.isDigit(charAt(first + 1)));
    }

    /** A word or mark that usually opens a sentence stands at {@code next}. */
    boolean opensSentence(int next) {
        int first = firstOf(next);
        int letter = charAt(first);
        boolean letterNext =
                CharacterClasses.isCapital(letter) || CharacterClasses.isCaseless(letter);
        // "(A.F.P.) - The": a dash after an abbreviation leads on, as in a dateline.
        if (!letterNext || CharacterClasses.isDashOrBullet(charAt(next)) || isInitial(first)) {
            return false;
        }
        if (first > next && isQuotationStart(next)) {
            return true;
        }
        String word = WordShape.bare(wordAfter(first));
        return table.has(SegmentationTable.Section.STARTER, word)
                || table.has(SegmentationTable.Section.STARTER, WordShape.elided(word))
                || startsWithConjunction(word);
    }

    boolean isQuotationStart(int i) {
        return marks.role(i) == PairedMarks.Role.OPENS && "«“\"„".indexOf(text.charAt(i)) >= 0;
    }

    /** A single letter with a full stop, as in "J. K. Rowling" or "Ph.D.". */
    boolean isInitial(int start) {
        String word = wordAfter(start);
        return WordShape.letters(word) == 1 && charAt(start + word.length()) == '.';
    }

    /** The conjunctions "wa" and "fa" are written with the next word and open most sentences. */
    private static boolean startsWithConjunction(String word) {
        return (word.startsWith("\u0648") || word.startsWith("\u0641"))
                && WordShape.letters(word) >= 4;
    }

    private static boolean isOpening(int c) {
        return "([«“‘„\"'¿¡".indexOf(c) >= 0
                || CharacterClasses.isDashOrBullet(c)
                || CharacterClasses.isBlank(c);
    }

    private static boolean isWordPart(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == '-'
                || c == '‑'
                || c == '°'
                || c == '&'
                || CharacterClasses.isApostrophe(c);
    }
}
