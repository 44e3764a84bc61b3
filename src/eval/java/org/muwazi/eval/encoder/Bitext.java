package org.muwazi.eval.encoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.muwazi.eval.BenchmarkRows;
import org.muwazi.eval.StoryPairs;
import org.muwazi.text.Language;

/**
 * Sentences and their translations, row by row, no text twice on a side: among equal texts nobody
 * could tell the right one.
 *
 * @param set where they come from
 * @param source language
 * @param target language
 * @param sources shape (n)
 * @param targets shape (n), each the translation of the source at the same place
 */
record Bitext(
        String set, Language source, Language target, List<String> sources, List<String> targets) {

    /** The set that all others make. */
    static final String TOGETHER = "all together";

    /** The pairs of languages, as the tables name them. */
    static final List<List<Language>> PAIRS =
            List.of(
                    List.of(Language.ARABIC, Language.ENGLISH),
                    List.of(Language.FRENCH, Language.ENGLISH),
                    List.of(Language.ARABIC, Language.FRENCH));

    /** Copies the lists. */
    Bitext {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        if (sources.size() != targets.size()) {
            throw new IllegalArgumentException(
                    sources.size() + " sources and " + targets.size() + " targets");
        }
    }

    /**
     * Both benchmarks and our stories, each in all pairs of languages, and all of them in one pool,
     * where there is more to be mistaken for the translation.
     *
     * @param data folder of the benchmarks
     * @param stories {@code eval/stories}
     */
    static List<Bitext> all(Path data, Path stories) throws IOException {
        List<Bitext> all = new ArrayList<>();
        for (String set : BenchmarkRows.SETS) {
            List<String[]> rows = BenchmarkRows.complete(data, set);
            for (List<Language> pair : PAIRS) {
                int source = BenchmarkRows.COLUMNS.indexOf(pair.get(0));
                int target = BenchmarkRows.COLUMNS.indexOf(pair.get(1));
                all.add(
                        distinct(
                                set,
                                pair,
                                rows.stream()
                                        .map(row -> List.of(row[source], row[target]))
                                        .toList()));
            }
        }
        for (List<Language> pair : PAIRS) {
            all.add(
                    distinct(
                            "stories",
                            pair,
                            StoryPairs.oneToOne(stories, pair.get(0), pair.get(1))));
        }
        for (List<Language> pair : PAIRS) {
            all.add(together(all.stream().filter(one -> one.isIn(pair)).toList()));
        }
        return all;
    }

    /** Of rows that share a text with an earlier one, the earlier one. */
    static Bitext distinct(String set, List<Language> pair, List<List<String>> rows) {
        List<String> sources = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        Set<String> seenSources = new HashSet<>();
        Set<String> seenTargets = new HashSet<>();
        for (List<String> row : rows) {
            boolean newSource = seenSources.add(row.get(0).strip());
            boolean newTarget = seenTargets.add(row.get(1).strip());
            if (newSource && newTarget) {
                sources.add(row.get(0));
                targets.add(row.get(1));
            }
        }
        return new Bitext(set, pair.get(0), pair.get(1), sources, targets);
    }

    /** The rows of several bitexts of one pair of languages. */
    static Bitext together(List<Bitext> bitexts) {
        List<List<String>> rows = new ArrayList<>();
        for (Bitext bitext : bitexts) {
            for (int i = 0; i < bitext.rows(); i++) {
                rows.add(List.of(bitext.sources().get(i), bitext.targets().get(i)));
            }
        }
        Bitext first = bitexts.get(0);
        return distinct(TOGETHER, List.of(first.source(), first.target()), rows);
    }

    /** The rows of fewest characters, both sides counted, in their order. */
    Bitext shortest(int most) {
        List<Integer> rows =
                IntStream.range(0, rows())
                        .boxed()
                        .sorted(
                                Comparator.comparingInt(
                                        i -> sources.get(i).length() + targets.get(i).length()))
                        .limit(most)
                        .sorted()
                        .toList();
        return new Bitext(
                set,
                source,
                target,
                rows.stream().map(sources::get).toList(),
                rows.stream().map(targets::get).toList());
    }

    /** The same from the other side. */
    Bitext reversed() {
        return new Bitext(set, target, source, targets, sources);
    }

    /** True for this pair of languages, in this order. */
    boolean isIn(List<Language> pair) {
        return source == pair.get(0) && target == pair.get(1);
    }

    int rows() {
        return sources.size();
    }

    /** Such as {@code ar-en}. */
    String part() {
        return String.format(Locale.ROOT, "%s-%s", source.iso639_1(), target.iso639_1());
    }
}
