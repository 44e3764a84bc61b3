package org.muwazi.score;

import java.util.Map;
import java.util.Set;
import org.muwazi.text.Language;

/*
 * The same cosine means different things between different languages: the median human translation has .85 between English and French
 * and .72 between French and Arabic. What is told to people is therefore where a cosine lies between unrelated text and ordinary human
 * translation of that pair.
 */
/** Reads a cosine of the default encoder as closeness in meaning, 0 to 1. */
final class SemanticCloseness {

    /**
     * Cosine that 5 % of unrelated pairs reach; and, for each pair of languages, the one that three
     * quarters of human translations reach. FLORES-200 devtest, 1,012 sentences,
     * eval/results/closeness.tsv.
     */
    private static final double UNRELATED = 0.18;

    private static final Map<Set<Language>, Double> TRANSLATED =
            Map.of(
                    Set.of(Language.ENGLISH, Language.FRENCH), 0.807,
                    Set.of(Language.ENGLISH, Language.ARABIC), 0.723,
                    Set.of(Language.FRENCH, Language.ARABIC), 0.654);

    /** For pairs that were not measured: the middle one of those that were. */
    private static final double TRANSLATED_OTHERWISE = 0.723;

    /** Graded closeness of an ordinary human translation. */
    private static final double ORDINARY = 0.9;

    private SemanticCloseness() {}

    /**
     * The same without an upper bound that most translations reach, so that two good ones can be
     * told apart: 0.9 for what ordinary human translations have, 1 for equal vectors. Of damaged
     * pairs beside their clean twins it puts 91 % in the right order where {@link #of} puts 84 %
     * (benchmarks of eval/results/quality-damage.tsv).
     */
    static double graded(double cosine, Language first, Language second) {
        double translated = translated(first, second);
        return cosine <= translated
                ? ORDINARY * of(cosine, first, second)
                : ORDINARY + (1 - ORDINARY) * Math.min(1, (cosine - translated) / (1 - translated));
    }

    /** 0 for what unrelated sentences have, 1 for what ordinary human translations have or more. */
    static double of(double cosine, Language first, Language second) {
        double translated = translated(first, second);
        return Math.max(0, Math.min(1, (cosine - UNRELATED) / (translated - UNRELATED)));
    }

    /** Cosine that three quarters of human translations between two languages have at least. */
    static double translated(Language first, Language second) {
        return TRANSLATED.getOrDefault(
                first == second ? Set.of(first) : Set.of(first, second), TRANSLATED_OTHERWISE);
    }
}
