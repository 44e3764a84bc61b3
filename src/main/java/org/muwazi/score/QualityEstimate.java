package org.muwazi.score;

import java.util.List;
import java.util.Objects;
import org.muwazi.text.Signature;

/**
 * Reference-free quality of one translation unit.
 *
 * @param score 0 to 1, higher is better; what a value means is in the estimator's documentation
 * @param verdict the decision drawn from score and findings
 * @param findings in reading order; version 0 is the source, 1 the target
 * @param signature how the number was made
 */
public record QualityEstimate(
        double score, Verdict verdict, List<Finding> findings, Signature signature) {

    /** Checks the range of the score. */
    public QualityEstimate {
        findings = List.copyOf(findings);
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(signature, "signature");
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException(
                    "quality score " + score + " is not between 0 and 1");
        }
    }
}
