package org.muwazi.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muwazi.text.Span;

class WordVectorsTest {

    private static final WordVectors TOKENS =
            new WordVectors(
                    List.of(new Span(0, 3), new Span(3, 5), new Span(5, 5), new Span(6, 9)),
                    new float[] {3, 0, 0, 4, 9, 9, 0, 0},
                    2);

    @Test
    void aWordIsTheSumOfItsTokensAtUnitLength() {
        List<float[]> words = TOKENS.of(List.of(new Span(0, 5), new Span(2, 3)));
        assertThat(words.get(0)).containsExactly(0.6f, 0.8f);
        assertThat(words.get(1)).containsExactly(1, 0);
    }

    @Test
    void aWordWithoutTokenOrWithoutLengthIsZeros() {
        List<float[]> words = TOKENS.of(List.of(new Span(20, 21), new Span(6, 9)));
        assertThat(words.get(0)).containsExactly(0, 0);
        assertThat(words.get(1)).containsExactly(0, 0);
    }

    @Test
    void shapesAndNumbersAreChecked() {
        assertThatThrownBy(() -> new WordVectors(List.of(new Span(0, 1)), new float[3], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 tokens of dimension 2, but 3 components");
        assertThatThrownBy(
                        () -> new WordVectors(List.of(new Span(0, 1)), new float[] {Float.NaN}, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
