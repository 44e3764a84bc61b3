package org.muwazi.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected outputs in files; {@code -Dgolden.update} rewrites them, to be reviewed as a diff. */
final class Golden {

    private Golden() {}

    static void check(Path expected, String actual) throws IOException {
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, actual, UTF_8);
        }
        assertThat(actual).isEqualTo(Files.readString(expected, UTF_8));
    }
}
