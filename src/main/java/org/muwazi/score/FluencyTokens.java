package org.muwazi.score;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.Language;
import org.muwazi.text.Span;

/*
 * The same cuts as symbols.py beside the model, character for character; the fixture fluency.tsv pins
 * it. Characters are told apart by ranges written out here and not by the tables of a Unicode version,
 * so that the two programs cannot drift apart.
 */
/** Cuts text into the words, numbers and signs that the fluency model counts. */
final class FluencyTokens {

    enum Kind {
        WORD,
        NUMBER,
        SIGN
    }

    enum Script {
        LATIN,
        ARABIC,
        OTHER,
        DIGIT,
        MARK,
        SPACE,
        PUNCTUATION;

        boolean isLetter() {
            return this == LATIN || this == ARABIC || this == OTHER;
        }
    }

    /**
     * A piece of text.
     *
     * @param script of a word; DIGIT for a number, PUNCTUATION for a sign
     * @param form NFC, letters in their case; Arabic without marks and with one form of alef and
     *     yeh; a sign stands for its family
     * @param initial true where a capital may come from the place
     * @param span place in the text
     */
    record Piece(Kind kind, Script script, String form, boolean initial, Span span) {}

    private static final String QUOTES = "\"\u00ab\u201c\u201e\u2018([\u2022*";
    private static final String ENDS = ".:;,\u2013";
    private static final String OPENERS = ".:\u2013";

    private final String text;
    private final Language language;
    private final List<Piece> pieces = new ArrayList<>();
    private boolean initial = true;

    private FluencyTokens(String text, Language language) {
        this.text = text;
        this.language = language;
    }

    /** The pieces in reading order, without the signs that end the text. */
    static List<Piece> of(String text, Language language) {
        FluencyTokens cut = new FluencyTokens(text, language);
        int i = 0;
        while (i < text.length()) {
            i = cut.next(i);
        }
        List<Piece> pieces = cut.pieces;
        while (!pieces.isEmpty()
                && pieces.get(pieces.size() - 1).kind() == Kind.SIGN
                && ENDS.contains(pieces.get(pieces.size() - 1).form())) {
            pieces.remove(pieces.size() - 1);
        }
        return pieces;
    }

    private int next(int i) {
        Script script = script(text.codePointAt(i));
        if (script.isLetter()) {
            int end = wordEnd(i, script);
            add(Kind.WORD, script, form(text.substring(i, end), script), new Span(i, end));
            initial = false;
            return end;
        }
        if (script == Script.DIGIT) {
            int end = numberEnd(i);
            add(Kind.NUMBER, script, text.substring(i, end), new Span(i, end));
            initial = false;
            return end;
        }
        if (language == Language.ENGLISH && isApostrophe(text.charAt(i)) && isBetweenLatin(i)) {
            int end = wordEnd(i + 1, Script.LATIN);
            String form = "'" + form(text.substring(i + 1, end), Script.LATIN);
            add(Kind.WORD, Script.LATIN, form, new Span(i, end));
            return end;
        }
        sign(i);
        return i + Character.charCount(text.codePointAt(i));
    }

