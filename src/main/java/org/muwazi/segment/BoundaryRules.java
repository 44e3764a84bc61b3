package org.muwazi.segment;

import java.util.Locale;
import org.muwazi.segment.SegmentationTable.Section;
import org.muwazi.text.Language;

/*
 * Which stops end a sentence. ICU proposes; the rules below take proposals back or add some.
 *
 * They are asked in this order, and the first that knows decides:
 *   glued         no white space after the stop: addresses, decimals and versions stay whole, "reached.The" splits
 *   continuing    a comma, colon or unclaimed closing mark follows
 *   enclosed      "(!)", "[...]", stops inside brackets or short quotations that are woven into a sentence
 *   list marker   "1.", "IV.", "a." at the start of a segment
 *   attribution   "...!" he said
 *   ellipsis, question and exclamation marks, full stop: each by what follows and, for the full stop, by what precedes
 *
 * The Arabic semicolon is no stop. Editors put it where English has a semicolon or a comma: in the Arabic versions of
 * eval/stories it stands inside a gold sentence each time and never ends one. Pinned by a case in cases/ar.txt.
 */

/** Which stops of one line end a sentence. */
final class BoundaryRules {

    /**
     * Longest brackets (code units) whose inner stops do not end a sentence: a parenthesis of some
     * fifty words. Longer pairs are more likely a bracket that was never closed.
     */
    private static final int LONGEST_BRACKET = 300;

    /**
     * Longest quotation (code units) that can be woven into a sentence: about a line of print.
     * Longer ones are speech, whose sentences count by themselves.
     */
    private static final int LONGEST_WOVEN_QUOTATION = 80;

    /** Capitalised words that may stand between a quotation and "said": titles, names, initials. */
    private static final int LONGEST_SPEAKER = 6;

    /** Longest list marker in code units: "XVIII.", "(12.10.". */
    private static final int LONGEST_MARKER = 8;

    private final String text;
    private final SegmentationTable table;
    private final PairedMarks marks;
    private final Surroundings around;
    private final FullStopRules fullStops;

    BoundaryRules(String text, Language language, SegmentationTable table, PairedMarks marks) {
        this.text = text;
        this.table = table;
        this.marks = marks;
        around = new Surroundings(text, marks, table);
        fullStops = new FullStopRules(language, table, around);
    }

    /**
     * Whether the sentence ends at a stop that has text after it.
     *
     * @param segmentStart first letter or digit of the segment that the stop would end
     * @param proposed true where ICU sees a boundary there
     */
    boolean isBoundary(Stop stop, int segmentStart, boolean proposed) {
        if (!CharacterClasses.isJudgedStop(around.charAt(stop.marksStart()))) {
            return proposed && !goesOn(stop.next());
        }
        if (stop.isGlued(text)) {
            return isBoundaryWithoutSpace(stop, segmentStart, proposed);
        }
        if (goesOn(stop.next())
                || isBracketedMark(stop)
                || isInsideSentencePart(stop, segmentStart)
                || isListMarker(stop, segmentStart)
                || isAttributionNext(stop)) {
            return false;
        }
        return endsSentence(stop, proposed);
    }

    private boolean endsSentence(Stop stop, boolean proposed) {
        if (stop.isEllipsis(text)) {
            return isBoundaryAfterEllipsis(stop);
        }
        return stop.isEmphatic(text)
                ? isBoundaryAfterEmphasis(stop, proposed)
                : fullStops.isBoundary(stop, proposed, endsWithQuotation(stop));
    }

    private boolean endsWithQuotation(Stop stop) {
        return stop.endsWithClosingMark() && marks.closesQuotation(stop.end() - 1);
    }

    // --- no white space after the stop ---

