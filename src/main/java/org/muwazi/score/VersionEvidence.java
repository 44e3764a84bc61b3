package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.muwazi.text.Span;

/**
 * What speaks for and against one version, from all its rows; the verdict is drawn from it.
 *
 * @param version index in the story
 * @param words number of words in the version's story rows
 * @param brokenShare share of its text, by characters, in rows scored below {@link
 *     VerdictRules#BROKEN_ROW}; 0 to 1
 * @param meanScore mean row score, weighted by characters; 0 to 1
 * @param coverage share of the story that it has; 0 to 1
 * @param truncated true where its end is missing
 * @param fluency how far its language is from what people write, as a share of the limit that one
 *     good document in a hundred reaches; higher is worse, 0 where it cannot be told
 * @param readScore mean score of the learned model, weighted by characters, 0 to 1; empty where it
 *     was not asked
 * @param brokenRows places of those rows in its document
 * @param findings by kind, of the whole version, in reading order
 */
record VersionEvidence(
        int version,
        int words,
        double brokenShare,
        double meanScore,
        double coverage,
        boolean truncated,
        double fluency,
        OptionalDouble readScore,
        List<Span> brokenRows,
        Map<Finding.Kind, List<Finding>> findings) {

    /** Severity weight times confidence of the findings of some kinds, for 100 words. */
    double density(Finding.Kind... kinds) {
        double sum = 0;
        for (Finding.Kind kind : kinds) {
            for (Finding finding : findings.getOrDefault(kind, List.of())) {
                sum += finding.confidence() * finding.severity().weight();
            }
        }
        return words == 0 ? 0 : 100 * sum / words;
    }

    /**
     * Number of different words or figures that findings of a kind at least this sure are about.
     */
    long distinct(Finding.Kind kind, double confidence) {
        return findings.getOrDefault(kind, List.of()).stream()
                .filter(finding -> finding.confidence() >= confidence)
                .map(Finding::evidence)
                .distinct()
                .count();
    }

    /** Findings of some kinds, in reading order. */
    List<Finding> all(Finding.Kind... kinds) {
        List<Finding> all = new ArrayList<>();
        for (Finding.Kind kind : kinds) {
            all.addAll(findings.getOrDefault(kind, List.of()));
        }
        return Places.inReadingOrder(all);
    }

    /** The figures behind the verdict, for people and tables: name=value. */
    String figures() {
        StringBuilder figures =
                new StringBuilder(
                        String.format(
                                java.util.Locale.ROOT,
                                "words=%d broken=%.3f mean=%.3f coverage=%.3f truncated=%b fluency=%.2f",
                                words,
                                brokenShare,
                                meanScore,
                                coverage,
                                truncated,
                                fluency));
        for (Finding.Kind kind : Finding.Kind.values()) {
            if (findings.containsKey(kind)) {
                figures.append(
                        String.format(
                                java.util.Locale.ROOT,
                                " %s=%d/%.2f",
                                kind.label(),
                                findings.get(kind).size(),
                                density(kind)));
            }
        }
        return figures.toString();
    }
}
