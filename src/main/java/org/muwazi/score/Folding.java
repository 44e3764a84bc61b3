package org.muwazi.score;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings words to a form in which spelling variants of one language are equal. For comparing only:
 * lengths change, so offsets are taken before.
 */
final class Folding {

    private static final String FROM =
            "\u0623\u0625\u0622\u0671\u0649\u06cc\u06a9\u0629\u0624\u0626";
    private static final String TO = "\u0627\u0627\u0627\u0627\u064a\u064a\u0643\u0647\u0648\u064a";

    // Base letters of U+00C0 to U+00FF; a blank marks those that have none.
    private static final String BASE =
            "aaaaaa ceeeeiiii nooooo ouuuuy  aaaaaa ceeeeiiii nooooo ouuuuy y";

    private Folding() {}

    /**
     * Lower case, without accents, Arabic vowel signs, tatweel and invisible characters; alef, yeh,
     * kaf and teh marbuta unified.
     */
    static String fold(String word) {
        if (isPlainLatin(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        String common = common(word);
        if (common != null) {
            return common;
        }
        return foldByDecomposition(word);
    }

    // The letters that nearly all words are made of, without the cost of a decomposition; null for
    // words with any other. DetectorLawTest holds both ways against one another.
    private static String common(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 0x80) {
                folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
            } else if (c >= 0xc0 && c <= 0xff && BASE.charAt(c - 0xc0) != ' ') {
                folded.append(BASE.charAt(c - 0xc0));
            } else if ((c >= 0x621 && c <= 0x63a) || (c >= 0x641 && c <= 0x64a)) {
                int at = FROM.indexOf(c);
                folded.append(at < 0 ? c : TO.charAt(at));
            } else {
                return null;
            }
        }
        return folded.toString();
    }

    /** As {@link #fold}, always by decomposition: slower, and the measure of the fast way. */
    static String foldByDecomposition(String word) {
        String decomposed = Normalizer.normalize(unify(word), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            append(folded, decomposed.charAt(i));
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isPlainLatin(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    // Before the decomposition, which would split hamza from its carrier.
    private static String unify(String word) {
        StringBuilder unified = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int at = FROM.indexOf(c);
            unified.append(at < 0 ? c : TO.charAt(at));
        }
        return unified.toString();
    }

    private static void append(StringBuilder folded, char c) {
        switch (c) {
            case '\u0153', '\u0152' -> folded.append("oe");
            case '\u00e6', '\u00c6' -> folded.append("ae");
            case '\u00f8', '\u00d8' -> folded.append('o');
            case '\u0142', '\u0141' -> folded.append('l');
            case '\u00df' -> folded.append("ss");
            case '\u0131' -> folded.append('i');
            case '\u2019', '\u02bc', '\u2018' -> folded.append('\'');
            case '\u0640' -> {}
            default -> {
                int type = Character.getType(c);
                if (type != Character.NON_SPACING_MARK
                        && type != Character.ENCLOSING_MARK
                        && type != Character.FORMAT) {
                    int at = FROM.indexOf(c);
                    folded.append(at < 0 ? c : TO.charAt(at));
                }
            }
        }
    }
}
