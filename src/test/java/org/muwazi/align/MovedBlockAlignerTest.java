package org.muwazi.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muwazi.align.EmbeddingAlignerTest.units;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muwazi.testing.Seeds;

class MovedBlockAlignerTest extends SentenceAlignerContract {

    @Override
    Alignment align(SyntheticStory source, SyntheticStory target) {
        return MovedBlockAligner.align(
                source.document(),
                source.vectors(),
                target.document(),
                target.vectors(),
                PARAMETERS);
    }

    @Test
    void twoSentencesThatChangedPlacesAreBothMovedAndTheirNeighboursStay() {
        Seeds.forEach(
                80,
                random -> {
                    List<Integer> units = new ArrayList<>(units(0, 12));
                    int at = random.nextInt(11);
                    Collections.swap(units, at, at + 1);
                    Alignment alignment =
                            align(
                                    SyntheticStory.ofUnits("s", units(0, 12), 0.4, random),
                                    SyntheticStory.ofUnits("t", units, 0.4, random));
                    assertThat(alignment.beads()).hasSize(12);
                    for (Bead bead : alignment.beads()) {
                        assertThat(units.get(bead.targetStart())).isEqualTo(bead.sourceStart());
                        assertThat(bead.moved())
                                .isEqualTo(
                                        bead.sourceStart() == at || bead.sourceStart() == at + 1);
                    }
                });
    }

    @Test
    void aBlockThatStandsElsewhereIsMovedAndWhatItPassedIsNot() {
        List<Integer> units = new ArrayList<>(units(0, 24));
        List<Integer> block = new ArrayList<>(units.subList(4, 8));
        units.removeAll(block);
        units.addAll(15, block);
        Alignment alignment =
                align(
                        SyntheticStory.ofUnits("s", units(0, 24), 0.4, new Random(1)),
                        SyntheticStory.ofUnits("t", units, 0.4, new Random(2)));
        assertThat(alignment.beads().stream().filter(Bead::moved).map(Bead::sourceStart))
                .containsExactlyElementsOf(block);
        assertThat(alignment.beads()).hasSize(24).noneMatch(Bead::isNull);
    }

    @Test
    void aSentenceSaidTwiceIsNotDraggedAcrossTheText() {
        // Unit 90 stands near the start of the source and twice near the end of the target.
        List<Integer> source = new ArrayList<>(units(0, 14));
        source.add(2, 90);
        List<Integer> target = new ArrayList<>(units(0, 14));
        target.add(10, 90);
        target.add(12, 90);
        Alignment alignment =
                align(
                        SyntheticStory.ofUnits("s", source, 0, new Random(3)),
                        SyntheticStory.ofUnits("t", target, 0, new Random(3)));
        assertThat(alignment.beads()).noneMatch(Bead::moved);
    }

    @Test
    void aDocumentWithMovedBeadsReadsTheSameFromBothSidesTwice() {
        Seeds.forEach(
                60,
                random -> {
                    Alignment alignment = align(shuffled("s", random), shuffled("t", random));
                    assertThat(alignment.transposed().transposed()).isEqualTo(alignment);
                });
    }
}
