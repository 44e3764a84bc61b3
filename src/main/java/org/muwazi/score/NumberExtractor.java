package org.muwazi.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.score.NumberMention.Kind;
import org.muwazi.score.NumberMention.Value;
import org.muwazi.score.NumberWords.Role;
import org.muwazi.text.Language;
import org.muwazi.text.Span;

/*
 * Reads numerals first, with whatever follows them (scale word, ordinal ending, clock time), then
 * number words in the gaps. A numeral that can be read in two ways keeps both readings, since the
 * comparison asks only whether some reading is shared: mistaking 60.000 for sixty would be a false
 * alarm, and the two readings of one numeral are never both in a text by chance.
 */
/** Finds the numbers, dates and times of an Arabic, English or French text. */
final class NumberExtractor {

    private static final String GAP = "[ \u00a0\u202f\u2009]";
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}(?:" + GAP + "\\d{3})+(?!\\d)(?:[.,]\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2})(?::| ?[hH] ?)(\\d{2})(?::(\\d{2}))?(?!\\d)");
    private static final Pattern CLOCK_POINT = Pattern.compile("[012]?\\d\\.[0-5]\\d");
    private static final Pattern POINTED_CLOCK =
            Pattern.compile("([01]?\\d)\\.([0-5]\\d)(?= ?[ap]\\.?m)");
    // Arabic texts typed before bidirectional editors have the groups from right to left.
    private static final Pattern REVERSED =
            Pattern.compile("\\d{3}(?:" + GAP + "\\d{3})*" + GAP + "\\d{1,3}(?![\\d.,])");
    private static final Pattern DATE =
            Pattern.compile("(\\d{1,4})([/.-])(\\d{1,2})\\2(\\d{1,4})(?![\\d])");
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
    private static final Pattern ROMAN =
            Pattern.compile(
                    "(?=[IVXLC])(C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(e|er|\u00e8me)?");
    private static final String MARCH_OR_MERS = "\u0645\u0627\u0631\u0633";
    private static final String AUGUST_OR_AUGUSTUS = "\u0627\u063a\u0633\u0637\u0633";
    private static final String MONDAY_OR_BOTH = "\u0627\u062b\u0646\u064a\u0646";
    private static final Set<String> AMBIGUOUS_MONTHS =
            Set.of("march", "mars", "august", MARCH_OR_MERS, AUGUST_OR_AUGUSTUS);

    private final String text;
    private final String mapped;
    private final Language language;
    private final List<Token> tokens;
    private final List<NumberMention> mentions = new ArrayList<>();

    private NumberExtractor(String text, Language language) {
        this.text = text;
        this.mapped = westernDigits(text);
        this.language = language;
        this.tokens = Tokens.of(text, language);
    }

    /** The mentions in reading order; empty for languages that are not scored. */
    static List<NumberMention> extract(String text, Language language) {
        if (!language.isScored()) {
            return List.of();
        }
        NumberExtractor extractor = new NumberExtractor(text, language);
        extractor.read();
        extractor.mentions.sort(Comparator.comparing(NumberMention::span));
        return List.copyOf(extractor.mentions);
    }

    private void read() {
        int i = 0;
        while (i < tokens.size()) {
            int digit = firstDigit(tokens.get(i));
            int next;
            if (digit == 0) {
                next = readNumeral(i, tokens.get(i).start());
            } else if (digit > 0) {
                next = readAttached(i, digit);
            } else {
                next = readWords(i);
            }
            i = Math.max(next, i + 1);
        }
    }

    // ---- numerals

    private int readNumeral(int index, int start) {
        Matcher date = DATE.matcher(mapped).region(start, mapped.length());
        if (date.lookingAt() && isDate(date)) {
            return addDate(date);
        }
        Matcher pointed = POINTED_CLOCK.matcher(mapped).region(start, mapped.length());
        if (pointed.lookingAt()) {
            return addClock(pointed);
        }
        Matcher clock = CLOCK.matcher(mapped).region(start, mapped.length());
        if (clock.lookingAt() && Integer.parseInt(clock.group(1)) <= 24) {
            return addClock(clock);
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
        List<Double> readings = readings(numeral);
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
        add(start, stop, Kind.QUANTITY, values, demanded);
        Matcher joined = JOINED.matcher(tail);
        return joined.lookingAt() ? readNumeral(next - 1, end + joined.end()) : next;
    }

    // 1.2.3 and the like: each part by itself, none demanded, since sections are renumbered.
    private int addSeries(int start, String numeral) {
        Matcher part = Pattern.compile("\\d+").matcher(numeral);
        int end = start;
        while (part.find()) {
            end = start + part.end();
            add(start + part.start(), end, Kind.QUANTITY, List.of(parse(part.group())), false);
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
                values.add(Math.floor(parse(year) / 100) * 100 + values.get(0));
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

    private List<Double> readings(String numeral) {
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

    private static double parse(String digits) {
        return Double.parseDouble(digits);
    }

    private boolean isDate(Matcher date) {
        int a = Integer.parseInt(date.group(1));
        int b = Integer.parseInt(date.group(3));
        int c = Integer.parseInt(date.group(4));
        boolean dayFirst =
                a <= 31
                        && b <= 31
                        && c >= 0
                        && date.group(1).length() <= 2
                        && date.group(4).length() != 1
                        && date.group(4).length() != 3;
        boolean yearFirst = date.group(1).length() == 4 && c <= 31;
        return a > 0 && b > 0 && c > 0 && (a <= 12 || b <= 12) && (dayFirst || yearFirst);
    }

    private int addDate(Matcher date) {
        for (int group : new int[] {1, 3, 4}) {
            double number = parse(date.group(group));
            List<Value> values = new ArrayList<>();
            values.add(new Value(Kind.QUANTITY, number));
            if (number <= 12) {
                values.add(new Value(Kind.MONTH, number));
            }
            if (group == 4 && number < 100) {
                values.add(new Value(Kind.QUANTITY, 1900 + number));
                values.add(new Value(Kind.QUANTITY, 2000 + number));
            }
            addMention(date.start(group), date.end(group), values, true);
        }
        return tokenAfter(date.end());
    }

    private int addClock(Matcher clock) {
        double hour = parse(clock.group(1));
        double minutes = parse(clock.group(2));
        List<Double> hours = new ArrayList<>(List.of(hour));
        hours.add(hour <= 12 ? hour + 12 : hour - 12);
        add(clock.start(1), clock.end(1), Kind.QUANTITY, hours, true);
        // Full hours, quarters and halves are often said in words.
        add(clock.start(2), clock.end(2), Kind.QUANTITY, List.of(minutes), minutes % 15 != 0);
        return tokenAfter(clock.end());
    }

    // Letters before digits in one word: an Arabic particle before a numeral, or a code.
    private int readAttached(int index, int digit) {
        Token token = tokens.get(index);
        if (token.isArabic() && digit <= 4) {
            return readNumeral(index, token.start() + digit);
        }
        Matcher run =
                Pattern.compile("\\d{1,15}").matcher(mapped).region(token.start(), token.end());
        while (run.find()) {
            add(run.start(), run.end(), Kind.QUANTITY, List.of(parse(run.group())), false);
        }
        return index + 1;
    }

    private static int firstDigit(Token token) {
        for (int i = 0; i < token.text().length(); i++) {
            if (digitValue(token.text().charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    // ---- words

    private int readWords(int index) {
        Token token = tokens.get(index);
        List<NumberWords.Entry> entries = NumberWords.of(token, language);
        if (entries.isEmpty()) {
            return readRoman(index);
        }
        for (NumberWords.Entry entry : entries) {
            switch (entry.role()) {
                case MONTH -> {
                    return addMonth(index, entry.value());
                }
                case TWIN -> {
                    return addTwinMonth(index, entry.value());
                }
                case WEEKDAY -> {
                    if (language != Language.ENGLISH || token.isCapitalised()) {
                        boolean both =
                                token.folded().endsWith(MONDAY_OR_BOTH) || precedesTen(index);
                        List<Double> day = List.of(entry.value());
                        add(token.start(), token.end(), Kind.WEEKDAY, day, !both);
                    }
                    return index + 1;
                }
                case PERCENT -> {
                    return index + 1;
                }
                case DECADE -> {
                    List<Double> values =
                            List.of(
                                    entry.value(),
                                    1900 + entry.value(),
                                    1800 + entry.value(),
                                    2000 + entry.value());
                    add(token.start(), token.end(), Kind.QUANTITY, values, true);
                    return index + 1;
                }
                default -> {}
            }
        }
        if (isPercentWord(index)) {
            return index + 1;
        }
        return new NumberPhrase(tokens, text, language).read(index, mentions);
    }

    // The Arabic word for Sunday is also the one of eleven.
    private boolean precedesTen(int index) {
        return index + 1 < tokens.size()
                && NumberWords.of(tokens.get(index + 1), language, Role.UNIT)
                        .filter(entry -> entry.value() == 10)
                        .isPresent();
    }

    // "per cent", "pour cent" and the Arabic "in the hundred" are no hundreds.
    private boolean isPercentWord(int index) {
        if (index == 0) {
            return false;
        }
        String before = tokens.get(index - 1).folded();
        String word = tokens.get(index).folded();
        return word.equals("cent") && (before.equals("per") || before.equals("pour"));
    }

    private int addMonth(int index, double month) {
        Token token = tokens.get(index);
        if (language == Language.ENGLISH && !token.isCapitalised()) {
            return index + 1;
        }
        boolean ambiguous = token.text().length() <= 4 || AMBIGUOUS_MONTHS.contains(token.folded());
        boolean demanded = !ambiguous || isBesideNumeral(index);
        add(token.start(), token.end(), Kind.MONTH, List.of(month), demanded);
        return index + 1;
    }

    // Levantine months come in pairs told apart by "first" and "second".
    private int addTwinMonth(int index, double first) {
        if (index + 1 == tokens.size()) {
            return index + 1;
        }
        Optional<NumberWords.Entry> rank =
                NumberWords.of(tokens.get(index + 1), language, Role.ORDINAL);
        if (rank.isEmpty() || rank.get().value() > 2) {
            return index + 1;
        }
        double month = first == 1 ? (rank.get().value() == 1 ? 12 : 1) : 9 + rank.get().value();
        add(
                tokens.get(index).start(),
                tokens.get(index + 1).end(),
                Kind.MONTH,
                List.of(month),
                true);
        return index + 2;
    }

    private boolean isBesideNumeral(int index) {
        return (index > 0 && tokens.get(index - 1).isNumeral())
                || (index + 1 < tokens.size() && tokens.get(index + 1).isNumeral());
    }

    private int readRoman(int index) {
        Token token = tokens.get(index);
        Matcher roman = ROMAN.matcher(token.text());
        boolean possible = token.text().length() > 1 || "VX".contains(token.text());
        if (possible
                && token.text().length() < 12
                && roman.matches()
                && !roman.group(1).isEmpty()) {
            add(
                    token.start(),
                    token.end(),
                    Kind.QUANTITY,
                    List.of((double) roman(roman.group(1))),
                    false);
        }
        return index + 1;
    }

    private static int roman(String numeral) {
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

    // ---- shared

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

    private void add(int start, int end, Kind kind, List<Double> numbers, boolean demanded) {
        List<Value> values = new ArrayList<>(numbers.size());
        for (double number : numbers) {
            values.add(new Value(kind, number));
        }
        addMention(start, end, values, demanded);
    }

    private void addMention(int start, int end, List<Value> values, boolean demanded) {
        mentions.add(
                new NumberMention(
                        new Span(start, end), text.substring(start, end), values, demanded));
    }

    private static int digitValue(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= '\u0660' && c <= '\u0669') {
            return c - '\u0660';
        }
        return c >= '\u06f0' && c <= '\u06f9' ? c - '\u06f0' : -1;
    }

    /** Arabic digits and their separators in ASCII, length unchanged. */
    static String westernDigits(String text) {
        StringBuilder western = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = digitValue(c);
            boolean between =
                    i > 0
                            && i + 1 < text.length()
                            && digitValue(text.charAt(i - 1)) >= 0
                            && digitValue(text.charAt(i + 1)) >= 0;
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
