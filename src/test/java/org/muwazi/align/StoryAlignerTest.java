package org.muwazi.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muwazi.align.EmbeddingAlignerTest.randomStory;
import static org.muwazi.align.EmbeddingAlignerTest.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muwazi.testing.Seeds;
import org.muwazi.text.SegmentRange;

class StoryAlignerTest {

    private static final AlignmentParameters PARAMETERS = AlignmentParameters.standard();

    @Test
    void twoVersionsGiveThePairsOwnAlignment() {
        Seeds.forEach(
                60,
                random -> {
                    SyntheticStory source = randomStory("s", random);
                    SyntheticStory target = randomStory("t", random);
                    Alignment pair =
                            EmbeddingAligner.align(
                                    source.document(),
                                    source.vectors(),
                                    target.document(),
                                    target.vectors(),
                                    PARAMETERS);
                    assertThat(types(align(source, target).pair(0, 1))).isEqualTo(types(pair));
                });
    }

    @Test
    void threeEqualVersionsAlignOneToOneToOne() {
        for (int n = 1; n <= 30; n++) {
            SyntheticStory story = SyntheticStory.ofUnits("a", units(0, n), 0, new Random(n));
            SyntheticStory second = new SyntheticStory(renamed(story, "b"), story.vectors());
            SyntheticStory third = new SyntheticStory(renamed(story, "c"), story.vectors());
            assertThat(align(story, second, third).beads())
                    .hasSize(n)
                    .allMatch(bead -> bead.present() == 3);
        }
    }

    @Test
    void aThirdVersionDecidesWhereTwoAreInDoubt() {
        // The French has lost most of its meaning: alone, some of its sentences pair with nothing.
        long[] right = new long[2];
        Seeds.forEach(
                25,
                random -> {
                    List<Integer> units = units(0, 12);
                    SyntheticStory english = SyntheticStory.ofUnits("en", units, 0.5, random);
                    SyntheticStory arabic = SyntheticStory.ofUnits("ar", units, 0.5, random);
                    SyntheticStory french = SyntheticStory.ofUnits("fr", units, 3.5, random);
                    right[0] +=
                            rightLinks(
                                    EmbeddingAligner.align(
                                            english.document(),
                                            english.vectors(),
                                            french.document(),
                                            french.vectors(),
                                            PARAMETERS));
                    right[1] += rightLinks(align(english, arabic, french).pair(0, 2));
                });
        assertThat(right[1]).as("links right, joint against alone").isGreaterThan(right[0]);
    }

    @Test
    void aVersionThatLacksHalfAndOneWithForeignMaterialDoNotDisturbTheOthers() {
        List<Integer> page = new ArrayList<>(units(900, 6));
        page.addAll(units(0, 30));
        page.addAll(units(700, 20));
        SyntheticStory english = SyntheticStory.ofUnits("en", page, 0.5, new Random(1));
        SyntheticStory arabic = SyntheticStory.ofUnits("ar", units(0, 30), 0.5, new Random(2));
        SyntheticStory french = SyntheticStory.ofUnits("fr", units(0, 13), 0.5, new Random(3));
        StoryAlignment alignment = align(english, arabic, french);
        assertThat(alignment.beads().stream().filter(bead -> bead.present() == 3)).hasSize(13);
        assertThat(alignment.beads().stream().filter(bead -> bead.present() == 2)).hasSize(17);
        assertThat(alignment.beads().stream().filter(bead -> bead.present() == 1)).hasSize(26);
    }

    @Test
    void theCorridorGivesWhatTheWholeCubeGives() {
        Seeds.forEach(
                6,
                random -> {
                    List<Integer> units = units(0, 55);
                    SyntheticStory a = SyntheticStory.of("a", grouped(units, random), 0.6, random);
                    SyntheticStory b = SyntheticStory.of("b", grouped(units, random), 0.6, random);
                    SyntheticStory c = SyntheticStory.of("c", grouped(units, random), 0.6, random);
                    // 55 sentences a side: the aligner takes the corridor. The oracle searches all
                    // of the cube.
                    assertThat(ranges(align(a, b, c).beads()))
                            .isEqualTo(ranges(wholeCube(a, b, c)));
                });
    }

