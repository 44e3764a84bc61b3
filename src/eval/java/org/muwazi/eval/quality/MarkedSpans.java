package org.muwazi.eval.quality;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.muwazi.eval.Confusion;
import org.muwazi.eval.GoldStory;
import org.muwazi.text.Span;

/**
 * Places found in a text against places marked in it by hand.
 *
 * @param gold marked, in the text of the document
 * @param found in the same text; empty ones, where something is missing, are left out
 * @param length of the text
 */
record MarkedSpans(List<Span> gold, List<Span> found, int length) {

    MarkedSpans {
        gold = List.copyOf(gold);
        found = found.stream().filter(span -> !span.isEmpty()).toList();
    }

    /**
     * The hand-marked errors of a version as places in its document, which the gold sentences stand
     * in one after the other. A mark whose sentence is not found as it stands is left out; compare
     * the sizes.
     */
    static List<Span> locate(GoldStory story, GoldStory.Version version, String text) {
        List<Optional<Span>> sentences = new ArrayList<>();
        int from = 0;
        for (String sentence : version.sentences()) {
            int at = text.indexOf(sentence, from);
            if (at < 0) {
                sentences.add(Optional.empty());
            } else {
                from = at + sentence.length();
                sentences.add(Optional.of(new Span(at, from)));
            }
        }
        List<Span> marks = new ArrayList<>();
        for (GoldStory.MarkedError error : story.errors()) {
            if (error.version().equals(version.id())) {
                sentences
                        .get(error.sentence())
                        .flatMap(place -> within(text, place, error))
                        .ifPresent(marks::add);
            }
        }
        return marks;
    }

    private static Optional<Span> within(String text, Span sentence, GoldStory.MarkedError error) {
        int at = sentence.start() - 1;
        for (int k = 0; k <= error.occurrence(); k++) {
            at = text.indexOf(error.evidence(), at + 1);
        }
        return at < 0 || at + error.evidence().length() > sentence.end()
                ? Optional.empty()
                : Optional.of(new Span(at, at + error.evidence().length()));
    }

    /** Code units marked and found. */
    Confusion characters() {
        BitSet marked = bits(gold);
        BitSet tagged = bits(found);
        BitSet both = (BitSet) marked.clone();
        both.and(tagged);
        long right = both.cardinality();
        long missed = marked.cardinality() - right;
        long tooMany = tagged.cardinality() - right;
        return new Confusion(right, tooMany, missed, length - right - missed - tooMany);
    }

    private BitSet bits(List<Span> spans) {
        BitSet bits = new BitSet(length);
        spans.forEach(span -> bits.set(span.start(), span.end()));
        return bits;
    }

    /** Marks that a found place touches. */
    long marksFound() {
        return gold.stream().filter(mark -> found.stream().anyMatch(mark::overlaps)).count();
    }

    /** Found places that touch a mark. */
    long foundRightly() {
        return found.stream().filter(place -> gold.stream().anyMatch(place::overlaps)).count();
    }
}
