package org.muwazi.segment;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which quotation marks and brackets of a stretch of text open and which close, and what they
 * enclose.
 *
 * <p>Straight quotation marks have no direction and guillemets change theirs between languages (and
 * in badly converted Arabic), so the role comes from the neighbours: a mark before a word opens, a
 * mark after one closes, and a mark between two words closes what is open. Built in one pass; time
 * and memory are linear in the text.
 */
final class PairedMarks {

    /** What a mark does. */
    enum Role {
        NONE,
        OPENS,
        CLOSES
    }

    private enum Kind {
        ROUND,
        SQUARE,
        GUILLEMETS,
        CURLY,
        STRAIGHT,
        CORNER;

        boolean isBracket() {
            return this == ROUND || this == SQUARE;
        }
    }

    private final String text;
    // Empty where the text holds no such mark, which is the common case for a line.
    private final Role[] roles;
    private final int[] partners;
    private final int[] brackets;
    private final int[] quotations;

    PairedMarks(String text) {
        this.text = text;
        boolean any = text.chars().anyMatch(c -> kind(c) != null || isSingleQuote(c));
        int length = any ? text.length() : 0;
        roles = new Role[length];
        partners = new int[length];
        brackets = new int[length];
        quotations = new int[length];
        if (any) {
            pair();
            enclose(brackets, true);
            enclose(quotations, false);
        }
    }

    /** What the mark at {@code i} does. */
    Role role(int i) {
        return i < roles.length ? roles[i] : Role.NONE;
    }

    /** True for a closing quotation mark, false for a closing bracket and anything else. */
    boolean closesQuotation(int i) {
        if (role(i) != Role.CLOSES) {
            return false;
        }
        Kind kind = kind(text.charAt(i));
        return kind == null || !kind.isBracket();
    }

    /** Place of the mark that belongs to the one at {@code i}, or -1. */
    int partner(int i) {
        return i < partners.length ? partners[i] : -1;
    }

    /** Place of the opening bracket of the innermost closed pair around {@code i}, or -1. */
    int bracketAround(int i) {
        return i < brackets.length ? brackets[i] : -1;
    }

    /** Place of the opening mark of the innermost closed quotation around {@code i}, or -1. */
    int quotationAround(int i) {
        return i < quotations.length ? quotations[i] : -1;
    }

    private void pair() {
        Arrays.fill(partners, -1);
        Arrays.fill(roles, Role.NONE);
        Map<Kind, Deque<Integer>> open = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            open.put(kind, new ArrayDeque<>());
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Kind kind = kind(c);
            if (kind == null) {
                roles[i] = singleQuote(i);
                continue;
            }
            Deque<Integer> openMarks = open.get(kind);
            Role role = roleOf(c, i, !openMarks.isEmpty());
            roles[i] = role;
            if (role == Role.OPENS) {
                openMarks.push(i);
            } else if (!openMarks.isEmpty()) {
                int start = openMarks.pop();
                partners[start] = i;
                partners[i] = start;
            }
        }
    }

    private void enclose(int[] around, boolean bracketsWanted) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            while (!open.isEmpty() && partners[open.peek()] <= i) {
                open.pop();
            }
            around[i] = open.isEmpty() ? -1 : open.peek();
            Kind kind = kind(text.charAt(i));
            if (partners[i] > i && kind != null && kind.isBracket() == bracketsWanted) {
                open.push(i);
            }
        }
    }

    private Role roleOf(char c, int i, boolean isOpen) {
        return switch (c) {
            case '(', '[', '「', '『', '„', '‟' -> Role.OPENS;
            case ')', ']', '」', '』' -> Role.CLOSES;
            // German and Danish close with these, and so does Arabic whose marks were swapped.
            case '«', '“', '‹' ->
                    isOpen && followsText(i) && !precedesText(i) ? Role.CLOSES : Role.OPENS;
            case '»', '”', '›' ->
                    !isOpen && !followsText(i) && precedesText(i) ? Role.OPENS : Role.CLOSES;
            default -> straightQuote(i, isOpen);
        };
    }

    private Role straightQuote(int i, boolean isOpen) {
        if (followsText(i) == precedesText(i)) {
            return isOpen ? Role.CLOSES : Role.OPENS;
        }
        return precedesText(i) ? Role.OPENS : Role.CLOSES;
    }

    /** Single marks are apostrophes unless a stop or a closing mark stands before them. */
    private Role singleQuote(int i) {
        char c = text.charAt(i);
        if (c == '‘') {
            return Role.OPENS;
        }
        if (!isSingleQuote(c)) {
            return Role.NONE;
        }
        if (i > 0
                && !precedesText(i)
                && (CharacterClasses.isStop(text.charAt(i - 1)) || role(i - 1) == Role.CLOSES)) {
            return Role.CLOSES;
        }
        return !followsText(i) && precedesText(i) ? Role.OPENS : Role.NONE;
    }

    /** Something that a closing mark can follow stands directly before {@code i}. */
    private boolean followsText(int i) {
        return i > 0 && !CharacterClasses.isBlank(text.charAt(i - 1)) && role(i - 1) != Role.OPENS;
    }

    /** A word, number or opening mark stands directly after {@code i}. */
    private boolean precedesText(int i) {
        if (i + 1 >= text.length()) {
            return false;
        }
        int c = text.codePointAt(i + 1);
        return CharacterClasses.isContent(c)
                || CharacterClasses.isCurrency(c)
                || "([«“‘„¿¡#@".indexOf(c) >= 0;
    }

    private static boolean isSingleQuote(int c) {
        return c == '‘' || CharacterClasses.isApostrophe(c);
    }

    private static Kind kind(int c) {
        return switch (c) {
            case '(', ')' -> Kind.ROUND;
            case '[', ']' -> Kind.SQUARE;
            case '«', '»', '‹', '›' -> Kind.GUILLEMETS;
            case '“', '”', '„', '‟' -> Kind.CURLY;
            case '"' -> Kind.STRAIGHT;
            case '「', '」', '『', '』' -> Kind.CORNER;
            default -> null;
        };
    }
}
