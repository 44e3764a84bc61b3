package org.muwazi.segment;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.muwazi.text.Language;

/*
 * Which stops end a sentence. ICU proposes; the rules below take proposals back or add some.
 *
 * They are asked in the order of isBoundary, and the first that knows decides:
 *   glued         no white space after the stop: addresses, decimals and versions stay whole, "reached.The" splits
 *   continuing    a comma, colon or unclaimed closing mark follows
 *   enclosed      "(!)", "[...]", stops inside brackets or short quotations that are woven into a sentence
 *   list marker   "1.", "IV.", "a." at the start of a segment
 *   attribution   "...!" he said
 *   ellipsis, question and exclamation marks, full stop: each by what follows and, for the full stop, by what precedes
 *
 * Context is looked up in windows of fixed size, so a line costs time linear in its length whatever it holds.
 */
final class BoundaryRules {

    /** Longest word looked at on either side of a stop; longer ones are no abbreviations. */
    private static final int LONGEST_WORD = 40;

    /** Longest bracket and quotation (code units) whose inner stops do not end a sentence. */
    private static final int LONGEST_BRACKET = 300;

    private static final int LONGEST_WOVEN_QUOTATION = 80;

    /** Capitalised words that may stand between a quotation and "said": titles, names, initials. */
    private static final int LONGEST_SPEAKER = 6;

    private static final Pattern LIST_MARKER =
            Pattern.compile("\\p{Nd}{1,3}(\\.\\p{Nd}{1,2})*|[IVXLC]+|[ivx]+|\\p{L}\u0640?");

    private static final Pattern DOTTED_LETTERS = Pattern.compile("\\p{L}{1,2}(\\.-?\\p{L})+");

    private static final Pattern ROMAN_NUMERAL = Pattern.compile("[IVXLC]+");

    private final String text;
    private final Language language;
    private final SegmentationTable table;
    private final PairedMarks marks;

    BoundaryRules(String text, Language language, SegmentationTable table, PairedMarks marks) {
        this.text = text;
        this.language = language;
        this.table = table;
        this.marks = marks;
    }

