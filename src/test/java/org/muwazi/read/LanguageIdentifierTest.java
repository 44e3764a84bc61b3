package org.muwazi.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muwazi.read.LanguageIdentifier.Identified;
import org.muwazi.text.Language;

class LanguageIdentifierTest {

    private static final LanguageIdentifier IDENTIFIER = new LanguageIdentifier();

    static List<String[]> sentences() {
        return TestFiles.rows("languages.tsv");
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void tellsEachLanguageAndRefusesOthers(String code, String text) {
        Optional<Language> wanted = code.equals("-") ? Optional.empty() : Language.of(code);

        assertThat(IDENTIFIER.identify(text).map(Identified::language)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void doesNotMindCapitals(String code, String text) {
        Optional<Language> wanted = code.equals("-") ? Optional.empty() : Language.of(code);
        String capitals = text.toUpperCase(Locale.ROOT);

        assertThat(IDENTIFIER.identify(capitals).map(Identified::language)).isEqualTo(wanted);
    }

    @Test
    void hasNoLanguageForTextWithoutLetters() {
        assertThat(IDENTIFIER.identify("")).isEmpty();
        assertThat(IDENTIFIER.identify("1 234,5 – 6 %")).isEmpty();
    }

    @Test
    void tellsArabicWithForeignNamesInIt() {
        String text = sentences().get(0)[1] + " Reuters, Axios";

        assertThat(IDENTIFIER.identify(text).map(Identified::language)).contains(Language.ARABIC);
    }

    @Test
    void isSurerOfAMonolingualTextThanOfAMixedOne() {
        String english = "The council said that it would close the old bridge for two months.";
        String french = "La mairie a annoncé la fermeture du pont.";

        double alone = IDENTIFIER.identify(english).orElseThrow().confidence();
        double mixed = IDENTIFIER.identify(english + " " + french).orElseThrow().confidence();

        assertThat(alone).isGreaterThan(mixed).isCloseTo(0.9, within(0.1));
    }
}
