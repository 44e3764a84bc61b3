package org.muwazi.score;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;

/** Lists of folded words, from {@code words.tsv} and {@code lower-case-words.tsv}. */
final class Words {

    private static final Map<String, Set<String>> LISTS = load();

    private Words() {}

    /** True where the list of that language has the folded word; a missing list is empty. */
    static boolean has(String list, Language language, String folded) {
        return LISTS.getOrDefault(list + ' ' + language, Set.of()).contains(folded);
    }

    private static Map<String, Set<String>> load() {
        Map<String, Set<String>> lists = new HashMap<>();
        for (String file : List.of("words.tsv", "lower-case-words.tsv")) {
            for (String[] row : Tables.rows(file, 3)) {
                Set<String> words =
                        lists.computeIfAbsent(
                                row[0] + ' ' + language(row[1]), key -> new HashSet<>());
                for (String word : row[2].split(" ")) {
                    words.add(Folding.fold(word));
                }
            }
        }
        return lists;
    }

    static Language language(String code) {
        return Language.of(code)
                .orElseThrow(
                        () -> new MalformedInputException("table", 0, "unknown language " + code));
    }
}
