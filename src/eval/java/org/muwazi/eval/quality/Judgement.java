package org.muwazi.eval.quality;

import java.util.List;
import org.muwazi.text.Span;

/**
 * What a scorer says of a translation.
 *
 * @param score higher is better; comparable among pairs of one direction
 * @param bad places of the target held to be wrong
 */
public record Judgement(double score, List<Span> bad) {

    /** Copies the places and checks that there is a score. */
    public Judgement {
        bad = List.copyOf(bad);
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("a score that is not a number");
        }
    }
}
