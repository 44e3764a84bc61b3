package org.muwazi.score;

import java.util.List;
import org.muwazi.text.Language;
import org.muwazi.text.Signature;

/** Judges a text by its own language alone, without a source. Deterministic and thread-safe. */
public interface FluencyJudge {

    /**
     * How unlike ordinary human writing a document's sentences are, as a share of the limit that
     * one good document in a hundred reaches: about 0 for good ones, higher is worse; 0 for
     * languages that are not scored.
     *
     * @param sentences in reading order
     */
    double documentSurprise(List<String> sentences, Language language);

    /** Model and version. */
    Signature signature();

    /** Judges nothing: always 0. For use without a fluency model. */
    static FluencyJudge none() {
        return new FluencyJudge() {
            @Override
            public double documentSurprise(List<String> sentences, Language language) {
                return 0;
            }

            @Override
            public Signature signature() {
                return new Signature("none", java.util.Map.of(), "1");
            }
        };
    }
}
