package org.muwazi.score;

import java.util.List;

/**
 * What findings cost a score: each its MQM severity weight (1, 5 or 10) times its confidence, and
 * 25 points take all of it, as in xCOMET (Guerreiro et al. 2023).
 */
final class ErrorPoints {

    private static final double MOST = 25;

    private ErrorPoints() {}

    /** Share of a score that the findings leave, 0 to 1. */
    static double remainingShare(List<Finding> findings) {
        double points =
                findings.stream()
                        .mapToDouble(finding -> finding.confidence() * finding.severity().weight())
                        .sum();
        return Math.max(0, 1 - points / MOST);
    }
}
