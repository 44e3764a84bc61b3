package org.muwazi.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.muwazi.testing.Seeds;

class CachingEncoderTest {

    private final CountingEncoder counting = new CountingEncoder("counting");

    @Test
    void aTextIsEncodedOnce() {
        CachingEncoder cache = new CachingEncoder(counting, 10);
        Embeddings first = cache.encode(List.of("rain", "sun", "rain"));
        assertThat(counting.asked()).containsExactly("rain", "sun");
        Embeddings second = cache.encode(List.of("sun", "wind", "rain"));
        assertThat(counting.asked()).containsExactly("rain", "sun", "wind");
        assertThat(second.row(0)).isEqualTo(first.row(1));
        assertThat(second.row(2)).isEqualTo(first.row(0)).isEqualTo(first.row(2));
        assertThat(cache.hits()).isEqualTo(2);
        assertThat(cache.misses()).isEqualTo(4);
    }

    @Test
    void theLeastRecentlyUsedGoesFirst() {
        CachingEncoder cache = new CachingEncoder(counting, 2);
        cache.encode(List.of("rain"));
        cache.encode(List.of("sun"));
        cache.encode(List.of("rain"));
        cache.encode(List.of("wind"));
        assertThat(cache.size()).isEqualTo(2);
        counting.asked().clear();
        cache.encode(List.of("rain", "wind"));
        assertThat(counting.asked()).isEmpty();
        cache.encode(List.of("sun"));
        assertThat(counting.asked()).containsExactly("sun");
    }

    @Test
    void aCallLargerThanTheCacheIsAnsweredWhole() {
        CachingEncoder cache = new CachingEncoder(counting, 3);
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            many.add("sentence " + i % 20);
        }
        Embeddings rows = cache.encode(many);
        for (int i = 0; i < many.size(); i++) {
            assertThat(rows.row(i)).isEqualTo(counting.vector(many.get(i)));
        }
        assertThat(cache.size()).isEqualTo(3);
    }

    @Test
    void cachedAndDirectAnswersAreTheSame() {
        CachingEncoder cache = new CachingEncoder(counting, 30);
        Seeds.forEach(
                200,
                random -> {
                    List<String> texts = new ArrayList<>();
                    for (int i = random.nextInt(10); i > 0; i--) {
                        texts.add("x" + (char) random.nextInt(0x10000) + random.nextInt(3));
                    }
                    Embeddings rows = cache.encode(texts);
                    assertThat(rows.rows()).isEqualTo(texts.size());
                    for (int i = 0; i < texts.size(); i++) {
                        assertThat(rows.row(i)).isEqualTo(counting.vector(texts.get(i)));
                    }
                });
    }

    @Test
    void loneSurrogatesAreTextsOfTheirOwn() {
        CachingEncoder cache = new CachingEncoder(counting, 10);
        cache.encode(List.of("a\uD800", "a\uD801", "a?"));
        assertThat(counting.asked()).hasSize(3);
    }

    @Test
    void blankTextIsRefusedByIndexAlsoWhenTheRestIsKnown() {
        CachingEncoder cache = new CachingEncoder(counting, 10);
        cache.encode(List.of("rain"));
        assertThatThrownBy(() -> cache.encode(List.of("rain", "rain", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sentence 2 is blank");
    }

    @Test
    void closingReachesTheEncoderAndKnownTextsAreRefusedToo() {
        CachingEncoder cache = new CachingEncoder(counting, 10);
        cache.encode(List.of("rain"));
        cache.close();
        cache.close();
        assertThatThrownBy(() -> cache.encode(List.of("rain")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void severalThreadsShareIt() throws Exception {
        CachingEncoder cache = new CachingEncoder(counting, 15);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int seed = thread;
                answers.add(threads.submit(() -> rowsAreRight(cache, seed)));
            }
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(cache.size()).isEqualTo(15);
    }

    private boolean rowsAreRight(CachingEncoder cache, int seed) {
        for (int i = 0; i < 200; i++) {
            String text = "sentence " + (i * 7 + seed) % 40;
            if (!java.util.Arrays.equals(
                    cache.encode(List.of(text)).row(0), counting.vector(text))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theSignatureIsTheEncoders() {
        assertThat(new CachingEncoder(counting, 1).signature()).isEqualTo(counting.signature());
    }

    @Test
    void aCacheHoldsSomething() {
        assertThatThrownBy(() -> new CachingEncoder(counting, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("capacity 0");
    }
}
