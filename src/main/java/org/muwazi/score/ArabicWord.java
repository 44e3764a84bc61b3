package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;

/** The forms of an Arabic word without the conjunctions, prepositions and article written to it. */
final class ArabicWord {

    private static final char WAW = '\u0648';
    private static final char FEH = '\u0641';
    private static final char BEH = '\u0628';
    private static final char LAM = '\u0644';
    private static final char KAF = '\u0643';
    private static final String ARTICLE = "\u0627\u0644";
    private static final String LAM_LAM = "\u0644\u0644";

    private ArabicWord() {}

    /**
     * The word itself first, then with its prefixes taken off one after the other; each form keeps
     * two letters at least.
     *
     * @param folded an Arabic word by {@link Folding#fold}
     */
    static List<String> forms(String folded) {
        List<String> forms = new ArrayList<>(6);
        add(forms, folded);
        String rest = folded;
        if (startsWith(rest, WAW) || startsWith(rest, FEH)) {
            rest = rest.substring(1);
            add(forms, rest);
        }
        addWithoutPrepositionAndArticle(forms, rest);
        return forms;
    }

    private static void addWithoutPrepositionAndArticle(List<String> forms, String word) {
        if (word.startsWith(LAM_LAM)) {
            add(forms, word.substring(1));
            add(forms, word.substring(2));
            return;
        }
        String rest = word;
        if (startsWith(rest, BEH) || startsWith(rest, LAM) || startsWith(rest, KAF)) {
            rest = rest.substring(1);
            add(forms, rest);
        }
        if (rest.startsWith(ARTICLE)) {
            add(forms, rest.substring(2));
        }
        if (word.startsWith(ARTICLE)) {
            add(forms, word.substring(2));
        }
    }

    /** True where the word has the article, with or without prefixes before it. */
    static boolean hasArticle(String folded) {
        int at = folded.indexOf(ARTICLE);
        return (at >= 0 && at <= 2 && folded.length() > at + 3) || folded.startsWith(LAM_LAM);
    }

    /** True where the word begins with the conjunction "and". */
    static boolean beginsWithAnd(String folded) {
        return startsWith(folded, WAW);
    }

    private static boolean startsWith(String word, char letter) {
        return word.length() > 2 && word.charAt(0) == letter;
    }

    private static void add(List<String> forms, String form) {
        if (form.length() >= 2 && !forms.contains(form)) {
            forms.add(form);
        }
    }
}
