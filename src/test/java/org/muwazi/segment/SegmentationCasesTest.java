package org.muwazi.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muwazi.text.Document;
import org.muwazi.text.Language;

/**
 * The cases of {@code cases/*.txt}, hold-outs included, each a test with its explanation as name.
 */
class SegmentationCasesTest {

    private static final int FEWEST_CASES = 45;
    private static final double LOWEST_ACCURACY = 0.95;

    private static final Segmenter SEGMENTER = new RuleSegmenter();

    @TestFactory
    Stream<DynamicTest> eachCaseHoldsOrIsListedAsAKnownFailure() {
        return Stream.of(Language.ARABIC, Language.ENGLISH, Language.FRENCH)
                .flatMap(language -> cases(language).stream())
                .map(
                        example ->
                                dynamicTest(
                                        example.language().iso639_1()
                                                + ": "
                                                + example.explanation(),
                                        () -> check(example)));
    }

    @ParameterizedTest
    @EnumSource(names = {"ARABIC", "ENGLISH", "FRENCH"})
    void atLeast95PercentOfTheCasesOfALanguageAreRight(Language language) {
        List<SegmentationCase> cases = cases(language);
        long right =
                cases.stream()
                        .filter(
                                example ->
                                        segments(example, example.input())
                                                .equals(example.expected()))
                        .count();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(FEWEST_CASES);
        assertThat((double) right / cases.size()).isGreaterThanOrEqualTo(LOWEST_ACCURACY);
    }

    @TestFactory
    Stream<DynamicTest> aSegmentByItselfIsOneSegment() {
        return Stream.of(Language.ARABIC, Language.ENGLISH, Language.FRENCH)
                .map(
                        language ->
                                dynamicTest(
                                        language.iso639_1(),
                                        () ->
                                                cases(language)
                                                        .forEach(this::checkSegmentsStayWhole)));
    }

    private void checkSegmentsStayWhole(SegmentationCase example) {
        for (String segment : segments(example, example.input())) {
            assertThat(segments(example, segment)).containsExactly(segment);
        }
    }

    private static void check(SegmentationCase example) {
        List<String> found = segments(example, example.input());
        if (example.knownFailure().isPresent()) {
            assertThat(found)
                    .as("now right: remove its known-failure line")
                    .isNotEqualTo(example.expected());
        } else {
            assertThat(found).isEqualTo(example.expected());
        }
    }

    private static List<String> segments(SegmentationCase example, String text) {
        return SEGMENTER.segment(new Document("case", example.language(), text)).texts();
    }

    private static List<SegmentationCase> cases(Language language) {
        String name = language.iso639_1();
        List<SegmentationCase> cases =
                new ArrayList<>(SegmentationCase.read(name + ".txt", language));
        cases.addAll(SegmentationCase.read(name + "-holdout.txt", language));
        return cases;
    }
}
