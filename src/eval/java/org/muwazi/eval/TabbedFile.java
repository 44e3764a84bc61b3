package org.muwazi.eval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.muwazi.text.MalformedInputException;

/** Tables of tab-separated values, gzip, UTF-8, as the benchmarks come. */
public final class TabbedFile {

    private TabbedFile() {}

    /** The fields of each line. */
    public static List<String[]> lines(Path file) throws IOException {
        List<String[]> lines = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // Not String.lines(): a lone carriage return is part of a field.
            for (String line : text.split("\n")) {
                lines.add(line.split("\t", -1));
            }
        }
        return lines;
    }

    /** The lines of a table below their header, by the names of the columns. */
    public static List<Map<String, String>> rows(Path file) throws IOException {
        List<String[]> lines = lines(file);
        String[] head = lines.get(0);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int n = 1; n < lines.size(); n++) {
            String[] field = lines.get(n);
            if (field.length != head.length) {
                throw new MalformedInputException(
                        file.toString(),
                        n + 1L,
                        "expected " + head.length + " fields, found " + field.length);
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < head.length; i++) {
                row.put(head[i], field[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
