package org.muwazi.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {

    private static final Path RESULTS = Path.of("eval", "results");

    @TempDir private Path repository;

    @Test
    void readmeSaysWhatTheResultsSay() throws IOException {
        List<String> aggregated = Files.readAllLines(RESULTS.resolve("aggregated.tsv"));
        String readme = Files.readString(Path.of("README.md"));

        assertThat(ResultFiles.withTable(readme, ResultFiles.readmeTable(aggregated)))
                .isEqualTo(readme);
    }

    @Test
    void everyMainFigureHasADateACommandAndASignature() throws IOException {
        List<String> aggregated = Files.readAllLines(RESULTS.resolve("aggregated.tsv"));

        assertThat(aggregated.get(0)).isEqualTo(ResultFiles.HEADER);
        assertThat(aggregated.subList(1, aggregated.size()))
                .isNotEmpty()
                .allMatch(
                        line ->
                                line.matches(
                                        "[^\t]+\t-?[0-9.]+\t[^\t]+\t\\d{4}-\\d\\d-\\d\\d\teval/run [^\t]+\t[^\t]+"))
                .doesNotHaveDuplicates();
    }

    @Test
    void theMainFiguresAreThoseOfTheResultFiles() throws IOException {
        String aggregated = Files.readString(RESULTS.resolve("aggregated.tsv"));
        try (Stream<Path> files = Files.list(RESULTS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                // Only what eval/run filed begins with the date alone.
                if (!lines.get(0).matches("# date: \\d{4}-\\d\\d-\\d\\d")) {
                    continue;
                }
                String name = file.getFileName().toString().replace(".tsv", "");
                List<String> table = lines.stream().filter(line -> !line.startsWith("#")).toList();
                for (ResultFiles.Measure measure : ResultFiles.measures(name, table)) {
                    assertThat(aggregated)
                            .contains(
                                    "\n"
                                            + measure.name()
                                            + "\t"
                                            + measure.value()
                                            + "\t"
                                            + measure.n()
                                            + "\t");
                }
            }
        }
    }

    @Test
    void aNewRunReplacesTheFiguresOfTheOldOneAndKeepsOthers() throws IOException {
        Files.createDirectories(repository.resolve("eval/results"));
        Files.writeString(
                repository.resolve("README.md"),
                "# X\n<!-- quality: written by eval/run -->\n<!-- end of quality -->\nrest\n");
        file(
                "segmentation",
                "eval/run segmentation",
                "language\tsegmenter\tf1\tboundaries\nar\trules\t0.9000\t10\n");
        file(
                "closeness",
                "eval/run closeness DATA",
                "pair\tpartner\tsentences\tp50\nen-fr\ttranslation\t5\t0.812\n");
        file(
                "segmentation",
                "eval/run segmentation",
                "language\tsegmenter\tf1\tboundaries\nar\trules\t0.9500\t10\n");

        assertThat(Files.readString(repository.resolve("README.md")))
                .isEqualTo(
                        """
                        # X
                        <!-- quality: written by eval/run -->
                        | measure | value | of | date | command |
                        |---|---|---|---|---|
                        | closeness, en-fr, translation: median cosine | 0.812 | 5 sentences | 2026-11-01 | `eval/run closeness DATA` |
                        | segmentation, ar, rules: F1 of boundaries | 0.9500 | 10 boundaries | 2026-11-01 | `eval/run segmentation` |
                        <!-- end of quality -->
                        rest
                        """);
        assertThat(Files.readAllLines(repository.resolve("eval/results/segmentation.tsv")))
                .containsExactly(
                        "# date: 2026-11-01",
                        "# command: eval/run segmentation",
                        "# commit: abc",
                        "# rows: 1",
                        "# signature: s|version:1",
                        "language\tsegmenter\tf1\tboundaries",
                        "ar\trules\t0.9500\t10");
    }

    private void file(String name, String command, String table) throws IOException {
        Path output = repository.resolve(name + ".out");
        Files.writeString(output, table + "# signature: s|version:1\n");
        ResultFiles.main(
                new String[] {
                    repository.toString(), name, command, "2026-11-01", "abc", output.toString()
                });
    }
}
