package org.muwazi.score;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.PairQuality;
import org.muwazi.embed.QualityModel;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Language;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * Scores a translation that stands alone, without a document around it: closeness of the two texts
 * in meaning times what the findings leave of it, the formula of a story's rows.
 *
 * <p>A side without a letter or digit, a translation that is the source itself and one in the wrong
 * language get score 0 and that one finding, before any model is asked. Between Arabic, English and
 * French only.
 *
 * <p>Thread-safe; the encoder stays the caller's to close.
 */
public final class PairEstimator implements QualityEstimator {

    /**
     * A critical finding at least this sure has to be looked at, however close the texts are;
     * measured in eval/results/pairs.tsv.
     */
    static final double SURE_CRITICAL = 0.7;

    private final SentenceEncoder encoder;
    private final List<Detector> detectors;
    private final Optional<QualityModel> learned;
    private final LearnedFindings words;
    private final Signature signature;

    /**
     * An estimator without a learned model.
     *
     * @param encoder whose cosines {@link SemanticCloseness} was measured on
     * @param detectors asked about each pair
     */
    public PairEstimator(SentenceEncoder encoder, List<Detector> detectors) {
        this(encoder, detectors, Optional.empty());
    }

    /**
     * An estimator.
     *
     * @param encoder whose cosines {@link SemanticCloseness} was measured on
     * @param detectors asked about each pair
     * @param learned asked about each pair that is not at the floor; stays the caller's to close
     */
    public PairEstimator(
            SentenceEncoder encoder, List<Detector> detectors, Optional<QualityModel> learned) {
        this(encoder, detectors, learned, Counterparts.none());
    }

