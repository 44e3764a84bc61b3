package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.muwazi.embed.QualityModel;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.Signature;

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

    /** How far a version found garbled is still believed: as one that merely reads oddly is. */
    private static final double GARBLED_WITNESS = 0.3;

    private final List<Detector> detectors;
    private final FluencyJudge fluency;
    private final Optional<QualityModel> learned;
    private final Counterparts counterparts;

    /**
     * A scorer.
     *
     * @param detectors asked about each row
     * @param fluency judges the language of a version by itself
     */
    public StoryScorer(List<Detector> detectors, FluencyJudge fluency) {
        this(detectors, fluency, Optional.empty());
    }

    /**
     * A scorer that reads doubtful versions closely.
     *
     * @param detectors asked about each row
     * @param fluency judges the language of a version by itself
     * @param learned asked about the rows of versions that the detectors doubt; stays the caller's
     *     to close
     */
    public StoryScorer(
            List<Detector> detectors, FluencyJudge fluency, Optional<QualityModel> learned) {
        this(detectors, fluency, learned, Counterparts.none());
    }

    /**
     * The same; explanations name what another version says.
     *
     * @param detectors asked about each row
     * @param fluency judges the language of a version by itself
     * @param learned asked about the rows of versions that the detectors doubt; stays the caller's
     *     to close
     * @param counterparts asked about the words that {@code learned} doubts
     */
    public StoryScorer(
            List<Detector> detectors,
            FluencyJudge fluency,
            Optional<QualityModel> learned,
            Counterparts counterparts) {
        this.detectors = List.copyOf(detectors);
        this.fluency = Objects.requireNonNull(fluency, "fluency");
        this.learned = Objects.requireNonNull(learned, "learned");
        this.counterparts = Objects.requireNonNull(counterparts, "counterparts");
    }

    /** Rows scored, findings placed in the documents, verdicts with their reasons. */
    public ScoredStory score(AlignedStory story) {
        int original = original(story);
        StoryCoverage coverage = new StoryCoverage(story, original);
        double[] surprise = new double[story.versions().size()];
        double[] reliability = new double[surprise.length];
        for (int v = 0; v < surprise.length; v++) {
            surprise[v] = surprise(story, coverage, v);
            reliability[v] = v == original ? 1 : VerdictRules.reliability(surprise[v]);
        }
        // Its model is loaded while the detectors are at work, where it will likely be asked.
        learned.filter(model -> isLikelyDoubted(coverage, surprise))
                .ifPresent(QualityModel::prepare);
        Hearing hearing = new Hearing(story, coverage, detectors, surprise);
        Hearing.Heard heard = hearing.hear(reliability);
        if (isHeardAgain(heard.versions(), reliability)) {
            heard = hearing.hear(reliability);
        }
        if (learned.isPresent() && isAnyDoubted(heard.versions())) {
            CloseReader reader = new CloseReader(learned.get(), counterparts);
            heard = hearing.hear(reliability, reader.read(story, heard.versions(), reliability));
        }
        return new ScoredStory(
                story.id(), heard.versions(), story.pairs(), heard.rows(), signature(story));
    }

    /**
     * True where a garbled version may have spoken against another; its word counts for less from
     * then on.
     */
    private static boolean isHeardAgain(List<ScoredVersion> versions, double[] reliability) {
        boolean garbled = false;
        boolean doubted = false;
        for (int v = 0; v < versions.size(); v++) {
            boolean isGarbled = versions.get(v).verdict() == Verdict.GARBLED;
            garbled |= isGarbled;
            doubted |= !isGarbled && versions.get(v).verdict() != Verdict.OK;
            if (isGarbled) {
                reliability[v] *= GARBLED_WITNESS;
            }
        }
        return garbled && doubted;
    }

    private static boolean isLikelyDoubted(StoryCoverage coverage, double[] surprise) {
        for (int v = 0; v < surprise.length; v++) {
            if (EvidencePoints.callsForALook(coverage.of(v), surprise[v])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnyDoubted(List<ScoredVersion> versions) {
        return versions.stream().anyMatch(version -> version.verdict() != Verdict.OK);
    }

    static int original(AlignedStory story) {
        for (int v = 0; v < story.versions().size(); v++) {
            if (story.versions().get(v).original()) {
                return v;
            }
        }
        return -1;
    }

    private double surprise(AlignedStory story, StoryCoverage coverage, int version) {
        // Segments and not rows: the limits were measured on sentences, and a row may hold several.
        List<String> sentences = new ArrayList<>();
        for (int r = 0; r < story.rows().size(); r++) {
            if (coverage.inStory(r)) {
                SegmentRange range = story.rows().get(r).ranges().get(version);
                story.versions()
                        .get(version)
                        .segments()
                        .segments()
                        .subList(range.start(), range.end())
                        .forEach(segment -> sentences.add(segment.text()));
            }
        }
        return sentences.isEmpty()
                ? 0
                : fluency.documentSurprise(sentences, story.language(version));
    }

    private Signature signature(AlignedStory story) {
        Map<String, String> settings = new TreeMap<>();
        for (Signature part : story.making()) {
            settings.put(part.name(), part.toString());
        }
        settings.put(
                "detectors",
                String.join(
                        "+", detectors.stream().map(d -> d.getClass().getSimpleName()).toList()));
        settings.put("fluency", fluency.signature().toString());
        settings.put("verdict", VerdictRules.SIGNATURE);
        learned.ifPresent(
                model -> {
                    settings.put("learned", model.signature().toString());
                    settings.put("counterparts", counterparts.signature().toString());
                });
        return new Signature("check", settings, "0.1.0");
    }
}
