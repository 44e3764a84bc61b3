package org.muwazi.align;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.muwazi.text.Span;

/**
 * Which words of two texts correspond. A word may have any number of links, also none.
 *
 * @param sourceWords places of the words in the source text, ascending
 * @param targetWords places of the words in the target text, ascending
 * @param links in ascending order, each pair of words at most once
 */
public record WordAlignment(List<Span> sourceWords, List<Span> targetWords, List<WordLink> links) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a link names a word that is not there, or a pair of words
     *     twice
     */
    public WordAlignment {
        sourceWords = List.copyOf(sourceWords);
        targetWords = List.copyOf(targetWords);
        links = links.stream().sorted().toList();
        Set<List<Integer>> pairs = new HashSet<>();
        for (WordLink link : links) {
            if (link.source() >= sourceWords.size() || link.target() >= targetWords.size()) {
                throw new IllegalArgumentException(
                        link
                                + " of texts with "
                                + sourceWords.size()
                                + " and "
                                + targetWords.size()
                                + " words");
            }
            if (!pairs.add(List.of(link.source(), link.target()))) {
                throw new IllegalArgumentException(link + " is there twice");
            }
        }
    }

    /** The links as {@code 0-0 1-2}, source and target from 0, as Pharaoh and Moses write them. */
    public String pharaoh() {
        return links.stream()
                .map(link -> link.source() + "-" + link.target())
                .collect(Collectors.joining(" "));
    }
}
