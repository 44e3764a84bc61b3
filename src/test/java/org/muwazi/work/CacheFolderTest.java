package org.muwazi.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muwazi.text.ContentHash;
import org.muwazi.text.MalformedInputException;

class CacheFolderTest {

    private static final CacheFolder.Limits LIMITS = CacheFolder.Limits.standard();

    @TempDir Path folder;

    private final List<String> notes = new ArrayList<>();

    private CacheFolder open() throws IOException {
        return CacheFolder.open(folder.resolve("cache"), LIMITS, notes::add);
    }

    private Path entries() {
        return folder.resolve("cache/entries");
    }

    private static ContentHash key(int number) {
        return ContentHash.of("test", "pair " + number);
    }

    private static byte[] body(int number) {
        // From nothing to more than is read at once.
        return "judged ".repeat(number * 7 % 300).getBytes(StandardCharsets.UTF_8);
    }

    private static void add(CacheFolder cache, int from, int to) {
        Map<ContentHash, byte[]> entries = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            entries.put(key(i), body(i));
        }
        cache.add(entries);
    }

    private static int found(CacheFolder cache, int from, int to) {
        int found = 0;
        for (int i = from; i < to; i++) {
            var bytes = cache.find(key(i));
            if (bytes.isPresent()) {
                assertThat(bytes.get()).isEqualTo(body(i));
                found++;
            }
        }
        return found;
    }

    @Test
    void whatOneRunAddsTheNextFinds() throws IOException {
        try (CacheFolder cache = open()) {
            add(cache, 0, 300);
            assertThat(found(cache, 0, 300)).isEqualTo(300);
        }
        try (CacheFolder cache = open()) {
            assertThat(cache.size()).isEqualTo(300);
            assertThat(found(cache, 0, 400)).isEqualTo(300);
        }
        assertThat(notes).isEmpty();
    }

    @Test
    void halfAnEntryAtTheEndIsCutOffInOneLine() throws IOException {
        try (CacheFolder cache = open()) {
            add(cache, 0, 50);
        }
        Files.write(entries(), new byte[] {0, 0, 0, 9, 1, 2, 3}, StandardOpenOption.APPEND);
        try (CacheFolder cache = open()) {
            assertThat(found(cache, 0, 50)).isEqualTo(50);
            add(cache, 50, 60);
        }
        try (CacheFolder cache = open()) {
            assertThat(found(cache, 0, 60)).isEqualTo(60);
        }
        assertThat(notes).hasSize(1);
        assertThat(notes.get(0)).contains("damaged after 50 entries, which are kept; the 7 bytes");
    }

    @Test
    void ofADamagedFileNoFalseAnswerIsGiven() throws IOException {
        try (CacheFolder cache = open()) {
            add(cache, 1, 101);
        }
        byte[] whole = Files.readAllBytes(entries());
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(entries(), damaged);
            notes.clear();
            try (CacheFolder cache = open()) {
                // found() compares the bytes.
                int kept = found(cache, 1, 101);
                assertThat(notes.size()).isEqualTo(kept == 100 ? 0 : 1);
                add(cache, 1, 101);
                assertThat(found(cache, 1, 101)).isEqualTo(100);
            }
        }
    }

    @Test
    void aFileThatIsSomethingElseIsSaidAndBegunAnew() throws IOException {
        open().close();
        Files.writeString(entries(), "these are the notes of somebody else, of no use here");
        try (CacheFolder cache = open()) {
            assertThat(cache.size()).isZero();
        }
        assertThat(notes).hasSize(1);
        assertThat(notes.get(0)).contains("begun anew");
    }

    @Test
    void runsAtTheSameTimeTakeInWhatTheOthersAdd() throws Exception {
        ExecutorService runs = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int run = 0; run < 4; run++) {
                int first = 1_000 * run;
                futures.add(runs.submit(() -> addInBlocks(first)));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            runs.shutdown();
        }
        try (CacheFolder one = open();
                CacheFolder other = open()) {
            assertThat(found(one, 0, 4_000)).isEqualTo(800);
            add(one, 5_000, 5_010);
            add(other, 6_000, 6_001);
            assertThat(found(other, 5_000, 5_010)).isEqualTo(10);
        }
        assertThat(notes).isEmpty();
    }

    private void addInBlocks(int first) {
        try (CacheFolder cache = open()) {
            for (int block = 0; block < 20; block++) {
                add(cache, first + 10 * block, first + 10 * block + 10);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFullFileLosesItsOlderHalfAlsoForRunsThatHaveItOpen() throws IOException {
        CacheFolder.Limits small = new CacheFolder.Limits(1 << 20, 100);
        Path place = folder.resolve("cache");
        try (CacheFolder other = CacheFolder.open(place, small, notes::add);
                CacheFolder cache = CacheFolder.open(place, small, notes::add)) {
            for (int block = 0; block < 30; block++) {
                add(cache, 10 * block, 10 * block + 10);
                assertThat(found(cache, 10 * block, 10 * block + 10)).isEqualTo(10);
                assertThat(cache.size()).isLessThanOrEqualTo(100);
            }
            add(other, 900, 910);
            assertThat(found(other, 290, 300)).isEqualTo(10);
            assertThat(found(cache, 0, 10)).isZero();
        }
        assertThat(notes).isEmpty();
    }

    @Test
    void aFolderOfOthersIsRefused() throws IOException {
        Path place = Files.createDirectory(folder.resolve("cache"));
        Files.writeString(place.resolve("letter.txt"), "Dear all");
        assertThatThrownBy(this::open)
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("holds files of others");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> CacheFolder.open(file, LIMITS, notes::add))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("is not a folder");
    }

    @Test
    void memoryKeepsWhatWasAskedForLastWithinItsRoom() {
        MemoryEntries memory = new MemoryEntries(3 * 170);
        for (int i = 0; i < 4; i++) {
            memory.add(Map.of(key(i), new byte[10]));
            assertThat(memory.find(key(0))).as("asked for each time").isPresent();
        }
        assertThat(memory.find(key(1))).isEmpty();
        assertThat(memory.find(key(3))).isPresent();
    }

    @Test
    void textsCutElsewhereHaveAnotherKey() {
        assertThat(ContentHash.of("q", "ab", "c")).isNotEqualTo(ContentHash.of("q", "a", "bc"));
        assertThat(ContentHash.of("q", "a\uD800")).isNotEqualTo(ContentHash.of("q", "a\uDC00"));
    }
}
