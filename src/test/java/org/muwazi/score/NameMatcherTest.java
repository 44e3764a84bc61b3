package org.muwazi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muwazi.text.Language;

class NameMatcherTest {

    static Stream<Arguments> similarities() {
        return Tables.rows("similarity-cases.tsv", 6).stream()
                .map(
                        row ->
                                Arguments.of(
                                        row[0],
                                        Words.language(row[1]),
                                        row[2],
                                        Words.language(row[3]),
                                        List.of(Double.valueOf(row[4]), Double.valueOf(row[5]))));
    }

    @ParameterizedTest(name = "{0} and {2}")
    @MethodSource("similarities")
    void tellsVariantsFromCorruptions(
            String nameA, Language a, String nameB, Language b, List<Double> bounds) {
        double similarity = NameMatcher.similarity(nameA, a, nameB, b);
        assertThat(similarity).isBetween(bounds.get(0), bounds.get(1));
        assertThat(NameMatcher.similarity(nameB, b, nameA, a)).isEqualTo(similarity, within(1e-9));
    }

    @Test
    void findsTheStretchThatIsMostLikeAName() {
        String text = "L'émissaire Steve Witkev est allé à Bakou.";
        NameMatcher.Match match =
                NameMatcher.best("Steve Witkoff", Language.ENGLISH, text, Language.FRENCH)
                        .orElseThrow();
        assertThat(match.span().of(text)).isEqualTo("Steve Witkev");
        assertThat(match.similarity()).isBetween(0.8, 0.95);
    }

    @Test
    void findsNothingInATextWithoutWords() {
        assertThat(NameMatcher.best("Witkoff", Language.ENGLISH, "…", Language.FRENCH)).isEmpty();
    }

    @Test
    void takesCapitalsInsideSentencesForNames() {
        String text = "The envoy Steve Witkoff met Ilham Aliyev at the Ministry of Trade in March.";
        assertThat(NameExtractor.names(text, Language.ENGLISH))
                .extracting(NameMention::text)
                .containsExactly("Steve Witkoff", "Ilham Aliyev");
    }

    @Test
    void isNotCertainOfACapitalAtTheHeadOfASentence() {
        assertThat(NameExtractor.names("Dunes move. Harwick, too.", Language.ENGLISH))
                .allMatch(name -> !name.certain());
        assertThat(NameExtractor.names("Harwick left and Harwick returned.", Language.ENGLISH))
                .allMatch(NameMention::certain);
    }

    @Test
    void spansOfNamesShowTheirText() {
        String text = "L'accord d'Erevan, dit Anna Petrossian, tient.";
        for (NameMention name : NameExtractor.names(text, Language.FRENCH)) {
            assertThat(name.span().of(text)).isEqualTo(name.text());
        }
    }
}
