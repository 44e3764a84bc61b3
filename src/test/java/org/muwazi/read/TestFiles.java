package org.muwazi.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Resources of this package's tests. */
final class TestFiles {

    private TestFiles() {}

    /** The text of a resource below {@code read/}. */
    static String text(String name) {
        try (InputStream in = TestFiles.class.getResourceAsStream("/read/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a table, without comments. */
    static List<String[]> rows(String name) {
        return text(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .toList();
    }

    /** The text of a page, its second column. */
    static String page(String name) {
        StringBuilder text = new StringBuilder();
        rows("pages/" + name).forEach(row -> text.append(row[1]).append('\n'));
        return text.toString();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
