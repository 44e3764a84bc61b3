package org.muwazi.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Language;
import org.muwazi.text.Span;

/**
 * Points for each kind of evidence about a version. Slopes and limits were set on the versions of
 * eval/stories; eval/results/verdicts.tsv says how each comes out.
 */
final class EvidencePoints {

    /** Surprise, as a share of the limit, from which on a text as a whole reads oddly. */
    private static final double ODD = 0.95;

    /** Coverage below which someone must look. */
    private static final double LEAST_COVERAGE = 0.85;

    /** Confidence from which a finding alone is worth a person's look. */
    private static final double SURE = 0.6;

    /** Points of single slips of grammar beside other evidence: enough to be named. */
    private static final double SLIPS = 0.15;

    /**
     * Density of name findings from which on, with three different sure ones, someone must look.
     * Clean Arabic versions of eval/stories reach .2, those with corrupted names 1.9 and more.
     */
    private static final double NAMES = 1.8;

    private static final Look MANY_NAMES = new Look(NAMES, 3);

    /** Points of garble for each different name corrupted in Latin letters. */
    private static final double CORRUPTED_NAME = 0.45;

    /**
     * Coverage below which a text has broken off; corrupted names alone are no proof of garble,
     * with half the story gone they are.
     */
    private static final double LITTLE = 0.7;

    /** Points of garble of a text that has broken off. */
    private static final double BROKEN_OFF = 0.3;

    /**
     * Mean score of the learned model that good versions have at least, and below which a version
     * is garbled whatever its language: clean versions of eval/stories have .47 to .65, garbled
     * ones .18 to .33, but for one that repeats itself (.62); a real garbled story had .53.
     */
    private static final double READ_WELL = 0.45;

    private static final double READ_BADLY = 0.4;

    /** Share of broken rows that makes a version garbled whatever its language. */
    private static final double MUCH_BROKEN = 0.15;

    private static final int EXAMPLES = 3;

    /**
     * When findings of a kind call for a look.
     *
     * @param density from this on
     * @param different and this many sure ones about different words
     */
    private record Look(double density, int different) {}

    private EvidencePoints() {}

    /** True where coverage or language alone call for a look, before any detector is asked. */
    static boolean callsForALook(double coverage, double surprise) {
        return coverage < LEAST_COVERAGE || surprise >= ODD;
    }

    /** True where something speaks for garble that single faults of a sound version do not. */
    static boolean isGarblePossible(VersionEvidence evidence, Language language) {
        return manyNamesCorrupted(evidence, language)
                || evidence.fluency() >= 1
                || evidence.brokenShare() >= MUCH_BROKEN
                || evidence.readScore().orElse(1) < READ_BADLY;
    }

    /** The kinds of evidence that have points, in no order of weight. */
    static List<Points> of(VersionEvidence evidence, Language language) {
        List<Points> points = new ArrayList<>();
        fluency(evidence).ifPresent(points::add);
        broken(evidence).ifPresent(points::add);
        read(evidence).ifPresent(points::add);
        names(evidence, language).ifPresent(points::add);
        ofKind(evidence, Kind.NUMBER, 1, 0.25, 1.5, new Look(2, 2), "reason.numbers")
                .ifPresent(points::add);
        ofKind(evidence, Kind.REPETITION, 0.5, 0.35, 2.5, new Look(2, 2), "reason.repetition")
                .ifPresent(points::add);
        ofKind(evidence, Kind.DEBRIS, 0.5, 0.1, 1, new Look(1, 2), "reason.debris")
                .ifPresent(points::add);
        lookOnly(evidence, 0.8, 0.5, "reason.untranslated", Kind.UNTRANSLATED, Kind.WRONG_LANGUAGE)
                .ifPresent(points::add);
        lookOnly(evidence, 1.5, 0.5, "reason.negation", Kind.NEGATION).ifPresent(points::add);
        coverage(evidence).ifPresent(points::add);
        changedContent(evidence).ifPresent(points::add);
        if (!points.isEmpty()
                && points.stream().noneMatch(point -> point.kind().equals("fluency"))
                && !evidence.all(Kind.FLUENCY).isEmpty()) {
            points.add(fluencyPoints(evidence, SLIPS));
        }
        return points;
    }

    private static Optional<Points> fluency(VersionEvidence evidence) {
        double rules = Math.min(1, 0.5 * Math.max(0, evidence.density(Kind.FLUENCY) - 0.4));
        double garble = Math.min(3, 4 * Math.max(0, evidence.fluency() - ODD)) + rules;
        return garble <= 0 ? Optional.empty() : Optional.of(fluencyPoints(evidence, garble));
    }

    private static Points fluencyPoints(VersionEvidence evidence, double garble) {
        List<Span> spans = spans(evidence, Kind.FLUENCY);
        int places = spans.size();
        Explanation.Examples examples = examples(evidence, Kind.FLUENCY);
        Explanation.Figure surprise = Explanation.Figure.of(evidence.fluency(), 1);
        Explanation text =
                evidence.fluency() < ODD
                        ? Messages.text("reason.slips", places, examples)
                        : spans.isEmpty()
                                ? Messages.text("reason.odd", surprise)
                                : Messages.text("reason.fluency", surprise, places, examples);
        return new Points("fluency", garble, 0, text, spans);
    }

    private static Optional<Points> broken(VersionEvidence evidence) {
        if (evidence.brokenShare() < 0.03) {
            return Optional.empty();
        }
        double garble = Math.min(2, 8 * (evidence.brokenShare() - 0.03));
        return Optional.of(
                new Points(
                        "mistranslation",
                        garble,
                        0,
                        Messages.text("reason.broken", percent(evidence.brokenShare())),
                        evidence.brokenRows()));
    }

