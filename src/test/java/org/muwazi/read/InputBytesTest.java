package org.muwazi.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muwazi.text.MalformedInputException;

class InputBytesTest {

    private static byte[] read(byte[] bytes) throws IOException {
        return InputBytes.of(new ByteArrayInputStream(bytes), "story.txt");
    }

    @Test
    void unpacksGzipWhateverTheName() throws IOException {
        byte[] story = "The pilots voted.\n".getBytes(StandardCharsets.UTF_8);

        assertThat(read(TestFiles.gzip(story))).isEqualTo(story);
    }

    @Test
    void saysWhereTruncatedGzipEnds() {
        byte[] packed = TestFiles.gzip(TestFiles.page("en.tsv").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> read(Arrays.copyOf(packed, packed.length / 2)))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageMatching("story.txt: gzip data ends early, after \\d+ unpacked bytes.*");
    }

    @Test
    void refusesDamagedGzip() {
        byte[] packed = TestFiles.gzip(TestFiles.page("en.tsv").getBytes(StandardCharsets.UTF_8));
        packed[packed.length - 6] ^= 0x55;

        assertThatThrownBy(() -> read(packed))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("gzip data is damaged");
    }

    @Test
    void stopsUnpackingWhatWasMadeToFillMemory() {
        byte[] bomb = TestFiles.gzip(new byte[20 << 20]);

        assertThatThrownBy(() -> read(bomb))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("more than 200 times its size");
    }

    @Test
    void refusesWhatIsTooLargeForAStory() {
        byte[] large = new byte[InputBytes.LARGEST + 1];

        assertThatThrownBy(() -> read(large))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("larger than 64 MiB");
    }

    @ParameterizedTest
    @CsvSource({"%PDF-1.7, a PDF file", "'{\\rtf1\\ansi', an RTF file"})
    void namesOtherFormats(String start, String format) {
        assertThatThrownBy(() -> read(start.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(format);
    }
}
