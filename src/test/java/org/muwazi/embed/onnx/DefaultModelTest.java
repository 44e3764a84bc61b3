package org.muwazi.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

    static final Path FOLDER = Path.of("models/use-multilingual-v3");

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
}
