package org.muwazi.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muwazi.text.SetAside;
import org.muwazi.text.SourceText;
import org.muwazi.text.Span;

class PageChromeTest {

    private static final StoryReader READER = new StoryReader();

    private static List<String> marked(String text) {
        SourceText read = READER.read(text, "page", Optional.empty(), ReadOptions.standard());
        List<String> rows = new ArrayList<>();
        for (Span line : Lines.of(text)) {
            String reason = "-";
            for (SetAside stretch : read.setAside()) {
                reason = stretch.span().overlaps(line) ? stretch.reason().name() : reason;
            }
            rows.add(reason + "\t" + line.of(text));
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en.tsv", "fr.tsv", "ar.tsv"})
    void marksEachLineOfAnAnnotatedPage(String name) {
        List<String> gold =
                TestFiles.rows("pages/" + name).stream()
                        .map(row -> row[0] + "\t" + row[1])
                        .toList();

        assertThat(marked(TestFiles.page(name))).isEqualTo(gold);
    }

    @Test
    void keepsTheStoryThatResumesBehindABoxOfRelatedHeadlines() {
        List<String> rows =
                marked(
                        """
                        The pilots of the harbour voted on Monday to end their strike.
                        Forty ships had been waiting outside the breakwater for days.
                        Related articles
                        Fishermen fear a cold spring
                        Night shifts

                        The harbour master said the ships would enter one by one from Tuesday on.
                        """);

        assertThat(rows.get(3)).startsWith("RELATED");
        assertThat(rows.get(4)).startsWith("-");
        assertThat(rows.get(6)).startsWith("-");
    }

    @Test
    void keepsRepeatedSentences() {
        String sentence = "The pilots of the harbour voted on Monday to end their strike.\n";

        assertThat(marked(sentence.repeat(3))).allMatch(row -> row.startsWith("-"));
    }

    @Test
    void setsARepeatedHeadlineAside() {
        List<String> rows =
                marked(
                        """
                        Harbour pilots end their strike
                        Harbour pilots end their strike
                        The pilots of the harbour voted on Monday to end their strike.
                        Harbour pilots end their strike
                        """);

        assertThat(rows.stream().map(row -> row.split("\t", 2)[0]).toList())
                .containsExactly("-", "DUPLICATE", "-", "DUPLICATE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Share of women in parliament rises to a third",
                "World news agencies call for access to the region",
                "Related injuries kept three players out of the final",
                "“Share this story with your children,” the old man said.",
                "Photo exhibition opens in the old customs house",
                "Comments by the minister drew protests in the capital.",
                "He left the city 3 days ago and has not called since.",
                "PARIS, 3 May (AFP) - The museum opened on Sunday.",
                "By noon the square was full and the shops were closed.",
                "Three people were hurt, the agency said (AFP).",
                "Subscribers to the service fell by a tenth last year.",
                "Home prices fall",
                "Print is dead, the editor said in 2009.",
                "Tags and collars are compulsory for dogs."
            })
    void keepsSentencesAndHeadlinesThatOnlyBeginLikeChrome(String line) {
        String story =
                line
                        + "\nThe pilots of the harbour voted on Monday to end their strike.\n"
                        + "Forty ships had been waiting outside the breakwater for days.\n"
                        + line
                        + "\nThe harbour master said that the ships would enter one by one.\n";

        assertThat(marked(story).get(0)).startsWith("-");
    }

    @Test
    void keepsVerseAndLists() {
        String list =
                """
                The board will vote on four proposals in May:
                * a second crane
                * a longer quay
                * night shifts
                * a school for pilots
                """;

        assertThat(marked(list)).allMatch(row -> row.startsWith("-"));
    }
}
