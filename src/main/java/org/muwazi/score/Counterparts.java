package org.muwazi.score;

import java.util.List;
import java.util.Map;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;

/**
 * Tells what the source says where a translation has words that are doubted, so that an explanation
 * can name it. Thread-safe.
 */
public interface Counterparts {

    /**
     * What the source says at each stretch of the translation.
     *
     * @param stretches places in the target, at least one
     * @return for each, places in the source, ascending and disjoint; none where that is not known
     */
    List<List<Span>> of(String source, String target, List<Span> stretches);

    /** What the places depend on. */
    Signature signature();

    /** Knows nothing. */
    static Counterparts none() {
        return new Counterparts() {
            @Override
            public List<List<Span>> of(String source, String target, List<Span> stretches) {
                return stretches.stream().map(stretch -> List.<Span>of()).toList();
            }

            @Override
            public Signature signature() {
                return new Signature("none", Map.of(), "1");
            }
        };
    }
}
