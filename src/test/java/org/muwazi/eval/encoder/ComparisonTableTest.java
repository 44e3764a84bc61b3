package org.muwazi.eval.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muwazi.eval.Bootstrap.Interval;
import org.muwazi.eval.StoryPairs;
import org.muwazi.eval.quality.Figure;
import org.muwazi.text.Language;

/** What is compared, and how it is written. */
class ComparisonTableTest {

    private static Figure figure(String part, double value) {
        return new Figure(
                "translations",
                part,
                OpenedModel.NORMALIZED,
                "top-1",
                new Interval(value, value - 0.01, value + 0.01),
                "10 sentences",
                false);
    }

    @Test
    void aRivalHasItsFigureItsIntervalAndItsRatio() {
        ComparisonTable table =
                new ComparisonTable(List.of(figure("ar-en", 0.8), figure("fr-en", 0)));
        table.add("rival", List.of(figure("ar-en", 0.6), figure("fr-en", 0.5)));
        List<String> lines = table.lines();
        assertThat(lines.get(0))
                .isEqualTo(Figure.HEADER + "\trival\trival low\trival high\trival ratio");
        assertThat(lines.get(1)).endsWith("\tno\t0.6000\t0.5900\t0.6100\t0.750");
        // Nothing is so many times nought.
        assertThat(lines.get(2)).endsWith("\t0.5000\t0.4900\t0.5100\t");
    }

    @Test
    void aRivalMeasuredOnSomethingElseIsRefused() {
        ComparisonTable table = new ComparisonTable(List.of(figure("ar-en", 0.8)));
        assertThatThrownBy(() -> table.add("rival", List.of(figure("ar-fr", 0.8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rival");
    }

    @Test
    void rivalsAreNamedFolders() {
        assertThat(EncoderEvaluation.rivals(List.of("b=x/y", "a=z")))
                .containsExactly(Map.entry("b", Path.of("x/y")), Map.entry("a", Path.of("z")));
        for (String wrong : List.of("x/y", "=x", "a=")) {
            assertThatThrownBy(() -> EncoderEvaluation.rivals(List.of(wrong)))
                    .hasMessage(wrong + " is not NAME=MODELDIR");
        }
        assertThatThrownBy(() -> EncoderEvaluation.rivals(List.of("a=x", "a=y")))
                .hasMessage("two rivals are called a");
    }

    @Test
    void aTextThatComesTwiceStandsOnce() {
        Bitext bitext =
                Bitext.distinct(
                        "set",
                        Bitext.PAIRS.get(0),
                        List.of(
                                List.of("a", "x"),
                                List.of("b", "y"),
                                List.of("a ", "z"),
                                List.of("c", "x"),
                                List.of("d", "w")));
        assertThat(bitext.sources()).containsExactly("a", "b", "d");
        assertThat(bitext.targets()).containsExactly("x", "y", "w");
        assertThat(Bitext.together(List.of(bitext, bitext)).sources()).isEqualTo(bitext.sources());
        assertThat(bitext.reversed().part()).isEqualTo("en-ar");
    }

    @Test
    void theShortestRowsKeepTheirOrder() {
        Bitext bitext =
                new Bitext(
                        "set",
                        Language.ARABIC,
                        Language.ENGLISH,
                        List.of("aaaa", "bb", "cccccc", "d"),
                        List.of("a", "b", "c", "dd"));
        assertThat(bitext.shortest(2).sources()).containsExactly("bb", "d");
        assertThat(bitext.shortest(9)).isEqualTo(bitext);
    }

    @Test
    void storyPairsAreTheSameWhicheverLanguageComesFirst() throws IOException {
        Path stories = Path.of("eval", "stories");
        List<List<String>> pairs = StoryPairs.oneToOne(stories, Language.ARABIC, Language.ENGLISH);
        assertThat(pairs).hasSizeGreaterThan(100);
        assertThat(StoryPairs.oneToOne(stories, Language.ENGLISH, Language.ARABIC))
                .isEqualTo(pairs.stream().map(one -> List.of(one.get(1), one.get(0))).toList());
        assertThat(pairs)
                .allSatisfy(
                        one -> {
                            assertThat(one.get(0)).matches("(?s).*\\p{IsArabic}.*");
                            assertThat(one.get(1)).matches("(?s).*[A-Za-z].*");
                        });
    }
}