    @Test
    void fourVersionsStayConsistent() {
        Seeds.forEach(
                30,
                random -> {
                    SyntheticStory[] versions = new SyntheticStory[4];
                    for (int v = 0; v < 4; v++) {
                        versions[v] = randomStory("v" + v, random);
                    }
                    StoryAlignment alignment = align(versions);
                    for (int a = 0; a < 4; a++) {
                        for (int b = 0; b < 4; b++) {
                            if (a != b) {
                                assertThat(alignment.pair(a, b).source())
                                        .isEqualTo(versions[a].document());
                            }
                        }
                    }
                });
    }

    @Test
    void aBeadThatSkipsASegmentIsRefused() {
        SyntheticStory a = SyntheticStory.ofUnits("a", units(0, 2), 0, new Random(1));
        SyntheticStory b = SyntheticStory.ofUnits("b", units(0, 1), 0, new Random(1));
        StoryBead bead =
                new StoryBead(List.of(new SegmentRange(0, 1), new SegmentRange(0, 1)), 0, false);
        assertThatThrownBy(
                        () ->
                                new StoryAlignment(
                                        List.of(a.document(), b.document()),
                                        List.of(bead),
                                        List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("segment 1 of a is in no bead");
    }

    private static List<List<Integer>> grouped(List<Integer> units, Random random) {
        List<List<Integer>> sentences = new ArrayList<>();
        for (int i = 0; i < units.size(); ) {
            int size = Math.min(units.size() - i, random.nextInt(6) == 0 ? 2 : 1);
            sentences.add(units.subList(i, i + size));
            i += size;
        }
        return sentences;
    }

    private static List<StoryBead> wholeCube(SyntheticStory... versions) {
        int[][] of = {{0, 1}, {0, 2}, {1, 2}};
        BeadScore[] scores = new BeadScore[3];
        Corridor[] corridors = new Corridor[3];
        int[] size = new int[3];
        for (int p = 0; p < 3; p++) {
            SyntheticStory a = versions[of[p][0]];
            SyntheticStory b = versions[of[p][1]];
            PairBlocks blocks =
                    new PairBlocks(
                            new BlockVectors(a.document(), a.vectors()),
                            new BlockVectors(b.document(), b.vectors()));
            scores[p] = new BeadScore(blocks, PARAMETERS, Anchors.of(blocks));
            corridors[p] = Corridor.whole(blocks.sources(), blocks.targets());
            size[p] = versions[p].document().size();
        }
        List<StoryBead> beads = new ArrayList<>();
        for (int[] bead : new JointDynamicProgram(scores, PARAMETERS, size, corridors).solve()) {
            beads.add(
                    new StoryBead(
                            List.of(
                                    new SegmentRange(bead[0], bead[1]),
                                    new SegmentRange(bead[2], bead[3]),
                                    new SegmentRange(bead[4], bead[5])),
                            0,
                            false));
        }
        return beads;
    }

    private static StoryAlignment align(SyntheticStory... versions) {
        return new StoryAligner(PARAMETERS)
                .align(
                        java.util.Arrays.stream(versions).map(SyntheticStory::document).toList(),
                        java.util.Arrays.stream(versions).map(SyntheticStory::vectors).toList());
    }

    private static org.muwazi.text.SegmentedDocument renamed(SyntheticStory story, String id) {
        return new org.muwazi.text.SegmentedDocument(
                new org.muwazi.text.Document(
                        id,
                        story.document().document().language(),
                        story.document().document().text()),
                story.document().segments());
    }

    private static long rightLinks(Alignment alignment) {
        return alignment.beads().stream()
                .filter(
                        bead ->
                                bead.type().equals("1-1")
                                        && bead.sourceStart() == bead.targetStart())
                .count();
    }

    private static List<String> types(Alignment alignment) {
        return alignment.beads().stream()
                .map(bead -> bead.type() + "@" + bead.sourceStart() + ":" + bead.targetStart())
                .toList();
    }

    private static List<List<SegmentRange>> ranges(List<StoryBead> beads) {
        return beads.stream().map(StoryBead::ranges).toList();
    }
}
