package org.muwazi.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muwazi.text.Span;

/** What every word encoder promises. */
public abstract class WordEncoderContract {

    private static final List<String> TEXTS =
            List.of(
                    "The minister met reporters in the capital.",
                    "",
                    "Le ministre a rencontré les journalistes dans la capitale, après des"
                            + " entretiens sur l'eau et un nouveau pont qui ouvrira l'an prochain.",
                    "   ",
                    "التقى الوزير الصحفيين في العاصمة",
                    "a \ud83d\ude00 bridge \ud800 will open");

    protected abstract WordEncoder words();

    @Test
    void eachTextHasItsTokensInOrderAndInside() {
        List<WordVectors> rows = words().encodeWords(TEXTS);
        assertThat(rows).hasSameSizeAs(TEXTS);
        for (int i = 0; i < TEXTS.size(); i++) {
            WordVectors row = rows.get(i);
            assertThat(row.dimension()).isEqualTo(words().wordDimension());
            int last = 0;
            for (int token = 0; token < row.size(); token++) {
                Span place = row.spans().get(token);
                assertThat(place.start()).isGreaterThanOrEqualTo(last);
                assertThat(place.end()).isLessThanOrEqualTo(TEXTS.get(i).length());
                assertThat(place.of(TEXTS.get(i))).isEqualTo(place.of(TEXTS.get(i)).strip());
                assertThat(row.vector(token)).hasSize(row.dimension());
                last = place.start();
            }
        }
    }

    @Test
    void everyLetterBelongsToAToken() {
        List<WordVectors> rows = words().encodeWords(TEXTS);
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get(i);
            for (int at = 0; at < text.length(); at++) {
                Span letter = new Span(at, at + 1);
                if (Character.isLetter(text.charAt(at))) {
                    assertThat(rows.get(i).spans())
                            .as("%s at %d", text, at)
                            .anyMatch(span -> span.overlaps(letter));
                }
            }
        }
    }

    @Test
    void blankTextHasNoVectors() {
        assertThat(words().encodeWords(List.of("", "  ")))
                .allSatisfy(row -> assertThat(row.size()).isZero());
        assertThat(words().encodeWords(List.of())).isEmpty();
    }

    @Test
    void companyDoesNotChangeAVector() {
        List<WordVectors> together = words().encodeWords(TEXTS);
        List<WordVectors> alone = new ArrayList<>();
        TEXTS.forEach(text -> alone.addAll(words().encodeWords(List.of(text))));
        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(alone.get(i).spans()).isEqualTo(together.get(i).spans());
            for (int token = 0; token < alone.get(i).size(); token++) {
                assertThat(alone.get(i).vector(token))
                        .containsExactly(together.get(i).vector(token), within(1e-4f));
            }
        }
    }
}
