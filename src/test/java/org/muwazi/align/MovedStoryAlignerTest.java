package org.muwazi.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muwazi.align.EmbeddingAlignerTest.units;
import static org.muwazi.align.SentenceAlignerContract.inOrder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muwazi.testing.Seeds;
import org.muwazi.text.SegmentRange;

class MovedStoryAlignerTest {

    private static final AlignmentParameters PARAMETERS = AlignmentParameters.standard();

    @Test
    void aSentenceThatOneVersionHasElsewhereStandsInTheRowOfTheOthers() {
        List<Integer> units = new ArrayList<>(units(0, 14));
        units.add(11, units.remove(3));
        StoryAlignment story =
                align(
                        SyntheticStory.ofUnits("en", units(0, 14), 0.4, new Random(1)),
                        SyntheticStory.ofUnits("ar", units(0, 14), 0.4, new Random(2)),
                        SyntheticStory.ofUnits("fr", units, 0.4, new Random(3)));
        assertThat(story.beads()).hasSize(14).allMatch(bead -> bead.present() == 3);
        assertThat(story.beads().stream().filter(StoryBead::moved).map(StoryBead::ranges))
                .containsExactly(
                        List.of(
                                new SegmentRange(3, 4),
                                new SegmentRange(3, 4),
                                new SegmentRange(11, 12)));
        assertThat(story.pair(0, 1).beads()).noneMatch(Bead::moved);
        assertThat(story.pair(0, 2).beads()).filteredOn(Bead::moved).hasSize(1);
    }

    @Test
    void sentencesThatChangedPlacesInOneVersionAreTwoRows() {
        Seeds.forEach(
                25,
                random -> {
                    List<Integer> units = new ArrayList<>(units(0, 12));
                    int at = random.nextInt(11);
                    Collections.swap(units, at, at + 1);
                    StoryAlignment story =
                            align(
                                    SyntheticStory.ofUnits("en", units(0, 12), 0.4, random),
                                    SyntheticStory.ofUnits("ar", units, 0.4, random),
                                    SyntheticStory.ofUnits("fr", units(0, 12), 0.4, random));
                    assertThat(story.beads()).hasSize(12).allMatch(bead -> bead.present() == 3);
                    assertThat(story.beads()).filteredOn(StoryBead::moved).hasSize(2);
                    assertThat(story.pair(0, 2).beads()).noneMatch(Bead::moved);
                });
    }

    @Test
    void nothingIsMovedWhereNothingMovedAndTheJointAlignmentStays() {
        Seeds.forEach(
                40,
                random -> {
                    SyntheticStory[] versions = {
                        inOrder("a", 300, random),
                        inOrder("b", 400, random),
                        inOrder("c", 500, random)
                    };
                    StoryAlignment joint =
                            new StoryAligner(PARAMETERS)
                                    .align(
                                            Arrays.stream(versions)
                                                    .map(SyntheticStory::document)
                                                    .toList(),
                                            Arrays.stream(versions)
                                                    .map(SyntheticStory::vectors)
                                                    .toList());
                    assertThat(align(versions)).isEqualTo(joint);
                });
    }

    @Test
    void shuffledVersionsStayAPartitionThatAllPairsAgreeOn() {
        // The constructor of StoryAlignment proves both; here it is put to the test.
        Seeds.forEach(
                60,
                random -> {
                    SyntheticStory[] versions = new SyntheticStory[2 + random.nextInt(3)];
                    for (int v = 0; v < versions.length; v++) {
                        versions[v] = SentenceAlignerContract.shuffled("v" + v, random);
                    }
                    StoryAlignment story = align(versions);
                    assertThat(align(versions)).isEqualTo(story);
                    boolean pairs =
                            story.pairs().stream()
                                    .anyMatch(p -> p.beads().stream().anyMatch(Bead::moved));
                    assertThat(story.beads().stream().anyMatch(StoryBead::moved)).isEqualTo(pairs);
                });
    }

    private static StoryAlignment align(SyntheticStory... versions) {
        return new MovedStoryAligner(PARAMETERS)
                .align(
                        Arrays.stream(versions).map(SyntheticStory::document).toList(),
                        Arrays.stream(versions).map(SyntheticStory::vectors).toList());
    }
}
