package org.muwazi.eval.words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muwazi.align.WordSpans;
import org.muwazi.embed.TextNormalizer;
import org.muwazi.eval.words.GoldLinks.Link;
import org.muwazi.text.Span;

/** Links that need no model. */
final class Baselines {

    private Baselines() {}

    /** Each word of the longer side with the word at the same share of the shorter one. */
    static Set<Link> diagonal(String source, String target) {
        int rows = WordSpans.of(source).size();
        int columns = WordSpans.of(target).size();
        Set<Link> links = new HashSet<>();
        int longest = Math.min(rows, columns) == 0 ? 0 : Math.max(rows, columns);
        for (int k = 0; k < longest; k++) {
            int i = (int) ((k + 0.5) * rows / longest);
            int j = (int) ((k + 0.5) * columns / longest);
            links.add(new Link(i, j));
        }
        return links;
    }

    /**
     * Words of the same letters or digits, the first with the first, the second with the second.
     */
    static Set<Link> equalWords(String source, String target) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        List<String> words = folded(target);
        for (int j = 0; j < words.size(); j++) {
            places.put(words.get(j) + '\t' + seen.merge(words.get(j), 1, Integer::sum), j);
        }
        seen.clear();
        Set<Link> links = new HashSet<>();
        List<String> others = folded(source);
        for (int i = 0; i < others.size(); i++) {
            String nth = others.get(i) + '\t' + seen.merge(others.get(i), 1, Integer::sum);
            if (places.containsKey(nth)) {
                links.add(new Link(i, places.get(nth)));
            }
        }
        return links;
    }

    private static List<String> folded(String text) {
        return WordSpans.of(text).stream()
                .map((Span span) -> TextNormalizer.normalize(span.of(text)))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
