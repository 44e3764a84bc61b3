package org.muwazi.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that come with this package: UTF-8, tab between columns, {@code #} starts a comment
 * line.
 */
final class ResourceTable {

    private ResourceTable() {}

    /**
     * Rows of a table.
     *
     * @param name file beside this class
     * @param columns number of columns that each row has
     * @throws IllegalStateException if the table is missing or a row has another number of columns
     */
    static List<String[]> read(String name, int columns) {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = ResourceTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("table " + name + " is not in the jar");
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("# ")) {
                    continue;
                }
                String[] row = line.split("\t", -1);
                if (row.length != columns) {
                    throw new IllegalStateException(
                            name
                                    + ": "
                                    + row.length
                                    + " columns instead of "
                                    + columns
                                    + " in \""
                                    + line
                                    + "\"");
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read table " + name, e);
        }
        return rows;
    }
}
