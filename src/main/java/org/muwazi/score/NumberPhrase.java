package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muwazi.score.NumberMention.Kind;
import org.muwazi.score.NumberMention.Value;
import org.muwazi.score.NumberWords.Entry;
import org.muwazi.score.NumberWords.Role;
import org.muwazi.text.Language;
import org.muwazi.text.Span;

/**
 * Adds up number words: {@code quatre-vingt-dix-sept}, {@code two hundred and five thousand}, the
 * Arabic order of units before tens.
 */
final class NumberPhrase {

    private final List<Token> tokens;
    private final String text;
    private final Language language;
    private double total;
    private double current;
    private double lastScale;
    private int words;
    private boolean ordinal;
    private boolean weak;
    private boolean closed;

    NumberPhrase(List<Token> tokens, String text, Language language) {
        this.tokens = tokens;
        this.text = text;
        this.language = language;
    }

    /**
     * Reads the longest number that begins at a word.
     *
     * @param index of a word that has an entry in the table
     * @param mentions where the number is added
     * @return index after the last word read
     */
    int read(int index, NumberMention.Sink mentions) {
        int next = index;
        int last = index;
        while (next < tokens.size() && (next == index || isJoined(next))) {
            int at = next > index && isAnd(next) ? next + 1 : next;
            if (at >= tokens.size() || !take(tokens.get(at), at > index)) {
                break;
            }
            last = at;
            next = at + 1;
        }
        if (words == 0) {
            return index + 1;
        }
        next = last + 1;
        double value = total + current;
        if (lastScale > 0 && isHalf(tokens, next, language)) {
            value += lastScale / 2;
        }
        mentions.add(mention(tokens.get(index), tokens.get(last).end(), value));
        return next;
    }

    private NumberMention mention(Token first, int end, double value) {
        int start = first.start();
        boolean name = first.isCapitalised() && !first.initial();
        // A scale word alone is an idiom as often as a number: "a thousand", "un millier".
        boolean idiom = words == 1 && (value == 100 || lastScale > 0);
        // "The two", "both" and the pronoun come and go in good translations; so do names of
        // things.
        boolean demanded =
                value >= 3
                        && !ordinal
                        && !weak
                        && !idiom
                        && !name
                        && !isOftenAnotherWord(first, end);
        return new NumberMention(
                new Span(start, end), text.substring(start, end), values(first, value), demanded);
    }

    // The same Arabic letters may write "a million" and "two million".
    private List<Value> values(Token first, double value) {
        List<Value> values = new ArrayList<>();
        values.add(new Value(Kind.QUANTITY, value));
        if (words == 1) {
            for (Entry entry : NumberWords.of(first, language)) {
                boolean counts = entry.role() == Role.UNIT || entry.role() == Role.SCALE;
                if (counts && entry.value() != value) {
                    values.add(new Value(Kind.QUANTITY, entry.value()));
                }
            }
        }
        return values;
    }

    // The French word for nine also means new; Arabic tens with the article are ranks, and a short
    // Arabic word after "and" may be part of a foreign one.
    private boolean isOftenAnotherWord(Token first, int end) {
        if (language == Language.ARABIC) {
            String folded = first.folded();
            return ArabicWord.hasArticle(folded)
                    || (folded.length() <= 3 && ArabicWord.beginsWithAnd(folded));
        }
        return language == Language.FRENCH && text.substring(first.start(), end).equals("neuf");
    }

