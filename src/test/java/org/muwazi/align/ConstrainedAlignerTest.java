package org.muwazi.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muwazi.align.EmbeddingAlignerTest.units;
import static org.muwazi.align.SentenceAlignerContract.shuffled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muwazi.embed.Embeddings;
import org.muwazi.testing.Seeds;
import org.muwazi.text.SegmentedDocument;

class ConstrainedAlignerTest {

    private static final AlignmentParameters PARAMETERS = AlignmentParameters.standard();

    @Test
    void aHardLimitGivesWhatThePartsGive() {
        Seeds.forEach(
                80,
                random -> {
                    SyntheticStory source = shuffled("s", random);
                    SyntheticStory target = shuffled("t", random);
                    int s = random.nextInt(source.document().size() + 1);
                    int t = random.nextInt(target.document().size() + 1);
                    Alignment whole =
                            align(
                                    source,
                                    target,
                                    new AlignmentConstraints(List.of(s), List.of(t), List.of()));
                    List<Bead> parts = new ArrayList<>();
                    Excerpt[] left = {
                        Excerpt.of(source.document(), 0, s, i -> true),
                        Excerpt.of(source.document(), s, source.document().size(), i -> true)
                    };
                    Excerpt[] right = {
                        Excerpt.of(target.document(), 0, t, i -> true),
                        Excerpt.of(target.document(), t, target.document().size(), i -> true)
                    };
                    SentenceAligner aligner = aligner(source, target);
                    for (int part = 0; part < 2; part++) {
                        Alignment own =
                                aligner.align(left[part].document(), right[part].document());
                        int shiftS = part * s;
                        int shiftT = part * t;
                        for (Bead bead : own.beads()) {
                            parts.add(
                                    new Bead(
                                            bead.sourceStart() + shiftS,
                                            bead.sourceEnd() + shiftS,
                                            bead.targetStart() + shiftT,
                                            bead.targetEnd() + shiftT,
                                            bead.cost(),
                                            bead.moved()));
                        }
                    }
                    assertThat(whole)
                            .isEqualTo(
                                    Alignment.ordered(source.document(), target.document(), parts));
                });
    }

    @Test
    void anAlignmentFedBackAsAnchorsComesBack() {
        Seeds.forEach(
                60,
                random -> {
                    SyntheticStory source = shuffled("s", random);
                    SyntheticStory target = shuffled("t", random);
                    Alignment first = align(source, target, AlignmentConstraints.NONE);
                    Alignment again =
                            align(
                                    source,
                                    target,
                                    new AlignmentConstraints(List.of(), List.of(), first.beads()));
                    assertThat(ranges(again)).isEqualTo(ranges(first));
                });
    }

    @Test
    void anchorsAreKeptHoweverUnlikely() {
        Seeds.forEach(
                80,
                random -> {
                    SyntheticStory source = shuffled("s", random);
                    SyntheticStory target = shuffled("t", random);
                    int i = random.nextInt(source.document().size());
                    int j = random.nextInt(target.document().size());
                    Bead anchor = new Bead(i, i + 1, j, j + 1, 0, random.nextBoolean());
                    Alignment alignment =
                            align(
                                    source,
                                    target,
                                    new AlignmentConstraints(
                                            List.of(), List.of(), List.of(anchor)));
                    assertThat(ranges(alignment)).contains(range(anchor));
                });
    }

    @Test
    void aSegmentThatIsGivenToNothingStaysWithNothing() {
        SyntheticStory story = SyntheticStory.ofUnits("s", units(0, 8), 0.3, new Random(4));
        SyntheticStory other = SyntheticStory.ofUnits("t", units(0, 8), 0.3, new Random(5));
        Bead given = new Bead(3, 4, 0, 0, 0, false);
        List<String> beads =
                ranges(
                        align(
                                story,
                                other,
                                new AlignmentConstraints(List.of(), List.of(), List.of(given))));
        assertThat(beads).anyMatch(bead -> bead.startsWith("3-4:") && bead.endsWith("null"));
        assertThat(beads).contains("2-3:2-3", "4-5:4-5");
    }

    @Test
    void anchorsThatCannotBeKeptAreNamed() {
        Bead first = new Bead(2, 3, 5, 6, 0, false);
        assertThat(fault(first, new Bead(4, 5, 1, 2, 0, false)))
                .contains("crosses anchor 1; mark one of them \"moved\": true");
        assertThat(fault(first, new Bead(4, 5, 1, 2, 0, true))).isEmpty();
        assertThat(fault(first, new Bead(2, 4, 7, 8, 0, false)))
                .contains("source 2 is in anchor 1 already");
        assertThat(fault(first, new Bead(8, 11, 7, 8, 0, false)))
                .contains("source 10 is not there: the source has 10");
        assertThat(
                        new AlignmentConstraints(List.of(3), List.of(3), List.of(first))
                                .fault(10, 10)
                                .map(AlignmentConstraints.Fault::reason))
                .contains("crosses hard limit 1");
        SyntheticStory story = SyntheticStory.ofUnits("s", units(0, 3), 0, new Random(1));
        AlignmentConstraints outside =
                new AlignmentConstraints(List.of(), List.of(), List.of(first));
        assertThatThrownBy(() -> align(story, story, outside))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("anchor 1: target 5 is not there: the target has 3");
        assertThatThrownBy(() -> new AlignmentConstraints(List.of(1), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 hard limits in the source and 0 in the target");
    }

    private static Optional<String> fault(Bead... anchors) {
        return new AlignmentConstraints(List.of(), List.of(), List.of(anchors))
                .fault(10, 10)
                .map(AlignmentConstraints.Fault::reason);
    }

    private static Alignment align(
            SyntheticStory source, SyntheticStory target, AlignmentConstraints constraints) {
        return new ConstrainedAligner(aligner(source, target), constraints)
                .align(source.document(), target.document());
    }

    /** Finds the vectors of an excerpt's segments by their place in the text. */
    private static SentenceAligner aligner(SyntheticStory source, SyntheticStory target) {
        return (left, right) ->
                MovedBlockAligner.align(
                        left, vectors(source, left), right, vectors(target, right), PARAMETERS);
    }

    private static Embeddings vectors(SyntheticStory story, SegmentedDocument part) {
        List<float[]> rows =
                part.segments().stream()
                        .map(s -> story.vectors().row(story.document().segments().indexOf(s)))
                        .toList();
        return Embeddings.of(rows, story.vectors().dimension());
    }

    private static List<String> ranges(Alignment alignment) {
        return alignment.beads().stream().map(ConstrainedAlignerTest::range).toList();
    }

    private static String range(Bead bead) {
        String source = bead.sourceStart() + "-" + bead.sourceEnd();
        String target = bead.targetStart() + "-" + bead.targetEnd();
        return (bead.sourceStart() == bead.sourceEnd() ? "null" : source)
                + ":"
                + (bead.targetStart() == bead.targetEnd() ? "null" : target);
    }
}
