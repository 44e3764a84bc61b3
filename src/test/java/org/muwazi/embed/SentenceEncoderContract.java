package org.muwazi.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.muwazi.testing.Seeds;

/** What every {@link SentenceEncoder} must do. */
public abstract class SentenceEncoderContract {

    private static final double TOLERANCE = 1e-5;

    private static final List<String> SENTENCES =
            List.of(
                    "The minister met reporters in the capital.",
                    "Rain.",
                    "Le ministre a rencontré les journalistes dans la capitale.",
                    "A new bridge will open on the river next year, the ministry said.",
                    "Nobody expected the river to rise!",
                    "Talks on water resume on Monday in the capital after a pause of two weeks.",
                    "Oui.",
                    "The river rose by 3.5 metres in 12 hours.");

    /** The encoder under test, open; the same one each time is fine. */
    protected abstract SentenceEncoder encoder();

    /** A new encoder of the same kind, for the tests that close it. */
    protected abstract SentenceEncoder fresh();

    /** A new encoder of the same kind that works with this many threads. */
    protected abstract SentenceEncoder fresh(int threads);

    /** Rows are the same vectors within the contract's tolerance. */
    protected static void assertSameRow(Embeddings a, int i, Embeddings b, int j) {
        float[] left = a.row(i);
        float[] right = b.row(j);
        for (int k = 0; k < left.length; k++) {
            assertThat((double) left[k])
                    .as("component %d of rows %d and %d", k, i, j)
                    .isCloseTo(right[k], within(TOLERANCE));
        }
    }

    @Test
    void givesOneUnitRowForEachSentence() {
        Embeddings rows = encoder().encode(SENTENCES);
        assertThat(rows.rows()).isEqualTo(SENTENCES.size());
        assertThat(rows.dimension()).isEqualTo(encoder().dimension());
        for (int i = 0; i < rows.rows(); i++) {
            double squares = 0;
            for (float component : rows.row(i)) {
                squares += (double) component * component;
            }
            assertThat(Math.sqrt(squares)).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void nothingInGivesNothingOut() {
        Embeddings rows = encoder().encode(List.of());
        assertThat(rows.rows()).isZero();
        assertThat(rows.dimension()).isEqualTo(encoder().dimension());
    }

    @Test
    void aSentenceAloneGetsTheVectorItGetsInCompany() {
        Embeddings together = encoder().encode(SENTENCES);
        for (int i = 0; i < SENTENCES.size(); i++) {
            assertSameRow(together, i, encoder().encode(List.of(SENTENCES.get(i))), 0);
        }
    }

    @Test
    void orderAndRepetitionDoNotChangeAVector() {
        Embeddings inOrder = encoder().encode(SENTENCES);
        Seeds.forEach(
                5,
                random -> {
                    List<Integer> order = new ArrayList<>();
                    for (int i = 0; i < 3 * SENTENCES.size(); i++) {
                        order.add(i % SENTENCES.size());
                    }
                    Collections.shuffle(order, random);
                    Embeddings shuffled =
                            encoder().encode(order.stream().map(SENTENCES::get).toList());
                    for (int i = 0; i < order.size(); i++) {
                        assertSameRow(shuffled, i, inOrder, order.get(i));
                    }
                });
    }

    @Test
    void theNumberOfThreadsDoesNotChangeAVector() {
        List<String> many = many();
        try (SentenceEncoder one = fresh(1);
                SentenceEncoder four = fresh(4)) {
            Embeddings alone = one.encode(many);
            Embeddings shared = four.encode(many);
            for (int i = 0; i < many.size(); i++) {
                assertSameRow(alone, i, shared, i);
            }
        }
    }

    @Test
    void severalCallersGetTheirOwnRows() throws Exception {
        List<String> many = many();
        Embeddings expected = encoder().encode(many);
        ExecutorService callers = Executors.newFixedThreadPool(3);
        try {
            List<Future<Embeddings>> answers = new ArrayList<>();
            for (int caller = 0; caller < 3; caller++) {
                List<String> part = many.subList(caller * 20, caller * 20 + 20);
                answers.add(callers.submit(() -> encoder().encode(part)));
            }
            for (int caller = 0; caller < 3; caller++) {
                Embeddings answer = answers.get(caller).get();
                for (int i = 0; i < 20; i++) {
                    assertSameRow(answer, i, expected, caller * 20 + i);
                }
            }
        } finally {
            callers.shutdown();
        }
    }

    private static List<String> many() {
        Random random = new Random(11);
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder(SENTENCES.get(i % SENTENCES.size()));
            for (int j = random.nextInt(4); j > 0; j--) {
                text.append(' ').append(SENTENCES.get(random.nextInt(SENTENCES.size())));
            }
            many.add(text.toString());
        }
        return many;
    }

    @Test
    void textBeyondTheModelsLengthIsWindowedAndCounted() {
        String sentence = SENTENCES.get(0) + " ";
        String lengthy = sentence.repeat(encoder().maxTokens());
        long before = encoder().windowed();
        Embeddings rows = encoder().encode(List.of(lengthy, "Rain.", lengthy));
        assertThat(encoder().windowed() - before).isEqualTo(2);
        assertSameRow(rows, 0, rows, 2);
        assertSameRow(rows, 1, encoder().encode(List.of("Rain.")), 0);
        // The same words over and over mean about what they mean once.
        assertThat(rows.cosine(0, encoder().encode(List.of(SENTENCES.get(0))), 0))
                .isGreaterThan(rows.cosine(0, rows, 1));
    }

    @Test
    void theEndOfALongTextCountsToo() {
        String start = (SENTENCES.get(0) + " ").repeat(encoder().maxTokens());
        Embeddings rows = encoder().encode(List.of(start, start + SENTENCES.get(4).repeat(50)));
        assertThat(rows.cosine(0, rows, 1)).isLessThan(0.99999);
    }

    @Test
    void blankTextIsRefusedByIndex() {
        for (String blank : List.of("", " ", "\n\t")) {
            assertThatThrownBy(() -> encoder().encode(List.of("Rain.", "Oui.", blank, " ")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sentence 2");
        }
    }

    @Test
    void anyUnicodeIsTaken() {
        Seeds.forEach(
                40,
                random -> {
                    StringBuilder text = new StringBuilder("a");
                    for (int i = random.nextInt(60); i > 0; i--) {
                        // Lone surrogates, controls and unassigned code points included.
                        text.append(
                                random.nextBoolean()
                                        ? Character.toString(random.nextInt(0x110000))
                                        : String.valueOf((char) random.nextInt(0x10000)));
                    }
                    assertThat(encoder().encode(List.of(text.toString())).rows()).isOne();
                });
    }

    @Test
    void closingTwiceIsFineAndUseAfterwardsIsNot() {
        SentenceEncoder closed = fresh();
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.encode(SENTENCES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(closed::dimension).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(closed::maxTokens).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(closed::windowed).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(closed::signature).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSignatureNamesWhatChangesTheResult() {
        String signature = encoder().signature().toString();
        assertThat(signature).contains("sha256:", "pooling:", "prefix:", "precision:", "version:");
        try (SentenceEncoder again = fresh()) {
            assertThat(again.signature()).isEqualTo(encoder().signature());
        }
    }
}
