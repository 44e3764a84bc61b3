package org.muwazi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muwazi.align.AlignmentPresets;
import org.muwazi.text.MalformedInputException;

class ModelFilesTest {

    private static final Path DEFAULT = Path.of("models", Toolkit.DEFAULT_ENCODER);

    @TempDir private Path folder;

    @Test
    void theDefaultEncodersFileHoldsTheStandardParameters() {
        assertThat(Files.exists(DEFAULT.resolve("alignment.json"))).isTrue();
        assertThat(ModelFiles.alignmentParameters(DEFAULT)).isEqualTo(AlignmentPresets.standard());
    }

    @Test
    void anEncoderWithoutParametersIsAlignedWithTheStandardOnes() {
        assertThat(ModelFiles.alignmentParameters(folder)).isEqualTo(AlignmentPresets.standard());
    }

    @Test
    void parametersThatAreNoneAreRefusedWithTheFile() throws IOException {
        Path file = folder.resolve("alignment.json");
        Files.writeString(file, "{\"pages\": 3}");
        assertThatThrownBy(() -> ModelFiles.alignmentParameters(folder))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(file.toString());
        Files.writeString(
                file,
                Files.readString(DEFAULT.resolve("alignment.json"))
                        .replaceFirst("\"gapOpen\": 0.1", "\"gapOpen\": -1"));
        assertThatThrownBy(() -> ModelFiles.alignmentParameters(folder))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("out of range");
    }
}
