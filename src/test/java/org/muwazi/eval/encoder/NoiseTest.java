package org.muwazi.eval.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muwazi.embed.TextNormalizer;
import org.muwazi.text.Language;

/** Noise must do what its name says, or a figure of robustness is one of nothing. */
class NoiseTest {

    private static final String ARABIC =
            "أعلنت وزارة المياه في نواكشوط أن محطة التحلية الكبرى ستبدأ العمل في 15 مارس 2024.";
    private static final String FRENCH =
            "Le ministère a déclaré que la préfète réunira les élus de la région mercredi soir.";
    private static final String ENGLISH =
            "The ministry said on Wednesday that the harbour would remain closed until Friday.";

    private static final Map<Language, String> TEXTS =
            Map.of(
                    Language.ARABIC, ARABIC,
                    Language.FRENCH, FRENCH,
                    Language.ENGLISH, ENGLISH);

    private static String text(Language language) {
        return TEXTS.get(language);
    }

    static Stream<Noise> all() {
        return Stream.concat(
                Stream.of(ArabicNoise.values()), Stream.<Noise>of(TypingNoise.values()));
    }

    private static Stream<Language> languages(Noise noise) {
        return TEXTS.keySet().stream().sorted().filter(noise::concerns);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyNoiseChangesTheTextOfEveryLanguageItConcerns(Noise noise) {
        assertThat(languages(noise)).isNotEmpty();
        languages(noise)
                .forEach(
                        language -> {
                            for (int seed = 0; seed < 50; seed++) {
                                assertThat(noise.apply(text(language), new Random(seed)))
                                        .isNotEqualTo(text(language))
                                        .isNotBlank();
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameSeedMakesTheSameNoise(Noise noise) {
        languages(noise)
                .forEach(
                        language ->
                                assertThat(noise.apply(text(language), new Random(3)))
                                        .isEqualTo(noise.apply(text(language), new Random(3))));
    }

    @ParameterizedTest
    @EnumSource(ArabicNoise.class)
    void arabicNoiseIsWhatTheNormaliserTakesOutSaveForFoldedLetters(ArabicNoise noise) {
        String normalized = TextNormalizer.normalize(noise.apply(ARABIC, new Random(1)));
        if (noise == ArabicNoise.LETTERS_FOLDED) {
            assertThat(normalized).isNotEqualTo(ARABIC).hasSameSizeAs(ARABIC);
        } else {
            // A Persian keyboard has one yeh for yeh and alef maksura, which nobody can tell apart.
            boolean oneYeh = noise == ArabicNoise.PERSIAN_LETTERS;
            assertThat(normalized).isEqualTo(oneYeh ? ARABIC.replace('ى', 'ي') : ARABIC);
        }
    }

    @Test
    void alefMaksuraOfAPersianKeyboardBecomesYeh() {
        assertThat(ArabicNoise.PERSIAN_LETTERS.apply("مستشفى كبير", new Random(1)))
                .isEqualTo("مستشفی کبیر");
    }

    @Test
    void shapedLettersJoinAsInPrint() {
        // Beh initial, yeh medial, teh final; dal final joins to nothing, so reh stands alone.
        assertThat(ArabicNoise.PRESENTATION_FORMS.apply("بيت", new Random(1)))
                .isEqualTo("\uFE91\uFEF4\uFE96");
        assertThat(ArabicNoise.PRESENTATION_FORMS.apply("بدر", new Random(1)))
                .isEqualTo("\uFE91\uFEAA\uFEAD");
        assertThat(ArabicNoise.PRESENTATION_FORMS.apply("ماء 5", new Random(1)))
                .isEqualTo("\uFEE3\uFE8E\uFE80 5");
    }

    @ParameterizedTest
    @EnumSource(TypingNoise.class)
    void typingNoiseKeepsAWordsNumberAndLengthWithinASlip(TypingNoise noise) {
        for (Language language : languages(noise).toList()) {
            for (int seed = 0; seed < 50; seed++) {
                String text = text(language);
                String noised = noise.apply(text, new Random(seed));
                List<String> words = List.of(text.split(" "));
                int slips = words.size() / 5 + 1;
                assertThat(Math.abs(noised.length() - text.length())).isLessThanOrEqualTo(slips);
                int missing = noise == TypingNoise.WORDS_RUN_TOGETHER ? slips : 0;
                assertThat(noised.split(" ").length)
                        .isBetween(words.size() - missing, words.size());
            }
        }
    }

    @Test
    void aSlipChangesOneLetterOfAWordAndLeavesItsEndsAlone() {
        Set<TypingNoise> slips =
                Set.of(
                        TypingNoise.LETTERS_SWAPPED,
                        TypingNoise.LETTER_DROPPED,
                        TypingNoise.LETTER_DOUBLED);
        for (TypingNoise noise : slips) {
            List<String> made = new ArrayList<>();
            for (int seed = 0; seed < 30; seed++) {
                made.add(noise.apply("harbour", new Random(seed)));
            }
            int length =
                    switch (noise) {
                        case LETTER_DROPPED -> 6;
                        case LETTER_DOUBLED -> 8;
                        default -> 7;
                    };
            assertThat(made).allSatisfy(word -> assertThat(word).hasSize(length).startsWith("h"));
            assertThat(Set.copyOf(made)).hasSizeGreaterThan(3);
        }
        assertThat(TypingNoise.LETTERS_SWAPPED.apply("aabaa", new Random(1))).hasSize(5);
        assertThat(TypingNoise.LETTER_DROPPED.apply("cats", new Random(1))).isIn("cts", "cas");
        assertThat(TypingNoise.LETTER_DOUBLED.apply("cats", new Random(1))).isIn("ccats", "caats");
    }

    @Test
    void shortWordsAndNumbersAreSpared() {
        for (TypingNoise noise : List.of(TypingNoise.LETTERS_SWAPPED, TypingNoise.LETTER_DROPPED)) {
            assertThat(noise.apply("On 2 May 2024, at 10:30", new Random(1)))
                    .isEqualTo("On 2 May 2024, at 10:30");
        }
    }

    @Test
    void accentsAndCaseAreWhatTheirNamesSay() {
        assertThat(TypingNoise.ACCENTS_MISSING.apply("À Orléans, où ça gèle", new Random(1)))
                .isEqualTo("A Orleans, ou ca gele");
        assertThat(TypingNoise.UPPER_CASE.apply("été", new Random(1))).isEqualTo("ÉTÉ");
        assertThat(TypingNoise.ACCENTS_MISSING.concerns(Language.ARABIC)).isFalse();
        assertThat(TypingNoise.LOWER_CASE.concerns(Language.ARABIC)).isFalse();
    }
}
