package org.muwazi.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.muwazi.score.AlignedStory.Row;
import org.muwazi.score.Finding.Kind;
import org.muwazi.score.RowFindings.Target;
import org.muwazi.score.RowFindings.Witness;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit.Variant;

/*
 * Sentence vectors cannot see garble: on eval/stories the mean cosine of a garbled version to the others lies within .05 of the clean
 * version's. So the closeness in meaning is only one factor of a row's score; the others are findings, each tied to a place, weighted by
 * MQM severity as xCOMET does (1, 5, 10 points of at most 25). What one version shows is held against all others: with three versions a
 * fault is believed as far as the other two bear it out, so that two outvote one.
 */
/**
 * Scores the rows of an aligned story and draws a verdict for each version. Deterministic and
 * thread-safe.
 */
public final class StoryScorer {

    private final List<Detector> detectors;
    private final FluencyJudge fluency;

    /**
     * A scorer.
     *
     * @param detectors asked about each row
     * @param fluency judges the language of a version by itself
     */
    public StoryScorer(List<Detector> detectors, FluencyJudge fluency) {
        this.detectors = List.copyOf(detectors);
        this.fluency = Objects.requireNonNull(fluency, "fluency");
    }

    /** Rows scored, findings placed in the documents, verdicts with their reasons. */
    public ScoredStory score(AlignedStory story) {
        int original = original(story);
        StoryCoverage coverage = new StoryCoverage(story, original);
        double[] reliability = reliability(story, original, coverage);
        List<List<List<Finding>>> findings = findings(story, original, coverage, reliability);
        List<ScoredRow> rows = new ArrayList<>();
        for (int r = 0; r < story.rows().size(); r++) {
            Row row = story.rows().get(r);
            List<OptionalDouble> scores = new ArrayList<>();
            List<Finding> all = new ArrayList<>();
            for (int v = 0; v < story.versions().size(); v++) {
                scores.add(rowScore(story, row, v, original, findings.get(v).get(r), reliability));
                all.addAll(findings.get(v).get(r));
            }
            rows.add(new ScoredRow(row.ranges(), row.moved(), scores, all));
        }
        List<VersionEvidence> evidence = new ArrayList<>();
        for (int v = 0; v < story.versions().size(); v++) {
            evidence.add(evidence(story, coverage, rows, v));
        }
        List<ScoredVersion> versions = new ArrayList<>();
        for (int v = 0; v < story.versions().size(); v++) {
            versions.add(VerdictRules.judge(story, evidence.get(v), v == original));
        }
        return new ScoredStory(story.id(), versions, story.pairs(), rows, signature(story));
    }

    private static int original(AlignedStory story) {
        for (int v = 0; v < story.versions().size(); v++) {
            if (story.versions().get(v).original()) {
                return v;
            }
        }
        return -1;
    }

    /** By version and row, spans in the documents. */
    private List<List<List<Finding>>> findings(
            AlignedStory story, int original, StoryCoverage coverage, double[] reliability) {
        RowFindings rowFindings = new RowFindings(detectors);
        List<List<List<Finding>>> all = new ArrayList<>();
        for (int v = 0; v < story.versions().size(); v++) {
            List<List<Finding>> byRow = new ArrayList<>();
            for (int r = 0; r < story.rows().size(); r++) {
                Row row = story.rows().get(r);
                List<Finding> here = new ArrayList<>();
                if (v != original
                        && row.has(v)
                        && story.versions().get(v).source().document().language().isScored()) {
                    List<Witness> witnesses = witnesses(story, r, v, original, reliability);
                    if (!witnesses.isEmpty()) {
                        for (Finding finding :
                                rowFindings.of(
                                        witnesses,
                                        new Target(
                                                variant(story, row, v),
                                                around(story, r, v),
                                                reliability[v]))) {
                            here.add(finding.at(v, inDocument(story, row, v, finding.span())));
                        }
                    }
                }
                here.addAll(coverage.findings(v, r));
                byRow.add(here);
            }
            all.add(byRow);
        }
        return all;
    }

    private static List<Witness> witnesses(
            AlignedStory story, int r, int version, int original, double[] reliability) {
        Row row = story.rows().get(r);
        return heldAgainst(story, row, version, original).stream()
                .filter(w -> story.versions().get(w).source().document().language().isScored())
                .map(
                        w ->
                                new Witness(
                                        variant(story, row, w),
                                        around(story, r, w),
                                        reliability[w],
                                        w == original))
                .toList();
    }

    /**
     * How far each version can be believed when another is held against it: by its language, before
     * anything is compared.
     */
    private double[] reliability(AlignedStory story, int original, StoryCoverage coverage) {
        double[] reliability = new double[story.versions().size()];
        for (int v = 0; v < reliability.length; v++) {
            reliability[v] =
                    v == original ? 1 : VerdictRules.reliability(surprise(story, coverage, v));
        }
        return reliability;
    }

    private double surprise(AlignedStory story, StoryCoverage coverage, int version) {
        List<String> passages = new ArrayList<>();
        for (int r = 0; r < story.rows().size(); r++) {
            if (coverage.inStory(r) && story.rows().get(r).has(version)) {
                passages.add(story.text(story.rows().get(r), version));
            }
        }
        return passages.isEmpty()
                ? 0
                : fluency.documentSurprise(
                        passages, story.versions().get(version).source().document().language());
    }

