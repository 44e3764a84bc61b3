package org.muwazi.align;

import java.util.Comparator;

/**
 * A word of a source text and a word of its translation that correspond.
 *
 * @param source number of the word in the source, from 0
 * @param target number of the word in the target, from 0
 * @param score above 0 and at most 1, higher is better; comparable within one model
 */
public record WordLink(int source, int target, double score) implements Comparable<WordLink> {

    private static final Comparator<WordLink> ORDER =
            Comparator.comparingInt(WordLink::source)
                    .thenComparingInt(WordLink::target)
                    .thenComparingDouble(WordLink::score);

    /** Throws {@link IllegalArgumentException} naming what is out of range. */
    public WordLink {
        if (source < 0 || target < 0) {
            throw new IllegalArgumentException("words " + source + " and " + target);
        }
        if (!(score > 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score + " is not above 0 and at most 1");
        }
    }

    /** Orders by source, then by target. */
    @Override
    public int compareTo(WordLink other) {
        return ORDER.compare(this, other);
    }
}
