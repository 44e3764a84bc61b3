package org.muwazi.score;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.muwazi.score.Explanation.Count;
import org.muwazi.score.Explanation.Examples;
import org.muwazi.score.Explanation.Figure;
import org.muwazi.score.Explanation.LanguageName;
import org.muwazi.score.Explanation.Part;
import org.muwazi.score.Explanation.Script;
import org.muwazi.score.Explanation.Value;
import org.muwazi.score.Explanation.Words;
import org.muwazi.text.Language;

/*
 * A sentence is formatted with a private-use character in the place of each value, and cut there: so no
 * word of a text that was checked passes through the pattern language, and those who show the sentence
 * can tell the sentence from what it quotes. Plural forms are chosen by their category here and not by a
 * plural argument of the pattern: that would load ICU's formatting of numbers, which took 160 ms of processor
 * time at the first sentence of a cold start, and 10 ms without.
 */
/** The sentences that explain findings and verdicts, in English, French and Arabic. */
final class Messages {

    /** In the place of value 0; the sentences have no private-use characters. */
    private static final char FIRST_PLACE = '\ue000';

    private static final String ISOLATE = "\u2068";
    private static final String END_OF_ISOLATE = "\u2069";

    private static final BigDecimal SEPARATED_FROM = BigDecimal.valueOf(10_000);
    private static final BigDecimal SEPARATED_BELOW = new BigDecimal("1e15");

    private static final Map<Language, ResourceBundle> BUNDLES =
            Map.of(
                    Language.ENGLISH, bundle(Locale.ROOT),
                    Language.FRENCH, bundle(Locale.FRENCH),
                    Language.ARABIC, bundle(Locale.forLanguageTag("ar")));

    private Messages() {}

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "org.muwazi.score.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The explanation with that key.
     *
     * @param values words ({@link String}), how many ({@link Integer}, {@link Long}), a {@link
     *     Language}, or any {@link Value}
     * @throws IllegalArgumentException if no sentence has that key, or a value is of another type
     */
    static Explanation text(String key, Object... values) {
        List<Value> typed = new ArrayList<>(values.length);
        for (Object value : values) {
            typed.add(value(value));
        }
        return new Explanation(key, typed);
    }

    private static Value value(Object value) {
        if (value instanceof Value typed) {
            return typed;
        }
        if (value instanceof String text) {
            return new Words(text);
        }
        if (value instanceof Integer || value instanceof Long) {
            return new Count(((Number) value).longValue());
        }
        if (value instanceof Language language) {
            return new LanguageName(language);
        }
        throw new IllegalArgumentException("no value of a sentence: " + value);
    }

    static void requireKey(String key) {
        if (!BUNDLES.get(Language.ENGLISH).containsKey(key)) {
            throw new IllegalArgumentException("no sentence has the key " + key);
        }
    }

    /** The sentence in pieces; {@link Explanation#parts}. */
    static List<Part> tell(Explanation explanation, Language language) {
        ResourceBundle bundle = BUNDLES.get(language);
        if (bundle == null) {
            throw new IllegalArgumentException(
                    "explanations are in Arabic, English and French, not in "
                            + language.englishName());
        }
        List<Value> values = explanation.values();
        String sentence = sentence(bundle.getString(explanation.key()), values, language);
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < sentence.length(); i++) {
            int place = sentence.charAt(i) - FIRST_PLACE;
            if (place >= 0 && place < values.size()) {
                addOwn(sentence.substring(from, i), parts);
                add(values.get(place), language, parts);
                from = i + 1;
            }
        }
        addOwn(sentence.substring(from), parts);
        return List.copyOf(parts);
    }

    /** The sentence with a character for each value; a count also chooses the form. */
    private static String sentence(String pattern, List<Value> values, Language language) {
        ULocale locale = locale(language);
        Map<String, Object> arguments = new HashMap<>();
        for (int v = 0; v < values.size(); v++) {
            arguments.put(Integer.toString(v), Character.toString((char) (FIRST_PLACE + v)));
            if (values.get(v) instanceof Count count) {
                arguments.put(
                        "n" + v, PluralRules.forLocale(locale).select((double) count.number()));
            }
        }
        return new MessageFormat(pattern, locale).format(arguments);
    }

    private static ULocale locale(Language language) {
        return ULocale.forLanguageTag(language.iso639_1());
    }

    private static void addOwn(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, false));
        }
    }

    private static void add(Value value, Language language, List<Part> parts) {
        if (value instanceof Words words) {
            addQuoted(words.text(), language, parts);
        } else if (value instanceof Count count) {
            addOwn(Long.toString(count.number()), parts);
        } else if (value instanceof Figure figure) {
            addOwn(digits(figure.number(), language), parts);
        } else if (value instanceof LanguageName name) {
            addOwn(locale(name.language()).getDisplayName(locale(language)), parts);
        } else if (value instanceof Script script) {
            String key = script == Script.LATIN ? "script.latin" : "script.arabic";
            addOwn(BUNDLES.get(language).getString(key), parts);
        } else if (value instanceof Examples examples) {
            addExamples(examples.texts(), language, parts);
        }
    }

    private static void addExamples(List<String> texts, Language language, List<Part> parts) {
        ResourceBundle bundle = BUNDLES.get(language);
        for (int t = 0; t < texts.size(); t++) {
            addOwn(bundle.getString(t == 0 ? "examples.first" : "examples.next"), parts);
            addOwn(bundle.getString("examples.open"), parts);
            addQuoted(texts.get(t), language, parts);
            addOwn(bundle.getString("examples.close"), parts);
        }
    }

    private static void addQuoted(String text, Language language, List<Part> parts) {
        if (text.isEmpty()) {
            return;
        }
        if (language.isRightToLeft()) {
            parts.add(new Part(ISOLATE, false));
            parts.add(new Part(text, true));
            parts.add(new Part(END_OF_ISOLATE, false));
        } else {
            parts.add(new Part(text, true));
        }
    }

    // Years and small numbers stand without separators, and so do digits around a decimal point.
    private static String digits(BigDecimal number, Language language) {
        boolean separated =
                number.scale() == 0
                        && number.abs().compareTo(SEPARATED_FROM) >= 0
                        && number.abs().compareTo(SEPARATED_BELOW) < 0;
        String digits =
                separated ? String.format(Locale.ROOT, "%,.0f", number) : number.toPlainString();
        return language == Language.FRENCH
                ? digits.replace(',', '\u202f').replace('.', ',')
                : digits;
    }
}
