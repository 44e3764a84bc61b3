package org.muwazi.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much two stretches of text in one language speak of the same things, by their words. */
final class Topic {

    /** Shorter words say little about a subject. */
    private static final int CONTENT_WORD = 4;

    /** Endings differ in French and English, joined particles in Arabic; the stem is in between. */
    private static final int STEM = 6;

    private static final Set<String> FUNCTION_WORDS = functionWords();

    private final Map<String, Integer> counts = new HashMap<>();

    /** Adds the content words of a line. */
    void add(List<String> tokens) {
        for (String token : tokens) {
            if (token.length() >= CONTENT_WORD && !FUNCTION_WORDS.contains(token)) {
                String stem = stem(token);
                counts.merge(stem, 1, Integer::sum);
            }
        }
    }

    private static Set<String> functionWords() {
        Set<String> words = new HashSet<>();
        for (String[] row : ResourceTable.read("language-words.tsv", 2)) {
            words.addAll(List.of(WordForms.fold(row[1]).split(" +", -1)));
        }
        return Set.copyOf(words);
    }

    private static String stem(String token) {
        String bare = token;
        if (WordForms.startsWithArabicArticle(token)) {
            bare = token.substring(token.indexOf('\u0644') + 1);
        }
        return bare.length() > STEM ? bare.substring(0, STEM) : bare;
    }

    /**
     * Share of this text's content words, each counted once, that the other uses as well.
     *
     * @return 0 to 1; 1 for a text without content words, which speaks against nothing
     */
    double sharedWith(Topic other) {
        if (counts.isEmpty()) {
            return 1;
        }
        long shared = counts.keySet().stream().filter(other.counts::containsKey).count();
        return (double) shared / counts.size();
    }
}
