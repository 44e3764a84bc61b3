package org.muwazi.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muwazi.text.Language;

/** Number words, ordinals, months and weekdays of the three languages, from {@code numbers.tsv}. */
final class NumberWords {

    private static final Map<String, List<Entry>> ENTRIES = load();

    private NumberWords() {}

    /** What a word does in a number; the table says what each means. */
    enum Role {
        UNIT,
        TEN,
        HUNDRED,
        SCALE,
        ORDINAL,
        WEAK,
        DECADE,
        MONTH,
        WEEKDAY,
        PERCENT,
        TWIN
    }

    /**
     * One meaning of a word.
     *
     * @param role what it does
     * @param value as in the table
     */
    record Entry(Role role, double value) {}

    /**
     * The meanings of a word, in the table's order, possibly none. Arabic words are tried without
     * their prefixes, except that weekdays keep the article.
     */
    static List<Entry> of(Token token, Language language) {
        if (language != Language.ARABIC) {
            return ENTRIES.getOrDefault(language + " " + token.folded(), List.of());
        }
        for (String form : ArabicWord.forms(token.folded())) {
            List<Entry> entries = ENTRIES.get(language + " " + form);
            if (entries != null) {
                return entries;
            }
        }
        return List.of();
    }

    /** The meaning with that role, where the word has it. */
    static Optional<Entry> of(Token token, Language language, Role role) {
        return of(token, language).stream().filter(entry -> entry.role() == role).findFirst();
    }

    private static Map<String, List<Entry>> load() {
        Map<String, List<Entry>> entries = new HashMap<>();
        for (String[] row : Tables.rows("numbers.tsv", 4)) {
            Role role = Role.valueOf(row[1].toUpperCase(java.util.Locale.ROOT));
            Entry entry = new Entry(role, Double.parseDouble(row[2]));
            for (String word : row[3].split(" ")) {
                String key = Words.language(row[0]) + " " + Folding.fold(word);
                entries.computeIfAbsent(key, k -> new ArrayList<>(1)).add(entry);
            }
        }
        return entries;
    }
}
