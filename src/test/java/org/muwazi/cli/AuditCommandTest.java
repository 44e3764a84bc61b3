package org.muwazi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.muwazi.eval.GoldStory;
import org.muwazi.json.Json;

class AuditCommandTest {

    private static final Path STORIES = Path.of("src/test/resources/audit/stories.en-fr.tsv");

    @TempDir Path folder;

    static boolean hasDefaultModel() {
        return Files.isRegularFile(Path.of("models", Toolkit.DEFAULT_ENCODER, "model.onnx"));
    }

    private static Object[] audit(Object pairs, Object... more) {
        List<Object> all = new ArrayList<>(List.of("audit", pairs, "--from", "en", "--to", "fr"));
        all.addAll(List.of("--estimator", "fast", "--sample", "12"));
        all.addAll(List.of(more));
        return Run.withTiny(all.toArray());
    }

    @Test
    void theTableNamesFamiliesAlarmsAndWhatToDo() {
        Run run = Run.of(audit(STORIES)).succeeds();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("150 clean pairs, 12 of them judged (seed 1)\n")
                .contains("called review", "  numbers ", "  negation ", "of your clean pairs would")
                .contains("pivot noise: not applied, needs a dictionary\n")
                .contains("score|detectors:");
    }

    @Test
    void tableAndJsonTellTheSameAndTheSameSeedTheSame() {
        String tsv = Run.of(audit(STORIES, "--format", "tsv")).succeeds().out();
        Map<?, ?> json =
                Json.read(
                        "out",
                        Run.of(audit(STORIES, "--format", "json")).succeeds().out(),
                        Map.class);
        List<?> families = (List<?>) json.get("families");
        List<String> rows = tsv.lines().toList();
        assertThat(rows).hasSize(families.size() + 2);
        int columns = rows.get(0).split("\t", -1).length;
        assertThat(rows).allMatch(row -> row.split("\t", -1).length == columns);
        assertThat(rows.get(1)).startsWith("none\t12\t12\t");
        for (int i = 0; i < families.size(); i++) {
            Map<?, ?> family = (Map<?, ?>) families.get(i);
            assertThat(rows.get(i + 2))
                    .startsWith(
                            family.get("family")
                                    + "\t"
                                    + family.get("tried")
                                    + "\t"
                                    + family.get("pairs"));
        }
        assertThat(Run.of(audit(STORIES, "--format", "tsv")).out()).isEqualTo(tsv);
    }

    @Test
    void familiesAreChosenAndTheOutputIsAFile() throws IOException {
        Path file = folder.resolve("audit.tsv");
        Run run =
                Run.of(
                        audit(
                                STORIES,
                                "--families",
                                "numbers,debris",
                                "--format",
                                "tsv",
                                "-o",
                                file));
        assertThat(run.succeeds().out()).isEmpty();
        assertThat(Files.readAllLines(file).stream().map(line -> line.split("\t", -1)[0]))
                .containsExactly("family", "none", "numbers", "debris");
    }

    @Test
    void whatIsLeftOutIsCountedAndListed() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(STORIES));
        lines.add(3, "A line.\t");
        lines.add("Same text.\tSame text.");
        Path pairs = Files.write(folder.resolve("pairs.tsv"), lines);
        assertThat(Run.of(audit(pairs)).succeeds().out())
                .contains("left out as empty: 1 (line 3)", "left out as copied: 1 (line 151)");
        assertThat(Run.of(audit(pairs, "--format", "tsv")).succeeds().err())
                .contains("pairs.tsv: left out as empty: 1 (line 3)");
        assertThat(Run.of(audit(pairs, "--format", "json")).succeeds().out())
                .contains("{\"line\":\"3\",\"reason\":\"empty\"}");
    }

    @Test
    void badInputIsOneLine() throws IOException {
        Path pairs =
                Files.writeString(folder.resolve("pairs.tsv"), "Good day.\tBonjour.\nno tab\n");
        Run.of(audit(pairs)).failsWith(3, "pairs.tsv:2: expected 2 tab-separated fields");
        Files.writeString(pairs, "Good day.\t\n");
        Run.of(audit(pairs)).failsWith(3, "pairs.tsv: holds no pair that could be clean");
        Run.of(audit(folder.resolve("none.tsv"))).failsWith(3, "none.tsv", "no such file");
        Run.of(audit(STORIES, "-o", folder)).failsWith(3, "is a folder");
    }

    @Test
    void wrongUsageIsOneLine() {
        Run.of(audit(STORIES, "--sample", "0")).failsWith(2, "--sample");
        Run.of(audit(STORIES, "--families", "numbers,typos"))
                .failsWith(2, "unknown family \"typos\"");
        Run.tiny("audit", STORIES, "--from", "en", "--to", "de")
                .failsWith(2, "German is not scored");
    }

    @Test
    void thePairsAreThoseOfTheStories() throws IOException {
        Pattern bead = Pattern.compile("\\[(\\d+)]:\\[(\\d+)]\\s*");
        List<String> pairs = new ArrayList<>();
        for (GoldStory story : GoldStory.all(Path.of("eval/stories"))) {
            List<String> english = sentences(story.folder().resolve("en.sentences.tsv"));
            List<String> french = sentences(story.folder().resolve("fr.sentences.tsv"));
            for (String line : Files.readAllLines(story.folder().resolve("en-fr.beads"))) {
                Matcher matcher = bead.matcher(line);
                if (matcher.matches()) {
                    pairs.add(
                            english.get(Integer.parseInt(matcher.group(1)))
                                    + "\t"
                                    + french.get(Integer.parseInt(matcher.group(2))));
                }
            }
        }
        assertThat(Files.readAllLines(STORIES)).isEqualTo(pairs);
    }

    private static List<String> sentences(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .toList();
    }

    /** The last decimals are those of the machine; families, numbers of pairs and words are not. */
    @Test
    @EnabledIf("hasDefaultModel")
    void theExampleInReadmeIsWhatTheCommandPrints() throws IOException {
        Matcher example =
                Pattern.compile("(?s)bin/muwazi (audit [^\\n]*)\\n.*?```\\n(.*?)```")
                        .matcher(Files.readString(Path.of("README.md")));
        assertThat(example.find()).isTrue();
        Object[] command = example.group(1).split(" ");
        String printed = Run.of(command).succeeds().out();
        assertThat(shape(printed)).isEqualTo(shape(example.group(2)));
    }

    private static List<String> shape(String report) {
        return Arrays.stream(report.split("\n", -1))
                .map(line -> line.replaceAll("\\d+\\.\\d+.*", ""))
                .filter(line -> !line.startsWith("A pair that is") && !line.isBlank())
                .filter(line -> !line.contains("|version:"))
                .toList();
    }
}
