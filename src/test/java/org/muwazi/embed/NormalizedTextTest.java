package org.muwazi.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.muwazi.testing.Seeds;
import org.muwazi.text.Span;

class NormalizedTextTest {

    private static final String PIECES =
            "\u0640\u064e\u0651\u0654\u0627\u0648\u06cc\u06a9\u0661\u200c\u200f\u00a0\u00ad  aé"
                    + "e\u0301&amp;&#39;&nbsp;;\ufefb\ufdfa\u0344\u1100\u1161\u11a8\ud83d\ude00\ud800x";

    private static String givenFor(String given, String normalized) {
        NormalizedText text = TextNormalizer.trace(given);
        int at = text.text().indexOf(normalized);
        assertThat(at).as("%s in %s", normalized, text.text()).isNotNegative();
        return text.given(new Span(at, at + normalized.length())).of(given);
    }

    @Test
    void aVowelledWordIsFoundWithTheVowelsInside() {
        assertThat(givenFor("قال \u0645\u064f\u062d\u0645\u0651\u062f أمس", "محمد"))
                .isEqualTo("\u0645\u064f\u062d\u0645\u0651\u062f");
    }

    @Test
    void anEntityIsFoundWhole() {
        assertThat(givenFor("Marks &amp; Spencer", "&")).isEqualTo("&amp;");
        assertThat(givenFor("a&nbsp;&nbsp;b", " ")).isEqualTo("&nbsp;&nbsp;");
        assertThat(givenFor("a &amp;amp; b", "&")).isEqualTo("&amp;amp;");
    }

    @Test
    void aLetterJoinedWithItsMarkIsFoundWithIt() {
        assertThat(givenFor("un cafe\u0301 noir", "café")).isEqualTo("cafe\u0301");
    }

    @Test
    void bothLettersOfALigatureComeFromIt() {
        assertThat(givenFor("\ufefb شيء", "ل")).isEqualTo("\ufefb");
    }

    @Test
    void wordsOfAHeadlineInCapitalsAreFoundInThem() {
        assertThat(givenFor("THE GOVERNMENT RESIGNS TODAY", "government")).isEqualTo("GOVERNMENT");
        assertThat(givenFor("LE GOUVERNEMENT E\u0301COUTE &amp; CE\u0300DE", "écoute"))
                .isEqualTo("E\u0301COUTE");
    }

    @Test
    void aTextThatStaysHasItsOwnPlaces() {
        NormalizedText text = TextNormalizer.trace("The minister spoke.");
        assertThat(text.given(new Span(4, 12))).isEqualTo(new Span(4, 12));
        assertThat(text.given(new Span(19, 19))).isEqualTo(new Span(19, 19));
        assertThatThrownBy(() -> text.given(new Span(4, 40)))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void tracingGivesTheSameTextAndAscendingPlacesInside() {
        int[] pieces = PIECES.codePoints().toArray();
        Seeds.forEach(
                500,
                random -> {
                    StringBuilder given = new StringBuilder();
                    int length = random.nextInt(30);
                    for (int i = 0; i < length; i++) {
                        given.appendCodePoint(pieces[random.nextInt(pieces.length)]);
                        if (random.nextInt(8) == 0) {
                            given.append("&#x644;");
                        }
                    }
                    NormalizedText text = TextNormalizer.trace(given.toString());
                    assertThat(text.text()).isEqualTo(TextNormalizer.normalize(given.toString()));
                    Span last = new Span(0, 0);
                    for (int i = 0; i < text.text().length(); i++) {
                        Span place = text.given(new Span(i, i + 1));
                        assertThat(place.end()).isLessThanOrEqualTo(given.length());
                        assertThat(place.start()).isGreaterThanOrEqualTo(last.start());
                        assertThat(place.end()).isGreaterThanOrEqualTo(last.end());
                        assertThat(place.isEmpty()).isFalse();
                        last = place;
                    }
                });
    }
}
