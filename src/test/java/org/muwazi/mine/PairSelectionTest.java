package org.muwazi.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muwazi.mine.LineNote.Kind;

/** Margins, penalties and the choice of pairs, on figures worked out by hand. */
class PairSelectionTest {

    @TempDir Path folder;

    private int files;

    private SentencePool pool(String... lines) throws IOException {
        try (SentencePool.Builder builder =
                SentencePool.builder(folder.resolve("pool" + files++))) {
            for (int i = 0; i < lines.length; i++) {
                builder.add(i, lines[i]);
            }
            return builder.build();
        }
    }

    private static NeighbourTable table(float[][] similarities, int k) {
        NeighbourTable table = new NeighbourTable(similarities.length, k);
        for (int i = 0; i < similarities.length; i++) {
            for (int j = 0; j < similarities[i].length; j++) {
                table.offer(i, j, similarities[i][j]);
            }
        }
        return table;
    }

    @Test
    void marginsAreThoseOfTheFormulas() {
        assertThat(Margin.DISTANCE.score(0.9, 0.5, 0.7)).isCloseTo(0.3, within(1e-9));
        assertThat(Margin.RATIO.score(0.9, 0.5, 0.7)).isCloseTo(1.5, within(1e-9));
        assertThat(Margin.COSINE.score(0.9, 0.5, 0.7)).isEqualTo(0.9);
    }

    @Test
    void eachSentenceIsUsedOnceAndTheBestPairChoosesFirst() throws IOException {
        float[][] forward = {{0.9f, 0.8f}, {0.85f, 0.3f}};
        float[][] backward = {{0.9f, 0.85f}, {0.8f, 0.3f}};
        List<MinedPair> pairs =
                PairSelection.select(
                        new Neighbours(table(forward, 2), table(backward, 2)),
                        pool("one", "two"),
                        pool("un", "deux"),
                        new MiningOptions(Margin.COSINE, Penalties.NONE, 2, -1));
        // Not 0-1 and 1-0, though their sum is higher.
        assertThat(pairs).containsExactly(new MinedPair(0, 0, 0.9f), new MinedPair(1, 1, 0.3f));
    }

    @Test
    void numbersThatDifferLowerTheScore() throws IOException {
        float[][] same = {{0.5f, 0.5f}};
        float[][] back = {{0.5f}, {0.5f}};
        List<MinedPair> pairs =
                PairSelection.select(
                        new Neighbours(table(same, 2), table(back, 2)),
                        pool("7,162 of 40 cases"),
                        pool("7 163 cas sur 40", "7 162 cas sur 40"),
                        new MiningOptions(Margin.COSINE, Penalties.NUMBERS_AND_LENGTHS, 2, -1));
        assertThat(pairs).containsExactly(new MinedPair(0, 1, 0.5f));
        SentenceTraits left = traits("7,162 of 40 cases");
        // Of three numbers two stand on one side only.
        assertThat(SentenceTraits.numberMismatch(left, 0, traits("7163 and 40"), 0))
                .isCloseTo(2 / 4.0, within(1e-9));
    }

    private static SentenceTraits traits(String sentence) {
        SentenceTraits traits = new SentenceTraits();
        traits.add(sentence);
        return traits;
    }

    @Test
    void numberIsTheSameInAnyDigitsAndGrouping() {
        int[] expected = NumberTokens.of("12345");
        assertThat(NumberTokens.of("12,345")).isEqualTo(expected);
        assertThat(NumberTokens.of("12\u202F345")).isEqualTo(expected);
        assertThat(NumberTokens.of("\u0661\u0662\u066C\u0663\u0664\u0665")).isEqualTo(expected);
        assertThat(NumberTokens.of("12, 345")).hasSize(2);
        assertThat(NumberTokens.of("2.6")).isEqualTo(NumberTokens.of("2,6")).hasSize(2);
        assertThat(NumberTokens.of("none")).isEmpty();
    }

    @Test
    void withinOneCollectionAPairIsListedOnce() throws IOException {
        NeighbourTable table = new NeighbourTable(3, 2);
        table.offer(0, 1, 0.9f);
        table.offer(0, 2, 0.1f);
        table.offer(1, 0, 0.9f);
        table.offer(1, 2, 0.2f);
        table.offer(2, 1, 0.2f);
        table.offer(2, 0, 0.1f);
        assertThat(
                        PairSelection.selectWithin(
                                new Neighbours(table, table),
                                pool("a cat", "one cat", "a dog"),
                                new MiningOptions(Margin.COSINE, Penalties.NONE, 2, -1)))
                .containsExactly(new MinedPair(0, 1, 0.9f));
    }

    @Test
    void poolSaysWhatItLeavesOutAndWhy() throws IOException {
        try (SentencePool pool = pool("one", "", "1984 - 2.5 %", "two", "one", "\u200F ")) {
            assertThat(pool.size()).isEqualTo(2);
            assertThat(pool.line(1)).isEqualTo(3);
            assertThat(pool.text(1)).isEqualTo("two");
            assertThat(pool.notes())
                    .containsExactly(
                            new LineNote(1, Kind.BLANK, 1),
                            new LineNote(2, Kind.NO_LETTERS, 2),
                            new LineNote(4, Kind.DUPLICATE, 0),
                            new LineNote(5, Kind.BLANK, 5));
        }
    }

    @Test
    void poolGivesBackTextsLongerThanItsBuffer() throws IOException {
        String large = "mot ".repeat(400_000);
        try (SentencePool pool = pool("before", large, "after \uD83D\uDE00")) {
            assertThat(pool.text(0)).isEqualTo("before");
            assertThat(pool.text(1)).isEqualTo(large);
            assertThat(pool.text(2)).isEqualTo("after \uD83D\uDE00");
        }
    }

    @Test
    void thresholdOutsideTheMarginsRangeIsRefused() {
        assertThatThrownBy(() -> new MiningOptions(Margin.COSINE, Penalties.NONE, 4, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new MiningOptions(Margin.COSINE, Penalties.NONE, 0, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