    /**
     * "reached.The" and its Arabic like are two sentences; "example.com", "3.5", "J.K." are not.
     */
    private boolean isBoundaryWithoutSpace(Stop stop, int segmentStart, boolean proposed) {
        int first = around.firstOf(stop.next());
        int letter = around.charAt(first);
        boolean arabic = CharacterClasses.isArabicLetter(letter);
        if (!arabic && CharacterClasses.isCaseless(letter)) {
            return proposed && !goesOn(stop.next());
        }
        boolean closingNext =
                first > stop.next() && marks.role(stop.next()) != PairedMarks.Role.OPENS;
        if (closingNext
                || isInsideAddress(stop)
                || isInsideSentencePart(stop, segmentStart)
                || isListMarker(stop, segmentStart)) {
            return false;
        }
        String left = around.wordBefore(stop.start());
        String right = around.wordAfter(first);
        boolean words =
                arabic
                        ? WordShape.letters(right) >= 2 && endsArabicWord(left, stop)
                        : CharacterClasses.isCapital(letter)
                                && !around.isInitial(first)
                                && endsCasedWord(left, right, stop);
        return words && endsSentence(stop, true);
    }

    private boolean endsArabicWord(String left, Stop stop) {
        if (left.isEmpty()) {
            return stop.start() > 0;
        }
        return WordShape.endsWithDigit(left)
                || (left.indexOf('.') < 0 && WordShape.letters(left) >= 3);
    }

    private boolean endsCasedWord(String left, String right, Stop stop) {
        if (left.isEmpty()) {
            return stop.endsWithClosingMark() || stop.isEmphatic(text);
        }
        boolean allCapitals = right.length() > 1 && right.equals(right.toUpperCase(Locale.ROOT));
        if (allCapitals || table.has(Section.EXTENSION, right.toLowerCase(Locale.ROOT))) {
            return false;
        }
        if (WordShape.endsWithDigit(left)) {
            return left.chars().allMatch(Character::isDigit) && left.length() >= 2;
        }
        boolean word = WordShape.letters(left) >= 2;
        return Character.isLowerCase(left.codePointBefore(left.length()))
                ? word && left.indexOf('.') < 0
                : word && around.opensSentence(stop.next());
    }

    private boolean isInsideAddress(Stop stop) {
        String run = around.runAround(stop);
        return run.indexOf('@') >= 0
                || run.contains("://")
                || run.startsWith("www.")
                || run.indexOf('_') >= 0
                || run.indexOf('\\') >= 0;
    }

    // --- what follows or surrounds ---

    private boolean goesOn(int next) {
        return CharacterClasses.isContinuing(around.charAt(next))
                || marks.role(next) == PairedMarks.Role.CLOSES;
    }

    /** "(!)", "[...]", "(…)": the marks are all that the brackets hold. */
    private boolean isBracketedMark(Stop stop) {
        if (!stop.endsWithClosingMark() || stop.start() == 0) {
            return false;
        }
        char before = text.charAt(stop.start() - 1);
        return before == '(' || before == '[';
    }

    /** Inside brackets, or a short quotation, that opened in the middle of the sentence. */
    private boolean isInsideSentencePart(Stop stop, int segmentStart) {
        int bracket = marks.bracketAround(stop.start());
        if (bracket > segmentStart && marks.partner(bracket) - bracket <= LONGEST_BRACKET) {
            return marks.partner(bracket) >= stop.end() || isClosedByBracket(stop, bracket);
        }
        int quotation = marks.quotationAround(stop.start());
        return quotation > segmentStart
                && marks.partner(quotation) >= stop.end()
                && isWoven(quotation);
    }

    /**
     * The stop is the last thing in brackets: "(formerly Acme Inc.) The" may end the sentence, "(at
     * last!) the" does not. Arabic, without capitals, needs a full stop that is no abbreviation.
     */
    private boolean isClosedByBracket(Stop stop, int bracket) {
        if (marks.partner(bracket) != stop.end() - 1) {
            return false;
        }
        int next = around.charAt(around.firstOf(stop.next()));
        if (CharacterClasses.isCapital(next)) {
            return !around.opensSentence(stop.next());
        }
        return !CharacterClasses.isArabicLetter(next)
                || stop.isEmphatic(text)
                || fullStops.isAbbreviated(stop);
    }