    private void sign(int i) {
        String sign = family(text.charAt(i));
        if (sign == null) {
            initial |= QUOTES.indexOf(text.charAt(i)) >= 0;
            return;
        }
        if (sign.equals("-") && !isInside(i)) {
            sign = "\u2013";
        }
        Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last == null || last.kind() != Kind.SIGN || !last.form().equals(sign)) {
            add(Kind.SIGN, Script.PUNCTUATION, sign, new Span(i, i + 1));
        }
        initial |= OPENERS.contains(sign);
    }

    private void add(Kind kind, Script script, String form, Span span) {
        boolean word = kind == Kind.WORD && !form.startsWith("'");
        pieces.add(new Piece(kind, script, form, word && initial, span));
    }

    private static String family(char c) {
        return switch (c) {
            case '.', '\u2026', '!', '?', '\u061f', '\u06d4' -> ".";
            case ',', '\u060c' -> ",";
            case ';', '\u061b' -> ";";
            case ':' -> ":";
            case '/' -> "/";
            case '%', '\u066a' -> "%";
            case '$', '\u20ac', '\u00a3' -> "$";
            case '-', '\u2010', '\u2011' -> "-";
            case '\u2013', '\u2014', '\u2212' -> "\u2013";
            default -> null;
        };
    }

    private boolean isInside(int i) {
        return i > 0
                && i + 1 < text.length()
                && isLetterOrDigit(text.codePointBefore(i))
                && isLetterOrDigit(text.codePointAt(i + 1));
    }

    private static boolean isLetterOrDigit(int codePoint) {
        Script script = script(codePoint);
        return script.isLetter() || script == Script.DIGIT;
    }

    private boolean isBetweenLatin(int i) {
        return i > 0
                && i + 1 < text.length()
                && script(text.codePointBefore(i)) == Script.LATIN
                && script(text.codePointAt(i + 1)) == Script.LATIN;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02bc';
    }

    private int wordEnd(int start, Script script) {
        int i = start;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            Script here = script(codePoint);
            if (here != script && here != Script.MARK) {
                // An elided French word takes its apostrophe with it.
                boolean elided =
                        language == Language.FRENCH
                                && script == Script.LATIN
                                && isApostrophe(text.charAt(i))
                                && isBetweenLatin(i);
                return elided ? i + 1 : i;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }

    private int numberEnd(int start) {
        int i = start;
        while (i < text.length()) {
            Script here = script(text.charAt(i));
            if (here != Script.DIGIT) {
                if (i + 1 >= text.length() || script(text.charAt(i + 1)) != Script.DIGIT) {
                    return i;
                }
                boolean joins =
                        here == Script.SPACE
                                ? isGroup(i + 1)
                                : ".,\u066b\u066c".indexOf(text.charAt(i)) >= 0;
                if (!joins) {
                    return i;
                }
            }
            i++;
        }
        return i;
    }

    /** True where exactly three digits stand from {@code i} on: a thousands group. */
    private boolean isGroup(int i) {
        int end = i;
        while (end < text.length() && script(text.charAt(end)) == Script.DIGIT) {
            end++;
        }
        return end - i == 3;
    }

    static String form(String raw, Script script) {
        String composed = Normalizer.normalize(raw, Normalizer.Form.NFC);
        StringBuilder form = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (script == Script.ARABIC) {
                if (script(c) == Script.ARABIC) {
                    form.append(plain(c));
                }
            } else if (c == '\u2019' || c == '\u02bc') {
                form.append('\'');
            } else if (!isFormat(c)) {
                form.append(c);
            }
        }
        return form.toString();
    }

    private static boolean isFormat(char c) {
        return (c >= 0x200c && c <= 0x200f)
                || (c >= 0x202a && c <= 0x206f)
                || c == 0xad
                || c == 0xfeff;
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u0622', '\u0623', '\u0625', '\u0671' -> '\u0627';
            case '\u0649' -> '\u064a';
            default -> c;
        };
    }

    // ---- characters

    static Script script(int c) {
        if (c < 0x80) {
            return ascii(c);
        }
        if (c < 0x370) {
            return latin(c);
        }
        if (c >= 0x600 && c <= 0x6ff) {
            return arabic(c);
        }
        if (c >= 0x1e00 && c <= 0x1eff) {
            return Script.LATIN;
        }
        if (c >= 0x2000 && c <= 0x2bff) {
            return generalPunctuation(c);
        }
        if (c == 0x3000) {
            return Script.SPACE;
        }
        return c == 0xfeff ? Script.MARK : Script.OTHER;
    }

    private static Script ascii(int c) {
        if (c <= 0x20) {
            return Script.SPACE;
        }
        if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
            return Script.LATIN;
        }
        return c >= '0' && c <= '9' ? Script.DIGIT : Script.PUNCTUATION;
    }

    private static Script latin(int c) {
        if (c == 0x85 || c == 0xa0) {
            return Script.SPACE;
        }
        if (c == 0xad || c >= 0x300) {
            return Script.MARK;
        }
        boolean letter = c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7;
        return letter ? Script.LATIN : Script.PUNCTUATION;
    }

    private static Script arabic(int c) {
        if ((c >= 0x660 && c <= 0x669) || (c >= 0x6f0 && c <= 0x6f9)) {
            return Script.DIGIT;
        }
        if ((c >= 0x610 && c <= 0x61a)
                || c == 0x640
                || (c >= 0x64b && c <= 0x65f)
                || c == 0x670
                || (c >= 0x6d6 && c <= 0x6dc)
                || (c >= 0x6df && c <= 0x6e8)
                || (c >= 0x6ea && c <= 0x6ed)) {
            return Script.MARK;
        }
        boolean letter =
                (c >= 0x621 && c <= 0x64a)
                        || (c >= 0x66e && c <= 0x6d3)
                        || c == 0x6d5
                        || (c >= 0x6ee && c <= 0x6fc);
        return letter ? Script.ARABIC : Script.PUNCTUATION;
    }

    private static Script generalPunctuation(int c) {
        if (c <= 0x200b || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f) {
            return Script.SPACE;
        }
        boolean mark =
                (c >= 0x200c && c <= 0x200f)
                        || (c >= 0x202a && c <= 0x202e)
                        || (c >= 0x2060 && c <= 0x206f);
        return mark ? Script.MARK : Script.PUNCTUATION;
    }
}
