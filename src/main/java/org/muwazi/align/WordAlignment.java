package org.muwazi.align;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muwazi.text.Span;

/**
 * Which words of two texts correspond. A word may have any number of links, also none.
 *
 * @param sourceWords places of the words in the source text, ascending
 * @param targetWords places of the words in the target text, ascending
 * @param links in ascending order, each pair of words at most once
 */
public record WordAlignment(List<Span> sourceWords, List<Span> targetWords, List<WordLink> links) {

    /*
     * Chosen by eval/run words; with no limit on the score and words between only where there
     * is no link at all, one answer in three to five was wrong where one in four to nine is now.
     */
    /** A link of a word that may be wrong counts above this score. */
    private static final double SURE = 0.4;

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

    /**
     * What the source says where the target has a stretch that may well be wrong: the words surely
     * linked with those of the stretch and, as a wrong word has no counterpart, the words of the
     * source that have no link either and lie between the counterparts of its neighbours, where
     * these are hardly more than the words of the stretch. {@code eval/run words} measures it.
     *
     * @param stretch in the target text
     * @return places of stretches of the source text, ascending and disjoint, words in a row as
     *     one; empty where nothing points to any
     */
    public List<Span> sourceOf(Span stretch) {
        List<Integer> target =
                IntStream.range(0, targetWords.size())
                        .filter(t -> targetWords.get(t).overlaps(stretch))
                        .boxed()
                        .toList();
        if (target.isEmpty()) {
            return List.of();
        }
        int first = target.get(0);
        int last = target.get(target.size() - 1);
        Set<Integer> source = new TreeSet<>();
        for (WordLink link : links) {
            if (link.target() >= first && link.target() <= last && link.score() > SURE) {
                source.add(link.source());
            }
        }
        Set<Integer> between = between(first, last);
        if (between.size() <= target.size() + 1) {
            source.addAll(between);
        }
        return joined(source);
    }

    /** Words without a link between the counterparts of those on both sides of a stretch. */
    private Set<Integer> between(int first, int last) {
        int before = -1;
        int after = sourceWords.size();
        int left = -1;
        int right = targetWords.size();
        Set<Integer> linked = new HashSet<>();
        for (WordLink link : links) {
            linked.add(link.source());
            if (link.target() < first && link.target() >= left) {
                left = link.target();
                before = link.source();
            }
            if (link.target() > last && link.target() < right) {
                right = link.target();
                after = link.source();
            }
        }
        return IntStream.range(Math.min(before, after) + 1, Math.max(before, after))
                .filter(s -> !linked.contains(s))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Span> joined(Set<Integer> words) {
        List<Span> spans = new ArrayList<>();
        int previous = -2;
        for (int word : words) {
            Span span = sourceWords.get(word);
            if (word == previous + 1) {
                span = new Span(spans.remove(spans.size() - 1).start(), span.end());
            }
            spans.add(span);
            previous = word;
        }
        return List.copyOf(spans);
    }
}