    private boolean isJoined(int index) {
        for (int i = tokens.get(index - 1).end(); i < tokens.get(index).start(); i++) {
            char c = text.charAt(i);
            if (c != '-' && c != '\u2011' && !Tokens.isSpace(c)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAnd(int index) {
        String word = tokens.get(index).folded();
        boolean english = word.equals("and") && (current >= 100 || lastScale > 0);
        boolean french = word.equals("et") && current >= 20;
        return language == Language.ENGLISH ? english : language == Language.FRENCH && french;
    }

    private boolean take(Token token, boolean following) {
        if (closed) {
            return false;
        }
        boolean and = language == Language.ARABIC && ArabicWord.beginsWithAnd(token.folded());
        for (Entry entry : NumberWords.of(token, language)) {
            boolean fits =
                    switch (entry.role()) {
                        case UNIT -> takeUnit(entry.value(), following, and);
                        case TEN -> takeTen(entry.value(), following, and);
                        case HUNDRED -> takeHundred(following, and);
                        case SCALE -> takeScale(entry.value(), following, and);
                        case ORDINAL -> takeOrdinal(entry.value(), following);
                        case WEAK -> takeWeak(entry.value(), following);
                        default -> false;
                    };
            if (fits) {
                words++;
                return true;
            }
        }
        return false;
    }

    private boolean takeUnit(double value, boolean following, boolean and) {
        if (following && ordinal && !(language == Language.ARABIC && value == 10 && current < 10)) {
            return false;
        }
        if (following && !mayAdd(value, and)) {
            return false;
        }
        current += value;
        return true;
    }

    private boolean mayAdd(double value, boolean and) {
        if (language == Language.ARABIC) {
            if (and) {
                return current % 1000 == 0 || (value < 100 && current % 100 == 0);
            }
            return value == 10 && current > 0 && current < 10;
        }
        if (current == 0) {
            return lastScale > 0;
        }
        double rest = current % 100;
        if (rest == 0) {
            return value < 20;
        }
        if (language == Language.FRENCH) {
            boolean teens = (rest == 60 || rest == 80) && value < 20;
            boolean tail = (rest == 10 || rest == 70 || rest == 90) && value >= 7 && value <= 9;
            return teens || tail || (rest % 10 == 0 && rest >= 20 && value < 10);
        }
        return rest % 10 == 0 && rest >= 20 && value < 10;
    }

    private boolean takeTen(double value, boolean following, boolean and) {
        if (!following) {
            current = value;
            return true;
        }
        if (language == Language.FRENCH && value == 20 && current % 100 == 4) {
            current += 76;
            return true;
        }
        boolean afterHundreds = current % 100 == 0 && (current > 0 || lastScale > 0);
        boolean afterUnits = language == Language.ARABIC && and && current % 100 < 10;
        boolean fits = afterUnits || (afterHundreds && !ordinal);
        if (!fits) {
            return false;
        }
        current += value;
        return language != Language.ARABIC || and;
    }

    private boolean takeHundred(boolean following, boolean and) {
        if (ordinal) {
            return false;
        }
        if (!following || (language == Language.ARABIC && and) || current == 0) {
            if (current % 1000 != 0) {
                return false;
            }
            current += 100;
            return true;
        }
        if (current >= 100) {
            return false;
        }
        current *= 100;
        return true;
    }

    private boolean takeScale(double scale, boolean following, boolean and) {
        if (ordinal || (lastScale > 0 && scale >= lastScale && current == 0)) {
            return false;
        }
        if (lastScale > 0 && scale > lastScale && !and) {
            total = (total + current) * scale;
        } else {
            boolean own = !following || and;
            total +=
                    own && language == Language.ARABIC
                            ? current + scale
                            : Math.max(1, current) * scale;
        }
        current = 0;
        lastScale = scale;
        return true;
    }

    private boolean takeOrdinal(double value, boolean following) {
        boolean mayEnd = (current % 10 == 0 && current > 0) || lastScale > 0;
        if (following && (ordinal || !mayEnd)) {
            return false;
        }
        ordinal = true;
        current += value;
        return true;
    }

    private boolean takeWeak(double value, boolean following) {
        if (value == 1) {
            if (following
                    && !(current >= 20 && current % 10 == 0)
                    && !(lastScale > 0 && current == 0)) {
                return false;
            }
            current += 1;
            return true;
        }
        if (following && value == 12 && current > 0 && current < 100) {
            current *= 12;
            closed = true;
            return true;
        }
        if (following) {
            return false;
        }
        weak = true;
        closed = true;
        current = value;
        return true;
    }

    /** True where the word is the "half" after a number: {@code et demi}, and in Arabic. */
    static boolean isHalf(List<Token> tokens, int index, Language language) {
        if (index >= tokens.size()) {
            return false;
        }
        Token token = tokens.get(index);
        if (language == Language.ARABIC) {
            Optional<Entry> entry = NumberWords.of(token, language, Role.WEAK);
            return ArabicWord.beginsWithAnd(token.folded())
                    && entry.isPresent()
                    && entry.get().value() == 0.5;
        }
        if (language == Language.FRENCH) {
            return token.folded().equals("et")
                    && index + 1 < tokens.size()
                    && tokens.get(index + 1).folded().startsWith("demi");
        }
        return token.folded().equals("and")
                && index + 2 < tokens.size()
                && tokens.get(index + 1).folded().equals("a")
                && tokens.get(index + 2).folded().equals("half");
    }
}
