package org.muwazi.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What encoding does to the machine around it. */
@EnabledOnOs(OS.LINUX)
class EncoderProcessTest {

    private static final int MEGABYTE = 1_000_000;

    @Test
    void encodingOpensNoSocket() throws Exception {
        assertThat(EncoderProcess.run("sockets", OnnxSentenceEncoderTest.TINY.toString()))
                .containsExactly("sockets made: 0", "sockets open: 0", "offline: true");
    }

    /** Shows that the count above would notice: this is what DJL does when nobody forbids it. */
    @Test
    void theLibraryAloneWouldCallHome() throws Exception {
        assertThat(EncoderProcess.run("telemetry")).containsExactly("sockets made: some");
    }

    /** Shows that ONNX Runtime's uploader does not start: it would overflow its stack on this. */
    @Test
    void aLongCommandLineIsNoTrouble() throws Exception {
        assertThat(
                        EncoderProcess.run(
                                "sockets",
                                OnnxSentenceEncoderTest.TINY.toString(),
                                "x".repeat(20_000)))
                .contains("sockets made: 0", "sockets open: 0");
    }

    @Test
    void aMegabyteWithoutSpacesNeedsBoundedMemory() throws Exception {
        assertThat(growth(OnnxSentenceEncoderTest.TINY, MEGABYTE)).isLessThan(300);
    }

    @Test
    void theDefaultModelNeedsBoundedMemoryForALongLine() throws Exception {
        Path folder =
                DefaultModelTest.isInstalled()
                        ? DefaultModelTest.FOLDER
                        : OnnxSentenceEncoderTest.TINY;
        assertThat(growth(folder, MEGABYTE / 10)).isLessThan(400);
    }

    private static int growth(Path folder, int characters) throws Exception {
        List<String> printed =
                EncoderProcess.run("memory", folder.toString(), Integer.toString(characters));
        return Integer.parseInt(printed.get(0).substring("growth: ".length()));
    }
}