    /**
     * An estimator whose explanations name what the source says.
     *
     * @param encoder whose cosines {@link SemanticCloseness} was measured on
     * @param detectors asked about each pair
     * @param learned asked about each pair that is not at the floor; stays the caller's to close
     * @param counterparts asked about the words that {@code learned} doubts
     */
    public PairEstimator(
            SentenceEncoder encoder,
            List<Detector> detectors,
            Optional<QualityModel> learned,
            Counterparts counterparts) {
        this.encoder = Objects.requireNonNull(encoder, "encoder");
        this.detectors = List.copyOf(detectors);
        this.learned = Objects.requireNonNull(learned, "learned");
        this.words = new LearnedFindings(counterparts);
        this.signature = makeSignature(counterparts);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a language is not scored, or both sides are in one
     */
    @Override
    public List<QualityEstimate> estimate(List<TranslationUnit> units) {
        List<List<Finding>> findings = new ArrayList<>(units.size());
        List<TranslationUnit> judged = new ArrayList<>();
        for (TranslationUnit unit : units) {
            requireScored(unit);
            List<Finding> found =
                    nothingSaid(unit)
                            .map(List::of)
                            .orElseGet(() -> Detectors.detect(detectors, unit));
            findings.add(found);
            if (!isFloored(found, unit)) {
                judged.add(unit);
            }
        }
        Iterator<Judged> judgements = judge(judged).iterator();
        List<QualityEstimate> estimates = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); i++) {
            List<Finding> found = findings.get(i);
            double score = 0;
            if (!isFloored(found, units.get(i))) {
                Judged here = judgements.next();
                score = here.score() * ErrorPoints.remainingShare(found);
                List<Finding> all = new ArrayList<>(found);
                all.addAll(here.findings());
                found = Places.inReadingOrder(all);
            }
            estimates.add(
                    new QualityEstimate(
                            score, verdict(score, found, units.get(i)), found, signature));
        }
        return estimates;
    }

    /**
     * What the models make of a pair.
     *
     * @param score before the detectors' findings are taken off
     * @param findings of the learned model
     */
    private record Judged(double score, List<Finding> findings) {}

    private List<Judged> judge(List<TranslationUnit> units) {
        List<String> texts = new ArrayList<>(2 * units.size());
        List<QualityModel.Pair> pairs = new ArrayList<>(units.size());
        for (TranslationUnit unit : units) {
            texts.add(unit.source().text());
            texts.add(unit.target().text());
            pairs.add(new QualityModel.Pair(unit.source().text(), unit.target().text()));
        }
        Embeddings vectors = encoder.encode(texts);
        Optional<List<PairQuality>> qualities = learned.map(model -> model.judge(pairs));
        List<Judged> judged = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); i++) {
            TranslationUnit unit = units.get(i);
            double closeness =
                    SemanticCloseness.graded(
                            vectors.cosine(2 * i, vectors, 2 * i + 1),
                            unit.source().language(),
                            unit.target().language());
            if (qualities.isEmpty()) {
                judged.add(new Judged(closeness, List.of()));
            } else {
                PairQuality quality = qualities.get().get(i);
                judged.add(
                        new Judged(
                                combined(closeness, quality),
                                words.of(quality, unit.source(), unit.target())));
            }
        }
        return judged;
    }

    private static double combined(double closeness, PairQuality quality) {
        return Math.sqrt(closeness * quality.score());
    }

    @Override
    public Signature signature() {
        return signature;
    }

    private static void requireScored(TranslationUnit unit) {
        Language from = unit.source().language();
        Language to = unit.target().language();
        if (!from.isScored() || !to.isScored() || from == to) {
            throw new IllegalArgumentException(
                    unit.id()
                            + ": from "
                            + from.englishName()
                            + " to "
                            + to.englishName()
                            + " is not scored; two different languages of Arabic, English and"
                            + " French are");
        }
    }

    /** The finding about a unit of which one side says nothing. */
    private static Optional<Finding> nothingSaid(TranslationUnit unit) {
        if (!EmptyDetector.saysSomething(unit.target().text())) {
            return Optional.of(nothingSaid(1, unit.target(), "empty.target"));
        }
        if (!EmptyDetector.saysSomething(unit.source().text())) {
            return Optional.of(nothingSaid(0, unit.source(), "empty.source"));
        }
        return Optional.empty();
    }

    private static Finding nothingSaid(int version, Variant side, String message) {
        return new Finding(
                Kind.EMPTY,
                version,
                new Span(0, side.text().length()),
                Severity.CRITICAL,
                1,
                side.text().strip(),
                Messages.text(message));
    }

    private static boolean isFloored(List<Finding> findings, TranslationUnit unit) {
        return findings.stream()
                .anyMatch(
                        finding ->
                                finding.kind() == Kind.EMPTY
                                        || Detectors.isAboutTheWhole(finding, unit));
    }

    private Verdict verdict(double score, List<Finding> findings, TranslationUnit unit) {
        ScoreLimits limits =
                ScoreLimits.of(kind(), unit.source().language(), unit.target().language());
        // At the floor nothing was measured; a limit may be 0.
        if (score < limits.garbledBelow() || isFloored(findings, unit)) {
            return Verdict.GARBLED;
        }
        return hasSureCriticalFinding(findings) || score < limits.reviewBelow()
                ? Verdict.REVIEW
                : Verdict.OK;
    }

    /** True where a finding alone asks for a look, however close the texts are. */
    public static boolean hasSureCriticalFinding(List<Finding> findings) {
        return findings.stream()
                .anyMatch(
                        finding ->
                                finding.severity() == Severity.CRITICAL
                                        && finding.confidence() >= SURE_CRITICAL);
    }

    /** Row of the limits. */
    private String kind() {
        return learned.isPresent() ? "learned" : "fast";
    }

    private Signature makeSignature(Counterparts counterparts) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("encoder", encoder.signature().toString());
        settings.put(
                "detectors",
                String.join(
                        "+", detectors.stream().map(d -> d.getClass().getSimpleName()).toList()));
        settings.put(
                "verdict",
                String.format(
                        Locale.ROOT,
                        "%s,critical>=%.2f",
                        ScoreLimits.signature(kind()),
                        SURE_CRITICAL));
        learned.ifPresent(
                model -> {
                    settings.put("learned", model.signature().toString());
                    settings.put("counterparts", counterparts.signature().toString());
                });
        return new Signature("score", settings, "0.1.0");
    }
}
