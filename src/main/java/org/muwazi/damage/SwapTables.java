package org.muwazi.damage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tables of words that damage exchanges for one another.
 *
 * @param antonyms words of contrary meaning
 * @param dates months and days of the week
 * @param units measures, times and magnitudes
 * @param negations an affirmative form, then its negation
 * @param agreement forms that agree with different words
 */
public record SwapTables(
        SwapTable antonyms,
        SwapTable dates,
        SwapTable units,
        SwapTable negations,
        SwapTable agreement) {

    /**
     * The tables that come with the library: Arabic, English and French.
     *
     * @throws IOException if they cannot be read
     */
    public static SwapTables standard() throws IOException {
        return new SwapTables(
                table("antonyms.tsv"),
                table("dates.tsv"),
                table("units.tsv"),
                table("negations.tsv"),
                table("agreement.tsv"));
    }

    /** Tables without words. */
    public static SwapTables none() {
        SwapTable empty = SwapTable.of("none", List.of());
        return new SwapTables(empty, empty, empty, empty, empty);
    }

    private static SwapTable table(String name) throws IOException {
        try (InputStream stream = SwapTables.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " is not on the class path");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return SwapTable.of(name, text.lines().toList());
        }
    }
}
