package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.score.NumberMention.Kind;
import org.muwazi.score.NumberWords.Role;
import org.muwazi.text.Language;

/**
 * Reads what begins with a digit: numerals with the scale word, ending or half of the day that
 * follows, dates, clock times.
 */
final class NumeralReader {

    private static final String GAP = "[ \u00a0\u202f\u2009]";
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}(?:" + GAP + "\\d{3})+(?!\\d)(?:[.,]\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern CLOCK_POINT = Pattern.compile("[012]?\\d\\.[0-5]\\d");
    // Arabic texts typed before bidirectional editors have the groups from right to left.
    private static final Pattern REVERSED =
            Pattern.compile("\\d{3}(?:" + GAP + "\\d{3})*" + GAP + "\\d{1,3}(?![\\d.,])");
    private static final Pattern ENDING =
            Pattern.compile(
                    "(?i)(st|nd|rd|th|er|ere|\u00e8re|re|e|eme|\u00e8me|nd|nde|s|es|mes|'s)");
    private static final Pattern HALF_OF_DAY =
            Pattern.compile(
                    "(?i)\\G ?(a\\.?m\\.?|p\\.?m\\.?|h\\b|heures?\\b|hours\\b|\u0635\\b|\u0645\\b)");
    private static final Pattern ENUMERATOR_END =
            Pattern.compile("[.)]|-\\d{1,2}" + GAP + "|" + GAP + "*[-\u2014]" + GAP);
    private static final Pattern SECTION = Pattern.compile("\\d{1,2}[.-]\\d{1,2}" + GAP);
    // "1 and 3" written as one word in Arabic.
    private static final Pattern JOINED = Pattern.compile("\u0648(?=\\p{Nd})");

    private final String text;
    private final String mapped;
    private final Language language;
    private final List<Token> tokens;
    private final NumberMention.Sink mentions;

    /**
     * A reader of one text.
     *
     * @param tokens its words
     * @param mentions where the numbers go
     */
    NumeralReader(String text, Language language, List<Token> tokens, NumberMention.Sink mentions) {
        this.text = text;
        this.mapped = Numeral.western(text);
        this.language = language;
        this.tokens = tokens;
        this.mentions = mentions;
    }

    /** Reads the number that begins at an offset within a token; returns the index after it. */
    int readNumeral(int index, int start) {
        int time = new TimeReader(mapped, mentions).read(start);
        if (time > 0) {
            return tokenAfter(time);
        }
        Matcher reversed = REVERSED.matcher(mapped).region(start, mapped.length());
        if (language == Language.ARABIC && reversed.lookingAt()) {
            return addNumeral(index, start, reversed.end());
        }
        Matcher grouped = GROUPED.matcher(mapped).region(start, mapped.length());
        if (grouped.lookingAt()) {
            return addNumeral(index, start, grouped.end());
        }
        Matcher plain = PLAIN.matcher(mapped).region(start, mapped.length());
        return plain.lookingAt() ? addNumeral(index, start, plain.end()) : index + 1;
    }

    private int addNumeral(int index, int start, int end) {
        String numeral = mapped.substring(start, end);
        List<Double> readings = Numeral.readings(numeral, language);
        int next = tokenAfter(end);
        if (readings.size() > 2) {
            return addSeries(start, numeral);
        }
        boolean demanded = !isCode(start, end);
        String tail =
                next > 0 && tokens.get(next - 1).end() > end
                        ? text.substring(end, tokens.get(next - 1).end())
                        : "";
        boolean decade = isDecade(index, readings.get(0), tail);
        int stop = end;
        List<Double> values = new ArrayList<>(readings);
        if (tail.isEmpty() || tail.startsWith("-")) {
            Optional<NumberWords.Entry> scale = scaleAt(next, end);
            if (scale.isPresent()) {
                stop = tokens.get(next).end();
                next++;
                double factor = scale.get().value();
                values.replaceAll(value -> value * factor);
                Optional<NumberWords.Entry> second = scaleAt(next, stop);
                if (second.isPresent() && second.get().value() > factor) {
                    stop = tokens.get(next).end();
                    next++;
                    values.replaceAll(value -> value * second.get().value());
                }
                if (isHalf(next)) {
                    values.replaceAll(value -> value + factor / 2);
                }
            } else if (isHalf(next)) {
                values.add(values.get(0) + 0.5);
            }
        } else {
            demanded &= readTail(tail, values);
        }
        if (decade) {
            values.add(values.get(0) % 100);
            values.add(1900 + values.get(0) % 100);
        }
        addClockReadings(start, end, values);
        addRangeReading(start, values);
        demanded &= values.get(0) > 1 && !isEnumerator(start, end);
        mentions.add(start, stop, Kind.QUANTITY, values, demanded);
        Matcher joined = JOINED.matcher(tail);
        return joined.lookingAt() ? readNumeral(next - 1, end + joined.end()) : next;
    }

    // 1.2.3 and the like: each part by itself, none demanded, since sections are renumbered.
    private int addSeries(int start, String numeral) {
        Matcher part = Pattern.compile("\\d+").matcher(numeral);
        int end = start;
        while (part.find()) {
            end = start + part.end();
            mentions.add(
                    start + part.start(),
                    end,
                    Kind.QUANTITY,
                    List.of(Numeral.parse(part.group())),
                    false);
        }
        return tokenAfter(end);
    }

    private boolean readTail(String tail, List<Double> values) {
        double value = values.get(0);
        switch (tail) {
            case "k", "K" -> values.add(value * 1e3);
            case "m", "M", "mn" -> values.add(value * 1e6);
            case "bn", "b", "B", "Md", "md", "Mds" -> values.add(value * 1e9);
            case "D", "G", "d", "g" -> {
                return tail.equals("g");
            }
            default -> {
                return ENDING.matcher(tail).matches() || tail.length() <= 3;
            }
        }
        return true;
    }

    private boolean isDecade(int index, double value, String tail) {
        if (value % 10 != 0 || value < 10) {
            return false;
        }
        if (tail.equals("s") || tail.equals("'s")) {
            return true;
        }
        return index > 0 && tokens.get(index - 1).folded().equals("annees");
    }

    private void addClockReadings(int start, int end, List<Double> values) {
        Matcher half = HALF_OF_DAY.matcher(mapped).region(end, mapped.length());
        if (half.lookingAt() && values.get(0) <= 24) {
            double hour = Math.floor(values.get(0));
            values.add(hour);
            values.add(hour <= 12 ? hour + 12 : hour - 12);
        }
        if (CLOCK_POINT.matcher(mapped.substring(start, end)).matches()) {
            values.add(Math.floor(values.get(0)));
        }
        if (start > 0 && values.get(0) < 100 && Tokens.isApostrophe(mapped.charAt(start - 1))) {
            values.add(1900 + values.get(0));
            values.add(2000 + values.get(0));
        }
    }

    // 1939-45 and 2020/21: the second part may stand for a whole year.
    private void addRangeReading(int start, List<Double> values) {
        if (start < 5 || values.get(0) >= 100) {
            return;
        }
        char mark = mapped.charAt(start - 1);
        if (mark == '-' || mark == '/' || mark == '\u2013') {
            String year = mapped.substring(start - 5, start - 1);
            if (year.chars().allMatch(c -> c >= '0' && c <= '9')) {
                values.add(Math.floor(Numeral.parse(year) / 100) * 100 + values.get(0));
            }
        }
    }

    // "12." at the head of a paragraph counts the paragraphs.
    private boolean isEnumerator(int start, int end) {
        int before = start - 1;
        while (before >= 0
                && (Tokens.isSpace(mapped.charAt(before)) || mapped.charAt(before) == '(')) {
            before--;
        }
        boolean heads = before < 0 || mapped.charAt(before) == '\n';
        if (!heads) {
            return false;
        }
        boolean numbered =
                end - start <= 5
                        && end < mapped.length()
                        && ENUMERATOR_END.matcher(mapped).region(end, mapped.length()).lookingAt();
        return numbered || SECTION.matcher(mapped).region(start, mapped.length()).lookingAt();
    }

    // Digits after a capitalised word and a hyphen, or between letters, name a thing: COVID-19.
    private boolean isCode(int start, int end) {
        if (start >= 2
                && (mapped.charAt(start - 1) == '-' || mapped.charAt(start - 1) == '\u2011')) {
            int i = start - 2;
            boolean capital = false;
            while (i >= 0 && Character.isLetterOrDigit(mapped.charAt(i))) {
                capital |=
                        Character.isUpperCase(mapped.charAt(i)) || isArabicLetter(mapped.charAt(i));
                i--;
            }
            if (capital) {
                return true;
            }
        }
        return end + 1 < mapped.length()
                && mapped.charAt(end) == '-'
                && Character.isUpperCase(mapped.charAt(end + 1));
    }

    private static boolean isArabicLetter(char c) {
        return c >= '\u0620' && c <= '\u064a';
    }

    /** Reads a word with letters before digits: a particle and a numeral in Arabic, or a code. */
    int readAttached(int index, int digit) {
        Token token = tokens.get(index);
        if (token.isArabic() && digit <= 4) {
            return readNumeral(index, token.start() + digit);
        }
        Matcher run =
                Pattern.compile("\\d{1,15}").matcher(mapped).region(token.start(), token.end());
        while (run.find()) {
            mentions.add(
                    run.start(),
                    run.end(),
                    Kind.QUANTITY,
                    List.of(Numeral.parse(run.group())),
                    false);
        }
        return index + 1;
    }

    private Optional<NumberWords.Entry> scaleAt(int index, int end) {
        if (index >= tokens.size() || tokens.get(index).start() - end > 2) {
            return Optional.empty();
        }
        Token token = tokens.get(index);
        // An Arabic scale word with "and" before it begins a number of its own.
        if (language == Language.ARABIC && ArabicWord.beginsWithAnd(token.folded())) {
            return Optional.empty();
        }
        for (NumberWords.Entry entry : NumberWords.of(token, language)) {
            if (entry.role() == Role.SCALE
                    || (entry.role() == Role.HUNDRED && language == Language.ENGLISH)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private boolean isHalf(int index) {
        return NumberPhrase.isHalf(tokens, index, language);
    }

    private int tokenAfter(int end) {
        int index = 0;
        while (index < tokens.size() && tokens.get(index).start() < end) {
            index++;
        }
        return index;
    }
}
