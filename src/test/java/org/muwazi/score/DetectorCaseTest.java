package org.muwazi.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muwazi.text.Language;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

/** Each detector on cases that people can judge; the cases are tables beside this class. */
class DetectorCaseTest {

    static Stream<Arguments> numbers() {
        return Cases.of("number-cases.tsv");
    }

    static Stream<Arguments> units() {
        return Cases.of("unit-cases.tsv");
    }

    static Stream<Arguments> names() {
        return Cases.of("name-cases.tsv");
    }

    static Stream<Arguments> untranslated() {
        return Cases.of("untranslated-cases.tsv");
    }

    static Stream<Arguments> repetitions() {
        return Cases.of("repetition-cases.tsv");
    }

    static Stream<Arguments> debris() {
        return Cases.of("debris-cases.tsv");
    }

    static Stream<Arguments> fluency() {
        return Cases.of("fluency-cases.tsv");
    }

    static Stream<Arguments> negation() {
        return Cases.of("negation-cases.tsv");
    }

    static Stream<Arguments> lengths() {
        return Cases.of("length-cases.tsv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void comparesNumbers(String shows, TranslationUnit unit, List<String> evidence) {
        assertFindings(new NumberDetector(), Finding.Kind.NUMBER, unit, evidence);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("units")
    void comparesUnits(String shows, TranslationUnit unit, List<String> evidence) {
        assertFindings(new UnitDetector(), Finding.Kind.NUMBER, unit, evidence);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void comparesNames(String shows, TranslationUnit unit, List<String> evidence) {
        assertFindings(new NameDetector(), Finding.Kind.NAME, unit, evidence);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("repetitions")
    void findsRepetitions(String shows, TranslationUnit unit, List<String> evidence) {
        assertFindings(new RepetitionDetector(), Finding.Kind.REPETITION, unit, evidence);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("debris")
    void findsDebris(String shows, TranslationUnit unit, List<String> evidence) {
        assertFindings(new DebrisDetector(), Finding.Kind.DEBRIS, unit, evidence);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fluency")
    void findsSlipsOfGrammar(String shows, TranslationUnit unit, List<String> evidence) {
        assertFindings(new FluencyDetector(), Finding.Kind.FLUENCY, unit, evidence);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("negation")
    void comparesNegation(String shows, TranslationUnit unit, List<String> evidence) {
        assertFindings(new NegationDetector(), Finding.Kind.NEGATION, unit, evidence);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("untranslated")
    void findsUntranslatedText(String shows, TranslationUnit unit, List<String> evidence) {
        List<Finding> findings = new UntranslatedDetector().detect(unit);
        assertThat(findings).extracting(Finding::evidence).isEqualTo(evidence);
        assertSpansShowTheEvidence(findings, unit);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lengths")
    void comparesLengths(String shows, TranslationUnit unit, List<String> direction) {
        List<Finding> findings = new LengthDetector().detect(unit);
        assertThat(findings).hasSameSizeAs(direction);
        double distance = LengthDetector.distance(unit);
        for (String expected : direction) {
            assertThat(distance < 0 ? "short" : "long").isEqualTo(expected);
        }
    }

    @Test
    void explainsANumberByBothValuesAndTheFactor() {
        TranslationUnit unit = english("Over 60,000 people died.", "Plus de 6 000 sont morts.");
        List<Finding> findings = new NumberDetector().detect(unit);
        assertThat(findings)
                .extracting(finding -> finding.explanation().in(Language.ENGLISH))
                .containsExactly(
                        "The source says 60,000; the translation says 6000, which is 0.1 times as"
                                + " much.");
        assertThat(findings.get(0).severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void placesAMissingNumberWhereAReaderWouldLookForIt() {
        TranslationUnit unit =
                english("In 2015 the treaty was signed.", "Le traité a été signé alors.");
        Finding finding = new NumberDetector().detect(unit).get(0);
        assertThat(finding.span().isEmpty()).isTrue();
        assertThat(finding.version()).isEqualTo(1);
        assertThat(finding.span().start()).isLessThan(unit.target().text().length() / 2);
    }

    @Test
    void callsAnEmptyTranslationEmptyAndNothingElse() {
        TranslationUnit unit = english("In 2015 the treaty was signed.", " … ");
        List<Finding> findings = Detectors.detect(Detectors.standard(), unit);
        assertThat(findings).extracting(Finding::kind).containsExactly(Finding.Kind.EMPTY);
        assertThat(findings.get(0).confidence()).isEqualTo(1);
    }

    @Test
    void findsNothingWhereTheSourceIsEmptyToo() {
        assertThat(Detectors.detect(Detectors.standard(), english("—", ""))).isEmpty();
    }

    @Test
    void showsTheSameFaultInTheSourceAsMinor() {
        TranslationUnit unit = english("Write &amp; for the sign.", "Écrivez &amp; pour le signe.");
        Finding finding = new DebrisDetector().detect(unit).get(0);
        assertThat(finding.severity()).isEqualTo(Severity.MINOR);
        assertThat(finding.confidence()).isLessThan(0.6);
    }

    private static void assertFindings(
            Detector detector, Finding.Kind kind, TranslationUnit unit, List<String> evidence) {
        List<Finding> findings = detector.detect(unit);
        assertThat(findings).extracting(Finding::evidence).isEqualTo(evidence);
        assertThat(findings).allMatch(finding -> finding.kind() == kind);
        assertSpansShowTheEvidence(findings, unit);
    }

    private static void assertSpansShowTheEvidence(List<Finding> findings, TranslationUnit unit) {
        for (Finding finding : findings) {
            if (!finding.span().isEmpty()) {
                assertThat(finding.span().of(unit.target().text())).isEqualTo(finding.evidence());
            }
        }
    }

    private static TranslationUnit english(String source, String french) {
        return new TranslationUnit(
                "case",
                new Variant(Language.ENGLISH, source),
                new Variant(Language.FRENCH, french));
    }
}
