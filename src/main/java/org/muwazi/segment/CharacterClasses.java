package org.muwazi.segment;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * What a character is to segmentation. All arguments are code points; lone surrogates are legal.
 */
final class CharacterClasses {

    private CharacterClasses() {}

    /**
     * White space of any kind (no-break spaces included), control characters, and marks without a
     * glyph: byte order mark, bidi controls, zero-width spaces, soft hyphen. No segment starts or
     * ends with one, and only these may be left out of all segments.
     */
    static boolean isBlank(int c) {
        if (c < 0x80) {
            return c <= ' ' || c == 0x7F;
        }
        return isSpace(c) || isInvisible(c);
    }

    /** White space that separates words. */
    static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.CONTROL;
    }

    private static boolean isInvisible(int c) {
        return c == 0xAD
                || c == 0x61C
                || c == 0x180E
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF;
    }

    /** A separator of lines or paragraphs, of Unicode or of any platform. */
    static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** A letter or a digit: what a segment needs to be more than punctuation. */
    static boolean isContent(int c) {
        return Character.isLetterOrDigit(c);
    }

    /** A combining mark or an invisible character, which belongs to what precedes it. */
    static boolean isAttached(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || (c >= 0x80 && isInvisible(c));
    }

    /** Any mark that can end a sentence: Unicode's Sentence_Terminal, and the ellipsis. */
    static boolean isStop(int c) {
        if (c < 0x80) {
            return c == '.' || c == '!' || c == '?';
        }
        return c == '…' || UCharacter.hasBinaryProperty(c, UProperty.S_TERM);
    }

    /** The stops that the own rules judge; for the stops of other scripts ICU has the last word. */
    static boolean isJudgedStop(int c) {
        return c == '.' || c == '…' || isEmphatic(c) || c == 0x6D4;
    }

    /** Question and exclamation marks, which unlike a full stop cannot mark an abbreviation. */
    static boolean isEmphatic(int c) {
        return c == '!' || c == '?' || c == '\u061F' || c == '‼' || (c >= '⁇' && c <= '⁉');
    }

    /** A letter of a script with capitals that is one. */
    static boolean isCapital(int c) {
        return Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    /** A letter of a script without capitals. */
    static boolean isCaseless(int c) {
        return Character.isLetter(c) && !isCapital(c) && !Character.isLowerCase(c);
    }

    static boolean isArabicLetter(int c) {
        return Character.isLetter(c)
                && Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }

    static boolean isCurrency(int c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    /** A dash or bullet that may open a list item or a turn of speech. */
    static boolean isDashOrBullet(int c) {
        return c == '-' || c == '*' || c == '•' || c == '·' || (c >= '‐' && c <= '―');
    }

    /** A mark after which the sentence goes on. */
    static boolean isContinuing(int c) {
        return c == ',' || c == ';' || c == ':' || c == '\u060C' || c == '\u061B' || c == '%';
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '’';
    }
}
