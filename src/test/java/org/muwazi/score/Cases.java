package org.muwazi.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

/** Real-word cases from the tables beside the tests. */
final class Cases {

    private Cases() {}

    /** Description, unit and expected evidence of each row of a six-column table. */
    static Stream<Arguments> of(String table) {
        return Tables.rows(table, 6).stream()
                .map(
                        row ->
                                Arguments.of(
                                        row[0],
                                        new TranslationUnit(
                                                "case",
                                                new Variant(Words.language(row[1]), row[2]),
                                                new Variant(Words.language(row[3]), row[4])),
                                        expected(row[5])));
    }

    private static List<String> expected(String cell) {
        if (cell.equals("-")) {
            return List.of();
        }
        List<String> evidence = new ArrayList<>();
        Collections.addAll(evidence, cell.split(" \\| "));
        return evidence;
    }
}
