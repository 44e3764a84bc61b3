package org.muwazi.eval.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muwazi.align.WordSpans;
import org.muwazi.damage.WordTokens;
import org.muwazi.eval.words.GoldLinks.Link;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.Span;

class GoldLinksTest {

    private static final Path FOLDER = Path.of("eval", "words");
    private static final Path STORIES = Path.of("eval", "stories");

    @ParameterizedTest
    @ValueSource(strings = {"ar-en", "fr-en", "ar-fr"})
    void textsStandInTheStoriesAndAreJoinedByABead(String languages) throws IOException {
        String source = languages.substring(0, 2);
        String target = languages.substring(3);
        GoldLinks gold = GoldLinks.read(FOLDER, languages);
        assertThat(gold.pairs()).hasSize(60);
        for (GoldLinks.Pair pair : gold.pairs()) {
            Path story = STORIES.resolve(pair.story());
            assertThat(sentence(story, source, pair.sourceSentence())).isEqualTo(pair.source());
            assertThat(sentence(story, target, pair.targetSentence())).isEqualTo(pair.target());
            Path beads = story.resolve(source + "-" + target + ".beads");
            boolean asNamed = Files.exists(beads);
            List<String> lines =
                    Files.readAllLines(
                            asNamed ? beads : story.resolve(target + "-" + source + ".beads"));
            int first = asNamed ? pair.sourceSentence() : pair.targetSentence();
            int second = asNamed ? pair.targetSentence() : pair.sourceSentence();
            assertThat(lines)
                    .anyMatch(
                            bead ->
                                    bead.matches(
                                            "\\[(.*, )?%d(, .*)?\\]:\\[(.*, )?%d(, .*)?\\]"
                                                    .formatted(first, second)));
        }
    }

    private static String sentence(Path story, String language, int number) throws IOException {
        String line = Files.readAllLines(story.resolve(language + ".sentences.tsv")).get(number);
        return line.split("\t", 2)[1];
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-en", "fr-en", "ar-fr"})
    void mostWordsHaveALinkAndEveryStoryIsThere(String languages) throws IOException {
        GoldLinks gold = GoldLinks.read(FOLDER, languages);
        int words = 0;
        int linked = 0;
        Set<String> stories = new TreeSet<>();
        for (GoldLinks.Pair pair : gold.pairs()) {
            words += WordSpans.of(pair.source()).size();
            linked += pair.possible().stream().map(Link::source).collect(Collectors.toSet()).size();
            stories.add(pair.story());
            assertThat(pair.sure()).isNotEmpty();
            assertThat(pair.possible()).containsAll(pair.sure());
        }
        assertThat(stories).hasSize(8);
        assertThat((double) linked / words).isGreaterThan(0.9);
    }

    @Test
    void theWordsAreThoseOfMarksWithoutPunctuation() throws IOException {
        for (String languages : GoldLinks.LANGUAGES) {
            for (GoldLinks.Pair pair : GoldLinks.read(FOLDER, languages).pairs()) {
                for (String text : List.of(pair.source(), pair.target())) {
                    List<Span> words =
                            WordTokens.spans(text).stream()
                                    .filter(
                                            span ->
                                                    span.of(text)
                                                            .codePoints()
                                                            .anyMatch(Character::isLetterOrDigit))
                                    .toList();
                    assertThat(WordSpans.of(text)).isEqualTo(words);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0-0 5-1", "0-0 0-0", "1-1 0-0", "0:0", ""})
    void aLinkThatCannotBeIsRefusedWithFileAndLine(String links, @TempDir Path folder)
            throws IOException {
        Files.writeString(
                folder.resolve("ar-en.txt"), "# story 1 1\nكلمة ثانية\ntwo words\n" + links + "\n");
        assertThatThrownBy(() -> GoldLinks.read(folder, "ar-en"))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("ar-en.txt:4");
    }

    @Test
    void countsFollowTheDefinitions() {
        GoldLinks.Pair gold =
                new GoldLinks.Pair(
                        "story",
                        0,
                        0,
                        "a b c",
                        "d e f",
                        Set.of(new Link(0, 0), new Link(1, 1)),
                        Set.of(new Link(0, 0), new Link(1, 1), new Link(2, 1)));
        LinkCounts counts =
                LinkCounts.of(Set.of(new Link(0, 0), new Link(2, 1), new Link(2, 2)), gold);
        assertThat(counts.precision()).isEqualTo(2.0 / 3);
        assertThat(counts.recall()).isEqualTo(0.5);
        // 1 - (hits 1 + possible 2) / (found 3 + sure 2)
        assertThat(counts.errorRate()).isEqualTo(0.4);
    }

    @Test
    void theSecondEqualWordGoesWithTheSecond() {
        assertThat(Baselines.equalWords("12 le 12", "The 12 and ١٢"))
                .containsExactlyInAnyOrder(new Link(0, 1), new Link(2, 3));
        assertThat(Baselines.diagonal("a b", "c d e f"))
                .containsExactlyInAnyOrder(
                        new Link(0, 0), new Link(0, 1), new Link(1, 2), new Link(1, 3));
        assertThat(Baselines.diagonal("", "c")).isEmpty();
    }
}
