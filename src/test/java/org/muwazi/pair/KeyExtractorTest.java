package org.muwazi.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muwazi.pair.DocumentKey.Kind;

class KeyExtractorTest {

    private final KeyExtractor extractor = new KeyExtractor();

    @Test
    void numbersAreReadWithAnyGrouping() {
        for (String written : new String[] {"1,187", "1 187", "1\u00A0187", "1\u202F187", "1187"}) {
            assertThat(extractor.keys("of " + written + " votes"))
                    .as(written)
                    .contains(new DocumentKey(Kind.NUMBER, "1187"));
        }
    }

    @Test
    void digitsOfAllScriptsAreOne() {
        assertThat(extractor.keys("\u0661\u066C\u0661\u0668\u0667"))
                .containsExactly(new DocumentKey(Kind.NUMBER, "1187"));
    }

    @Test
    void singleDigitsAreNoKeys() {
        assertThat(extractor.keys("7 ships, 3 crews")).isEmpty();
    }

    @Test
    void datesAreOneInThreeLanguages() throws IOException {
        DocumentKey date = new DocumentKey(Kind.DATE, "3-14");
        Path story = Path.of("eval/stories/01-desalination-plant");
        for (String file : new String[] {"en.txt", "fr.txt", "ar.txt"}) {
            assertThat(extractor.keys(Files.readString(story.resolve(file))))
                    .as(file)
                    .contains(date);
        }
    }

    @Test
    void monthBeforeOrAfterTheDayIsADate() {
        DocumentKey date = new DocumentKey(Kind.DATE, "11-1");
        assertThat(extractor.keys("on Nov. 1, at noon")).contains(date);
        assertThat(extractor.keys("le 1er novembre")).contains(date);
        assertThat(extractor.keys("40 novembre")).noneMatch(key -> key.kind() == Kind.DATE);
    }

    @Test
    void accentsAndCaseOfNamesDoNotMatter() {
        DocumentKey name = new DocumentKey(Kind.NAME, "benzerrouk");
        assertThat(extractor.keys("Sa\u00EFda BENZERROUK")).contains(name);
        assertThat(extractor.keys("said Benz\u00E9rrouk")).contains(name);
    }

    @Test
    void wordsThatAlsoStandInSmallLettersAreNoNames() {
        Set<DocumentKey> keys = extractor.keys("Water came back. The water of Keran is clear.");
        assertThat(keys).extracting(DocumentKey::text).contains("keran").doesNotContain("water");
    }
}
