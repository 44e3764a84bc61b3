package org.muwazi.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.muwazi.text.Language;

/** What a numeral may mean: digits of three scripts, grouping and decimal marks, Roman numerals. */
final class Numeral {

    private Numeral() {}

    /**
     * The values of a numeral in ASCII digits, the likeliest first; three noughts where it is a
     * series such as 1.2.3.
     *
     * @param numeral digits with spaces, points or commas between
     */
    static List<Double> readings(String numeral, Language language) {
        String[] groups = numeral.split("[ \u00a0\u202f\u2009.,]", -1);
        if (groups.length == 1) {
            return List.of(parse(numeral));
        }
        if (numeral.indexOf('.') < 0 && numeral.indexOf(',') < 0) {
            return spacedReadings(groups);
        }
        boolean thousands = groups[0].length() <= 3 && !groups[0].equals("0");
        for (int i = 1; i < groups.length - 1; i++) {
            thousands &= groups[i].length() == 3;
        }
        char first = numeral.charAt(groups[0].length());
        char last = numeral.charAt(numeral.length() - groups[groups.length - 1].length() - 1);
        boolean lastIsThousand = groups[groups.length - 1].length() == 3;
        double whole = parse(String.join("", groups));
        double decimal =
                parse(
                        String.join("", List.of(groups).subList(0, groups.length - 1))
                                + '.'
                                + groups[groups.length - 1]);
        if (groups.length > 2) {
            boolean mixed = first != last;
            if (thousands && mixed) {
                return List.of(decimal);
            }
            return thousands && lastIsThousand ? List.of(whole) : List.of(0d, 0d, 0d);
        }
        if (!(thousands && lastIsThousand)) {
            return List.of(decimal);
        }
        // An English comma is never a decimal mark; elsewhere writers follow either habit.
        if (Character.isSpaceChar(first) || (first == ',' && language == Language.ENGLISH)) {
            return List.of(whole);
        }
        boolean usuallyDecimal = (first == '.') == (language != Language.FRENCH);
        return usuallyDecimal && language != Language.ARABIC
                ? List.of(decimal, whole)
                : List.of(whole, decimal);
    }

    private static List<Double> spacedReadings(String[] groups) {
        List<String> reversed = new ArrayList<>(List.of(groups));
        Collections.reverse(reversed);
        double forward = parse(String.join("", groups));
        double backward = parse(String.join("", reversed));
        if (groups[0].length() < 3) {
            return List.of(forward);
        }
        boolean reversedFirst = groups[0].startsWith("0") || groups[groups.length - 1].length() < 3;
        return reversedFirst ? List.of(backward, forward) : List.of(forward, backward);
    }

    static double parse(String digits) {
        return Double.parseDouble(digits);
    }

    /** The value of a Roman numeral in capitals. */
    static int roman(String numeral) {
        int total = 0;
        int last = 0;
        for (int i = numeral.length() - 1; i >= 0; i--) {
            int value =
                    switch (numeral.charAt(i)) {
                        case 'I' -> 1;
                        case 'V' -> 5;
                        case 'X' -> 10;
                        case 'L' -> 50;
                        default -> 100;
                    };
            total += value < last ? -value : value;
            last = Math.max(last, value);
        }
        return total;
    }

    /** The value of a digit of the Latin, Arabic or Persian script, or -1. */
    static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= '\u0660' && c <= '\u0669') {
            return c - '\u0660';
        }
        return c >= '\u06f0' && c <= '\u06f9' ? c - '\u06f0' : -1;
    }

    /** Arabic digits and their separators in ASCII, length unchanged. */
    static String western(String text) {
        StringBuilder western = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = digit(c);
            boolean between =
                    i > 0
                            && i + 1 < text.length()
                            && digit(text.charAt(i - 1)) >= 0
                            && digit(text.charAt(i + 1)) >= 0;
            if (digit >= 0) {
                western.setCharAt(i, (char) ('0' + digit));
            } else if (c == '\u066b') {
                western.setCharAt(i, '.');
            } else if (c == '\u066c' || (c == '\u060c' && between)) {
                western.setCharAt(i, ',');
            } else if (between && (c == '\u2019' || c == '\'')) {
                western.setCharAt(i, ',');
            } else if (c == '\u2010' || c == '\u2011' || c == '\u2012' || c == '\u2013') {
                western.setCharAt(i, '-');
            }
        }
        return western.toString();
    }
}
