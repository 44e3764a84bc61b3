package org.muwazi.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.muwazi.score.Finding.Kind;

/*
 * A verdict is the sum of points from independent kinds of evidence, each capped, because no kind alone is proof: a sound translation may
 * misspell every name (review), a garbled one may keep all its numbers. What speaks for garble is language that people do not
 * write, rows that no longer mean what the other versions say, corrupted names, changed numbers, loops. What is missing, added or left
 * untranslated calls for a look, however sound the rest is, but is not garble.
 *
 * Slopes and limits were set on the versions of eval/stories; eval/results/verdicts.tsv says how each comes out. They are no blind
 * measurement: detectors.tsv has what the detectors do on text that nothing was set on.
 */
/** Draws a verdict and its reasons from the evidence about a version. */
final class VerdictRules {

    /** Row score below which a row counts as broken; half of an ordinary translation's. */
    static final double BROKEN_ROW = 0.5;

    static final String SIGNATURE = "points:3";

    /** Points of garble from which on a version is garbled, and from which on someone must look. */
    private static final double GARBLED = 1.5;

    static final double REVIEW = 1.0;

    private VerdictRules() {}

    /**
     * How far a version can be believed as a witness against others, by how unlike ordinary writing
     * it is; above 0 to 1.
     */
    static double reliability(double surprise) {
        return 1 / (1 + Math.exp(6 * (surprise - 1.05)));
    }

    static ScoredVersion judge(AlignedStory story, VersionEvidence evidence, boolean original) {
        AlignedStory.Version version = story.versions().get(evidence.version());
        if (story.standsAlone(evidence.version())) {
            Reason alone = new Reason("relation", 1, Messages.text("reason.relation"), List.of());
            return new ScoredVersion(
                    version.source(),
                    version.segments(),
                    original,
                    original ? Verdict.OK : Verdict.REVIEW,
                    0,
                    evidence.coverage(),
                    List.of(alone));
        }
        boolean scored = story.language(evidence.version()).isScored();
        List<Points> points =
                original || !scored
                        ? List.of()
                        : EvidencePoints.of(evidence, story.language(evidence.version()));
        double garble = points.stream().mapToDouble(Points::garble).sum();
        double look = points.stream().mapToDouble(Points::look).sum();
        boolean possible =
                EvidencePoints.isGarblePossible(evidence, story.language(evidence.version()))
                        || points.stream()
                                .anyMatch(
                                        point ->
                                                point.kind().equals(Kind.REPETITION.label())
                                                        && point.garble() >= GARBLED);
        Verdict verdict =
                possible && garble >= GARBLED
                        ? Verdict.GARBLED
                        : garble >= REVIEW || look >= REVIEW ? Verdict.REVIEW : Verdict.OK;
        double score = original ? 1 : evidence.meanScore() * Math.exp(-garble / 3);
        return new ScoredVersion(
                version.source(),
                version.segments(),
                original,
                verdict,
                Math.max(0, Math.min(1, score)),
                evidence.coverage(),
                reasons(story, evidence, points));
    }

    private static List<Reason> reasons(
            AlignedStory story, VersionEvidence evidence, List<Points> points) {
        double all = points.stream().mapToDouble(Points::sum).sum();
        List<Reason> reasons = new ArrayList<>();
        points.stream()
                .filter(point -> point.sum() >= 0.1)
                .sorted(Comparator.comparingDouble(Points::sum).reversed())
                .map(
                        point ->
                                new Reason(
                                        point.kind(),
                                        point.sum() / all,
                                        point.text(),
                                        point.spans()))
                .forEach(reasons::add);
        // Where a fault comes from is no fault by itself.
        if (!reasons.isEmpty()) {
            Following.of(story, evidence.version())
                    .map(follows -> origin(story, follows))
                    .ifPresent(reasons::add);
        }
        return reasons;
    }

    private static Reason origin(AlignedStory story, Following follows) {
        return new Reason(
                "follows",
                0,
                Messages.text(
                        "reason.follows",
                        story.language(follows.followed()),
                        story.language(follows.instead())),
                List.of());
    }
}
