package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muwazi.text.Language;
import org.muwazi.text.Span;

/**
 * Cuts text into words and numerals. Hyphens part words; an apostrophe stays inside an English word
 * and ends an elided French one ({@code l'}, {@code qu'}).
 */
final class Tokens {

    private static final String SENTENCE_MARKS = ".!?:\u2026\u061f\u06d4\n\r\u2022|";
    private static final String OPENERS = "\"'\u00ab\u201c\u201e\u2018([{\u2013\u2014-*";

    private Tokens() {}

    /** The words of the text in order; spans are disjoint and hold at least one code unit. */
    static List<Token> of(String text, Language language) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (!Character.isLetterOrDigit(codePoint)) {
                i += Character.charCount(codePoint);
                continue;
            }
            int end = wordEnd(text, i, language);
            String word = text.substring(i, end);
            String folded = Folding.fold(word);
            // A lone tatweel or vowel sign folds to nothing.
            if (!folded.isEmpty()) {
                tokens.add(new Token(word, folded, new Span(i, end), startsSentence(text, i)));
            }
            i = isPossessive(text, end) ? end + 2 : end;
        }
        return tokens;
    }

    // The possessive 's is left out, so that a name is the same with and without it.
    private static boolean isPossessive(String text, int i) {
        return i + 1 < text.length()
                && isApostrophe(text.charAt(i))
                && (text.charAt(i + 1) == 's' || text.charAt(i + 1) == 'S')
                && (i + 2 == text.length() || !Character.isLetterOrDigit(text.codePointAt(i + 2)));
    }

    private static int wordEnd(String text, int start, Language language) {
        int i = start;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (isApostrophe(codePoint)) {
                int next = i + 1 < text.length() ? text.codePointAt(i + 1) : ' ';
                if (!Character.isLetter(next)) {
                    return i;
                }
                if (language == Language.ENGLISH && isPossessive(text, i)) {
                    return i;
                }
                if (language == Language.FRENCH && isElided(text.substring(start, i))) {
                    return i + 1;
                }
            } else if (!isInsideWord(codePoint)) {
                return i;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }

    private static boolean isElided(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "l",
                    "d",
                    "qu",
                    "c",
                    "n",
                    "s",
                    "j",
                    "m",
                    "t",
                    "jusqu",
                    "lorsqu",
                    "puisqu",
                    "quoiqu",
                    "quelqu",
                    "presqu" ->
                    true;
            default -> false;
        };
    }

    static boolean isApostrophe(int codePoint) {
        return codePoint == '\'' || codePoint == '\u2019' || codePoint == '\u02bc';
    }

    private static boolean isInsideWord(int codePoint) {
        if (Character.isLetterOrDigit(codePoint)) {
            return true;
        }
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || codePoint == 0x0640
                || codePoint == 0x200c
                || codePoint == 0x200d;
    }

    private static boolean startsSentence(String text, int start) {
        int i = start - 1;
        boolean spaceOrOpener = false;
        while (i >= 0) {
            char c = text.charAt(i);
            if (SENTENCE_MARKS.indexOf(c) >= 0) {
                return spaceOrOpener || c == '\n';
            }
            if (OPENERS.indexOf(c) >= 0) {
                // A quotation begins with a capital; a hyphen inside a compound does not open.
                boolean inside = i > 0 && !Character.isWhitespace(text.charAt(i - 1));
                if (c != '-' && c != '\'' && c != '\u2018' && c != '(' && c != '[') {
                    return true;
                }
                if (inside && c != '(' && c != '[') {
                    return false;
                }
            } else if (!isSpace(c)) {
                return false;
            }
            spaceOrOpener = true;
            i--;
        }
        return true;
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
