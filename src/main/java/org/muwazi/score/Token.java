package org.muwazi.score;

import org.muwazi.text.Span;

/**
 * A word or a numeral of a text.
 *
 * @param text as it stands
 * @param folded by {@link Folding#fold}
 * @param span place in the text
 * @param initial true where a sentence, a quotation or a heading may begin
 */
record Token(String text, String folded, Span span, boolean initial) {

    int start() {
        return span.start();
    }

    int end() {
        return span.end();
    }

    /** True where the word begins with a capital letter. */
    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** True for two and more letters, all of them capitals. */
    boolean isAllCapitals() {
        boolean letters = false;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
            letters |= Character.isUpperCase(text.charAt(i));
        }
        return letters && text.length() > 1;
    }

    /** True where all letters are lower case letters of a script that has capitals. */
    boolean isLowerCase() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLowerCase(c) && c != '\'' && c != '\u2019') {
                return false;
            }
        }
        return true;
    }

    /** True where the first letter is Arabic. */
    boolean isArabic() {
        return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.ARABIC;
    }

    /** True where the first letter is Latin. */
    boolean isLatin() {
        return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.LATIN;
    }

    /** True where it begins with a digit. */
    boolean isNumeral() {
        return Character.isDigit(text.codePointAt(0));
    }
}
