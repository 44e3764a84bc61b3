package org.muwazi.eval.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muwazi.embed.Embeddings;
import org.muwazi.mine.Margin;

/** Top-1 worked out by hand, on unit vectors in the plane. */
class RetrievalTest {

    private static Embeddings atDegrees(double... degrees) {
        List<float[]> rows = new ArrayList<>();
        for (double degree : degrees) {
            double angle = Math.toRadians(degree);
            rows.add(new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
        }
        return Embeddings.of(rows, 2);
    }

    @Test
    void sentencesNearTheirTranslationsAreAllFoundBothWays() {
        // Round the whole circle, so that every neighbourhood is equally dense.
        Embeddings source = atDegrees(0, 45, 90, 135, 180, 225, 270, 315);
        Embeddings target = atDegrees(4, 44, 93, 136, 178, 229, 271, 316);
        for (Margin margin : List.of(Margin.COSINE, Margin.RATIO)) {
            Retrieval.Found found = Retrieval.of(source, target, margin);
            assertThat(found.forward()).hasSize(8).containsOnly(1);
            assertThat(found.backward()).hasSize(8).containsOnly(1);
        }
    }

    @Test
    void theDirectionsAreCountedApart() {
        // Both sources are nearest to the first target; each target is nearest to its own source.
        Retrieval.Found found = Retrieval.of(atDegrees(0, 20), atDegrees(4, 60), Margin.COSINE);
        assertThat(found.forward()).containsExactly(1, 0);
        assertThat(found.backward()).containsExactly(1, 1);
        assertThat(found.both()).containsExactly(1, 0.5);
    }

    @Test
    void translationsInTheWrongOrderAreNotFound() {
        Embeddings source = atDegrees(0, 60, 120, 180);
        Embeddings target = atDegrees(60, 0, 180, 120);
        assertThat(Retrieval.of(source, target, Margin.COSINE).both()).containsOnly(0);
    }

    @Test
    void anEncoderThatGivesEverythingOneVectorFindsByChanceOnly() {
        Embeddings same = atDegrees(30, 30, 30, 30);
        for (Margin margin : List.of(Margin.COSINE, Margin.RATIO)) {
            assertThat(Retrieval.of(same, same, margin).both()).containsOnly(0.25);
        }
    }

    /**
     * A target that is close to every source wins by cosine and loses by margin, for its
     * neighbourhood is dense.
     */
    @Test
    void theMarginHoldsBackASentenceThatIsCloseToEverything() {
        // Source 0 has its translation at 40 degrees, and the hub of sources 1 to 5 at 38.
        Embeddings source = atDegrees(0, 36, 37, 38, 39, 41);
        Embeddings target = atDegrees(-40, 38, 39, 37, 36, 60);
        assertThat(Retrieval.of(source, target, Margin.COSINE).forward()[0]).isZero();
        assertThat(Retrieval.of(source, target, Margin.RATIO).forward()[0]).isEqualTo(1);
    }

    @Test
    void theOrderOfThePairsDoesNotMatter() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
        double[] source = order.stream().mapToDouble(i -> 29.0 * i).toArray();
        double[] target = order.stream().mapToDouble(i -> 29.0 * i + 7 * (i % 4)).toArray();
        double before = sum(Retrieval.of(atDegrees(source), atDegrees(target), Margin.RATIO));
        Collections.reverse(order);
        double after =
                sum(
                        Retrieval.of(
                                atDegrees(order.stream().mapToDouble(i -> source[i]).toArray()),
                                atDegrees(order.stream().mapToDouble(i -> target[i]).toArray()),
                                Margin.RATIO));
        assertThat(after).isEqualTo(before).isBetween(1.0, 11.9);
    }

    private static double sum(Retrieval.Found found) {
        return Arrays.stream(found.both()).sum();
    }

    @Test
    void sidesOfDifferentLengthAreRefused() {
        assertThatThrownBy(() -> Retrieval.of(atDegrees(1, 2), atDegrees(1), Margin.COSINE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 rows against 1");
    }

    @Test
    void lengthBucketsAreCutByWords() {
        assertThat(RetrievalBenchmark.bucket("one")).isZero();
        assertThat(RetrievalBenchmark.bucket("w ".repeat(9))).isZero();
        assertThat(RetrievalBenchmark.bucket("w ".repeat(10))).isEqualTo(1);
        assertThat(RetrievalBenchmark.bucket("w ".repeat(29))).isEqualTo(2);
        assertThat(RetrievalBenchmark.bucket("w ".repeat(300))).isEqualTo(3);
    }
}
