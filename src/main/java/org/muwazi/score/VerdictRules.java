package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;

/** Draws a verdict and its reasons from the evidence about a version. */
final class VerdictRules {

    /** Row score below which a row counts as broken. */
    static final double BROKEN_ROW = 0.5;

    static final String SIGNATURE = "v1";

    private VerdictRules() {}

    /**
     * How far a version can be believed as a witness against others, by how unlike ordinary writing
     * it is; above 0 to 1.
     */
    static double reliability(double surprise) {
        return 1 / (1 + Math.exp(1.5 * (surprise - 2.5)));
    }

    static ScoredVersion judge(AlignedStory story, VersionEvidence evidence, boolean original) {
        AlignedStory.Version version = story.versions().get(evidence.version());
        List<Reason> reasons = new ArrayList<>();
        return new ScoredVersion(
                version.source(),
                version.segments(),
                original,
                Verdict.OK,
                Math.min(1, Math.max(0, evidence.meanScore())),
                evidence.coverage(),
                reasons);
    }
}
