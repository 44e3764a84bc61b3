package org.muwazi.damage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;

/**
 * Rows of words, each of which may stand where another of its row stood. A line is a language code
 * and two or more words or phrases, parted by tabs; {@code #} opens a comment. In Arabic what is
 * written together with a word (and, so, in, to, as, the) is kept.
 */
public final class SwapTable {

    /** Letters written together with an Arabic word, or nothing. */
    private static final String CLITICS = "([\u0648\u0641]?[\u0628\u0644\u0643]?(?:\u0627\u0644)?)";

    private final Map<Language, Map<String, List<String>>> rows;
    private final Map<Language, Pattern> patterns;

    private SwapTable(Map<Language, Map<String, List<String>>> rows) {
        this.rows = rows;
        this.patterns = new EnumMap<>(Language.class);
        rows.forEach((language, words) -> patterns.put(language, pattern(language, words)));
    }

    /**
     * Reads lines.
     *
     * @param source names them in messages
     */
    static SwapTable of(String source, List<String> lines) {
        Map<Language, Map<String, List<String>>> rows = new EnumMap<>(Language.class);
        for (int n = 0; n < lines.size(); n++) {
            String line = lines.get(n);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> field = List.of(line.split("\t", -1));
            Optional<Language> language = Language.of(field.get(0));
            if (language.isEmpty()
                    || field.size() < 3
                    || field.stream().anyMatch(String::isBlank)) {
                throw new MalformedInputException(
                        source, n + 1L, "expected a language code and two or more words, by tabs");
            }
            List<String> words = field.subList(1, field.size());
            Map<String, List<String>> of =
                    rows.computeIfAbsent(language.get(), key -> new LinkedHashMap<>());
            for (String word : words) {
                if (of.put(word, words) != null) {
                    throw new MalformedInputException(source, n + 1L, word + " stands twice");
                }
            }
        }
        return new SwapTable(rows);
    }

    private static Pattern pattern(Language language, Map<String, List<String>> words) {
        String any =
                words.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        // After an apostrophe another word would need another article.
        String before = "(?<![\\p{L}\\p{M}\\p{N}'\u2019-])";
        String clitics = language == Language.ARABIC ? CLITICS : "()";
        return Pattern.compile(
                before + clitics + "(" + any + ")(?![\\p{L}\\p{M}\\p{N}'\u2019-])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** One word of the text exchanged for another of its row. */
    Optional<String> swapped(String text, Language language, Random random) {
        return at(text, language, random, word -> other(word, language, random));
    }

    /** One word that is the first of its row exchanged for the second. */
    Optional<String> turned(String text, Language language, Random random) {
        return at(
                text,
                language,
                random,
                word -> {
                    List<String> row = rows.get(language).get(word);
                    return row.get(0).equals(word) ? row.get(1) : "";
                });
    }

    private String other(String word, Language language, Random random) {
        List<String> others = new ArrayList<>(rows.get(language).get(word));
        others.remove(word);
        return others.get(random.nextInt(others.size()));
    }

    /** What stands for a word of the table; empty for nothing. */
    private interface Exchange {
        String of(String word);
    }

    private Optional<String> at(String text, Language language, Random random, Exchange exchange) {
        if (!rows.containsKey(language)) {
            return Optional.empty();
        }
        List<String> variants = new ArrayList<>();
        Matcher matcher = patterns.get(language).matcher(text);
        while (matcher.find()) {
            String found = matcher.group(2);
            String word =
                    rows.get(language).containsKey(found) ? found : found.toLowerCase(Locale.ROOT);
            // A month or a day of the week has its capital or is another word.
            if (rows.get(language).containsKey(word)) {
                String instead = exchange.of(word);
                if (!instead.isEmpty()) {
                    variants.add(
                            text.substring(0, matcher.start(2))
                                    + inCaseOf(found, word, instead)
                                    + text.substring(matcher.end(2)));
                }
            }
        }
        return variants.isEmpty()
                ? Optional.empty()
                : Optional.of(variants.get(random.nextInt(variants.size())));
    }

    private static String inCaseOf(String found, String word, String instead) {
        boolean raised = !found.equals(word) && Character.isUpperCase(found.charAt(0));
        return raised
                ? instead.substring(0, 1).toUpperCase(Locale.ROOT) + instead.substring(1)
                : instead;
    }
}
