package org.muwazi.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.muwazi.segment.SegmentationTable.Section;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;

class SegmentationTableTest {

    @Test
    void scoredLanguagesHaveATableAndOthersNone() {
        for (Language language : Language.values()) {
            assertThat(SegmentationTable.of(language).isEmpty())
                    .as(language.name())
                    .isEqualTo(!language.isScored());
        }
    }

    @Test
    void aTitleInCapitalsIsFoundWhateverTheLocaleOfTheMachine() {
        assertThat(SegmentationTable.of(Language.ENGLISH).abbreviation("BRIG"))
                .contains(Section.TITLE);
    }

    @Test
    void anUnderscoreStandsForASpace() throws IOException {
        assertThat(read("[inner]\np._ex\n").abbreviation("p. ex")).contains(Section.INNER);
    }

    @Test
    void aBrokenTableNamesTheLine() {
        assertThatThrownBy(() -> read("# words\nDr\n"))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("test.txt:2: words before the first [section]");
        assertThatThrownBy(() -> read("[titles]\n"))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("test.txt:1: unknown section [titles]");
        assertThatThrownBy(() -> read("[title]\nDr Mr\n[inner]\nMr\n"))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("test.txt:4: \"Mr\" is already in another section");
    }

    private static SegmentationTable read(String content) throws IOException {
        return SegmentationTable.read("test.txt", new BufferedReader(new StringReader(content)));
    }
}