    /**
     * The versions of a row that one of them is held against: the original where there is one, else
     * all others.
     */
    private static List<Integer> heldAgainst(
            AlignedStory story, Row row, int version, int original) {
        if (original >= 0
                && original != version
                && row.has(original)
                && story.areVersions(original, version)) {
            return List.of(original);
        }
        List<Integer> others = new ArrayList<>();
        for (int w = 0; w < story.versions().size(); w++) {
            if (w != version && row.has(w) && story.areVersions(w, version)) {
                others.add(w);
            }
        }
        return others;
    }

    private static Variant variant(AlignedStory story, Row row, int version) {
        return new Variant(
                story.versions().get(version).source().document().language(),
                story.text(row, version));
    }

    /** A version's text in a row with the nearest it has before and after. */
    private static Variant around(AlignedStory story, int r, int version) {
        StringBuilder text = new StringBuilder();
        for (int at = Math.max(0, r - 1); at <= Math.min(story.rows().size() - 1, r + 1); at++) {
            if (story.rows().get(at).has(version)) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(story.text(story.rows().get(at), version));
            }
        }
        return new Variant(
                story.versions().get(version).source().document().language(), text.toString());
    }

    private static Span inDocument(AlignedStory story, Row row, int version, Span span) {
        return story.versions().get(version).segments().toDocument(row.ranges().get(version), span);
    }

    /** Closeness to the versions it is held against, less the error points of its findings. */
    private static OptionalDouble rowScore(
            AlignedStory story,
            Row row,
            int version,
            int original,
            List<Finding> findings,
            double[] reliability) {
        if (!row.has(version) || row.present() < 2 || version == original) {
            return OptionalDouble.empty();
        }
        double best = 0;
        double sum = 0;
        int count = 0;
        double believed = 0;
        for (int w : heldAgainst(story, row, version, original)) {
            believed = Math.max(believed, reliability[w]);
            double closeness = closeness(story, row, version, w);
            best = Math.max(best, closeness);
            sum += closeness;
            count++;
        }
        if (count == 0) {
            return OptionalDouble.empty();
        }
        // A version is not to suffer for another's fault: half of what counts is its closest
        // companion, and distance to a companion
        // whose language is broken says little.
        double meaning = 1 - believed * (1 - (best + sum / count) / 2);
        return OptionalDouble.of(meaning * ErrorPoints.remainingShare(findings));
    }

    private static double closeness(AlignedStory story, Row row, int v, int w) {
        AlignedStory.Version first = story.versions().get(v);
        AlignedStory.Version second = story.versions().get(w);
        SegmentRange here = row.ranges().get(v);
        SegmentRange there = row.ranges().get(w);
        double cosine =
                first.vectors()
                        .cosine(
                                here.start(),
                                here.end(),
                                second.vectors(),
                                there.start(),
                                there.end());
        return SemanticCloseness.of(
                cosine,
                first.source().document().language(),
                second.source().document().language());
    }

    private VersionEvidence evidence(
            AlignedStory story, StoryCoverage coverage, List<ScoredRow> rows, int version) {
        double weight = 0;
        double broken = 0;
        double sum = 0;
        int words = 0;
        List<Span> brokenRows = new ArrayList<>();
        Map<Kind, List<Finding>> findings = new EnumMap<>(Kind.class);
        for (int r = 0; r < rows.size(); r++) {
            Row row = story.rows().get(r);
            for (Finding finding : rows.get(r).findings()) {
                if (finding.version() == version) {
                    findings.computeIfAbsent(finding.kind(), kind -> new ArrayList<>())
                            .add(finding);
                }
            }
            OptionalDouble score = rows.get(r).scores().get(version);
            if (row.has(version) && coverage.inStory(r)) {
                String text = story.text(row, version);
                words +=
                        (int)
                                Arrays.stream(text.split("\\s+"))
                                        .filter(word -> !word.isBlank())
                                        .count();
                if (score.isPresent()) {
                    double length = story.length(row, version);
                    weight += length;
                    sum += length * score.getAsDouble();
                    if (score.getAsDouble() < VerdictRules.BROKEN_ROW) {
                        broken += length;
                        brokenRows.add(inDocument(story, row, version, new Span(0, text.length())));
                    }
                }
            }
        }
        double surprise = surprise(story, coverage, version);
        return new VersionEvidence(
                version,
                words,
                weight == 0 ? 0 : broken / weight,
                weight == 0 ? 0 : sum / weight,
                coverage.of(version),
                coverage.isTruncated(version),
                surprise,
                brokenRows,
                findings);
    }

    private Signature signature(AlignedStory story) {
        Map<String, String> settings = new java.util.TreeMap<>();
        for (Signature part : story.making()) {
            settings.put(part.name(), part.toString());
        }
        settings.put(
                "detectors",
                String.join(
                        "+", detectors.stream().map(d -> d.getClass().getSimpleName()).toList()));
        settings.put("fluency", fluency.signature().toString());
        settings.put("verdict", VerdictRules.SIGNATURE);
        return new Signature("check", settings, "0.1.0");
    }
}
