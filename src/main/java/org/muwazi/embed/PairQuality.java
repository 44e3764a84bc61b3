package org.muwazi.embed;

import java.util.List;
import org.muwazi.text.Span;

/**
 * What a learned model says of a translation.
 *
 * @param score 0 to 1, higher is better, not calibrated: the rank among human judgements that it
 *     was trained to tell
 * @param effort share of the words that a post-editor would change, 0 to 1
 * @param critical probability of a critical error, 0 to 1
 * @param words words of the target in reading order; those cut off by the model's length are not
 *     there
 */
public record PairQuality(double score, double effort, double critical, List<Word> words) {

    /**
     * A word between spaces.
     *
     * @param span in the target
     * @param error probability that it is wrong, 0 to 1
     */
    public record Word(Span span, double error) {}

    /** Copies the words. */
    public PairQuality {
        words = List.copyOf(words);
    }
}
