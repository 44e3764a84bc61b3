package org.muwazi.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muwazi.score.Finding.Kind;
import org.muwazi.testing.Seeds;
import org.muwazi.text.Language;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;
import org.muwazi.work.EntryStore;
import org.muwazi.work.MemoryEntries;

class CachingEstimatorTest {

    private final EntryStore store = new MemoryEntries(1 << 20);
    private final Drawn drawn = new Drawn("one");
    private final CachingEstimator caching = new CachingEstimator(drawn, store, "build");

    /** Draws an estimate from a seed that the texts make; counts the units it is asked about. */
    private static final class Drawn implements QualityEstimator {

        private final String name;
        private int asked;

        Drawn(String name) {
            this.name = name;
        }

        @Override
        public List<QualityEstimate> estimate(List<TranslationUnit> units) {
            asked += units.size();
            return units.stream()
                    .map(unit -> drawn(new Random(unit.target().hashCode()), signature()))
                    .toList();
        }

        @Override
        public Signature signature() {
            return new Signature(name, Map.of("a", "1"), "1");
        }
    }

    private static <T> T one(T[] values, Random random) {
        return Arrays.asList(values).get(random.nextInt(values.length));
    }

    private static QualityEstimate drawn(Random random, Signature signature) {
        List<Finding> findings = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int start = random.nextInt(50);
            findings.add(
                    new Finding(
                            one(Kind.values(), random),
                            random.nextInt(2),
                            new Span(start, start + random.nextInt(9)),
                            one(Severity.values(), random),
                            random.nextDouble(),
                            "\uD800 lone, \u0635 and " + random.nextInt(),
                            Explanation.verbatim("long ".repeat(random.nextInt(30_000)))));
        }
        Verdict verdict = one(Verdict.values(), random);
        return new QualityEstimate(random.nextDouble(), verdict, findings, signature);
    }

    private static TranslationUnit unit(String source, String target) {
        return new TranslationUnit(
                "0", new Variant(Language.ENGLISH, source), new Variant(Language.FRENCH, target));
    }

    @Test
    void whatIsRememberedIsWhatWasGivenToTheLastBit() {
        Seeds.forEach(
                30,
                random -> {
                    TranslationUnit unit = unit("a", "b" + random.nextInt());
                    QualityEstimate given = drawn.estimate(List.of(unit)).get(0);
                    assertThat(caching.estimate(List.of(unit))).containsExactly(given);
                    int before = drawn.asked;
                    assertThat(caching.estimate(List.of(unit))).containsExactly(given);
                    assertThat(drawn.asked).isEqualTo(before);
                });
    }

    @Test
    void aPairThatComesAgainInOneCallIsJudgedOnce() {
        TranslationUnit first = unit("Rain fell.", "La pluie tomba.");
        TranslationUnit second = unit("Snow fell.", "La neige tomba.");
        List<QualityEstimate> estimates =
                caching.estimate(List.of(first, second, first, first, second));
        assertThat(drawn.asked).isEqualTo(2);
        assertThat(estimates.get(3)).isEqualTo(estimates.get(0));
        assertThat(estimates.get(4)).isEqualTo(estimates.get(1)).isNotEqualTo(estimates.get(0));
    }

    @Test
    void anotherEstimatorAnotherBuildAndOtherLanguagesAreOtherQuestions() {
        TranslationUnit unit = unit("Rain fell.", "La pluie tomba.");
        caching.estimate(List.of(unit));
        Drawn other = new Drawn("other");
        new CachingEstimator(other, store, "build").estimate(List.of(unit));
        assertThat(other.asked).isEqualTo(1);
        new CachingEstimator(drawn, store, "later build").estimate(List.of(unit));
        assertThat(drawn.asked).isEqualTo(2);
        TranslationUnit arabic =
                new TranslationUnit(
                        "0", unit.source(), new Variant(Language.ARABIC, unit.target().text()));
        caching.estimate(List.of(arabic));
        assertThat(drawn.asked).isEqualTo(3);
    }

    @Test
    void bytesThatAreNoEstimateAreNoAnswer() {
        byte[] bytes = EstimateBytes.write(drawn(new Random(5), drawn.signature()));
        for (int length = 0; length < bytes.length; length += 1 + length / 10) {
            assertThat(EstimateBytes.read(Arrays.copyOf(bytes, length), drawn.signature()))
                    .isEmpty();
        }
        bytes[0]++;
        assertThat(EstimateBytes.read(bytes, drawn.signature())).isEmpty();
    }
}
