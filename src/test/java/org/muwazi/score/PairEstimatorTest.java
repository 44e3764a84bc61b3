package org.muwazi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.PairQuality;
import org.muwazi.embed.QualityModel;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.text.Language;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

class PairEstimatorTest {

    private static final String ENGLISH = "The minister arrived in Paris on 12 March.";
    private static final String FRENCH = "Le ministre est arrivé à Paris le 12 mars.";

    private static final List<String> DOUBTED = List.of("est", "arrivé", "mars.");

    private final Fixed encoder = new Fixed();
    private final PairEstimator estimator = new PairEstimator(encoder, Detectors.standard());

    private static TranslationUnit unit(String source, String target) {
        return new TranslationUnit(
                "0", new Variant(Language.ENGLISH, source), new Variant(Language.FRENCH, target));
    }

    private QualityEstimate estimate(String source, String target) {
        return estimator.estimate(List.of(unit(source, target))).get(0);
    }

    @Test
    void closerPairsHaveTheHigherScoreUpToOneForEqualVectors() {
        encoder.cosine = 0.8;
        double close = estimate(ENGLISH, FRENCH).score();
        encoder.cosine = 0.9;
        QualityEstimate estimate = estimate(ENGLISH, FRENCH);
        assertThat(estimate.findings()).isEmpty();
        assertThat(estimate.score()).isGreaterThan(close).isBetween(0.9, 1.0);
        encoder.cosine = 1;
        assertThat(estimate(ENGLISH, FRENCH).score()).isEqualTo(1);
        encoder.cosine = 0.9;
        assertThat(estimate.verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void findingsTakeTheirPointsOffAndASureCriticalOneIsLookedAt() {
        encoder.cosine = 0.9;
        QualityEstimate estimate = estimate(ENGLISH, FRENCH.replace("12", "22"));
        assertThat(estimate.findings()).extracting(Finding::kind).contains(Finding.Kind.NUMBER);
        assertThat(estimate.score())
                .isEqualTo(
                        estimate(ENGLISH, FRENCH).score()
                                * ErrorPoints.remainingShare(estimate.findings()))
                .isLessThan(0.9);
        assertThat(estimate.verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void verdictFollowsTheScore() {
        encoder.cosine = 0.17;
        assertThat(estimate(ENGLISH, FRENCH).score()).isZero();
        assertThat(estimate(ENGLISH, FRENCH).verdict()).isEqualTo(Verdict.GARBLED);
        ScoreLimits limits = ScoreLimits.of("fast", Language.ENGLISH, Language.FRENCH);
        encoder.cosine = 0.6;
        assertThat(estimate(ENGLISH, FRENCH).score())
                .isBetween(limits.garbledBelow(), limits.reviewBelow());
        assertThat(estimate(ENGLISH, FRENCH).verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void everyDirectionHasLimitsWithAndWithoutTheModelAndNoOtherHas() {
        List<Language> scored = List.of(Language.ARABIC, Language.ENGLISH, Language.FRENCH);
        for (String estimator : List.of("learned", "fast")) {
            for (Language from : scored) {
                for (Language to : scored) {
                    if (from == to) {
                        assertThatThrownBy(() -> ScoreLimits.of(estimator, from, to))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining("no limits for " + estimator);
                    } else {
                        ScoreLimits limits = ScoreLimits.of(estimator, from, to);
                        assertThat(limits.garbledBelow())
                                .isPositive()
                                .isLessThan(limits.reviewBelow());
                    }
                }
            }
        }
    }

    @Test
    void emptyCopiedAndWrongLanguageGetTheFloorWithoutAModel() {
        encoder.cosine = 1;
        String arabic =
                "\u0648\u0635\u0644 \u0627\u0644\u0648\u0632\u064a\u0631 \u0625\u0644\u0649";
        List<TranslationUnit> units =
                List.of(
                        unit(ENGLISH, ""),
                        unit(ENGLISH, " \u00A0..."),
                        unit("", FRENCH),
                        unit("", ""),
                        unit(ENGLISH, ENGLISH),
                        unit(ENGLISH, arabic + " " + arabic));
        for (QualityEstimate estimate : estimator.estimate(units)) {
            assertThat(estimate.score()).isZero();
            assertThat(estimate.verdict()).isEqualTo(Verdict.GARBLED);
            assertThat(estimate.findings()).hasSize(1);
        }
        assertThat(encoder.encoded).isEmpty();
    }

    @Test
    void theLearnedModelIsAskedAboutWhatIsNotAtTheFloorAndItsDoubtedWordsAreTold() {
        encoder.cosine = 0.9;
        List<QualityModel.Pair> asked = new ArrayList<>();
        PairEstimator learned =
                new PairEstimator(
                        encoder, Detectors.standard(), Optional.of(new Doubting(asked, DOUBTED)));
        List<QualityEstimate> estimates =
                learned.estimate(List.of(unit(ENGLISH, ""), unit(ENGLISH, FRENCH)));
        assertThat(asked).containsExactly(new QualityModel.Pair(ENGLISH, FRENCH));
        assertThat(estimates.get(0).score()).isZero();
        QualityEstimate estimate = estimates.get(1);
        assertThat(estimate.score()).isLessThan(estimate(ENGLISH, FRENCH).score());
        // "est arrivé" are neighbours, "mars." stands alone.
        assertThat(estimate.findings())
                .extracting(finding -> finding.span().of(FRENCH))
                .containsExactly("est arrivé", "mars.");
        assertThat(estimate.findings())
                .allMatch(finding -> finding.kind() == Finding.Kind.MISTRANSLATION);
        assertThat(learned.signature().toString()).contains("doubting");
    }

    @Test
    void anExplanationNamesWhatTheSourceSaysWithoutItsFunctionWords() {
        PairEstimator learned = explaining(DOUBTED);
        List<Finding> findings = learned.estimate(List.of(unit(ENGLISH, FRENCH))).get(0).findings();
        assertThat(findings)
                .extracting(finding -> finding.explanation().toString())
                .containsExactly(
                        "The learned model expects other words than \u201cest arriv\u00e9\u201d here;"
                                + " at about this place the source has \u201cminister arrived \u2026"
                                + " Paris\u201d.",
                        "The learned model expects other words than \u201cmars.\u201d here.");
        assertThat(learned.signature().toString()).contains("answering");
        assertThat(estimator.signature().toString()).doesNotContain("counterparts");
    }

    @Test
    void aDoubtedWordThatIsItsCounterpartInOtherLettersIsNotToldOf() {
        PairEstimator learned = explaining(List.of("Paris", "12"));
        List<Finding> findings = learned.estimate(List.of(unit(ENGLISH, FRENCH))).get(0).findings();
        assertThat(findings).extracting(Finding::evidence).containsExactly("12");
    }

    private PairEstimator explaining(List<String> doubted) {
        encoder.cosine = 0.9;
        return new PairEstimator(
                encoder,
                Detectors.standard(),
                Optional.of(new Doubting(new ArrayList<>(), doubted)),
                new Answering());
    }

    /** Points to three stretches for the first place it is asked about, and to an article after. */
    private static final class Answering implements Counterparts {

        @Override
        public List<List<Span>> of(String source, String target, List<Span> stretches) {
            assertThat(source).isEqualTo(ENGLISH);
            assertThat(target).isEqualTo(FRENCH);
            assertThat(stretches).hasSize(2);
            return List.of(places("The minister arrived", "in", "in Paris"), places("The"));
        }

        private static List<Span> places(String... texts) {
            return Stream.of(texts)
                    .map(
                            text ->
                                    new Span(
                                            ENGLISH.indexOf(text),
                                            text.length() + ENGLISH.indexOf(text)))
                    .toList();
        }

        @Override
        public Signature signature() {
            return new Signature("answering", Map.of(), "1");
        }
    }

    /** Half sure of every pair, and of every word but some. */
    private record Doubting(List<QualityModel.Pair> asked, List<String> doubted)
            implements QualityModel {

        @Override
        public List<PairQuality> judge(List<Pair> pairs) {
            asked.addAll(pairs);
            List<PairQuality> all = new ArrayList<>();
            for (Pair pair : pairs) {
                List<PairQuality.Word> words = new ArrayList<>();
                int start = 0;
                for (String word : pair.target().split(" ")) {
                    boolean isDoubted = doubted.contains(word);
                    words.add(
                            new PairQuality.Word(
                                    new Span(start, start + word.length()), isDoubted ? 0.8 : 0.1));
                    start += word.length() + 1;
                }
                all.add(new PairQuality(0.5, 0.3, 0.1, words));
            }
            return all;
        }

        @Override
        public Signature signature() {
            return new Signature("doubting", Map.of(), "1");
        }

        @Override
        public void close() {}
    }

    @Test
    void emptySourceIsToldOfTheSource() {
        Finding finding = estimate("  ", FRENCH).findings().get(0);
        assertThat(finding.kind()).isEqualTo(Finding.Kind.EMPTY);
        assertThat(finding.version()).isZero();
    }

    @Test
    void flooredPairDoesNotShiftItsNeighbours() {
        encoder.cosine = 0.9;
        List<QualityEstimate> estimates =
                estimator.estimate(
                        List.of(unit(ENGLISH, ""), unit(ENGLISH, FRENCH), unit("", FRENCH)));
        assertThat(estimates)
                .extracting(QualityEstimate::score)
                .containsExactly(0.0, estimate(ENGLISH, FRENCH).score(), 0.0);
    }

    @Test
    void languagesThatAreNotScoredAreRefused() {
        TranslationUnit german =
                new TranslationUnit(
                        "7",
                        new Variant(Language.ENGLISH, ENGLISH),
                        new Variant(Language.GERMAN, "Guten Tag."));
        assertThatThrownBy(() -> estimator.estimate(List.of(german)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7: from English to German is not scored");
    }

    @Test
    void moreFindingsNeverLeaveMore() {
        Random random = new Random(7);
        List<Severity> severities = List.of(Severity.values());
        List<Finding> findings = new ArrayList<>();
        double share = ErrorPoints.remainingShare(findings);
        assertThat(share).isEqualTo(1);
        for (int i = 0; i < 50; i++) {
            findings.add(
                    new Finding(
                            Finding.Kind.NUMBER,
                            1,
                            new org.muwazi.text.Span(i, i + 1),
                            severities.get(random.nextInt(severities.size())),
                            random.nextDouble(),
                            "",
                            Explanation.verbatim("")));
            double next = ErrorPoints.remainingShare(findings);
            assertThat(next).isBetween(0.0, share);
            share = next;
        }
        assertThat(share).isZero();
    }

    /** Every second vector has the wanted cosine to the one before it. */
    private static final class Fixed implements SentenceEncoder {

        private final List<String> encoded = new ArrayList<>();
        private double cosine;

        @Override
        public Embeddings encode(List<String> sentences) {
            encoded.addAll(sentences);
            List<float[]> rows = new ArrayList<>();
            for (int i = 0; i < sentences.size(); i++) {
                rows.add(
                        i % 2 == 0
                                ? new float[] {1, 0}
                                : new float[] {
                                    (float) cosine, (float) Math.sqrt(1 - cosine * cosine)
                                });
            }
            return Embeddings.of(rows, 2);
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public int maxTokens() {
            return 8;
        }

        @Override
        public long windowed() {
            return 0;
        }

        @Override
        public Signature signature() {
            return new Signature("fixed", Map.of(), "1");
        }

        @Override
        public void close() {
            encoded.clear();
        }
    }
}
