package org.muwazi.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.Language;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

/** The trilingual benchmarks: English, French and Arabic side by side, one sentence a row. */
public final class BenchmarkRows {

    /** Both sets, as their files are named. */
    public static final List<String> SETS = List.of("flores_devtest", "tico19_test");

    /** The languages of the columns. */
    public static final List<Language> COLUMNS =
            List.of(Language.ENGLISH, Language.FRENCH, Language.ARABIC);

    // Rows, counted from 0, whose French column in tico19_test translates other rows: it leaves off
    // at a heading and is whole again 273 rows later, and once more for 25 rows. They would count
    // as
    // false alarms.
    private static final int DISPLACED_FROM = 424;
    private static final int DISPLACED_TO = 697;
    private static final int DISPLACED_AGAIN_FROM = 783;
    private static final int DISPLACED_AGAIN_TO = 808;

    private BenchmarkRows() {}

    /** The file of a set. */
    public static Path file(Path data, String set) {
        return data.resolve("benchmark_" + set + ".tsv.gz");
    }

    /**
     * Rows of a set that are whole in all three languages, in order, without those whose French
     * translates other rows.
     */
    public static List<String[]> complete(Path data, String set) throws IOException {
        List<String[]> lines = TabbedFile.lines(file(data, set));
        List<String[]> complete = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] line = lines.get(i);
            if (!isDisplaced(set, i)
                    && !line[0].isBlank()
                    && !line[1].isBlank()
                    && !line[2].isBlank()) {
                complete.add(line);
            }
        }
        return complete;
    }

    /** True where the French of a row translates another row. */
    static boolean isDisplaced(String set, int row) {
        return set.equals("tico19_test")
                && ((row >= DISPLACED_FROM && row < DISPLACED_TO)
                        || (row >= DISPLACED_AGAIN_FROM && row < DISPLACED_AGAIN_TO));
    }

    /**
     * The pairs of a set in one direction, numbered from 0, without those whose French translates
     * other rows where French takes part.
     */
    static List<TranslationUnit> units(
            String set, List<String[]> lines, Language from, Language to) {
        List<TranslationUnit> units = new ArrayList<>();
        boolean french = from == Language.FRENCH || to == Language.FRENCH;
        for (int i = 0; i < lines.size(); i++) {
            String[] line = lines.get(i);
            if (french && isDisplaced(set, i)) {
                continue;
            }
            String source = line[COLUMNS.indexOf(from)];
            String target = line[COLUMNS.indexOf(to)];
            if (!source.isBlank() && !target.isBlank()) {
                units.add(
                        new TranslationUnit(
                                Integer.toString(units.size()),
                                new Variant(from, source),
                                new Variant(to, target)));
            }
        }
        return units;
    }
}