    /**
     * Whether the sentence ends at a stop that has text after it.
     *
     * @param segmentStart first letter or digit of the segment that the stop would end
     * @param proposed true where ICU sees a boundary there
     */
    boolean isBoundary(Stop stop, int segmentStart, boolean proposed) {
        int mark = text.codePointAt(stop.marksStart());
        if (!CharacterClasses.isJudgedStop(mark)) {
            return proposed && !CharacterClasses.isContinuing(charAt(stop.next()));
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
        if (isEllipsis(stop)) {
            return isBoundaryAfterEllipsis(stop);
        }
        if (isEmphatic(stop)) {
            return isBoundaryAfterEmphasis(stop, proposed);
        }
        return isBoundaryAfterFullStop(stop, proposed);
    }

    // --- kinds of stop ---

    private boolean isEllipsis(Stop stop) {
        int dots = 0;
        for (int i = stop.marksStart(); i < stop.marksEnd(); i++) {
            char c = text.charAt(i);
            if (CharacterClasses.isEmphatic(c)) {
                return false;
            }
            dots += c == '…' ? 2 : c == '.' ? 1 : 0;
        }
        return dots >= 2;
    }

    private boolean isEmphatic(Stop stop) {
        for (int i = stop.marksStart(); i < stop.marksEnd(); i++) {
            if (CharacterClasses.isEmphatic(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean endsWithQuotation(Stop stop) {
        return stop.endsWithClosingMark() && marks.closesQuotation(stop.end() - 1);
    }

    // --- no white space after the stop ---

    /**
     * "reached.The" and its Arabic like are two sentences; "example.com", "3.5", "J.K." are not.
     */
    private boolean isBoundaryWithoutSpace(Stop stop, int segmentStart, boolean proposed) {
        int next = text.codePointAt(stop.next());
        int first = skip(stop.next(), c -> isOpening(c));
        int letter = charAt(first);
        boolean arabic = CharacterClasses.isArabicLetter(letter);
        if (!arabic && CharacterClasses.isCaseless(letter)) {
            return proposed && !CharacterClasses.isContinuing(next);
        }
        if (isInsideAddress(stop) || isInsideSentencePart(stop, segmentStart)) {
            return false;
        }
        if (first > stop.next() && marks.role(stop.next()) != PairedMarks.Role.OPENS) {
            return false;
        }
        String left = wordBefore(stop.start());
        String right = wordAfter(first);
        boolean fits =
                arabic
                        ? letters(right) >= 2 && endsArabicWord(left, stop)
                        : CharacterClasses.isCapital(letter)
                                && !isInitial(first)
                                && endsCasedWord(left, right, stop);
        return fits && !isListMarker(stop, segmentStart) && endsSentence(stop, true);
    }

    private boolean endsArabicWord(String left, Stop stop) {
        if (left.isEmpty()) {
            return stop.start() > 0;
        }
        int last = left.codePointBefore(left.length());
        return Character.isDigit(last) || (left.indexOf('.') < 0 && letters(left) >= 3);
    }

    private boolean endsCasedWord(String left, String right, Stop stop) {
        if (left.isEmpty()) {
            return stop.endsWithClosingMark() || isEmphatic(stop);
        }
        boolean allCapitals = right.length() > 1 && right.equals(upperCase(right));
        if (allCapitals || table.has(SegmentationTable.Section.EXTENSION, lowerCase(right))) {
            return false;
        }
        int last = left.codePointBefore(left.length());
        if (Character.isDigit(last)) {
            return left.chars().allMatch(Character::isDigit) && left.length() >= 2;
        }
        return Character.isLowerCase(last)
                ? left.indexOf('.') < 0 && letters(left) >= 2
                : letters(left) >= 2 && opensSentence(stop.next());
    }

    private boolean isInsideAddress(Stop stop) {
        int from = stop.start();
        while (from > 0
                && stop.start() - from < LONGEST_WORD
                && !CharacterClasses.isBlank(text.charAt(from - 1))) {
            from--;
        }
        int to = stop.end();
        while (to < text.length()
                && to - stop.end() < LONGEST_WORD
                && !CharacterClasses.isBlank(text.charAt(to))) {
            to++;
        }
        String token = text.substring(from, to);
        return token.indexOf('@') >= 0
                || token.contains("://")
                || token.startsWith("www.")
                || token.indexOf('_') >= 0
                || token.indexOf('\\') >= 0;
    }

    // --- what follows or surrounds ---

    private boolean goesOn(int next) {
        int c = charAt(next);
        return CharacterClasses.isContinuing(c) || marks.role(next) == PairedMarks.Role.CLOSES;
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
            if (marks.partner(bracket) >= stop.end()) {
                return true;
            }
            boolean lastIsBracket = marks.partner(bracket) == stop.end() - 1;
            return lastIsBracket
                    && (isEmphatic(stop) || isAbbreviated(stop) || !isArabicNext(stop))
                    && !(isCasedNext(stop) && opensSentence(stop.next()));
        }
        int quotation = marks.quotationAround(stop.start());
        return quotation > segmentStart
                && isWoven(quotation)
                && marks.partner(quotation) >= stop.end();
    }

    /** A quotation that the sentence runs through: not introduced, short, and followed by more. */
    private boolean isWoven(int quotation) {
        int close = marks.partner(quotation);
        int before = skipBack(quotation, CharacterClasses::isBlank);
        char introducing = before == 0 ? ':' : text.charAt(before - 1);
        int last = text.charAt(skipBack(close, CharacterClasses::isBlank) - 1);
        int after = skip(close + 1, CharacterClasses::isBlank);
        int following = charAt(after);
        return close - quotation <= LONGEST_WOVEN_QUOTATION
                && !CharacterClasses.isContinuing(introducing)
                && !CharacterClasses.isStop(last)
                && !CharacterClasses.isContinuing(last)
                && (Character.isLowerCase(following)
                        || CharacterClasses.isArabicLetter(following)
                        || CharacterClasses.isContinuing(following));
    }

    /** The segment so far is only a number, Roman numeral or letter: the marker of a list item. */
    private boolean isListMarker(Stop stop, int segmentStart) {
        if (stop.end() - stop.start() != 1 || stop.start() - segmentStart > 8) {
            return false;
        }
        String marker = text.substring(segmentStart, stop.start());
        return LIST_MARKER.matcher(marker).matches();
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
        int first = skip(stop.next(), BoundaryRules::isOpening);
        int letter = charAt(first);
        if (Character.isLowerCase(letter)) {
            return true;
        }
        if (CharacterClasses.isArabicLetter(letter)) {
            String word = bare(wordAfter(first));
            return table.has(SegmentationTable.Section.SPEECH, word)
                    || (isEmphatic(stop) && !opensSentence(stop.next()));
        }
        return !isPlainFullStop(stop) && isSpeakerWithVerb(first);
    }

    private boolean isPlainFullStop(Stop stop) {
        return !isEmphatic(stop) && !isEllipsis(stop);
    }

    private boolean isSpeakerWithVerb(int first) {
        int i = first;
        for (int words = 0; words <= LONGEST_SPEAKER; words++) {
            String word = wordAfter(i);
            if (words > 0 && table.has(SegmentationTable.Section.SPEECH, word)) {
                return true;
            }
            boolean name = !word.isEmpty() && CharacterClasses.isCapital(word.codePointAt(0));
            if (!name || (words == 0 && opensSentence(i))) {
                return false;
            }
            i += word.length();
            if (charAt(i) == '.') {
                i++;
            }
            i = skip(i, CharacterClasses::isBlank);
        }
        return false;
    }

    // --- ellipsis, question and exclamation marks ---

    /** An ellipsis ends a sentence only where a new one is likely; a stammer ("I... I") is none. */
    private boolean isBoundaryAfterEllipsis(Stop stop) {
        int first = skip(stop.next(), BoundaryRules::isOpening);
        String word = wordAfter(first);
        if (CharacterClasses.isArabicLetter(charAt(first))) {
            return table.has(SegmentationTable.Section.STARTER, bare(word))
                    || (first > stop.next() && isQuotationStart(stop.next()));
        }
        return isSentenceStart(first)
                && !Character.isDigit(charAt(first))
                && !word.equals(wordBefore(stop.start()));
    }

    private boolean isBoundaryAfterEmphasis(Stop stop, boolean proposed) {
        int first = skip(stop.next(), BoundaryRules::isOpening);
        if (Character.isLowerCase(charAt(first))) {
            return isBrand(wordAfter(first));
        }
        String word = wordBefore(stop.start());
        if (table.has(SegmentationTable.Section.EITHER, word + text.charAt(stop.start()))) {
            return opensSentence(stop.next());
        }
        return proposed || isSentenceStart(first);
    }

    // --- full stop ---

    private boolean isBoundaryAfterFullStop(Stop stop, boolean proposed) {
        int first = skip(stop.next(), BoundaryRules::isOpening);
        // Without a table only ICU knows the abbreviations of the language.
        boolean ordinary = proposed || (!table.isEmpty() && isSentenceStart(first));
        // A full stop after a closing mark ("?»." or "(sic).") has no word that it could shorten.
        if (stop.marksStart() > stop.start()) {
            return ordinary;
        }
        String word = bare(wordBefore(stop.start()));
        if (word.isEmpty()) {
            return ordinary;
        }
        Optional<SegmentationTable.Section> kind = abbreviation(word, stop);
        if (kind.isPresent()) {
            return isBoundaryAfterAbbreviation(kind.get(), stop, ordinary);
        }
        if (isDottedLetters(word)) {
            return opensSentence(stop.next());
        }
        if (letters(word) == 1 && word.codePoints().noneMatch(Character::isDigit)) {
            return isBoundaryAfterSingleLetter(word, stop, ordinary);
        }
        return ordinary || isBrand(wordAfter(first));
    }

    private boolean isAbbreviated(Stop stop) {
        String word = bare(wordBefore(stop.start()));
        return stop.marksStart() == stop.start()
                && (isDottedLetters(word) || abbreviation(word, stop).isPresent());
    }

    private Optional<SegmentationTable.Section> abbreviation(String word, Stop stop) {
        int wordStart = stop.start() - wordBefore(stop.start()).length();
        String previous = wordBefore(skipBack(wordStart, CharacterClasses::isBlank));
        Optional<SegmentationTable.Section> kind = table.abbreviation(previous + " " + word);
        // The era and unit "m", "h" of Arabic follow a number; elsewhere they are single letters.
        if (kind.isEmpty() && !(isArabic(word) && letters(word) == 1 && !isNumber(previous))) {
            kind = table.abbreviation(word);
        }
        return kind;
    }

    private boolean isBoundaryAfterAbbreviation(
            SegmentationTable.Section kind, Stop stop, boolean ordinary) {
        int next = charAt(skip(stop.next(), BoundaryRules::isOpening));
        return switch (kind) {
            case TITLE, INNER -> false;
            case NUMBER ->
                    ordinary && !Character.isDigit(next) && !isRomanNumeral(wordAfter(stop.next()));
            case TIME ->
                    ordinary
                            && !Character.isDigit(next)
                            && !table.has(SegmentationTable.Section.ZONE, wordAfter(stop.next()));
            case FINAL -> ordinary && !Character.isDigit(next);
            default -> opensSentence(stop.next());
        };
    }

    /** An initial before a name, a label ("Plan B. The"), or an Arabic one-letter abbreviation. */
    private boolean isBoundaryAfterSingleLetter(String word, Stop stop, boolean ordinary) {
        int letter = word.codePointAt(0);
        int wordStart = stop.start() - wordBefore(stop.start()).length();
        String previous = wordBefore(skipBack(wordStart, CharacterClasses::isBlank));
        if (table.has(SegmentationTable.Section.LABEL, bare(previous))) {
            return ordinary;
        }
        if (CharacterClasses.isArabicLetter(letter)) {
            return false;
        }
        int next = skip(stop.next(), BoundaryRules::isOpening);
        if (Character.isLowerCase(letter)) {
            return ordinary && !Character.isDigit(charAt(next));
        }
        if (language == Language.ENGLISH && word.equals("I") && startsWithSmallLetter(previous)) {
            return ordinary;
        }
        return CharacterClasses.isCapital(letter)
                ? opensSentence(stop.next()) && !isNameWithArticle(next)
                : ordinary;
    }

    /** "J. Le Goff": an article that belongs to a name has a capital after it. */
    private boolean isNameWithArticle(int start) {
        String word = wordAfter(start);
        int after = skip(start + word.length(), CharacterClasses::isBlank);
        return language == Language.FRENCH
                && word.length() <= 2
                && word.startsWith("L")
                && CharacterClasses.isCapital(charAt(after));
    }

    // --- starts of sentences ---

    /** A capital, a number, or a letter of a script without capitals. */
    private boolean isSentenceStart(int first) {
        int c = charAt(first);
        return CharacterClasses.isCapital(c)
                || CharacterClasses.isCaseless(c)
                || Character.isDigit(c)
                || (CharacterClasses.isCurrency(c) && Character.isDigit(charAt(first + 1)));
    }

    /** The text from {@code next} starts with a word or mark that usually opens a sentence. */
    private boolean opensSentence(int next) {
        int first = skip(next, BoundaryRules::isOpening);
        int letter = charAt(first);
        boolean letterNext =
                CharacterClasses.isCapital(letter) || CharacterClasses.isCaseless(letter);
        // "(A.F.P.) - The": a dash after an abbreviation leads on, as in a dateline.
        if (!letterNext || CharacterClasses.isDashOrBullet(charAt(next))) {
            return false;
        }
        if (first > next && isQuotationStart(next)) {
            return true;
        }
        String word = wordAfter(first);
        if (isInitial(first)) {
            return false;
        }
        String plain = bare(word);
        if (table.has(SegmentationTable.Section.STARTER, plain)
                || table.has(SegmentationTable.Section.STARTER, elided(plain))) {
            return true;
        }
        // The conjunctions "wa" and "fa" are written with the next word and open most sentences.
        return CharacterClasses.isArabicLetter(letter)
                && (letter == '\u0648' || letter == '\u0641')
                && letters(plain) >= 4;
    }

    /** A single letter with a full stop, as in "J. K. Rowling" or "Ph.D.". */
    private boolean isInitial(int start) {
        String word = wordAfter(start);
        return letters(word) == 1 && charAt(start + word.length()) == '.';
    }

    private boolean isQuotationStart(int i) {
        return marks.role(i) == PairedMarks.Role.OPENS && "«“\"„".indexOf(text.charAt(i)) >= 0;
    }

    private static boolean isOpening(int c) {
        return "([«“‘„\"'¿¡".indexOf(c) >= 0
                || CharacterClasses.isDashOrBullet(c)
                || CharacterClasses.isBlank(c);
    }

    private boolean isArabicNext(Stop stop) {
        return CharacterClasses.isArabicLetter(charAt(skip(stop.next(), BoundaryRules::isOpening)));
    }

    private boolean isCasedNext(Stop stop) {
        return CharacterClasses.isCapital(charAt(skip(stop.next(), BoundaryRules::isOpening)));
    }

    // --- words ---

    /** "iPhone", "eBay": a small letter that starts a name. */
    private static boolean isBrand(String word) {
        return word.length() >= 3
                && Character.isLowerCase(word.charAt(0))
                && Character.isUpperCase(word.charAt(1));
    }

    /** Letters with stops between them: "U.S", "J.-C", "p.m". */
    private static boolean isDottedLetters(String word) {
        return word.indexOf('.') > 0 && DOTTED_LETTERS.matcher(word).matches();
    }

    private static boolean isRomanNumeral(String word) {
        return ROMAN_NUMERAL.matcher(word).matches();
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && Character.isDigit(word.codePointBefore(word.length()));
    }

    private static boolean isArabic(String word) {
        return !word.isEmpty() && CharacterClasses.isArabicLetter(word.codePointAt(0));
    }

    private static boolean startsWithSmallLetter(String word) {
        return !word.isEmpty() && Character.isLowerCase(word.codePointAt(0));
    }

    private static int letters(String word) {
        return (int)
                word.codePoints()
                        .filter(c -> Character.isLetterOrDigit(c) && c != '\u0640')
                        .count();
    }

    /** Without short vowels and tatweel, so that vocalised words meet the table. */
    private static String bare(String word) {
        if (word.chars().allMatch(c -> c < 0x300)) {
            return word;
        }
        StringBuilder plain = new StringBuilder(word.length());
        word.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && c != '\u0640')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** "L’accord" as "L'": the elided article with a straight apostrophe. */
    private static String elided(String word) {
        int apostrophe = Math.max(word.indexOf('’'), word.indexOf('\''));
        return apostrophe < 0 ? word : word.substring(0, apostrophe) + "'";
    }

    private static String upperCase(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static String lowerCase(String word) {
        return word.toLowerCase(Locale.ROOT);
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

    /** The word that ends at {@code end}, inner stops included, an elided article left out. */
    private String wordBefore(int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_WORD) {
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

    private String wordAfter(int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST_WORD) {
            int c = text.codePointAt(end);
            if (!isWordPart(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        return text.substring(start, end);
    }

    private int charAt(int i) {
        return i < text.length() ? text.codePointAt(i) : -1;
    }

    private int skip(int from, IntPredicate skipped) {
        int i = from;
        while (i < text.length() && i - from < LONGEST_WORD && skipped.test(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private int skipBack(int from, IntPredicate skipped) {
        int i = from;
        while (i > 0 && from - i < LONGEST_WORD && skipped.test(text.codePointBefore(i))) {
            i -= Character.charCount(text.codePointBefore(i));
        }
        return i;
    }
}
