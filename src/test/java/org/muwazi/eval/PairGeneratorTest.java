package org.muwazi.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muwazi.eval.BeadList.Link;
import org.muwazi.testing.Seeds;

/** Changes to the stories of this project: what each family says it changes, and nothing else. */
class PairGeneratorTest {

    private static final int TIMES = 20;

    private static List<GoldUnits> pairs;
    private static PairGenerator.Surroundings around;

    @BeforeAll
    static void read() throws IOException {
        pairs = GoldUnits.ofStories(Path.of("eval", "stories"));
        around = PairGenerator.Surroundings.of(pairs, Path.of("eval", "chrome.tsv"));
    }

    private static GoldUnits change(PairGenerator family, GoldUnits pair, long seed) {
        return family.change(pair, around, new Random(seed));
    }

    private static GoldUnits any(Random random) {
        return pairs.get(random.nextInt(pairs.size()));
    }

    @Test
    void theSameSeedMakesTheSamePair() {
        for (PairGenerator family : PairGenerator.values()) {
            assertThat(change(family, pairs.get(3), 7))
                    .as(family.label())
                    .isEqualTo(change(family, pairs.get(3), 7));
        }
    }

    @Test
    void goldBeadsUseEverySentenceOnce() {
        Seeds.forEach(
                TIMES,
                random -> {
                    GoldUnits pair = any(random);
                    for (PairGenerator family : PairGenerator.values()) {
                        GoldUnits changed = family.change(pair, around, random);
                        List<Integer> source = new ArrayList<>();
                        List<Integer> target = new ArrayList<>();
                        for (Link link : changed.links()) {
                            source.addAll(link.source());
                            target.addAll(link.target());
                        }
                        assertThat(source)
                                .as(family.label())
                                .containsExactlyElementsOf(upTo(changed.sourceSentences().size()));
                        assertThat(target)
                                .as(family.label())
                                .containsExactlyInAnyOrderElementsOf(
                                        upTo(changed.targetSentences().size()));
                    }
                });
    }

    private static List<Integer> upTo(int size) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    @Test
    void everyFamilyButCleanChangesSomethingAndOnlyThoseThatMoveMarkWhatMoved() {
        for (PairGenerator family : PairGenerator.values()) {
            int changed = 0;
            int moved = 0;
            for (GoldUnits pair : pairs) {
                GoldUnits after = change(family, pair, 11);
                changed += after.equals(pair) ? 0 : 1;
                moved += after.units().stream().anyMatch(GoldUnits.Unit::moved) ? 1 : 0;
            }
            assertThat(changed > 0).as(family.label()).isEqualTo(family != PairGenerator.CLEAN);
            assertThat(moved > 0).as(family.label()).isEqualTo(family.moves());
        }
    }

    @Test
    void mergesKeepAllWordsAndLeaveFewerSentences() {
        GoldUnits pair = pairs.get(0);
        GoldUnits merged = change(PairGenerator.MERGES, pair, 1);
        assertThat(merged.targetSentences()).hasSizeLessThan(pair.targetSentences().size());
        assertThat(merged.sourceSentences()).isEqualTo(pair.sourceSentences());
        assertThat(String.join(" ", merged.targetSentences()))
                .isEqualTo(String.join(" ", pair.targetSentences()));
    }

    @Test
    void splitsKeepAllWordsAndMakeMoreSentences() {
        GoldUnits pair = pairs.get(0);
        GoldUnits split = change(PairGenerator.SPLITS, pair, 1);
        assertThat(split.targetSentences()).hasSizeGreaterThan(pair.targetSentences().size());
        assertThat(String.join(" ", split.targetSentences()))
                .isEqualTo(String.join(" ", pair.targetSentences()));
    }

    @Test
    void dropsAndCutsOnlyTakeAway() {
        Seeds.forEach(
                TIMES,
                random -> {
                    GoldUnits pair = any(random);
                    for (PairGenerator family : List.of(PairGenerator.DROPS, PairGenerator.CUT)) {
                        GoldUnits less = family.change(pair, around, random);
                        assertThat(pair.targetSentences()).containsAll(less.targetSentences());
                        assertThat(pair.sourceSentences()).containsAll(less.sourceSentences());
                    }
                });
    }

    @Test
    void aCutTargetIsTheBeginningOfTheWhole() {
        GoldUnits pair = pairs.get(1);
        List<String> cut = change(PairGenerator.CUT, pair, 5).targetSentences();
        assertThat(cut).isNotEmpty().hasSizeLessThan(pair.targetSentences().size());
        assertThat(pair.targetSentences().subList(0, cut.size())).isEqualTo(cut);
    }

    @Test
    void chromeIsAddedToOneSideAsNullBeads() {
        GoldUnits pair = pairs.get(2);
        GoldUnits page = change(PairGenerator.CHROME, pair, 3);
        List<String> lines = around.chrome().values().stream().flatMap(List::stream).toList();
        List<GoldUnits.Unit> added =
                page.units().stream().filter(unit -> !pair.units().contains(unit)).toList();
        assertThat(added).isNotEmpty().allMatch(GoldUnits.Unit::isNull);
        assertThat(added)
                .allSatisfy(
                        unit -> {
                            assertThat(lines).containsAll(unit.source());
                            assertThat(lines).containsAll(unit.target());
                        });
    }

    @Test
    void foreignSentencesComeFromAnotherText() {
        GoldUnits pair = pairs.get(2);
        GoldUnits mixed = change(PairGenerator.FOREIGN, pair, 3);
        List<GoldUnits.Unit> added =
                mixed.units().stream().filter(unit -> !pair.units().contains(unit)).toList();
        List<String> elsewhere = new ArrayList<>();
        for (GoldUnits other : pairs) {
            if (!other.text().equals(pair.text())) {
                elsewhere.addAll(other.sourceSentences());
                elsewhere.addAll(other.targetSentences());
            }
        }
        assertThat(added).hasSizeBetween(3, 10).allMatch(GoldUnits.Unit::isNull);
        assertThat(added)
                .allSatisfy(
                        unit -> {
                            assertThat(elsewhere).containsAll(unit.source());
                            assertThat(elsewhere).containsAll(unit.target());
                        });
    }

    @Test
    void movedBlocksKeepTheirSentencesTogether() {
        Seeds.forEach(
                TIMES,
                random -> {
                    GoldUnits pair = any(random);
                    GoldUnits moved = PairGenerator.MOVED_BLOCK.change(pair, around, random);
                    List<Integer> block = new ArrayList<>();
                    for (int u : moved.targetOrder()) {
                        if (moved.units().get(u).moved()) {
                            block.add(u);
                        }
                    }
                    int first = moved.targetOrder().indexOf(block.get(0));
                    assertThat(moved.targetOrder().subList(first, first + block.size()))
                            .isEqualTo(block)
                            .isSorted();
                    assertThat(moved.targetSentences())
                            .containsExactlyInAnyOrderElementsOf(pair.targetSentences());
                });
    }

    @Test
    void damagedSentencesKeepTheirPlaceAndTheirSource() {
        GoldUnits pair = pairs.get(4);
        GoldUnits damaged = change(PairGenerator.DAMAGED, pair, 9);
        assertThat(damaged.sourceSentences()).isEqualTo(pair.sourceSentences());
        assertThat(damaged.targetSentences())
                .hasSameSizeAs(pair.targetSentences())
                .isNotEqualTo(pair.targetSentences());
        assertThat(damaged.links()).isEqualTo(pair.links());
    }

    @Test
    void furnitureIsKnownInAllThreeLanguages() {
        assertThat(Map.copyOf(around.chrome())).hasSize(3);
    }
}
