package org.muwazi.score;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muwazi.text.Language;

/** Names, short forms and signs of units in the three languages, from {@code units.tsv}. */
final class UnitWords {

    private static final String AFTER_NUMBERS = "*";

    private static final Map<String, Set<Unit>> COUNTED = new HashMap<>();
    private static final Map<String, Set<Unit>> ALONE = new HashMap<>();

    static {
        for (String[] row : Tables.rows("units.tsv", 4)) {
            Unit unit = new Unit(row[0], row[1]);
            for (String word : row[3].split(" ")) {
                boolean alone = !word.endsWith(AFTER_NUMBERS);
                String plain = alone ? word : word.substring(0, word.length() - 1);
                String key = Words.language(row[2]) + " " + folded(plain);
                COUNTED.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(unit);
                if (alone) {
                    ALONE.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(unit);
                }
            }
        }
    }

    private UnitWords() {}

    /**
     * A unit.
     *
     * @param measured such as length
     * @param name such as kilometre
     */
    record Unit(String measured, String name) {}

    /** What a word or sign right after a number may mean, possibly nothing. */
    static Set<Unit> counted(String word, Language language) {
        return of(word, language, COUNTED);
    }

    /** What a word may mean wherever it stands, possibly nothing. */
    static Set<Unit> alone(String word, Language language) {
        return of(word, language, ALONE);
    }

    private static Set<Unit> of(String word, Language language, Map<String, Set<Unit>> table) {
        String folded = folded(word);
        List<String> forms =
                language == Language.ARABIC ? ArabicWord.forms(folded) : List.of(folded);
        for (String form : forms) {
            Set<Unit> units = table.get(language + " " + form);
            if (units != null) {
                return units;
            }
        }
        return Set.of();
    }

    // Signs fold to nothing.
    private static String folded(String word) {
        String folded = Folding.fold(word);
        return folded.isEmpty() ? word : folded;
    }
}
