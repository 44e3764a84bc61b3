package org.muwazi.pair;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.text.MalformedInputException;

/*
 * The number and name readers of the package score find what a reviewer must look at: words for numbers, units, transliterated names.
 * Here it is enough that two versions of a story share a few rare strings, and that a folder is read quickly in any language; so
 * this is a light reader of its own, and the packages stay apart.
 */
/**
 * Finds the keys of a text: numbers of two digits and more in any digits, days of months, and words
 * in Latin letters that are always capitalised, which leaves out most first words of sentences.
 * Immutable and safe for use by several threads.
 */
public final class KeyExtractor {

    private static final String MONTHS = "months.tsv";

    /** Digits of any script, grouped by mark or by a space before three digits. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\p{Nd}+(?:[.,\\u066B\\u066C'\\u2019]\\p{Nd}+|[ \\u00A0\\u202F]\\p{Nd}{3}(?!\\p{Nd}))*");

    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\p{M}])\\p{Lu}[\\p{IsLatin}\\p{M}]{2,}");

    private static final Pattern SMALL =
            Pattern.compile("(?<![\\p{L}\\p{M}])\\p{Ll}[\\p{IsLatin}\\p{M}]{2,}");

    private static final Pattern DAY_MONTH =
            Pattern.compile(
                    "(?<!\\p{Nd})(\\p{Nd}{1,2})(?:er)?[ \\u00A0]+(\\p{L}+(?:[ \\u00A0]\\p{L}+)?)");

    private static final Pattern MONTH_DAY =
            Pattern.compile("(\\p{L}+)\\.?[ \\u00A0]+(\\p{Nd}{1,2})(?!\\p{Nd})");

    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private static final int LEAST_DIGITS = 2;
    private static final int LAST_DAY = 31;

    private final Map<String, Integer> months;

    /** Loads the names of the months. */
    public KeyExtractor() {
        this.months = months();
    }

    /** The keys of a text, each once, in order. */
    public Set<DocumentKey> keys(String text) {
        Set<DocumentKey> keys = new TreeSet<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            String digits = digits(number.group());
            if (digits.length() >= LEAST_DIGITS) {
                keys.add(new DocumentKey(DocumentKey.Kind.NUMBER, digits));
            }
        }
        addNames(keys, text);
        Matcher dayMonth = DAY_MONTH.matcher(text);
        while (dayMonth.find()) {
            addDate(keys, dayMonth.group(1), dayMonth.group(2));
        }
        Matcher monthDay = MONTH_DAY.matcher(text);
        while (monthDay.find()) {
            addDate(keys, monthDay.group(2), monthDay.group(1));
        }
        return keys;
    }

    private static void addNames(Set<DocumentKey> keys, String text) {
        Set<String> common = new HashSet<>();
        Matcher small = SMALL.matcher(text);
        while (small.find()) {
            common.add(folded(small.group()));
        }
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            String folded = folded(name.group());
            if (!common.contains(folded)) {
                keys.add(new DocumentKey(DocumentKey.Kind.NAME, folded));
            }
        }
    }

    private void addDate(Set<DocumentKey> keys, String day, String words) {
        String both = folded(words).replace('\u00A0', '_').replace(' ', '_');
        int space = both.indexOf('_');
        Integer month = months.get(both);
        if (month == null && space > 0) {
            month = months.get(both.substring(0, space));
        }
        int number = Integer.parseInt(digits(day));
        if (month != null && number >= 1 && number <= LAST_DAY) {
            keys.add(new DocumentKey(DocumentKey.Kind.DATE, month + "-" + number));
        }
    }

    private static String digits(String number) {
        StringBuilder digits = new StringBuilder();
        number.codePoints()
                .filter(Character::isDigit)
                .forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }

    private static String folded(String word) {
        // Composed again: Arabic letters with hamza are composed in the table.
        String latin =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        boolean isLatin = latin.codePoints().allMatch(KeyExtractor::isLatin);
        return (isLatin ? latin : Normalizer.normalize(word, Normalizer.Form.NFC))
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isLatin(int c) {
        return !Character.isLetter(c)
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        try (InputStream stream = KeyExtractor.class.getResourceAsStream(MONTHS)) {
            if (stream == null) {
                throw new MalformedInputException(MONTHS, 0, "resource is not on the class path");
            }
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    int tab = line.indexOf('\t');
                    for (String name : line.substring(tab + 1).split(" ", -1)) {
                        months.put(name, Integer.valueOf(line.substring(0, tab)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(months);
    }
}
