package org.muwazi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.muwazi.json.Json;
import org.muwazi.write.StoryJson;

/** {@code --explain-in} of the commands that explain. */
class ExplainInTest {

    private static final Path STORY = Path.of("eval/stories/01-desalination-plant");

    private static final String ARABIC_LETTER = "\\p{IsArabic}";

    @TempDir Path folder;

    static boolean hasDefaultModel() {
        return CommandsTest.hasDefaultModel();
    }

    private static Run check(Object... options) {
        List<Object> all = new java.util.ArrayList<>(List.of("check"));
        all.addAll(List.of(STORY.resolve("en.txt"), STORY.resolve("fr-garbled.txt")));
        all.addAll(List.of(options));
        return Run.of(all.toArray()).succeeds();
    }

    @Test
    @EnabledIf("hasDefaultModel")
    void checkExplainsInArabicEverywhere() throws IOException {
        Run run = check("--json", "--explain-in", "ar", "-o", folder);
        StoryJson story = Json.read("out", run.out(), StoryJson.class);
        assertThat(story.versions().get(1).reasons())
                .isNotEmpty()
                .allSatisfy(reason -> assertIsArabic(reason.text()));
        assertThat(story.rows())
                .flatExtracting(StoryJson.Row::findings)
                .isNotEmpty()
                .allSatisfy(finding -> assertIsArabic(finding.explanation()));
        for (String line : Files.readAllLines(folder.resolve("segments.jsonl"))) {
            Map<?, ?> fields = Json.read("segments.jsonl", line, Map.class);
            if (fields.get("findings") instanceof List<?> findings) {
                findings.forEach(f -> assertIsArabic((String) ((Map<?, ?>) f).get("explanation")));
            }
        }
        String report = Files.readString(folder.resolve("report.html"));
        assertThat(Jsoup.parse(report).select(".why"))
                .isNotEmpty()
                .allMatch(why -> why.attr("dir").equals("rtl"))
                .allSatisfy(why -> assertIsArabic(why.text()));
    }

    private static void assertIsArabic(String sentence) {
        // Quoted words stay as they are in their own language.
        String own = sentence.replaceAll("\u2068[^\u2069]*\u2069", "");
        assertThat(own)
                .containsPattern(ARABIC_LETTER)
                .doesNotContainPattern("[{}]|select| the | translation ");
    }

    @Test
    @EnabledIf("hasDefaultModel")
    void checkPrintsItsReasonsInFrenchAndInEnglishUnlessAsked() {
        assertThat(check("--explain-in", "fr").out())
                .contains("noms ne sont pas ceux des autres versions\u00a0: «\u00a0");
        assertThat(check().out())
                .contains("names are not those of the other versions: “")
                .isEqualTo(check("--explain-in", "en").out());
    }

    @Test
    void scoreExplainsInTheLanguageAskedForAndTsvStaysAsItIs() {
        assertThat(score("--format", "jsonl", "--explain-in", "fr"))
                .contains("La source indique 12\u00a0; la traduction indique 21.");
        assertThat(score("--format", "jsonl", "--explain-in", "ara"))
                .containsPattern("\"explanation\":\"" + ARABIC_LETTER);
        assertThat(score("--format", "jsonl"))
                .contains("The source says 12; the translation says 21.");
        assertThat(score("--explain-in", "fr")).isEqualTo(score());
    }

    private static String score(Object... options) {
        List<Object> all = new java.util.ArrayList<>();
        all.addAll(List.of("score", "-", "--from", "en", "--to", "fr", "--estimator", "fast"));
        all.addAll(List.of(options));
        return Run.withInput(
                        "He paid 12 euros.\tIl a payé 21 euros.\n", Run.withTiny(all.toArray()))
                .succeeds()
                .out();
    }

    @Test
    void aLanguageWithoutSentencesIsAUsageErrorThatListsTheOthers() {
        for (String wrong : List.of("de", "xx", "")) {
            Run.tiny(
                            "check",
                            STORY.resolve("en.txt"),
                            STORY.resolve("fr.txt"),
                            "--explain-in",
                            wrong)
                    .failsWith(2, "--explain-in", "expected en, fr, ar, not \"" + wrong + "\"");
            Run.tiny("score", "-", "--from", "en", "--to", "fr", "--explain-in", wrong)
                    .failsWith(2, "--explain-in", "expected en, fr, ar, not \"" + wrong + "\"");
        }
    }
}
