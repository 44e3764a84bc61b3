package org.muwazi.eval.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.muwazi.eval.BenchmarkRows;
import org.muwazi.eval.TabbedFile;
import org.muwazi.text.Language;

/**
 * Good documents by people, put together from consecutive rows of parallel collections: none names
 * its documents, so a document is a block of rows, one a line.
 */
final class GoodDocuments {

    private static final long SEED = 20_261_122L;

    /** Rows of a document; the articles that people check have some twenty sentences. */
    private static final int ROWS = 20;

    /** Documents of a collection at most, drawn with the seed. */
    private static final int MOST = 60;

    private GoodDocuments() {}

    /**
     * A document in two or three languages.
     *
     * @param set it is from
     * @param texts by language
     */
    record Versions(String set, Map<Language, String> texts) {}

    /**
     * The documents of all collections that a folder has.
     *
     * @param data with news_pud, un_sdg, un_v1_devtest, xquad and the benchmarks
     */
    static List<Versions> read(Path data) throws IOException {
        List<Versions> documents = new ArrayList<>();
        for (String set : BenchmarkRows.SETS) {
            documents.addAll(blocks(set, BenchmarkRows.complete(data, set)));
        }
        for (String set : List.of("news_pud", "un_v1_devtest", "un_sdg", "xquad")) {
            List<String[]> rows = TabbedFile.lines(data.resolve(set + ".tsv.gz"));
            boolean french = !set.equals("xquad");
            rows.removeIf(
                    row ->
                            row[0].isBlank()
                                    || row[2].isBlank()
                                    || (french && row[1].isBlank())
                                    || isInterface(row[0]));
            documents.addAll(blocks(set, rows));
        }
        return documents;
    }

    /** Placeholders are of programs, not of documents. */
    private static boolean isInterface(String text) {
        return text.matches(".*(?:%\\p{L}|\\{\\{|</?\\p{L}).*");
    }

    private static List<Versions> blocks(String set, List<String[]> rows) {
        List<Versions> blocks = new ArrayList<>();
        for (int at = 0; at + ROWS <= rows.size(); at += ROWS) {
            Map<Language, String> texts = new EnumMap<>(Language.class);
            for (int column = 0; column < BenchmarkRows.COLUMNS.size(); column++) {
                StringBuilder text = new StringBuilder();
                for (String[] row : rows.subList(at, at + ROWS)) {
                    text.append(row[column].strip()).append('\n');
                }
                if (!text.toString().isBlank()) {
                    texts.put(BenchmarkRows.COLUMNS.get(column), text.toString());
                }
            }
            blocks.add(new Versions(set, texts));
        }
        Collections.shuffle(blocks, new Random(SEED));
        return blocks.subList(0, Math.min(MOST, blocks.size()));
    }
}
