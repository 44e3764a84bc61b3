package org.muwazi.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muwazi.embed.NormalizingWordEncoder;
import org.muwazi.embed.WordEncoder;
import org.muwazi.embed.WordEncoderContract;
import org.muwazi.embed.WordVectors;
import org.muwazi.text.MalformedInputException;

/** The tiny model, whose token vectors are declared as word vectors, too. */
class OnnxWordEncoderTest extends WordEncoderContract {

    private static final String OUTPUT = "\"prefix\": \"query: \"";

    @TempDir private static Path shared;

    private static OnnxSentenceEncoder encoder;

    private static OnnxSentenceEncoder open(Path folder, String words) throws IOException {
        try (Stream<Path> files = Files.list(OnnxSentenceEncoderTest.TINY)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path manifest = folder.resolve("manifest.json");
        String text = Files.readString(manifest);
        assertThat(text).contains(OUTPUT);
        Files.writeString(manifest, text.replace(OUTPUT, "\"words\": " + words + ", " + OUTPUT));
        return OnnxSentenceEncoder.open(folder, 2);
    }

    @BeforeAll
    static void open() throws IOException {
        encoder = open(shared, "{\"name\": \"token_vectors\", \"dimension\": 16}");
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Override
    protected WordEncoder words() {
        return encoder.words();
    }

    @Test
    void tokensStandWhereTheirWordsStand() {
        String text = "The minister, \ud83d\ude00 met  reporters!";
        WordVectors row = encoder.words().encodeWords(List.of(text)).get(0);
        assertThat(row.spans().stream().map(span -> span.of(text)))
                .containsExactly("The", "minister", ",", "\ud83d\ude00", "met", "reporters", "!");
    }

    @Test
    void theSameWordAtAnotherPlaceHasAnotherVectorInThisModel() {
        WordVectors words = encoder.words().encodeWords(List.of("the bridge the")).get(0);
        assertThat(words.size()).isEqualTo(3);
        assertThat(words.vector(0)).isNotEqualTo(words.vector(2));
    }

    @Test
    void aTextOfSeveralWindowsHasAllItsTokens() {
        String text = "the minister met reporters ".repeat(40).strip();
        WordVectors row = encoder.words().encodeWords(List.of(text)).get(0);
        assertThat(row.size()).isEqualTo(160);
        assertThat(row.spans().get(159).of(text)).isEqualTo("reporters");
    }

    @Test
    void aTextOfSeveralChunksHasItsPlacesInTheWhole() {
        String text = "the minister met reporters ".repeat(800).strip();
        WordVectors row = encoder.words().encodeWords(List.of(text)).get(0);
        assertThat(row.size()).isEqualTo(3200);
        for (int i = 0; i < row.size(); i++) {
            assertThat(row.spans().get(i).of(text))
                    .isEqualTo(List.of("the", "minister", "met", "reporters").get(i % 4));
        }
    }

    @Test
    void placesAreThoseOfTheTextBeforeNormalising() {
        String text = "the&nbsp;mini\u00adster met \u0627\u0644\u0648\u064e\u0632\u064a\u0631";
        WordVectors row =
                new NormalizingWordEncoder(encoder.words()).encodeWords(List.of(text)).get(0);
        WordVectors plain = encoder.words().encodeWords(List.of("the minister met الوزير")).get(0);
        assertThat(row.spans().stream().map(span -> span.of(text)))
                .containsExactly(
                        "the",
                        "mini\u00adster",
                        "met",
                        "\u0627\u0644\u0648\u064e\u0632\u064a\u0631");
        for (int i = 0; i < plain.size(); i++) {
            assertThat(row.vector(i)).containsExactly(plain.vector(i), within(1e-4f));
        }
    }

    @Test
    void theSentenceVectorsStayWhatTheyWere() {
        try (OnnxSentenceEncoder without =
                OnnxSentenceEncoder.open(OnnxSentenceEncoderTest.TINY, 1)) {
            String text = "The minister met reporters in the capital.";
            assertThat(encoder.encode(List.of(text)).row(0))
                    .containsExactly(without.encode(List.of(text)).row(0));
            assertThat(without.manifest().words()).isEmpty();
        }
    }

    @Test
    void aModelWithoutWordVectorsSaysSoInOneLine() {
        try (OnnxSentenceEncoder without =
                OnnxSentenceEncoder.open(OnnxSentenceEncoderTest.TINY, 1)) {
            assertThatThrownBy(without::words)
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessage(
                            "tiny: this model has no vectors of words; use one whose manifest has"
                                    + " the field \"words\"");
        }
    }

    @Test
    void afterClosingTheModelThereAreNoWords(@TempDir Path folder) throws IOException {
        OnnxSentenceEncoder closed =
                open(folder, "{\"name\": \"token_vectors\", \"dimension\": 16}");
        WordEncoder words = closed.words();
        assertThat(words.signature().toString()).contains("words:token_vectors");
        closed.close();
        assertThatThrownBy(() -> words.encodeWords(List.of("a")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(closed::words).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOutputThatIsNotThereIsToldOnOpening(@TempDir Path folder) {
        assertThatThrownBy(() -> open(folder, "{\"name\": \"word_vectors\", \"dimension\": 16}"))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("no output \"word_vectors\"")
                .hasMessageContaining("mend \"words\" in manifest.json");
    }

    @Test
    void aWrongDimensionIsToldOnOpening(@TempDir Path folder) {
        assertThatThrownBy(() -> open(folder, "{\"name\": \"token_vectors\", \"dimension\": 8}"))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("mend \"words\" in manifest.json");
    }

    @Test
    void aFieldThatIsIncompleteIsToldOnOpening(@TempDir Path folder) {
        assertThatThrownBy(() -> open(folder, "{\"name\": \"token_vectors\"}"))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("\"words\" needs \"name\"");
    }
}
