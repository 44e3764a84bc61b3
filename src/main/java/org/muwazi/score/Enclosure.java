package org.muwazi.score;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.text.Span;

/** What stands around a stretch of text: brackets, quotation marks, web addresses. */
final class Enclosure {

    private static final Pattern ADDRESS =
            Pattern.compile("\\S*(?:://|www\\.|@|\\.(?:com|org|net|fr|info|gov|edu)\\b)\\S*|#\\w+");

    private Enclosure() {}

    static boolean isClose(List<Token> tokens, int index, String text) {
        for (int i = tokens.get(index - 1).end(); i < tokens.get(index).start(); i++) {
            char c = text.charAt(i);
            if (!Tokens.isSpace(c) && c != '-' && c != ',' && !Tokens.isApostrophe(c)) {
                return false;
            }
        }
        return true;
    }

    static boolean isBracketed(Span span, String text) {
        return isEnclosed(span, text, "([", ")]") || isQuoted(span, text);
    }

    static boolean isQuoted(Span span, String text) {
        return isEnclosed(span, text, "\u00ab\u201c\u201e\u2018", "\u00bb\u201d\u2019")
                || isBetweenStraightQuotes(span, text);
    }

    private static boolean isEnclosed(Span span, String text, String open, String close) {
        for (int i = span.start() - 1; i >= 0; i--) {
            if (close.indexOf(text.charAt(i)) >= 0 && !isInWord(text, i)) {
                return false;
            }
            if (open.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInWord(String text, int i) {
        return i > 0
                && i + 1 < text.length()
                && Character.isLetter(text.charAt(i - 1))
                && Character.isLetter(text.charAt(i + 1));
    }

    private static boolean isBetweenStraightQuotes(Span span, String text) {
        long before = text.substring(0, span.start()).chars().filter(c -> c == '"').count();
        return before % 2 == 1 && text.indexOf('"', span.end()) >= 0;
    }

    static boolean[] addresses(String text) {
        boolean[] inside = new boolean[text.length() + 1];
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            Arrays.fill(inside, matcher.start(), matcher.end(), true);
        }
        return inside;
    }
}
