package org.muwazi.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muwazi.read.LanguageIdentifier.Identified;
import org.muwazi.read.LineReader.Line;
import org.muwazi.text.Language;

/**
 * Accuracy on parallel sentences that are not part of this repository: {@code -Dmuwazi.data=DIR}
 * names a folder with gzip tables of English, French and Arabic.
 */
class LanguageAccuracyTest {

    private static final List<Language> COLUMNS =
            List.of(Language.ENGLISH, Language.FRENCH, Language.ARABIC);

    @ParameterizedTest
    @CsvSource({"benchmark_flores_devtest, 0.999", "news_pud, 0.995"})
    void tellsTheThreeLanguagesOnNewsSentences(String table, double least) throws IOException {
        Path file = Path.of(System.getProperty("muwazi.data", ""), table + ".tsv.gz");
        assumeThat(Files.exists(file)).as("open data is here").isTrue();
        LanguageIdentifier identifier = new LanguageIdentifier();
        int all = 0;
        int right = 0;
        try (LineReader reader = LineReader.open(file)) {
            for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
                String[] fields = line.get().text().split("\t", -1);
                for (int i = 0; i < COLUMNS.size(); i++) {
                    if (!fields[i].isBlank()) {
                        Optional<Language> found =
                                identifier.identify(fields[i]).map(Identified::language);
                        all++;
                        right += found.equals(Optional.of(COLUMNS.get(i))) ? 1 : 0;
                    }
                }
            }
        }
        assertThat((double) right / all).isGreaterThanOrEqualTo(least);
    }
}
