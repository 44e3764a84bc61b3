package org.muwazi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muwazi.score.FluencyModel.Estimate;
import org.muwazi.score.FluencyModel.Window;
import org.muwazi.testing.Seeds;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

/** The shipped model: the same numbers as the program that trained it, and what they tell. */
class FluencyModelTest {

    private static final Path FOLDER = Path.of("models", "fluency-1");

    private static final List<String> NEWS =
            List.of(
                    "The ministry said on Monday that the new road would be open to all traffic by the end of the year.",
                    "Residents have been waiting for the bridge for more than ten years.",
                    "The two countries signed an agreement last week on the use of the river.",
                    "Police said nobody was hurt when the roof of the market hall came down.",
                    "He told reporters that he did not know who had given the order.");

    private static FluencyModel model;

    @BeforeAll
    static void load() throws IOException {
        model = FluencyModel.load(FOLDER);
    }

    private record Expected(
            Language language,
            String text,
            String symbols,
            int count,
            double surprise,
            double z,
            String windows) {}

    // Written by models/fluency-1/train/fixture.py.
    private static List<Expected> expected() throws IOException {
        try (InputStream stream = FluencyModelTest.class.getResourceAsStream("fluency.tsv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(FluencyModelTest::expected)
                    .toList();
        }
    }

    private static Expected expected(String[] field) {
        return new Expected(
                Language.of(field[0]).orElseThrow(),
                field[1],
                field[2],
                Integer.parseInt(field[3]),
                Double.parseDouble(field[4]),
                Double.parseDouble(field[5]),
                field[6]);
    }

    @Test
    void cutsTextAsTheTrainingProgramDoes() throws IOException {
        List<Expected> rows = expected();
        assertThat(rows).hasSizeGreaterThan(100);
        for (Expected row : rows) {
            assertThat(String.join(" ", model.symbols(row.text(), row.language())))
                    .as(row.text())
                    .isEqualTo(row.symbols());
        }
    }

    @Test
    void scoresTextAsTheTrainingProgramDoes() throws IOException {
        for (Expected row : expected()) {
            Estimate estimate = model.estimate(row.text(), row.language());
            assertThat(estimate.symbols()).as(row.text()).isEqualTo(row.count());
            assertThat(estimate.surprise()).as(row.text()).isCloseTo(row.surprise(), within(1e-8));
            assertThat(estimate.z()).as(row.text()).isCloseTo(row.z(), within(1e-8));
            assertThat(places(estimate)).as(row.text()).isEqualTo(places(row.windows()));
        }
    }

    private static String places(Estimate estimate) {
        return estimate.windows().stream()
                .map(window -> window.span().start() + "-" + window.span().end())
                .collect(Collectors.joining(" "));
    }

    private static String places(String windows) {
        return Arrays.stream(windows.split(" "))
                .map(window -> window.replaceFirst(":.*", ""))
                .collect(Collectors.joining(" "));
    }

    @Test
    void wordsOutOfOrderAreFartherFromGoodTextThanTheSameWordsInOrder() {
        Seeds.forEach(
                20,
                random -> {
                    List<String> mixed =
                            NEWS.stream().map(sentence -> mixed(sentence, random)).toList();
                    assertThat(model.documentSurprise(mixed, Language.ENGLISH))
                            .isGreaterThan(model.limits(Language.ENGLISH).document())
                            .isGreaterThan(model.documentSurprise(NEWS, Language.ENGLISH) + 1);
                });
        assertThat(model.documentSurprise(NEWS, Language.ENGLISH))
                .isLessThan(model.limits(Language.ENGLISH).document());
    }

    private static String mixed(String sentence, Random random) {
        List<String> words = new java.util.ArrayList<>(List.of(sentence.split(" ")));
        java.util.Collections.shuffle(words, random);
        return String.join(" ", words);
    }

    @Test
    void namesAreNotHeldAgainstASentence() {
        double known = z("The minister met President Hollande in Paris on Monday.");
        double invented = z("The minister met President Drovuzek in Karmeliak on Monday.");
        assertThat(invented).isCloseTo(known, within(0.5));
    }

    private static double z(String sentence) {
        return model.estimate(sentence, Language.ENGLISH).z();
    }

    @Test
    void windowsStandInTheTextWorstFirst() {
        Estimate estimate =
                model.estimate(
                        "And points out to a tree deprived whose papers of the and was he says in were not.",
                        Language.ENGLISH);
        assertThat(estimate.windows()).isNotEmpty();
        double last = Double.POSITIVE_INFINITY;
        for (Window window : estimate.windows()) {
            assertThat(window.score()).isBetween(0.0, last);
            last = window.score();
        }
    }

    @Test
    void aTextWithoutWordsHasNothingToJudge() {
        for (String text : List.of("", " ", "...", "\u00ab \u00bb")) {
            Estimate estimate = model.estimate(text, Language.FRENCH);
            assertThat(estimate).isEqualTo(new Estimate(0, 0, 0, List.of()));
        }
        assertThat(model.documentSurprise(List.of(), Language.FRENCH)).isZero();
    }

    @Test
    void aLanguageWithoutCountsIsRefused() {
        assertThat(model.knows(Language.GERMAN)).isFalse();
        assertThatThrownBy(() -> model.estimate("Guten Tag", Language.GERMAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GERMAN");
    }

    // ---- the detector

    @Test
    void theDetectorMarksTheWorstWordsOfASaladAndLeavesGoodSentencesAlone() {
        FluencyModelDetector detector = new FluencyModelDetector(model);
        for (String sentence : NEWS) {
            assertThat(detector.detect(unit(Language.ENGLISH, sentence))).isEmpty();
        }
        String salad =
                "The of was to a which have than in by the he and did the not road from were with on it.";
        List<Finding> findings = detector.detect(unit(Language.ENGLISH, salad));
        assertThat(findings).isNotEmpty();
        for (Finding finding : findings) {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.FLUENCY);
            assertThat(finding.version()).isEqualTo(1);
            assertThat(finding.span().of(salad)).isEqualTo(finding.evidence()).isNotBlank();
        }
    }

    @Test
    void theDetectorIsSilentOnLanguagesItDoesNotKnow() {
        FluencyModelDetector detector = new FluencyModelDetector(model);
        assertThat(detector.detect(unit(Language.GERMAN, "der die das und oder nicht mit von")))
                .isEmpty();
    }

    @Test
    void spansLieInsideAnyText() {
        FluencyModelDetector detector = new FluencyModelDetector(model);
        String pieces =
                "the of \u0648\u0627\u0644 \ud83d\ude00 \ud800 l' 60 000 \u00ab\u2019 a-b \u0301.,\n\u202b";
        Seeds.forEach(
                300,
                random -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i < 60; i++) {
                        text.append(pieces.charAt(random.nextInt(pieces.length())));
                    }
                    for (Language language :
                            List.of(Language.ARABIC, Language.ENGLISH, Language.FRENCH)) {
                        for (Window window : model.estimate(text.toString(), language).windows()) {
                            assertThat(window.span().of(text)).isNotEmpty();
                        }
                        for (Finding finding : detector.detect(unit(language, text.toString()))) {
                            assertThat(finding.evidence()).isNotEmpty();
                        }
                    }
                });
    }

    private static TranslationUnit unit(Language language, String text) {
        return new TranslationUnit(
                "1", new Variant(Language.ITALIAN, "Una frase."), new Variant(language, text));
    }

    // ---- broken files

    @Test
    void aChangedByteIsFound(@TempDir Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve("fluency.bin"));
        bytes[bytes.length / 2] ^= 1;
        assertRefused(folder, bytes, "SHA-256");
    }

    @Test
    void aCutFileIsFound(@TempDir Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve("fluency.bin"));
        assertRefused(folder, Arrays.copyOf(bytes, bytes.length - 7), "announces");
    }

    @Test
    void anotherFileIsRefused(@TempDir Path folder) throws IOException {
        assertRefused(folder, new byte[] {1, 2, 3}, "not a fluency model");
        assertRefused(folder, new byte[5000], "not a fluency model");
    }

    private static void assertRefused(Path folder, byte[] bytes, String reason) throws IOException {
        Path file = Files.write(folder.resolve("fluency.bin"), bytes);
        assertThatThrownBy(() -> FluencyModel.load(folder))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }
}
