package org.muwazi.eval.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.muwazi.damage.Clean;
import org.muwazi.damage.Damage;
import org.muwazi.damage.DamagedPair;
import org.muwazi.damage.Family;
import org.muwazi.damage.Material;
import org.muwazi.damage.PivotLexicon;
import org.muwazi.damage.SwapTables;
import org.muwazi.eval.BenchmarkRows;
import org.muwazi.eval.TabbedFile;
import org.muwazi.text.Language;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * Seeded damage over the trilingual benchmarks: from each family and each set the same number of
 * pairs where there are so many, the kinds of a family in turn. The same seed and the same files
 * make the same pairs.
 */
final class DamagedSet {

    private static final long SEED = 20_261_122L;

    private final Map<String, List<String[]>> rows = new LinkedHashMap<>();
    private final SwapTables tables;
    private final PivotLexicon pivot;
    private final int pairs;

    /**
     * Reads what damage is made of.
     *
     * @param data folder with the benchmarks and {@code lexicon_freedict.tsv.gz}
     * @param pairs of each family, set and direction
     */
    DamagedSet(Path data, int pairs) throws IOException {
        for (String set : BenchmarkRows.SETS) {
            rows.put(set, BenchmarkRows.complete(data, set));
        }
        this.tables = SwapTables.standard();
        this.pivot = PivotLexicon.of(TabbedFile.lines(data.resolve("lexicon_freedict.tsv.gz")));
        this.pairs = pairs;
    }

    /** The pairs of a direction, family by family. */
    List<DamagedPair> of(Language from, Language to) {
        List<DamagedPair> damaged = new ArrayList<>();
        for (List<String[]> lines : rows.values()) {
            List<String> others = lines.stream().map(line -> text(line, to)).toList();
            for (Family family : Family.values()) {
                damaged.addAll(of(family, lines, others, List.of(from, to)));
            }
        }
        return damaged;
    }

    private List<DamagedPair> of(
            Family family, List<String[]> lines, List<String> others, List<Language> direction) {
        List<Damage> kinds =
                Arrays.stream(Damage.values()).filter(kind -> kind.family() == family).toList();
        List<Integer> order = new ArrayList<>(IntStream.range(0, lines.size()).boxed().toList());
        Collections.shuffle(order, new Random(SEED + family.name().hashCode()));
        List<DamagedPair> damaged = new ArrayList<>();
        for (int row : order) {
            if (damaged.size() == pairs) {
                break;
            }
            Clean clean = clean(lines.get(row), others, direction);
            Optional<DamagedPair> pair = Optional.empty();
            for (int k = 0; k < kinds.size() && pair.isEmpty(); k++) {
                Damage kind = kinds.get((damaged.size() + k) % kinds.size());
                Random random = new Random(SEED + row * 31L + kind.name().hashCode());
                pair = DamagedPair.of(kind, clean, random);
            }
            pair.ifPresent(damaged::add);
        }
        return damaged;
    }

    private Clean clean(String[] line, List<String> others, List<Language> direction) {
        Language third =
                BenchmarkRows.COLUMNS.stream()
                        .filter(language -> !direction.contains(language))
                        .findFirst()
                        .orElseThrow();
        return new Clean(
                variant(line, direction.get(0)),
                variant(line, direction.get(1)),
                new Material(others, Optional.of(variant(line, third)), tables, pivot));
    }

    private static Variant variant(String[] line, Language language) {
        return new Variant(language, text(line, language));
    }

    private static String text(String[] line, Language language) {
        return line[BenchmarkRows.COLUMNS.indexOf(language)];
    }
}
