package org.muwazi.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muwazi.align.EmbeddingAlignerTest.units;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muwazi.testing.Seeds;

/** What every aligner of two documents promises, whatever way it takes. */
abstract class SentenceAlignerContract {

    static final AlignmentParameters PARAMETERS = AlignmentParameters.standard();

    abstract Alignment align(SyntheticStory source, SyntheticStory target);

    @Test
    void aDocumentIsAlignedWithItselfOneToOneForEveryLength() {
        for (int n = 1; n <= 40; n++) {
            SyntheticStory story = SyntheticStory.ofUnits("x", units(0, n), 0, new Random(n));
            assertThat(align(story, story).beads())
                    .as("%d sentences", n)
                    .hasSize(n)
                    .allMatch(SentenceAlignerContract::isDiagonal);
        }
    }

    @Test
    void aDocumentThatRepeatsItselfIsAlignedWithItselfOneToOne() {
        Seeds.forEach(
                40,
                random -> {
                    List<Integer> units = new ArrayList<>();
                    int n = 1 + random.nextInt(25);
                    for (int i = 0; i < n; i++) {
                        units.add(random.nextInt(1 + n / 2));
                    }
                    SyntheticStory story = SyntheticStory.ofUnits("x", units, 0, random);
                    assertThat(align(story, story).beads())
                            .hasSize(n)
                            .allMatch(SentenceAlignerContract::isDiagonal);
                });
    }

    @Test
    void swappingTheSidesTransposesTheResult() {
        Seeds.forEach(
                150,
                random -> {
                    SyntheticStory source = shuffled("s", random);
                    SyntheticStory target = shuffled("t", random);
                    assertThat(align(target, source).transposed()).isEqualTo(align(source, target));
                });
    }

    @Test
    void sayingTheSameTwiceGivesTheSameAlignment() {
        Seeds.forEach(
                30,
                random -> {
                    SyntheticStory source = shuffled("s", random);
                    SyntheticStory target = shuffled("t", random);
                    assertThat(align(source, target)).isEqualTo(align(source, target));
                });
    }

    @Test
    void foreignTextAppendedLeavesTheRestAsItWas() {
        Seeds.forEach(
                40,
                random -> {
                    int n = 8 + random.nextInt(12);
                    long seed = random.nextLong();
                    List<Integer> longer = new ArrayList<>(units(0, n));
                    longer.addAll(units(3000, 1 + random.nextInt(10)));
                    SyntheticStory target =
                            SyntheticStory.ofUnits("t", units(0, n), 0.4, new Random(seed + 1));
                    Set<Bead> alone =
                            joining(
                                    align(
                                            SyntheticStory.ofUnits(
                                                    "s", units(0, n), 0.4, new Random(seed)),
                                            target));
                    Set<Bead> appended =
                            joining(
                                    align(
                                            SyntheticStory.ofUnits(
                                                    "s", longer, 0.4, new Random(seed)),
                                            target));
                    assertThat(appended).isEqualTo(alone);
                });
    }

    @Test
    void nothingIsMarkedMovedWhereNothingMoved() {
        Seeds.forEach(
                100,
                random -> {
                    SyntheticStory source = inOrder("s", 300, random);
                    SyntheticStory target = inOrder("t", 400, random);
                    assertThat(align(source, target).beads()).noneMatch(Bead::moved);
                });
    }

    static Set<Bead> joining(Alignment alignment) {
        Set<Bead> joining = new HashSet<>(alignment.beads());
        joining.removeIf(Bead::isNull);
        return joining;
    }

    /** A random story in order, with gaps, joins and foreign units that no other story has. */
    static SyntheticStory inOrder(String id, int firstForeign, Random random) {
        List<List<Integer>> sentences = new ArrayList<>();
        int n = random.nextInt(16);
        int foreign = firstForeign;
        for (int unit = 0; unit < n; ) {
            int size = random.nextInt(5) == 0 ? 2 : 1;
            sentences.add(size == 2 ? List.of(unit, unit + 1) : List.of(unit));
            unit += size + (random.nextInt(6) == 0 ? 1 : 0);
            if (random.nextInt(6) == 0) {
                sentences.add(List.of(foreign++));
            }
        }
        return SyntheticStory.of(id, sentences, 0.7, random);
    }

    /** A random story of which some neighbours, or a block, changed places. */
    static SyntheticStory shuffled(String id, Random random) {
        List<Integer> units = new ArrayList<>(units(0, 6 + random.nextInt(16)));
        if (random.nextBoolean()) {
            int at = random.nextInt(units.size() - 1);
            Collections.swap(units, at, at + 1);
        }
        if (random.nextBoolean()) {
            Collections.rotate(units.subList(0, units.size() / 2), 1 + random.nextInt(3));
        }
        units.removeIf(unit -> random.nextInt(10) == 0);
        units.add(random.nextInt(units.size() + 1), 500 + random.nextInt(9));
        return SyntheticStory.ofUnits(id, units, 0.7, random);
    }

    private static boolean isDiagonal(Bead bead) {
        return bead.type().equals("1-1")
                && bead.sourceStart() == bead.targetStart()
                && !bead.moved();
    }
}
