package org.muwazi.damage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.muwazi.text.Language;

/**
 * Words through another language and back with a sense picked blindly, as a dictionary used word by
 * word does it: Arabic and French through English, English through Arabic.
 */
public final class PivotLexicon {

    private static final List<Language> COLUMNS =
            List.of(Language.ENGLISH, Language.FRENCH, Language.ARABIC);

    private static final String THE = "\u0627\u0644";

    private final Map<Language, Map<String, Set<String>>> there = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, Set<String>>> back = new EnumMap<>(Language.class);

    private PivotLexicon() {}

    /**
     * Reads a lexicon.
     *
     * @param rows English, French and Arabic, one word each and empty where a language is missing;
     *     further columns are ignored
     */
    public static PivotLexicon of(List<String[]> rows) {
        PivotLexicon lexicon = new PivotLexicon();
        for (String[] row : rows) {
            lexicon.add(row, Language.FRENCH, Language.ENGLISH);
            lexicon.add(row, Language.ARABIC, Language.ENGLISH);
            lexicon.add(row, Language.ENGLISH, Language.ARABIC);
        }
        return lexicon;
    }

    private void add(String[] row, Language of, Language pivot) {
        String word = row[COLUMNS.indexOf(of)].strip().toLowerCase(Locale.ROOT);
        String abroad = row[COLUMNS.indexOf(pivot)].strip().toLowerCase(Locale.ROOT);
        if (word.matches("[\\p{L}\\p{M}]{2,}") && abroad.matches("[\\p{L}\\p{M}]{2,}")) {
            put(there, of, word, abroad);
            put(back, of, abroad, word);
        }
    }

    private static void put(
            Map<Language, Map<String, Set<String>>> map, Language of, String key, String value) {
        map.computeIfAbsent(of, language -> new HashMap<>())
                .computeIfAbsent(key, word -> new LinkedHashSet<>())
                .add(value);
    }

    /** Another word that the pivot leads to; empty where it knows none. */
    Optional<String> through(String word, Language language, Random random) {
        Optional<String> whole = bare(word.toLowerCase(Locale.ROOT), language, random);
        if (whole.isPresent() || language != Language.ARABIC || !word.startsWith(THE)) {
            return whole;
        }
        return bare(word.substring(THE.length()), language, random)
                .map(found -> found.startsWith(THE) ? found : THE + found);
    }

    private Optional<String> bare(String word, Language language, Random random) {
        Set<String> found = new LinkedHashSet<>();
        Map<String, Set<String>> home = back.getOrDefault(language, Map.of());
        for (String abroad : there.getOrDefault(language, Map.of()).getOrDefault(word, Set.of())) {
            found.addAll(home.getOrDefault(abroad, Set.of()));
        }
        found.remove(word);
        List<String> list = new ArrayList<>(found);
        return list.isEmpty()
                ? Optional.empty()
                : Optional.of(list.get(random.nextInt(list.size())));
    }
}
