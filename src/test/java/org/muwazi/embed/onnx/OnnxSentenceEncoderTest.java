package org.muwazi.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.SentenceEncoderContract;

/** The tiny model: mean pooling, a prefix, token types and 16 tokens, all unlike the default. */
class OnnxSentenceEncoderTest extends SentenceEncoderContract {

    static final Path TINY = Path.of("src/test/resources/models/tiny");

    private static OnnxSentenceEncoder encoder;

    @BeforeAll
    static void open() {
        encoder = OnnxSentenceEncoder.open(TINY, 2);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Override
    protected SentenceEncoder encoder() {
        return encoder;
    }

    @Override
    protected SentenceEncoder fresh() {
        return OnnxSentenceEncoder.open(TINY);
    }

    @Override
    protected SentenceEncoder fresh(int threads) {
        return OnnxSentenceEncoder.open(TINY, threads);
    }

    @Test
    void vectorsAreThoseOfTheRuntimeThatMadeTheModel() throws IOException {
        List<String> lines = Files.readAllLines(TINY.resolve("expected.tsv"));
        int compared = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            if (fields[1].split(" ").length >= encoder.maxTokens()) {
                // Cut off there, windowed here.
                continue;
            }
            double[] expected =
                    Arrays.stream(fields[2].split(" ")).mapToDouble(Double::parseDouble).toArray();
            float[] row = encoder.encode(List.of(fields[0])).row(0);
            for (int k = 0; k < expected.length; k++) {
                assertThat((double) row[k]).isCloseTo(expected[k], within(1e-5));
            }
            compared++;
        }
        assertThat(compared).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aWindowedTextIsTheMeanOfItsWindows() {
        // 12 tokens fit beside the prefix and the special ones; 18 make two windows of 9.
        String first = "The minister met reporters in the capital after talks";
        String second = "on water and a new bridge will open on";
        Embeddings parts = encoder.encode(List.of(first, second));
        Embeddings whole = encoder.encode(List.of(first + " " + second));
        float[] a = parts.row(0);
        float[] b = parts.row(1);
        double length = 0;
        double[] mean = new double[a.length];
        for (int k = 0; k < mean.length; k++) {
            mean[k] = (a[k] + b[k]) / 2.0;
            length += mean[k] * mean[k];
        }
        for (int k = 0; k < mean.length; k++) {
            assertThat((double) whole.row(0)[k])
                    .isCloseTo(mean[k] / Math.sqrt(length), within(1e-5));
        }
    }

    @Test
    void anInterruptEndsTheCallAndTheEncoderLivesOn() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> encoder.encode(List.of("Rain.")))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(encoder.encode(List.of("Rain.")).rows()).isOne();
    }

    @Test
    void aThreadAtLeastIsNeeded() {
        assertThatThrownBy(() -> OnnxSentenceEncoder.open(TINY, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("threads 0");
    }
}
