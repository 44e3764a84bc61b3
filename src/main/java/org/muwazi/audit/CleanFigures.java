package org.muwazi.audit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.muwazi.score.Finding;
import org.muwazi.score.QualityEstimate;
import org.muwazi.score.Verdict;

/**
 * What an estimator makes of the clean pairs as they are: its false alarms.
 *
 * @param review pairs called review
 * @param garbled pairs called garbled
 * @param found pairs with a finding of any kind
 * @param findings pairs with a finding of each kind, kinds without any left out
 * @param meanScore of the pairs
 */
public record CleanFigures(
        Proportion review,
        Proportion garbled,
        Proportion found,
        Map<Finding.Kind, Integer> findings,
        double meanScore) {

    /** Copies the counts. */
    public CleanFigures {
        Map<Finding.Kind, Integer> copy = new EnumMap<>(Finding.Kind.class);
        copy.putAll(findings);
        findings = Collections.unmodifiableMap(copy);
    }

    /** Pairs called review or garbled. */
    public Proportion flagged() {
        return new Proportion(review.count() + garbled.count(), review.of());
    }

    /** Counts what was made of clean pairs, at least one. */
    static CleanFigures of(List<QualityEstimate> estimates) {
        Map<Finding.Kind, Integer> findings = new EnumMap<>(Finding.Kind.class);
        int found = 0;
        for (QualityEstimate estimate : estimates) {
            found += estimate.findings().isEmpty() ? 0 : 1;
            estimate.findings().stream()
                    .map(Finding::kind)
                    .distinct()
                    .forEach(kind -> findings.merge(kind, 1, Integer::sum));
        }
        return new CleanFigures(
                count(estimates, Verdict.REVIEW),
                count(estimates, Verdict.GARBLED),
                new Proportion(found, estimates.size()),
                findings,
                estimates.stream().mapToDouble(QualityEstimate::score).average().orElseThrow());
    }

    private static Proportion count(List<QualityEstimate> estimates, Verdict verdict) {
        long count = estimates.stream().filter(estimate -> estimate.verdict() == verdict).count();
        return new Proportion((int) count, estimates.size());
    }
}
