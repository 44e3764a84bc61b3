package org.muwazi.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.muwazi.score.AlignedStory.Row;
import org.muwazi.score.Finding.Kind;
import org.muwazi.score.RowFindings.Target;
import org.muwazi.score.RowFindings.Witness;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit.Variant;

/** Hears all versions of a story as witnesses for and against each other, as often as asked. */
final class Hearing {

    private final AlignedStory story;
    private final int original;
    private final StoryCoverage coverage;
    private final double[] surprise;

    /** What was raised against each version in each row: the same however far each is believed. */
    private final Map<Place, List<RowFindings.Raised>> raised;

    private record Place(int version, int row) {}

    /**
     * A hearing.
     *
     * @param coverage of the story
     * @param detectors asked about each row
     * @param surprise by version, how unlike ordinary writing it is
     */
    Hearing(
            AlignedStory story,
            StoryCoverage coverage,
            List<Detector> detectors,
            double[] surprise) {
        this.story = story;
        this.original = StoryScorer.original(story);
        this.coverage = coverage;
        this.surprise = surprise.clone();
        this.raised = raise(detectors);
    }

    /** What was heard: the rows, and the versions with their verdicts. */
    record Heard(List<ScoredRow> rows, List<ScoredVersion> versions) {}

    /**
     * Rows, evidence and verdicts.
     *
     * @param reliability by version, how far it is believed when another is held against it, above
     *     0 to 1
     */
    Heard hear(double[] reliability) {
        return hear(reliability, Map.of());
    }

    /**
     * The same, with versions that were read closely.
     *
     * @param read by version; rows that were read are scored by it too, and words doubted in them
     *     are findings
     */
    Heard hear(double[] reliability, Map<Integer, CloseReading> read) {
        List<List<List<Finding>>> findings = findings(reliability);
        List<ScoredRow> rows = rows(findings, reliability, Map.of());
        List<ScoredVersion> versions = new ArrayList<>();
        for (int v = 0; v < story.versions().size(); v++) {
            // Limits were set on the rows as the detectors see them.
            VersionEvidence evidence = evidence(rows, v, Optional.ofNullable(read.get(v)));
            versions.add(VerdictRules.judge(story, evidence, v == original));
        }
        return new Heard(read.isEmpty() ? rows : rows(findings, reliability, read), versions);
    }

    private List<ScoredRow> rows(
            List<List<List<Finding>>> findings,
            double[] reliability,
            Map<Integer, CloseReading> read) {
        List<ScoredRow> rows = new ArrayList<>();
        for (int r = 0; r < story.rows().size(); r++) {
            Row row = story.rows().get(r);
            List<OptionalDouble> scores = new ArrayList<>();
            List<Finding> all = new ArrayList<>();
            for (int v = 0; v < story.versions().size(); v++) {
                List<Finding> here = findings.get(v).get(r);
                CloseReading reading = read.get(v);
                OptionalDouble learned =
                        reading == null ? OptionalDouble.empty() : reading.score(r);
                scores.add(rowScore(r, v, here, reliability, learned));
                all.addAll(reading == null ? here : reading.with(r, here));
            }
            rows.add(new ScoredRow(row.ranges(), row.moved(), scores, all));
        }
        return rows;
    }

    /** By version and row, spans in the documents. */
    private List<List<List<Finding>>> findings(double[] reliability) {
        List<List<List<Finding>>> all = new ArrayList<>();
        for (int v = 0; v < story.versions().size(); v++) {
            List<List<Finding>> byRow = new ArrayList<>();
            for (int r = 0; r < story.rows().size(); r++) {
                Row row = story.rows().get(r);
                List<Finding> here = new ArrayList<>();
                List<RowFindings.Raised> found = raised.get(new Place(v, r));
                if (found != null) {
                    List<Witness> witnesses = witnesses(story, r, v, original, reliability);
                    for (Finding finding :
                            RowFindings.weigh(found, witnesses, target(v, r, reliability))) {
                        here.add(finding.at(v, inDocument(story, row, v, finding.span())));
                    }
                }
                here.addAll(coverage.findings(v, r));
                byRow.add(here);
            }
            all.add(byRow);
        }
        return all;
    }

    /** Asks the detectors about every row that a version can be held against others in. */
    private Map<Place, List<RowFindings.Raised>> raise(List<Detector> detectors) {
        RowFindings rowFindings = new RowFindings(detectors);
        double[] believed = new double[story.versions().size()];
        Arrays.fill(believed, 1);
        List<Place> places = new ArrayList<>();
        for (int v = 0; v < story.versions().size(); v++) {
            for (int r = 0; r < story.rows().size(); r++) {
                if (v != original
                        && story.rows().get(r).has(v)
                        && story.language(v).isScored()
                        && !witnesses(story, r, v, original, believed).isEmpty()) {
                    places.add(new Place(v, r));
                }
            }
        }
        return places.stream()
                .collect(
                        Collectors.toMap(
                                place -> place,
                                place ->
                                        rowFindings.raise(
                                                witnesses(
                                                        story,
                                                        place.row(),
                                                        place.version(),
                                                        original,
                                                        believed),
                                                target(place.version(), place.row(), believed))));
    }

    private Target target(int version, int r, double[] reliability) {
        return new Target(
                variant(story, story.rows().get(r), version),
                around(story, r, version),
                reliability[version]);
    }

    /** Those a version's text in a row is held against; empty where there is none. */
    static List<Witness> witnesses(
            AlignedStory story, int r, int version, int original, double[] reliability) {
        Row row = story.rows().get(r);
        return heldAgainst(story, row, version, original).stream()
                .filter(w -> story.language(w).isScored())
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

    static Variant variant(AlignedStory story, Row row, int version) {
        return new Variant(story.language(version), story.text(row, version));
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
        return new Variant(story.language(version), text.toString());
    }

    static Span inDocument(AlignedStory story, Row row, int version, Span span) {
        return story.versions().get(version).segments().toDocument(row.ranges().get(version), span);
    }

    /** Closeness to the versions it is held against, less the error points of its findings. */
    private OptionalDouble rowScore(
            int r,
            int version,
            List<Finding> findings,
            double[] reliability,
            OptionalDouble learned) {
        Row row = story.rows().get(r);
        if (!row.has(version) || row.present() < 2 || version == original) {
            return OptionalDouble.empty();
        }
        List<Integer> witnesses = heldAgainst(story, row, version, original);
        if (witnesses.isEmpty()) {
            return OptionalDouble.empty();
        }
        double meaning = RowMeaning.of(story, row, version, witnesses, reliability);
        // The formula of PairEstimator where the model was asked.
        double judged = learned.isPresent() ? Math.sqrt(meaning * learned.getAsDouble()) : meaning;
        return OptionalDouble.of(judged * ErrorPoints.remainingShare(findings));
    }

    private VersionEvidence evidence(
            List<ScoredRow> rows, int version, Optional<CloseReading> reading) {
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
        return new VersionEvidence(
                version,
                words,
                weight == 0 ? 0 : broken / weight,
                weight == 0 ? 0 : sum / weight,
                coverage.of(version),
                coverage.isTruncated(version),
                surprise[version],
                reading.map(read -> read.meanScore(story)).orElse(OptionalDouble.empty()),
                brokenRows,
                findings);
    }
}
