package org.muwazi.score;

import java.util.List;
import java.util.Objects;
import org.muwazi.text.Span;

/**
 * Why a version has its verdict.
 *
 * @param kind label of the evidence, a {@link Finding.Kind} label or a kind of the whole document
 *     such as {@code coverage}
 * @param weight share of the whole evidence, 0 to 1; the reasons of a version are listed by falling
 *     weight
 * @param text one sentence for people, with numbers; {@link Explanation#in} tells it in a language
 * @param spans places in the version's document, in order, possibly none
 */
public record Reason(String kind, double weight, Explanation text, List<Span> spans) {

    /** Copies the spans and checks the weight. */
    public Reason {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        spans = List.copyOf(spans);
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException(
                    "reason weight " + weight + " is not between 0 and 1");
        }
    }
}
