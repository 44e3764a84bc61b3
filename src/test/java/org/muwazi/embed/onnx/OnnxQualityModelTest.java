package org.muwazi.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muwazi.embed.PairQuality;
import org.muwazi.embed.QualityModel.Pair;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.Span;

class OnnxQualityModelTest {

    private static final Path FOLDER = Path.of("models/quality-1");
    private static final List<Pair> GOOD =
            List.of(
                    new Pair(
                            "The harbour was closed for two days because of the storm.",
                            "Le port a été fermé pendant deux jours à cause de la tempête."),
                    new Pair(
                            "Teachers will receive a higher salary from next spring.",
                            "سيحصل المعلمون على راتب أعلى ابتداء من الربيع القادم."),
                    new Pair(
                            "Les archéologues ont trouvé une mosaïque sous la place du marché.",
                            "عثر علماء الآثار على فسيفساء تحت ساحة السوق."));

    private static OnnxQualityModel model;

    @BeforeAll
    static void open() {
        model = OnnxQualityModel.open(FOLDER);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void aTranslationOfAnotherSentenceScoresFarBelowTheRightOne() {
        double right = mean(GOOD);
        double wrong =
                mean(
                        List.of(
                                new Pair(GOOD.get(0).source(), GOOD.get(1).target()),
                                new Pair(GOOD.get(1).source(), GOOD.get(0).target()),
                                new Pair(GOOD.get(2).source(), GOOD.get(1).target())));
        assertThat(right).isGreaterThan(wrong + 0.3);
    }

    @Test
    void theMoreWordsAreShuffledTheLowerTheMeanScore() {
        double before = mean(GOOD);
        for (int words : new int[] {3, 6, 20}) {
            List<Pair> shuffled = new ArrayList<>();
            for (int seed = 0; seed < 6; seed++) {
                for (Pair pair : GOOD) {
                    shuffled.add(
                            new Pair(
                                    pair.source(),
                                    shuffled(pair.target(), words, new Random(seed))));
                }
            }
            double now = mean(shuffled);
            assertThat(now).as("%d words shuffled", words).isLessThan(before);
            before = now;
        }
    }

    @Test
    void aJudgementDoesNotDependOnThePairsAroundItNorOnTheirOrder() {
        List<PairQuality> together = model.judge(GOOD);
        List<Pair> reversed = new ArrayList<>(GOOD);
        Collections.reverse(reversed);
        List<PairQuality> backwards = model.judge(reversed);
        for (int i = 0; i < GOOD.size(); i++) {
            assertThat(backwards.get(GOOD.size() - 1 - i)).isEqualTo(together.get(i));
            assertThat(model.judge(List.of(GOOD.get(i)))).containsExactly(together.get(i));
        }
    }

    @Test
    void wordsAreThoseBetweenSpacesWithTheirPlacesInTheText() {
        String text = "  Le  port 😀 a été\tfermé. ";
        List<Span> spans =
                model.judge(List.of(new Pair("The port was closed.", text))).get(0).words().stream()
                        .map(PairQuality.Word::span)
                        .toList();
        assertThat(spans.stream().map(span -> span.of(text)))
                .containsExactly("Le", "port", "😀", "a", "été", "fermé.");
    }

    @Test
    void whatIsTooLongIsJudgedByItsBeginning() {
        String source = "The harbour was closed. ".repeat(200);
        String target = "Le port a été fermé. ".repeat(200);
        PairQuality quality = model.judge(List.of(new Pair(source, target))).get(0);
        assertThat(quality.words()).isNotEmpty();
        assertThat(quality.words().size()).isLessThan(1000);
        assertThat(quality.score()).isBetween(0.0, 1.0);
    }

    @Test
    void theTokenizersOwnMarksInATextAreOrdinaryText() {
        PairQuality plain = model.judge(List.of(new Pair("a <s> b </s> c", "a </s> b"))).get(0);
        assertThat(plain.score()).isBetween(0.0, 1.0);
        assertThat(plain.words()).hasSize(3);
    }

    @Test
    void anAlteredFileIsNamed(@TempDir Path folder) throws IOException {
        copyTo(folder);
        byte[] bytes = Files.readAllBytes(folder.resolve("tokenizer.json"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve("tokenizer.json"), bytes);
        assertThatThrownBy(() -> OnnxQualityModel.open(folder))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("tokenizer.json was altered");
    }

    @Test
    void aTruncatedGraphIsNamed(@TempDir Path folder) throws IOException {
        copyTo(folder);
        Files.write(folder.resolve("model.onnx"), new byte[10]);
        assertThatThrownBy(() -> OnnxQualityModel.open(folder))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("model.onnx is truncated");
    }

    @Test
    void anotherKindOfModelIsRefused() {
        assertThatThrownBy(() -> OnnxQualityModel.open(Path.of("models/fluency-1")))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("expected \"quality-estimator\"");
    }

    @Test
    void aManifestThatLacksAFieldIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{\"kind\":\"quality-estimator\"}");
        assertThatThrownBy(() -> OnnxQualityModel.open(folder))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("maxSideTokens");
    }

    private static void copyTo(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private static double mean(List<Pair> pairs) {
        return model.judge(pairs).stream().mapToDouble(PairQuality::score).average().orElseThrow();
    }

    private static String shuffled(String text, int count, Random random) {
        List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
        int size = Math.min(count, words.size());
        int start = random.nextInt(words.size() - size + 1);
        Collections.shuffle(words.subList(start, start + size), random);
        return String.join(" ", words);
    }
}
