package org.muwazi.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.muwazi.testing.Seeds;

class FoldingTest {

    @Test
    void foldsEachLetterAsTheDecompositionDoes() {
        for (char c = 0x20; c < 0x700; c++) {
            String word = "a" + c;
            assertThat(Folding.fold(word))
                    .as("U+%04X", (int) c)
                    .isEqualTo(Folding.foldByDecomposition(word));
        }
    }

    @Test
    void foldsRandomWordsAsTheDecompositionDoes() {
        Seeds.forEach(
                300,
                random -> {
                    StringBuilder word = new StringBuilder();
                    for (int i = 0; i < 8; i++) {
                        word.append((char) (random.nextInt(3) == 0 ? random.nextInt(0x700) : 'e'));
                    }
                    assertThat(Folding.fold(word.toString()))
                            .isEqualTo(Folding.foldByDecomposition(word.toString()));
                });
    }

    @Test
    void unifiesWhatOneNameIsSpelledWith() {
        assertThat(Folding.fold("ÉRIC")).isEqualTo("eric");
        assertThat(Folding.fold("I")).isEqualTo("i");
        assertThat(Folding.fold("\u0625\u0650\u0628\u0640\u0631")).isEqualTo("\u0627\u0628\u0631");
    }
}
