package org.muwazi.score;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.score.NumberMention.Kind;
import org.muwazi.score.NumberWords.Role;
import org.muwazi.text.Language;

/*
 * Reads numerals first, with whatever follows them (scale word, ordinal ending, clock time), then
 * number words in the gaps. A numeral that can be read in two ways keeps both readings, since the
 * comparison asks only whether some reading is shared: mistaking 60.000 for sixty would be a false
 * alarm, and the two readings of one numeral are never both in a text by chance.
 */
/** Finds the numbers, dates and times of an Arabic, English or French text. */
final class NumberExtractor {

    private static final Pattern ROMAN =
            Pattern.compile(
                    "(?=[IVXLC])(C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(e|er|\u00e8me)?");
    private static final String MARCH_OR_MERS = "\u0645\u0627\u0631\u0633";
    private static final String AUGUST_OR_AUGUSTUS = "\u0627\u063a\u0633\u0637\u0633";
    private static final String MONDAY_OR_BOTH = "\u0627\u062b\u0646\u064a\u0646";
    private static final Set<String> AMBIGUOUS_MONTHS =
            Set.of("march", "mars", "august", MARCH_OR_MERS, AUGUST_OR_AUGUSTUS);

    private final String text;
    private final Language language;
    private final List<Token> tokens;
    private final NumberMention.Sink mentions;
    private final NumeralReader numerals;

    private NumberExtractor(String text, Language language) {
        this.text = text;
        this.language = language;
        this.tokens = Tokens.of(text, language);
        this.mentions = new NumberMention.Sink(text);
        this.numerals = new NumeralReader(text, language, tokens, mentions);
    }

    /** The mentions in reading order; empty for languages that are not scored. */
    static List<NumberMention> extract(String text, Language language) {
        if (!language.isScored()) {
            return List.of();
        }
        NumberExtractor extractor = new NumberExtractor(text, language);
        extractor.read();
        return extractor.mentions.inReadingOrder();
    }

    private void read() {
        int i = 0;
        while (i < tokens.size()) {
            int digit = firstDigit(tokens.get(i));
            int next;
            if (digit == 0) {
                next = numerals.readNumeral(i, tokens.get(i).start());
            } else if (digit > 0) {
                next = numerals.readAttached(i, digit);
            } else {
                next = readWords(i);
            }
            i = Math.max(next, i + 1);
        }
    }

    private static int firstDigit(Token token) {
        for (int i = 0; i < token.text().length(); i++) {
            if (Numeral.digit(token.text().charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

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
                        mentions.add(token.start(), token.end(), Kind.WEEKDAY, day, !both);
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
                    mentions.add(token.start(), token.end(), Kind.QUANTITY, values, true);
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
        boolean ambiguous = token.text().length() <= 4 || isAmbiguous(token);
        boolean demanded = !ambiguous || isBesideNumeral(index);
        mentions.add(token.start(), token.end(), Kind.MONTH, List.of(month), demanded);
        return index + 1;
    }

    private boolean isAmbiguous(Token month) {
        return language == Language.ARABIC
                ? ArabicWord.forms(month.folded()).stream().anyMatch(AMBIGUOUS_MONTHS::contains)
                : AMBIGUOUS_MONTHS.contains(month.folded());
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
        mentions.add(
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
            mentions.add(
                    token.start(),
                    token.end(),
                    Kind.QUANTITY,
                    List.of((double) Numeral.roman(roman.group(1))),
                    false);
        }
        return index + 1;
    }
}
