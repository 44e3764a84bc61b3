package org.muwazi.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.MalformedInputException;

/** Reads the tab-separated tables that lie beside the classes of this package. */
final class Tables {

    private Tables() {}

    /**
     * The rows of a table, in order, without blank lines and lines that begin with {@code #}.
     *
     * @param name file name within this package's resources
     * @param columns that each row must have
     * @throws MalformedInputException if the table is missing or a row has another number of
     *     columns
     */
    static List<String[]> rows(String name, int columns) {
        try (InputStream stream = Tables.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new MalformedInputException(name, 0, "resource is not on the class path");
            }
            return rows(
                    name,
                    columns,
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String[]> rows(String name, int columns, BufferedReader reader)
            throws IOException {
        List<String[]> rows = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t", -1);
            if (fields.length != columns) {
                throw new MalformedInputException(
                        name, number, "expected " + columns + " columns, found " + fields.length);
            }
            rows.add(fields);
        }
        return rows;
    }
}
