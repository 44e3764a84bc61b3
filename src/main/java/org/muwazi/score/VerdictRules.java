package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;

/** Draws a verdict and its reasons from the evidence about a version. */
final class VerdictRules {

    /** Row score below which a row counts as broken. */
    static final double BROKEN_ROW = 0.5;

    static final String SIGNATURE = "v1";

    private VerdictRules() {}

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
