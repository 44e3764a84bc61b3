package org.muwazi.eval.damage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.muwazi.text.Language;

/**
 * The tables of words in {@code eval/damage}.
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

    /** Reads the tables of a folder. */
    public static SwapTables read(Path folder) throws IOException {
        return new SwapTables(
                table(folder.resolve("antonyms.tsv")),
                table(folder.resolve("dates.tsv")),
                table(folder.resolve("units.tsv")),
                table(folder.resolve("negations.tsv")),
                table(folder.resolve("agreement.tsv")));
    }

    /** Tables without words. */
    public static SwapTables none() {
        SwapTable empty = SwapTable.of("none", List.of());
        return new SwapTables(empty, empty, empty, empty, empty);
    }

    private static SwapTable table(Path file) throws IOException {
        return SwapTable.of(file.toString(), Files.readAllLines(file));
    }

    /** The languages that tables are written in. */
    static List<Language> languages() {
        return List.of(Language.ARABIC, Language.ENGLISH, Language.FRENCH);
    }
}
