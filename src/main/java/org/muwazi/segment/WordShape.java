package org.muwazi.segment;

import java.util.regex.Pattern;

/** What a word looks like, whatever its language. */
final class WordShape {

    private static final Pattern LIST_MARKER =
            Pattern.compile("\\p{Nd}{1,3}(\\.\\p{Nd}{1,2})*|[IVXLC]+|[ivx]+|\\p{L}\u0640?");

    private static final Pattern DOTTED_LETTERS = Pattern.compile("\\p{L}{1,2}(\\.-?\\p{L})+");

    private static final Pattern ROMAN_NUMERAL = Pattern.compile("[IVXLC]+");

    private static final int FIRST_COMBINING_MARK = 0x300;

    private static final int TATWEEL = 0x640;

    private WordShape() {}

    /** A number up to 999, a section number, a Roman numeral or a letter: "1", "2.3", "IV", "a". */
    static boolean isListMarker(String word) {
        return LIST_MARKER.matcher(word).matches();
    }

    /**
     * Letters with stops between them: "U.S", "J.-C", "p.m"; a conjunction may lead ("wa-d.b.").
     */
    static boolean isDottedLetters(String word) {
        return word.indexOf('.') > 0 && DOTTED_LETTERS.matcher(word).matches();
    }

    static boolean isRomanNumeral(String word) {
        return ROMAN_NUMERAL.matcher(word).matches();
    }

    /** "iPhone", "eBay": a small letter that starts a name. */
    static boolean isBrand(String word) {
        return word.length() >= 3
                && Character.isLowerCase(word.charAt(0))
                && Character.isUpperCase(word.charAt(1));
    }

    static boolean endsWithDigit(String word) {
        return !word.isEmpty() && Character.isDigit(word.codePointBefore(word.length()));
    }

    static boolean isArabic(String word) {
        return !word.isEmpty() && CharacterClasses.isArabicLetter(word.codePointAt(0));
    }

    static boolean startsWithSmallLetter(String word) {
        return !word.isEmpty() && Character.isLowerCase(word.codePointAt(0));
    }

    static boolean startsWithCapital(String word) {
        return !word.isEmpty() && CharacterClasses.isCapital(word.codePointAt(0));
    }

    /** Number of letters and digits, tatweel not counted. */
    static int letters(String word) {
        return (int)
                word.codePoints().filter(c -> Character.isLetterOrDigit(c) && c != TATWEEL).count();
    }

    /** Without short vowels and tatweel, so that vocalised words meet the table. */
    static String bare(String word) {
        if (word.chars().allMatch(c -> c < FIRST_COMBINING_MARK)) {
            return word;
        }
        StringBuilder plain = new StringBuilder(word.length());
        word.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && c != TATWEEL)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** The elided article of "L’accord", written "L'"; a word without apostrophe as it is. */
    static String elided(String word) {
        int apostrophe = Math.max(word.indexOf('’'), word.indexOf('\''));
        return apostrophe < 0 ? word : word.substring(0, apostrophe) + "'";
    }
}
