package org.muwazi.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledModelTest {

    private static final List<String> FILES =
            List.of("manifest.json", "model.onnx", "tokenizer.json");

    @TempDir private Path models;

    private Path install(String name) throws IOException {
        Path folder = Files.createDirectory(models.resolve(name));
        for (String file : FILES) {
            Files.copy(OnnxSentenceEncoderTest.TINY.resolve(file), folder.resolve(file));
        }
        return folder;
    }

    @Test
    void aSoundModelIsListedWithWhatItsManifestSays() throws IOException {
        install("b");
        InstalledModel model = InstalledModel.under(models).get(0);
        assertThat(model.isSound()).isTrue();
        ModelManifest manifest = model.manifest().orElseThrow();
        assertThat(manifest.name()).isEqualTo("tiny");
        assertThat(manifest.licence()).isEqualTo("Apache-2.0");
        assertThat(manifest.languages()).containsExactly("ar", "en", "fr");
        assertThat(manifest.dimension()).isEqualTo(16);
        assertThat(manifest.prefix()).isEqualTo("query: ");
        assertThat(manifest.output().pooling()).isEqualTo(Pooling.MEAN);
        assertThat(manifest.parameters()).isEqualTo("{}");
        assertThat(model.files())
                .extracting(state -> state.file().path())
                .containsExactly("model.onnx", "tokenizer.json");
    }

    @Test
    void brokenModelsAreListedToo() throws IOException {
        Path altered = install("c-altered");
        Files.write(altered.resolve("tokenizer.json"), new byte[3583]);
        Path unreadable = install("d-unreadable");
        Files.writeString(unreadable.resolve("manifest.json"), "{");
        Path bare = install("e-bare");
        Files.delete(bare.resolve("manifest.json"));
        install("a-sound");
        Files.createDirectory(models.resolve("f-no-model"));
        Files.writeString(models.resolve("README.md"), "models");

        List<InstalledModel> found = InstalledModel.under(models);
        assertThat(found)
                .extracting(model -> model.folder().getFileName().toString())
                .containsExactly("a-sound", "c-altered", "d-unreadable", "e-bare");
        assertThat(found)
                .extracting(InstalledModel::isSound)
                .containsExactly(true, false, false, false);
        assertThat(found.get(1).fault()).isEmpty();
        assertThat(found.get(1).files().get(0).isSound()).isTrue();
        assertThat(found.get(1).files().get(1).fault().orElseThrow()).contains("was altered");
        assertThat(found.get(2).fault().orElseThrow()).contains("manifest.json:1:");
        assertThat(found.get(3).fault().orElseThrow()).contains("but no manifest.json");
    }

    @Test
    void parametersAreKeptAsJson() throws IOException {
        Path folder = install("g");
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace(
                                "\"prefix\": \"query: \"",
                                "\"prefix\": \"query: \","
                                        + " \"parameters\": {\"align\": {\"gap\": 0.25}}"));
        assertThat(ModelManifest.read(folder).parameters()).isEqualTo("{\"align\":{\"gap\":0.25}}");
    }
}
