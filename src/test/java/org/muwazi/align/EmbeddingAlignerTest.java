package org.muwazi.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muwazi.testing.Seeds;

class EmbeddingAlignerTest {

    private static final AlignmentParameters PARAMETERS = AlignmentParameters.standard();

    @Test
    void alignsADocumentWithItselfOneToOneForEveryLength() {
        for (int n = 1; n <= 50; n++) {
            SyntheticStory story = SyntheticStory.ofUnits("x", units(0, n), 0, new Random(n));
            assertThat(types(align(story, story)))
                    .as("%d sentences", n)
                    .containsOnly("1-1")
                    .hasSize(n);
        }
    }

    @Test
    void alignsADocumentOfEqualSentencesWithItselfOneToOne() {
        for (int n = 1; n <= 12; n++) {
            List<Integer> same = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                same.add(3);
            }
            SyntheticStory story = SyntheticStory.ofUnits("x", same, 0, new Random(n));
            assertThat(types(align(story, story)))
                    .as("%d equal sentences", n)
                    .containsOnly("1-1")
                    .hasSize(n);
        }
    }

    @Test
    void swappingTheSidesTransposesTheResult() {
        Seeds.forEach(
                200,
                random -> {
                    SyntheticStory source = randomStory("s", random);
                    SyntheticStory target = randomStory("t", random);
                    Alignment forth = align(source, target);
                    Alignment back = align(target, source);
                    assertThat(ranges(back.transposed())).isEqualTo(ranges(forth));
                });
    }

    @Test
    void leavesForeignMaterialAtBothEndsUnaligned() {
        Seeds.forEach(
                60,
                random -> {
                    int n = 6 + random.nextInt(20);
                    List<Integer> page = new ArrayList<>(units(1000, 1 + random.nextInt(8)));
                    int before = page.size();
                    page.addAll(units(0, n));
                    page.addAll(units(2000, 1 + random.nextInt(30)));
                    Alignment alignment =
                            align(
                                    SyntheticStory.ofUnits("page", page, 0.6, random),
                                    SyntheticStory.ofUnits("clean", units(0, n), 0.6, random));
                    assertThat(alignment.beads().stream().filter(bead -> !bead.isNull()))
                            .allMatch(
                                    bead ->
                                            bead.sourceStart() >= before
                                                    && bead.sourceEnd() <= before + n);
                    assertThat(
                                    alignment.beads().stream()
                                            .filter(bead -> bead.type().equals("1-1"))
                                            .count())
                            .isGreaterThanOrEqualTo(n - 1);
                });
    }

    @Test
    void endsInNullBeadsWhereTheTranslationBreaksOff() {
        SyntheticStory source = SyntheticStory.ofUnits("whole", units(0, 30), 0.5, new Random(1));
        SyntheticStory target = SyntheticStory.ofUnits("half", units(0, 14), 0.5, new Random(2));
        List<Bead> beads = align(source, target).beads();
        assertThat(beads.subList(0, 14)).allMatch(bead -> bead.type().equals("1-1"));
        assertThat(beads.subList(14, 30)).allMatch(bead -> bead.type().equals("1-0"));
    }

    @Test
    void joinsWhatTheOtherSideSaysInOneSentence() {
        List<List<Integer>> source =
                List.of(List.of(0), List.of(1), List.of(2), List.of(3, 4), List.of(5), List.of(6));
        List<List<Integer>> target =
                List.of(List.of(0), List.of(1, 2), List.of(3), List.of(4), List.of(5), List.of(6));
        Alignment alignment =
                align(
                        SyntheticStory.of("s", source, 0.3, new Random(3)),
                        SyntheticStory.of("t", target, 0.3, new Random(4)));
        assertThat(types(alignment)).containsExactly("1-1", "2-1", "1-2", "1-1", "1-1");
    }

    @Test
    void unrelatedDocumentsGiveNullBeadsOnly() {
        SyntheticStory source = SyntheticStory.ofUnits("s", units(0, 25), 0.2, new Random(5));
        SyntheticStory target = SyntheticStory.ofUnits("t", units(500, 25), 0.2, new Random(6));
        assertThat(align(source, target).beads())
                .filteredOn(bead -> !bead.isNull())
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void anEmptySideGivesNullBeads() {
        SyntheticStory story = SyntheticStory.ofUnits("s", units(0, 3), 0, new Random(7));
        SyntheticStory empty = SyntheticStory.ofUnits("t", List.of(), 0, new Random(7));
        assertThat(types(align(story, empty))).containsExactly("1-0", "1-0", "1-0");
        assertThat(types(align(empty, story))).containsExactly("0-1", "0-1", "0-1");
        assertThat(align(empty, empty).beads()).isEmpty();
    }

    @Test
    void sayingTheSameTwiceGivesTheSameAlignment() {
        Seeds.forEach(
                20,
                random -> {
                    SyntheticStory source = randomStory("s", random);
                    SyntheticStory target = randomStory("t", random);
                    assertThat(align(source, target)).isEqualTo(align(source, target));
                });
    }

    @Test
    void refusesVectorsThatDoNotBelongToTheSegments() {
        SyntheticStory three = SyntheticStory.ofUnits("s", units(0, 3), 0, new Random(8));
        SyntheticStory four = SyntheticStory.ofUnits("t", units(0, 4), 0, new Random(8));
        assertThatThrownBy(
                        () ->
                                EmbeddingAligner.align(
                                        three.document(),
                                        four.vectors(),
                                        four.document(),
                                        four.vectors(),
                                        PARAMETERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 segments but 4 vectors");
    }

    @Test
    void alignsLongDocumentsInsideACorridorAsItWouldWhole() {
        Seeds.forEach(
                2,
                random -> {
                    SyntheticStory source = longStory("s", 600, random);
                    SyntheticStory target = longStory("t", 600, random);
                    PairBlocks whole =
                            new PairBlocks(
                                    new BlockVectors(source.document(), source.vectors()),
                                    new BlockVectors(target.document(), target.vectors()));
                    Alignment oracle =
                            EmbeddingAligner.solved(
                                    source.document(), target.document(), whole, PARAMETERS);
                    Alignment banded = align(source, target);
                    List<String> same = new ArrayList<>(ranges(banded));
                    same.retainAll(ranges(oracle));
                    assertThat(same).hasSizeGreaterThan((int) (0.99 * oracle.beads().size()));
                });
    }

    @Test
    void swappingTheSidesOfLongDocumentsTransposesTheResult() {
        SyntheticStory source = longStory("s", 800, new Random(11));
        SyntheticStory target = longStory("t", 900, new Random(12));
        assertThat(ranges(align(target, source).transposed()))
                .isEqualTo(ranges(align(source, target)));
    }

    @Test
    void longUnrelatedDocumentsBecomeNullBeadsInsteadOfFillingTheMemory() {
        SyntheticStory source = SyntheticStory.ofUnits("s", units(0, 3000), 0.2, new Random(13));
        SyntheticStory target =
                SyntheticStory.ofUnits("t", units(50_000, 3000), 0.2, new Random(14));
        assertThat(align(source, target).beads())
                .filteredOn(bead -> !bead.isNull())
                .hasSizeLessThan(350);
    }

    /** Sentences merged, left out and added here and there, and a long foreign stretch. */
    private static SyntheticStory longStory(String id, int units, Random random) {
        List<List<Integer>> sentences = new ArrayList<>();
        int foreign = random.nextInt(units);
        for (int unit = 0; unit < units; ) {
            int size = random.nextInt(8) == 0 ? 2 : 1;
            sentences.add(size == 2 ? List.of(unit, unit + 1) : List.of(unit));
            unit += size + (random.nextInt(20) == 0 ? 1 : 0);
            if (unit >= foreign && foreign >= 0) {
                for (int i = 0; i < 150; i++) {
                    sentences.add(List.of(10_000 + random.nextInt(5000)));
                }
                foreign = -1;
            }
        }
        return SyntheticStory.of(id, sentences, 0.6, random);
    }

    static SyntheticStory randomStory(String id, Random random) {
        List<List<Integer>> sentences = new ArrayList<>();
        int n = random.nextInt(14);
        for (int unit = 0; unit < n; ) {
            int size = random.nextInt(5) == 0 ? 2 : 1;
            sentences.add(size == 2 ? List.of(unit, unit + 1) : List.of(unit));
            unit += size + (random.nextInt(6) == 0 ? 1 : 0);
            if (random.nextInt(6) == 0) {
                sentences.add(List.of(100 + random.nextInt(50)));
            }
        }
        return SyntheticStory.of(id, sentences, 0.7, random);
    }

    private static Alignment align(SyntheticStory source, SyntheticStory target) {
        return EmbeddingAligner.align(
                source.document(),
                source.vectors(),
                target.document(),
                target.vectors(),
                PARAMETERS);
    }

    static List<Integer> units(int first, int count) {
        return IntStream.range(first, first + count).boxed().toList();
    }

    private static List<String> types(Alignment alignment) {
        return alignment.beads().stream().map(Bead::type).toList();
    }

    private static List<String> ranges(Alignment alignment) {
        return alignment.beads().stream()
                .map(bead -> bead.type() + "@" + bead.sourceStart() + ":" + bead.targetStart())
                .toList();
    }
}
