package org.muwazi.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muwazi.read.LineReader.Line;
import org.muwazi.testing.Seeds;
import org.muwazi.text.MalformedInputException;

class LineReaderTest {

    private static List<Line> lines(byte[] bytes) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(new ByteArrayInputStream(bytes), "pairs.tsv")) {
            for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }

    private static List<String> texts(String text) throws IOException {
        return lines(text.getBytes(UTF_8)).stream().map(Line::text).toList();
    }

    @Test
    void endsLinesAtLfAndCrLfOnly() throws IOException {
        assertThat(texts("one\r\ntwo\nth\rr\u2028e\u0085e\u000B\f\n"))
                .containsExactly("one", "two", "th\rr\u2028e\u0085e\u000B\f");
    }

    @Test
    void keepsBlankLines() throws IOException {
        assertThat(texts("\none\n\n \ntwo")).containsExactly("", "one", "", " ", "two");
    }

    @Test
    void hasNoLinesInAnEmptyFile() throws IOException {
        assertThat(texts("")).isEmpty();
        assertThat(texts("\uFEFF")).isEmpty();
    }

    @Test
    void numbersLinesFromZeroAndCountsBytes() throws IOException {
        List<Line> lines = lines("\uFEFFété\r\nfin".getBytes(UTF_8));

        assertThat(lines)
                .containsExactly(new Line("été", 0, 3, true), new Line("fin", 1, 10, false));
    }

    @Test
    void namesLineAndByteOfABadByte() {
        byte[] bytes = "été\nfin\n".getBytes(UTF_8);
        bytes[7] = (byte) 0xFE;

        assertThatThrownBy(() -> lines(bytes))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage(
                        "pairs.tsv:2: byte 0xFE at offset 7 is not UTF-8; save the file as UTF-8");
    }

    @Test
    void refusesUtf16() {
        assertThatThrownBy(() -> lines("\uFEFFone\n".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("is UTF-16");
    }

    @Test
    void unpacksGzip() throws IOException {
        assertThat(lines(TestFiles.gzip("one\ntwo\n".getBytes(UTF_8))))
                .extracting(Line::text)
                .containsExactly("one", "two");
    }

    @Test
    void saysThatGzipIsCutOff() {
        byte[] packed = TestFiles.gzip("one\ntwo\n".repeat(1000).getBytes(UTF_8));

        assertThatThrownBy(() -> lines(Arrays.copyOf(packed, packed.length - 10)))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("gzip data is damaged or ends early");
        assertThatThrownBy(() -> lines(Arrays.copyOf(packed, 5)))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("gzip data is damaged or ends early");
    }

    @Test
    void namesAMissingFile() {
        assertThatThrownBy(() -> LineReader.open(Path.of("no-such-folder", "none.tsv")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageEndingWith("no such file");
    }

    @Test
    void readsAnyNumberOfLinesAndLinesAcrossBuffers() throws IOException {
        long wanted = 300_000;
        InputStream endless =
                new InputStream() {
                    private long at;

                    @Override
                    public int read() {
                        long line = at / 100;
                        int c = line >= wanted ? -1 : at % 100 == 99 ? '\n' : 'a';
                        at++;
                        return c;
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) {
                        int filled = 0;
                        for (int c = read(); c >= 0; c = read()) {
                            into[offset + filled++] = (byte) c;
                            if (filled == length) {
                                return filled;
                            }
                        }
                        return filled == 0 ? -1 : filled;
                    }
                };
        long count = 0;
        try (LineReader reader = new LineReader(endless, "-")) {
            for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
                assertThat(line.get().text()).hasSize(99);
                assertThat(line.get().firstByte()).isEqualTo(100 * count);
                count++;
            }
        }
        assertThat(count).isEqualTo(wanted);
        String megabyte = "é".repeat(500_000);
        assertThat(texts("a\n" + megabyte + "\nb")).containsExactly("a", megabyte, "b");
    }

    @Test
    void linesJoinedAgainAreTheFile() {
        Seeds.forEach(
                100,
                random -> {
                    StringBuilder text = new StringBuilder();
                    int length = random.nextInt(400);
                    for (int i = 0; i < length; i++) {
                        text.append("ab\r \u2028é\t\n".charAt(random.nextInt(8)));
                    }
                    // A final CR before LF is part of the line end, and so lost on purpose.
                    String plain = text.toString().replaceAll("\r+\n", "\n");
                    StringBuilder joined = new StringBuilder();
                    try {
                        for (Line line : lines(plain.getBytes(UTF_8))) {
                            joined.append(line.text()).append(line.ended() ? "\n" : "");
                        }
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                    assertThat(joined.toString()).isEqualTo(plain);
                });
    }
}
