package org.muwazi.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muwazi.align.EmbeddingAlignerTest.units;
import static org.muwazi.align.SentenceAlignerContract.inOrder;
import static org.muwazi.align.SentenceAlignerContract.shuffled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muwazi.testing.Seeds;
import org.muwazi.text.SegmentRange;

/** What every aligner of three versions promises, whatever way it takes. */
abstract class StoryAlignerContract {

    private static final int[][] ORDERS = {{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    abstract StoryAlignment align(SyntheticStory... versions);

    @Test
    void versionsGivenInAnotherOrderAreAlignedTheSame() {
        Seeds.forEach(
                25,
                random -> {
                    SyntheticStory[] versions = {
                        inOrder("a", 300, random),
                        inOrder("b", 400, random),
                        inOrder("c", 500, random)
                    };
                    sameInEveryOrder(versions);
                });
    }

    @Test
    void versionsWithSentencesOutOfOrderToo() {
        Seeds.forEach(
                15,
                random -> {
                    SyntheticStory[] versions = {
                        shuffled("a", random), shuffled("b", random), shuffled("c", random)
                    };
                    sameInEveryOrder(versions);
                });
    }

    @Test
    void foreignTextAppendedToOneVersionLeavesTheRestAsItWas() {
        Seeds.forEach(
                25,
                random -> {
                    int n = 8 + random.nextInt(12);
                    long seed = random.nextLong();
                    List<Integer> longer = new ArrayList<>(units(0, n));
                    longer.addAll(units(3000, 1 + random.nextInt(10)));
                    SyntheticStory second =
                            SyntheticStory.ofUnits("b", units(0, n), 0.4, new Random(seed + 1));
                    SyntheticStory third =
                            SyntheticStory.ofUnits("c", units(0, n / 2), 0.4, new Random(seed + 2));
                    assertThat(joining(align(first(longer, seed), second, third)))
                            .isEqualTo(joining(align(first(units(0, n), seed), second, third)));
                });
    }

    @Test
    void sayingTheSameTwiceGivesTheSameAlignment() {
        Seeds.forEach(
                10,
                random -> {
                    SyntheticStory[] versions = {
                        shuffled("a", random), shuffled("b", random), shuffled("c", random)
                    };
                    assertThat(align(versions)).isEqualTo(align(versions));
                });
    }

    private static SyntheticStory first(List<Integer> units, long seed) {
        return SyntheticStory.ofUnits("a", units, 0.4, new Random(seed));
    }

    private void sameInEveryOrder(SyntheticStory... versions) {
        Set<List<SegmentRange>> expected = joining(align(versions));
        for (int[] order : ORDERS) {
            SyntheticStory[] other =
                    Arrays.stream(order).mapToObj(v -> versions[v]).toArray(SyntheticStory[]::new);
            Set<List<SegmentRange>> found = new HashSet<>();
            for (List<SegmentRange> ranges : joining(align(other))) {
                SegmentRange[] back = new SegmentRange[order.length];
                for (int k = 0; k < order.length; k++) {
                    back[order[k]] = ranges.get(k);
                }
                found.add(List.of(back));
            }
            assertThat(found).as("order %s", Arrays.toString(order)).isEqualTo(expected);
        }
    }

    /** Ranges of the beads that join at least two versions; an empty range has no place. */
    private static Set<List<SegmentRange>> joining(StoryAlignment alignment) {
        Set<List<SegmentRange>> joining = new HashSet<>();
        for (StoryBead bead : alignment.beads()) {
            if (bead.present() > 1) {
                joining.add(
                        bead.ranges().stream()
                                .map(r -> r.size() == 0 ? new SegmentRange(0, 0) : r)
                                .toList());
            }
        }
        return joining;
    }
}
