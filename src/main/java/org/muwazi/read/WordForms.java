package org.muwazi.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words in the form in which the tables of this package hold them; for looking up only. */
final class WordForms {

    /**
     * Persian, Urdu, Pashto and Kurdish letters; not the yeh and kaf that Persian keyboards type.
     */
    static final String NOT_ARABIC_LETTERS =
            "\u067E\u0686\u0698\u06AF\u0679\u0688\u0691\u06BA\u06BE\u06C1\u06D2\u067C\u0689\u0693"
                    + "\u0696\u069A\u06CD\u06D0\u06AB\u06C6\u06CE\u0695\u06B5\u06D5";

    /** Arabic writes these, Persian and Urdu hardly ever: teh marbuta, hamza below alef. */
    static final String ARABIC_ONLY_LETTERS = "\u0629\u0625";

    private WordForms() {}

    /**
     * Lower case; Arabic short vowels, tatweel, zero-width characters and bidi marks dropped; the
     * forms of alef and of final yeh made one; one kind of apostrophe.
     */
    static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (isDropped(c)) {
                continue;
            }
            out.append(
                    switch (c) {
                        case '\u0622', '\u0623', '\u0625', '\u0671' -> '\u0627';
                        case '\u0649' -> '\u064A';
                        case '\u2019', '\u02BC', '\u2018' -> '\'';
                        default -> c;
                    });
        }
        return out.toString();
    }

    /** As {@link #fold}, and Persian yeh and kaf as the Arabic letters. */
    static String foldArabicWriting(String text) {
        return fold(text).replace('\u06CC', '\u064A').replace('\u06A9', '\u0643');
    }

    private static boolean isDropped(char c) {
        return (c >= '\u064B' && c <= '\u0652')
                || c == '\u0670'
                || c == '\u0640'
                || c == '\u0307'
                || Character.getType(c) == Character.FORMAT;
    }

    /** Runs of letters and marks; a run of one to four letters before an apostrophe keeps it. */
    static List<String> of(String folded) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && isWordPart(folded.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                boolean elided = i < folded.length() && folded.charAt(i) == '\'' && i - start <= 5;
                words.add(folded.substring(start, elided ? i + 1 : i));
                start = -1;
            }
        }
        return words;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetter(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** True for a word with the Arabic article, alone or after one of the joined particles. */
    static boolean startsWithArabicArticle(String word) {
        int alef = word.indexOf('\u0627');
        return word.startsWith("\u0644\u0644")
                || (alef >= 0
                        && alef <= 1
                        && word.length() > alef + 2
                        && word.charAt(alef + 1) == '\u0644'
                        && (alef == 0 || "\u0648\u0628\u0641\u0643".indexOf(word.charAt(0)) >= 0));
    }
}