    private static Optional<Points> read(VersionEvidence evidence) {
        double score = evidence.readScore().orElse(1);
        return score >= READ_BADLY
                ? Optional.empty()
                : Optional.of(
                        new Points(
                                "reading",
                                Math.min(1.5, 10 * (READ_BADLY - score)),
                                0,
                                Messages.text(
                                        "reason.read",
                                        Explanation.Figure.of(score, 2),
                                        Explanation.Figure.of(READ_WELL, 2)),
                                List.of()));
    }

    /**
     * Spelling is compared by sound across scripts, where a name here and there of a clean Arabic
     * translation seems corrupted (eval/results/detectors.tsv); so names in Arabic make garble only
     * where there are far more of them.
     */
    private static Optional<Points> names(VersionEvidence evidence, Language language) {
        if (language == Language.ARABIC) {
            return ofKind(evidence, Kind.NAME, 3, 0.3, 2, MANY_NAMES, "reason.names");
        }
        Optional<Points> points =
                ofKind(evidence, Kind.NAME, 1.5, 0.3, 2, MANY_NAMES, "reason.names");
        if (!manyNamesCorrupted(evidence, language)) {
            return points;
        }
        // Several names in letters that nobody writes: a person copies them, a machine that went
        // through another script does not.
        double garble = Math.min(2, CORRUPTED_NAME * evidence.distinct(Kind.NAME, SURE));
        return points.map(
                point ->
                        new Points(
                                point.kind(),
                                Math.max(garble, point.garble()),
                                point.look(),
                                point.text(),
                                point.spans()));
    }

    private static boolean manyNamesCorrupted(VersionEvidence evidence, Language language) {
        return evidence.coverage() < LITTLE
                && language != Language.ARABIC
                && evidence.density(Kind.NAME) >= NAMES
                && evidence.distinct(Kind.NAME, SURE) >= 3;
    }

    /**
     * Points that grow with the density of a kind of finding above a floor, as garble up to a cap.
     *
     * @param look when someone must look, whatever the points
     */
    private static Optional<Points> ofKind(
            VersionEvidence evidence,
            Kind kind,
            double floor,
            double slope,
            double cap,
            Look look,
            String key) {
        double density = evidence.density(kind);
        double garble = Math.min(cap, Math.max(0, density - floor) * slope);
        boolean calls =
                density >= look.density() && evidence.distinct(kind, SURE) >= look.different();
        if (garble == 0 && !calls) {
            return Optional.empty();
        }
        Explanation text = Messages.text(key, evidence.all(kind).size(), examples(evidence, kind));
        return Optional.of(
                new Points(
                        kind.label(),
                        garble,
                        calls ? VerdictRules.REVIEW : 0,
                        text,
                        spans(evidence, kind)));
    }

    private static Optional<Points> lookOnly(
            VersionEvidence evidence, double floor, double slope, String key, Kind... kinds) {
        double density = evidence.density(kinds);
        if (density < floor) {
            return Optional.empty();
        }
        List<Span> spans = spans(evidence, kinds);
        Explanation text = Messages.text(key, spans.size(), examples(evidence, kinds));
        return Optional.of(
                new Points(
                        kinds[0].label(),
                        0,
                        Math.min(2, slope * (density - floor) + 0.3),
                        text,
                        spans));
    }

    private static Optional<Points> coverage(VersionEvidence evidence) {
        if (evidence.coverage() >= LEAST_COVERAGE) {
            return Optional.empty();
        }
        String key = evidence.truncated() ? "reason.truncated" : "reason.coverage";
        double look = 1 + 2 * (LEAST_COVERAGE - evidence.coverage());
        return Optional.of(
                new Points(
                        evidence.truncated() ? "truncation" : "coverage",
                        evidence.coverage() < LITTLE ? BROKEN_OFF : 0,
                        look,
                        Messages.text(key, percent(evidence.coverage())),
                        spans(evidence, Kind.TRUNCATION)));
    }

    private static Optional<Points> changedContent(VersionEvidence evidence) {
        int omitted = evidence.all(Kind.OMISSION).size();
        int added = evidence.all(Kind.ADDITION).size();
        double density = evidence.density(Kind.OMISSION, Kind.ADDITION);
        if (omitted + added < 4 || density < 2.2) {
            return Optional.empty();
        }
        Explanation text =
                Messages.text(
                        "reason.content",
                        omitted,
                        added,
                        examples(evidence, Kind.ADDITION, Kind.OMISSION));
        return Optional.of(
                new Points(
                        "omission",
                        0,
                        Math.min(2, 0.4 * density),
                        text,
                        spans(evidence, Kind.OMISSION, Kind.ADDITION)));
    }

    private static List<Span> spans(VersionEvidence evidence, Kind... kinds) {
        return evidence.all(kinds).stream().map(Finding::span).distinct().sorted().toList();
    }

    /** The surest findings' words, quoted. */
    private static Explanation.Examples examples(VersionEvidence evidence, Kind... kinds) {
        return new Explanation.Examples(
                evidence.all(kinds).stream()
                        .sorted(Comparator.comparingDouble(Finding::confidence).reversed())
                        .map(Finding::evidence)
                        .filter(word -> !word.isBlank())
                        .distinct()
                        .limit(EXAMPLES)
                        .map(StoryCoverage::shortened)
                        .toList());
    }

    private static Explanation.Figure percent(double share) {
        return Explanation.Figure.of(100 * share, 0);
    }
}
