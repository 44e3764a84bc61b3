package org.muwazi.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.muwazi.testing.Seeds;
import org.muwazi.text.Language;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

/** What holds for each detector on any text whatever. */
class DetectorLawTest {

    private static final List<Language> LANGUAGES =
            List.of(Language.ARABIC, Language.ENGLISH, Language.FRENCH, Language.GERMAN);

    // Pieces that the detectors look for, so that random text reaches their branches.
    private static final List<String> PIECES =
            List.of(
                    "60,000",
                    "60 000",
                    "12/05/2020",
                    "10:30",
                    "1.5",
                    "million",
                    "et demi",
                    "1980s",
                    "&amp;",
                    "<b>",
                    "@-@",
                    "\u00c3\u00a9",
                    "\ufffd",
                    "the",
                    "of",
                    "les",
                    "de",
                    "ne",
                    "pas",
                    "Witkoff",
                    "Bakou",
                    "Nagorno-Karabakh",
                    "U.S.",
                    "l'",
                    "O'Brien",
                    "\u0661\u0662",
                    "\u0645\u0644\u064a\u0648\u0646",
                    "\u0648\u0646\u0635\u0641",
                    "\u0641\u064a",
                    "\u0628\u0627\u0643\u0648",
                    "\u0644\u0644",
                    "\ud83d\ude00",
                    "\ud800",
                    "\n",
                    "\u202b",
                    "(",
                    "\u00bb",
                    "''",
                    "-",
                    "%d",
                    "{0}",
                    "XIV",
                    "quatre-vingt-dix",
                    "'98",
                    "a)");

    @Test
    void neverThrowsAndKeepsSpansInsideTheTextOnRandomUnicode() {
        Seeds.forEach(
                400,
                random -> {
                    TranslationUnit unit = randomUnit(random);
                    for (Detector detector : all()) {
                        for (Finding finding : detector.detect(unit)) {
                            assertThat(finding.version()).isBetween(0, 1);
                            String text =
                                    finding.version() == 0
                                            ? unit.source().text()
                                            : unit.target().text();
                            Span span = finding.span();
                            assertThat(span.end()).isLessThanOrEqualTo(text.length());
                            assertIsToldInThreeLanguages(finding.explanation());
                        }
                    }
                });
    }

    // The sentence itself; what it quotes may hold anything.
    private static void assertIsToldInThreeLanguages(Explanation explanation) {
        for (Language language : List.of(Language.ARABIC, Language.ENGLISH, Language.FRENCH)) {
            String own =
                    explanation.parts(language).stream()
                            .map(part -> part.quoted() ? "" : part.text())
                            .collect(Collectors.joining());
            assertThat(own).isNotBlank().doesNotContainPattern("[{}#'\ue000-\ue00f]");
        }
    }

    @Test
    void givesTheSameFindingsEachTimeAndInReadingOrder() {
        Seeds.forEach(
                200,
                random -> {
                    TranslationUnit unit = randomUnit(random);
                    for (Detector detector : all()) {
                        List<Finding> findings = detector.detect(unit);
                        assertThat(detector.detect(unit)).isEqualTo(findings);
                        for (int i = 1; i < findings.size(); i++) {
                            Finding before = findings.get(i - 1);
                            Finding after = findings.get(i);
                            assertThat(before.version()).isLessThanOrEqualTo(after.version());
                            if (before.version() == after.version()) {
                                assertThat(before.span()).isLessThanOrEqualTo(after.span());
                            }
                        }
                    }
                });
    }

    @Test
    void findsNothingWhenBothSidesAreTheSameTextInOneLanguage() {
        Seeds.forEach(
                200,
                random -> {
                    String text = randomText(random);
                    Variant side = new Variant(Language.ENGLISH, text);
                    TranslationUnit unit = new TranslationUnit("same", side, side);
                    for (Detector detector :
                            List.of(
                                    new NumberDetector(),
                                    new NameDetector(),
                                    new UntranslatedDetector(),
                                    new RepetitionDetector(),
                                    new LengthDetector(),
                                    new NegationDetector(),
                                    new EmptyDetector())) {
                        assertThat(detector.detect(unit)).isEmpty();
                    }
                });
    }

    private static List<Detector> all() {
        List<Detector> all = new ArrayList<>(Detectors.standard());
        all.add(new NegationDetector());
        return all;
    }

    private static TranslationUnit randomUnit(Random random) {
        return new TranslationUnit(
                "random",
                new Variant(pick(LANGUAGES, random), randomText(random)),
                new Variant(pick(LANGUAGES, random), randomText(random)));
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(25);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(4) > 0) {
                text.append(pick(PIECES, random));
            } else {
                text.append((char) random.nextInt(0x10000));
                text.appendCodePoint(random.nextInt(0x110000));
            }
            if (random.nextInt(5) > 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