    /** A quotation that the sentence runs through: not introduced, short, and followed by more. */
    private boolean isWoven(int quotation) {
        int close = marks.partner(quotation);
        int before = around.skipBack(quotation, CharacterClasses::isBlank);
        char introducing = before == 0 ? ':' : text.charAt(before - 1);
        char last = text.charAt(around.skipBack(close, CharacterClasses::isBlank) - 1);
        int after = around.charAt(around.skip(close + 1, CharacterClasses::isBlank));
        return close - quotation <= LONGEST_WOVEN_QUOTATION
                && !CharacterClasses.isContinuing(introducing)
                && !CharacterClasses.isStop(last)
                && !CharacterClasses.isContinuing(last)
                && (Character.isLowerCase(after)
                        || CharacterClasses.isArabicLetter(after)
                        || CharacterClasses.isContinuing(after));
    }

    /** The segment so far is only a number, Roman numeral or letter: the marker of a list item. */
    private boolean isListMarker(Stop stop, int segmentStart) {
        return stop.end() - stop.start() == 1
                && text.charAt(stop.start()) == '.'
                && stop.start() - segmentStart <= LONGEST_MARKER
                && WordShape.isListMarker(text.substring(segmentStart, stop.start()));
    }

    /**
     * After a closing quotation mark: a small letter, "Smith said", or an Arabic verb of speech. In
     * Arabic a question that is quoted as a phrase runs on as well, unless the next word opens a
     * sentence.
     */
    private boolean isAttributionNext(Stop stop) {
        if (!endsWithQuotation(stop)) {
            return false;
        }
        int first = around.firstOf(stop.next());
        int letter = around.charAt(first);
        if (Character.isLowerCase(letter)) {
            return true;
        }
        boolean emphatic = stop.isEmphatic(text);
        if (CharacterClasses.isArabicLetter(letter)) {
            return table.has(Section.SPEECH, WordShape.bare(around.wordAfter(first)))
                    || (emphatic && !around.opensSentence(stop.next()));
        }
        // English closes a quotation with a comma before "Smith said"; after a full stop it is
        // none.
        return (emphatic || stop.isEllipsis(text)) && isSpeakerWithVerb(first);
    }

    private boolean isSpeakerWithVerb(int first) {
        if (around.opensSentence(first)) {
            return false;
        }
        int i = first;
        for (int words = 0; words <= LONGEST_SPEAKER; words++) {
            String word = around.wordAfter(i);
            if (words > 0 && table.has(Section.SPEECH, word)) {
                return true;
            }
            if (!WordShape.startsWithCapital(word)) {
                return false;
            }
            i += word.length();
            i += around.charAt(i) == '.' ? 1 : 0;
            i = around.skip(i, CharacterClasses::isBlank);
        }
        return false;
    }

    // --- ellipsis, question and exclamation marks ---

    /** An ellipsis ends a sentence only where a new one is likely; a stammer ("I... I") is none. */
    private boolean isBoundaryAfterEllipsis(Stop stop) {
        int first = around.firstOf(stop.next());
        String word = around.wordAfter(first);
        if (CharacterClasses.isArabicLetter(around.charAt(first))) {
            return table.has(Section.STARTER, WordShape.bare(word))
                    || (first > stop.next() && around.isQuotationStart(stop.next()));
        }
        return around.isSentenceStart(first)
                && !Character.isDigit(around.charAt(first))
                && !word.equals(around.wordBefore(stop.start()));
    }

    private boolean isBoundaryAfterEmphasis(Stop stop, boolean proposed) {
        int first = around.firstOf(stop.next());
        if (Character.isLowerCase(around.charAt(first))) {
            return WordShape.isBrand(around.wordAfter(first));
        }
        String word = around.wordBefore(stop.start()) + text.charAt(stop.start());
        return table.has(Section.EITHER, word)
                ? around.opensSentence(stop.next())
                : proposed || around.isSentenceStart(first);
    }
}
