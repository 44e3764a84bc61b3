package org.muwazi.eval.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;

class LanguageSentencesTest {

    private static final Path TABLE = Path.of("eval/languages.tsv");

    @TempDir private Path folder;

    private LanguageSentences read(String table) throws IOException {
        return LanguageSentences.read(Files.writeString(folder.resolve("languages.tsv"), table));
    }

    @Test
    void ourTableHasFortySentencesAndTheirTwinsInSixLanguages() throws IOException {
        LanguageSentences sentences = LanguageSentences.read(TABLE);

        assertThat(sentences.languages())
                .containsExactly(
                        Language.GERMAN,
                        Language.ENGLISH,
                        Language.SPANISH,
                        Language.ITALIAN,
                        Language.RUSSIAN,
                        Language.TURKISH);
        assertThat(sentences.rows()).hasSize(80);
        assertThat(sentences.rows().stream().flatMap(List::stream)).doesNotHaveDuplicates();
        sentences
                .rows()
                .forEach(
                        row ->
                                assertThat(row)
                                        .allSatisfy(
                                                text ->
                                                        assertThat(text.split(" "))
                                                                .hasSizeBetween(5, 25)));
    }

    @Test
    void aTwinOfOurTableDiffersInAFewWordsOnly() throws IOException {
        List<List<String>> rows = LanguageSentences.read(TABLE).rows();

        for (int row = 0; row < rows.size(); row += 2) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                Set<String> words = new HashSet<>(List.of(rows.get(row).get(column).split(" ")));
                int all = words.size();
                words.removeAll(List.of(rows.get(row + 1).get(column).split(" ")));
                assertThat(words).as(rows.get(row).get(column)).hasSizeLessThanOrEqualTo(all / 2);
            }
        }
    }

    @Test
    void sentencesAreTakenWithAndWithoutTheirTwins() throws IOException {
        LanguageSentences sentences =
                read("row\tchanged\tde\ten\n1\tno\tJa\tYes\n1\tpolarity\tNein\tNo\n");

        Bitext plain = sentences.plain(Language.ENGLISH, Language.GERMAN);
        assertThat(plain.sources()).containsExactly("Yes");
        assertThat(plain.targets()).containsExactly("Ja");
        assertThat(plain.part()).isEqualTo("en-de");
        Bitext twins = sentences.withTwins(Language.GERMAN, Language.ENGLISH);
        assertThat(twins.sources()).containsExactly("Ja", "Nein");
        assertThat(twins.targets()).containsExactly("Yes", "No");
    }

    @ParameterizedTest
    @CsvSource({
        "'row|kind|de|en', 'languages.tsv:1: expected the columns'",
        "'row|changed|de', 'languages.tsv:1: expected the columns'",
        "'row|changed|de|xx', 'languages.tsv:1: xx is no language'",
        "'row|changed|de|en', 'languages.tsv:1: the last sentence has no twin'",
        "'row|changed|de|en/1|no|Ja|Yes', 'languages.tsv:2: the last sentence has no twin'",
        "'row|changed|de|en/1|name|Ja|Yes', 'languages.tsv:2: expected a sentence'",
        "'row|changed|de|en/1|no|Ja', 'languages.tsv:2: expected a sentence'",
        "'row|changed|de|en/1|no|Ja|Yes/1|no|Nein|No', 'languages.tsv:3: expected the twin'",
        "'row|changed|de|en/1|no|Ja|Yes/2|name|Nein|No', 'languages.tsv:3: expected the twin'",
    })
    void aTableThatIsNotOneIsRefusedWithTheLine(String table, String message) {
        assertThatThrownBy(() -> read(table.replace('|', '\t').replace('/', '\n') + "\n"))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(message);
    }
}
