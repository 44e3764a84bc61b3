package org.muwazi.eval.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.muwazi.embed.Embeddings;
import org.muwazi.eval.StoryPairs;
import org.muwazi.eval.encoder.NearMisses.NearMiss;
import org.muwazi.text.Language;

/** Near misses of our own stories. */
class NearMissesTest {

    private static final Path EVAL = Path.of("eval");

    private static Bitext stories(List<Language> pair) throws IOException {
        return Bitext.distinct(
                "stories",
                pair,
                StoryPairs.oneToOne(EVAL.resolve("stories"), pair.get(0), pair.get(1)));
    }

    private static List<NearMiss> misses(Bitext bitext, int most) throws IOException {
        return new NearMisses(most).of(bitext);
    }

    @Test
    void theWrongCopyDiffersFromTheRightOneInLittle() throws IOException {
        for (List<Language> pair : Bitext.PAIRS) {
            Bitext bitext = stories(pair);
            List<NearMiss> misses = misses(bitext, 5);
            assertThat(misses).hasSizeGreaterThan(20);
            for (NearMiss miss : misses) {
                int row = bitext.sources().indexOf(miss.source());
                assertThat(bitext.targets().get(row)).isEqualTo(miss.right());
                assertThat(miss.wrong()).isNotEqualTo(miss.right());
                assertThat(wordsThatDiffer(miss)).isLessThanOrEqualTo(4);
            }
        }
    }

    private static long wordsThatDiffer(NearMiss miss) {
        Set<String> right = Arrays.stream(miss.right().split("\\s+")).collect(Collectors.toSet());
        return Arrays.stream(miss.wrong().split("\\s+"))
                .filter(word -> !right.contains(word))
                .count();
    }

    @Test
    void namesNumbersAndNegationsAreAmongThem() throws IOException {
        Set<String> families =
                misses(stories(Bitext.PAIRS.get(0)), 5).stream()
                        .map(NearMiss::family)
                        .collect(Collectors.toSet());
        assertThat(families).contains("names", "numbers", "negation");
    }

    @Test
    void aChangedNumberChangesDigitsAndNothingElse() throws IOException {
        List<NearMiss> numbers =
                misses(stories(Bitext.PAIRS.get(1)), 20).stream()
                        .filter(miss -> miss.kind().equals("number changed"))
                        .toList();
        assertThat(numbers).isNotEmpty();
        for (NearMiss miss : numbers) {
            assertThat(miss.wrong().replaceAll("[\\d\\s,.]", ""))
                    .isEqualTo(miss.right().replaceAll("[\\d\\s,.]", ""));
        }
    }

    @Test
    void theSameSeedMakesTheSameMissesAndNoMoreThanWanted() throws IOException {
        Bitext bitext = stories(Bitext.PAIRS.get(2));
        List<NearMiss> misses = misses(bitext, 3);
        assertThat(misses(bitext, 3)).isEqualTo(misses);
        assertThat(
                        misses.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                NearMiss::kind, Collectors.counting()))
                                .values())
                .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(3));
    }

    @Test
    void theRightOneWinsByCosineAndATieIsHalf() {
        Embeddings sources = rows(new float[] {1, 0}, new float[] {1, 0}, new float[] {1, 0});
        Embeddings right = rows(new float[] {0.8f, 0.6f}, new float[] {0, 1}, new float[] {0, 1});
        Embeddings wrong = rows(new float[] {0.6f, 0.8f}, new float[] {1, 0}, new float[] {0, 1});
        double[] gaps = NearMissBenchmark.gaps(sources, right, wrong);
        assertThat(NearMissBenchmark.won(gaps[0])).isEqualTo(1);
        assertThat(NearMissBenchmark.won(gaps[1])).isZero();
        assertThat(NearMissBenchmark.won(gaps[2])).isEqualTo(0.5);
    }

    private static Embeddings rows(float[]... rows) {
        return Embeddings.of(List.of(rows), 2);
    }
}
