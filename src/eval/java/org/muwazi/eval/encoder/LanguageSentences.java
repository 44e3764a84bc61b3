package org.muwazi.eval.encoder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;

/**
 * Our sentences in several languages, {@code eval/languages.tsv}: each as it is and, in the next
 * row, as its twin, in which one name, number, negation or word was changed, the same one in every
 * language.
 *
 * @param languages of the columns
 * @param rows shape (2 n, languages), sentences at even and their twins at odd places
 */
record LanguageSentences(List<Language> languages, List<List<String>> rows) {

    private static final List<String> FIRST_COLUMNS = List.of("row", "changed");
    private static final String UNCHANGED = "no";

    /** Copies the lists. */
    LanguageSentences {
        languages = List.copyOf(languages);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * Reads the table.
     *
     * @throws MalformedInputException if a column is not a language, or a row has not its twin
     *     below it
     */
    static LanguageSentences read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<String> head = Arrays.asList(lines.get(0).split("\t", -1));
        if (head.size() < 4 || !head.subList(0, 2).equals(FIRST_COLUMNS)) {
            throw fault(file, 1, "expected the columns row, changed, and two languages or more");
        }
        List<Language> languages = new ArrayList<>();
        for (String code : head.subList(2, head.size())) {
            Optional<Language> language = Language.of(code);
            languages.add(language.orElseThrow(() -> fault(file, 1, code + " is no language")));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int n = 1; n < lines.size(); n++) {
            List<String> row = Arrays.asList(lines.get(n).split("\t", -1));
            boolean twin = n % 2 == 0;
            if (row.size() != head.size()
                    || !row.get(0).equals(Integer.toString((n + 1) / 2))
                    || row.get(1).equals(UNCHANGED) == twin) {
                throw fault(
                        file,
                        n + 1,
                        twin ? "expected the twin of the row above" : "expected a sentence");
            }
            rows.add(row.subList(2, row.size()));
        }
        if (rows.isEmpty() || rows.size() % 2 != 0) {
            throw fault(file, lines.size(), "the last sentence has no twin below it");
        }
        return new LanguageSentences(languages, rows);
    }

    private static MalformedInputException fault(Path file, long line, String reason) {
        return new MalformedInputException(file.toString(), line, reason);
    }

    /** The sentences without their twins in a pair of languages. */
    Bitext plain(Language source, Language target) {
        return bitext("without twins", List.of(source, target), 2);
    }

    /** The sentences and their twins. */
    Bitext withTwins(Language source, Language target) {
        return bitext("with twins", List.of(source, target), 1);
    }

    private Bitext bitext(String set, List<Language> pair, int step) {
        List<List<String>> columns = List.of(new ArrayList<>(), new ArrayList<>());
        for (int row = 0; row < rows.size(); row += step) {
            for (int side = 0; side < 2; side++) {
                columns.get(side).add(rows.get(row).get(languages.indexOf(pair.get(side))));
            }
        }
        return new Bitext(set, pair.get(0), pair.get(1), columns.get(0), columns.get(1));
    }
}
