package org.muwazi.mine;

import java.util.Arrays;

/**
 * The numbers written in digits in a sentence, whatever the digits: {@code ٧٬١٦٢}, {@code 7,162}
 * and {@code 7 162} are one. Decimals are two numbers, so that {@code 2.6} and {@code 2,6} agree.
 */
final class NumberTokens {

    /** Digits of a group between thousands separators. */
    private static final int GROUP = 3;

    private static final int MULTIPLIER = 31;

    private NumberTokens() {}

    /** A hash for each different number, ascending. */
    static int[] of(String sentence) {
        int[] points = sentence.codePoints().toArray();
        int[] found = new int[4];
        int count = 0;
        int at = 0;
        while (at < points.length) {
            if (!Character.isDigit(points[at])) {
                at++;
                continue;
            }
            int hash = 1;
            while (at < points.length) {
                if (Character.isDigit(points[at])) {
                    hash = MULTIPLIER * hash + Character.digit(points[at], 10) + 1;
                    at++;
                } else if (isSeparator(points[at]) && isGroup(points, at + 1)) {
                    at++;
                } else {
                    break;
                }
            }
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = hash;
        }
        return Arrays.stream(found, 0, count).sorted().distinct().toArray();
    }

    /** Comma, full stop, the spaces that French uses, apostrophe, Arabic thousands separator. */
    private static boolean isSeparator(int c) {
        return c == ','
                || c == '.'
                || c == ' '
                || c == 0xA0
                || c == 0x202F
                || c == '\''
                || c == 0x66C;
    }

    private static boolean isGroup(int[] points, int from) {
        if (from + GROUP > points.length) {
            return false;
        }
        for (int i = from; i < from + GROUP; i++) {
            if (!Character.isDigit(points[i])) {
                return false;
            }
        }
        return from + GROUP == points.length || !Character.isDigit(points[from + GROUP]);
    }
}
