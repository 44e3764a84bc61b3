package org.muwazi.damage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muwazi.testing.Seeds;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit.Variant;

class DamageTest {

    private static final String TARGET =
            "Le conseil de Nouadhibou n'a pas voté la hausse de 1998, mais il prévoit, selon"
                    + " Madame Querrien, que le port recevra 45 kilomètres de quais en juin"
                    + " dans une grande partie du nord, car les parois de la digue sont anciennes.";

    private static final String SOURCE =
            "The council of Nouadhibou did not vote the increase of 1998, but according to Mrs"
                    + " Querrien it expects the port to receive 45 kilometres of quays in June in a"
                    + " large part of the north, for the walls of the dyke are old.";

    private static SwapTables tables;
    private static Clean clean;

    @BeforeAll
    static void read() throws IOException {
        tables = SwapTables.standard();
        PivotLexicon pivot =
                PivotLexicon.of(
                        List.of(
                                new String[] {"port", "port", ""},
                                new String[] {"port", "porto", ""},
                                new String[] {"party", "partie", ""},
                                new String[] {"party", "fête", ""},
                                new String[] {"levy", "digue", ""},
                                new String[] {"levy", "taxe", ""},
                                new String[] {"advice", "conseil", ""},
                                new String[] {"advice", "avis", ""},
                                new String[] {"rise", "hausse", ""},
                                new String[] {"rise", "lever", ""}));
        Variant third =
                new Variant(
                        Language.ENGLISH,
                        "A third language says the same in rather different words, of course.");
        clean =
                new Clean(
                        new Variant(Language.ENGLISH, SOURCE),
                        new Variant(Language.FRENCH, TARGET),
                        new Material(
                                List.of(
                                        "La mairie ouvrira, dès que les travaux seront finis, un"
                                                + " marché couvert.",
                                        "Les pêcheurs de la côte ont demandé, avec le syndicat des"
                                                + " marins, que la halle aux poissons rouvre avant la"
                                                + " fin du printemps, puisque les glacières du village"
                                                + " voisin ne suffisent plus."),
                                Optional.of(third),
                                tables,
                                pivot));
    }

    @Test
    void everyFamilyHasAKindAndAtLeastFourteenAreThere() {
        Set<Family> families = EnumSet.noneOf(Family.class);
        Arrays.stream(Damage.values()).map(Damage::family).forEach(families::add);
        assertThat(families).containsExactlyInAnyOrder(Family.values()).hasSizeGreaterThan(13);
    }

    @Test
    void theSameSeedMakesTheSameDamage() {
        for (Damage damage : Damage.values()) {
            assertThat(DamagedPair.of(damage, clean, new Random(4)))
                    .as(damage.name())
                    .isEqualTo(DamagedPair.of(damage, clean, new Random(4)));
        }
    }

    @Test
    void marksAreWordsOfTheDamagedTextInOrder() {
        Set<Damage> made = EnumSet.noneOf(Damage.class);
        Seeds.forEach(
                40,
                random -> {
                    for (Damage damage : Damage.values()) {
                        Optional<DamagedPair> pair = DamagedPair.of(damage, clean, random);
                        if (pair.isPresent()) {
                            made.add(damage);
                            List<Span> words = WordTokens.spans(pair.get().damaged().text());
                            assertThat(words).as(damage.name()).containsAll(pair.get().marks());
                            assertThat(pair.get().marks()).isSorted().doesNotHaveDuplicates();
                        }
                    }
                });
        // The sentence negates already.
        assertThat(EnumSet.complementOf(EnumSet.copyOf(made)))
                .containsExactly(Damage.NEGATION_ADDED);
    }

    @Test
    void whatIsWrongAsAWholeIsMarkedAsAWhole() {
        DamagedPair copied =
                DamagedPair.of(Damage.SOURCE_COPIED, clean, new Random(1)).orElseThrow();
        assertThat(copied.damaged().text()).isEqualTo(SOURCE);
        assertThat(copied.marks()).isEqualTo(WordTokens.spans(SOURCE));
    }

    @Test
    void oneWordExchangedLeavesOneMark() {
        for (Damage damage :
                List.of(Damage.ANTONYM, Damage.UNIT_CHANGED, Damage.MONTH_OR_DAY_CHANGED)) {
            DamagedPair pair = DamagedPair.of(damage, clean, new Random(2)).orElseThrow();
            assertThat(pair.marks()).as(damage.name()).hasSize(1);
        }
    }

    @Test
    void droppedWordsLeaveNoMark() {
        for (Damage damage : List.of(Damage.CUT_IN_HALF, Damage.CLAUSE_DROPPED)) {
            DamagedPair pair = DamagedPair.of(damage, clean, new Random(2)).orElseThrow();
            assertThat(pair.marks()).as(damage.name()).isEmpty();
            assertThat(pair.damaged().text().length()).isLessThan(TARGET.length());
        }
    }

    @Test
    void ofAPhraseSaidTwiceTheLaterOneIsMarked() {
        String twice = "The port of the north closed, the port of the north closed again.";
        List<Span> marks = WordMarks.of("The port of the north closed again.", twice);
        assertThat(marks.get(0).start()).isGreaterThanOrEqualTo(twice.indexOf(','));
        assertThat(marks).hasSize(7);
    }

    @Test
    void negationIsAddedOnlyWhereNothingIsNegated() {
        Clean plain =
                new Clean(
                        clean.source(),
                        new Variant(Language.FRENCH, "Le port est ouvert."),
                        clean.material());
        assertThat(Damage.NEGATION_ADDED.apply(plain, new Random(1)))
                .contains("Le port n'est pas ouvert.");
        assertThat(Damage.NEGATION_ADDED.apply(clean, new Random(1))).isEmpty();
    }

    @Test
    void aWordKeepsItsCapitalAndWhatArabicWritesTogetherWithIt() {
        SwapTable table =
                SwapTable.of(
                        "test",
                        List.of(
                                "en\tbefore\tafter",
                                "ar\t\u0634\u0645\u0627\u0644\t\u062c\u0646\u0648\u0628"));
        assertThat(table.swapped("Before dawn.", Language.ENGLISH, new Random(1)))
                .contains("After dawn.");
        assertThat(
                        table.swapped(
                                "\u0641\u064a \u0627\u0644\u0634\u0645\u0627\u0644",
                                Language.ARABIC,
                                new Random(1)))
                .contains("\u0641\u064a \u0627\u0644\u062c\u0646\u0648\u0628");
        assertThat(table.swapped("Beforehand.", Language.ENGLISH, new Random(1))).isEmpty();
    }

    @Test
    void aLineOfATableThatNamesNoLanguageIsRefusedWithItsNumber() {
        assertThatThrownBy(() -> SwapTable.of("dates.tsv", List.of("# days", "xx\ta\tb")))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("dates.tsv:2");
    }

    @Test
    void damageThatChangesNothingIsNoPair() {
        assertThatThrownBy(
                        () ->
                                new DamagedPair(
                                        Damage.ANTONYM,
                                        clean.source(),
                                        clean.target(),
                                        clean.target(),
                                        List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shuffledWordsAreTheSameWords() {
        Seeds.forEach(
                20,
                random -> {
                    String shuffled = Damage.WORDS_SHUFFLED.apply(clean, random).orElseThrow();
                    List<String> before = new ArrayList<>(WordTokens.parted(TARGET));
                    assertThat(WordTokens.parted(shuffled))
                            .containsExactlyInAnyOrderElementsOf(before);
                });
    }
}
