package org.muwazi.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.SentenceEncoderContract;

/** The model that the repository ships. */
@EnabledIf("isInstalled")
class DefaultModelTest extends SentenceEncoderContract {

    static final Path FOLDER = Path.of("models/encoder-1");

    private static OnnxSentenceEncoder encoder;

    static boolean isInstalled() {
        return FOLDER.resolve("model.onnx").toFile().isFile();
    }

    @BeforeAll
    static void open() {
        encoder = OnnxSentenceEncoder.open(FOLDER, 2);
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
        return OnnxSentenceEncoder.open(FOLDER);
    }

    @Override
    protected SentenceEncoder fresh(int threads) {
        return OnnxSentenceEncoder.open(FOLDER, threads);
    }

    @Test
    void aTranslationIsNearerThanAnotherSentence() {
        Embeddings rows =
                encoder.encode(
                        List.of(
                                "The minister met reporters in the capital.",
                                "Le ministre a rencontré les journalistes dans la capitale.",
                                "La rivière a monté de trois mètres en une nuit."));
        assertThat(rows.cosine(0, rows, 1)).isGreaterThan(rows.cosine(0, rows, 2) + 0.3);
    }

    /** Made by the network in float32 that was trained (train/export.py). */
    @Test
    void vectorsAreThoseOfTheTrainedNetwork() throws IOException {
        List<String[]> rows =
                Files.readAllLines(FOLDER.resolve("train/reference-vectors.tsv")).stream()
                        .skip(1)
                        .map(line -> line.split("\t", -1))
                        .toList();
        assertThat(rows.stream().map(row -> row[0]).distinct()).hasSizeGreaterThanOrEqualTo(10);
        Embeddings ours = encoder.encode(rows.stream().map(row -> row[1]).toList());
        List<float[]> vectors = rows.stream().map(row -> floats(row[2])).toList();
        Embeddings theirs = Embeddings.of(vectors, ours.dimension());
        for (int i = 0; i < ours.rows(); i++) {
            assertThat(ours.cosine(i, theirs, i)).as(rows.get(i)[1]).isGreaterThan(0.999);
        }
    }

    private static float[] floats(String base64) {
        FloatBuffer buffer =
                ByteBuffer.wrap(Base64.getDecoder().decode(base64))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer();
        float[] vector = new float[buffer.remaining()];
        buffer.get(vector);
        return vector;
    }

    @Test
    void composedAndDecomposedAccentsAreOneWord() {
        Embeddings rows = encoder.encode(List.of("caf\u00E9 noir", "cafe\u0301 noir"));
        assertThat(rows.cosine(0, rows, 1)).isGreaterThan(0.9999);
    }
}
