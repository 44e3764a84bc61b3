package org.muwazi.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muwazi.text.SourceText;
import org.muwazi.text.Span;

/** What is set aside of the stories in {@code eval/stories}, against their gold kinds. */
class ChromeAccuracyTest {

    private static final Path STORIES = Path.of("eval", "stories");
    private static final Set<String> NOT_STORY = Set.of("chrome", "foreign", "caption");

    @Test
    void setsAsideThePageAndNothingOfTheStory() throws IOException {
        assumeThat(STORIES).exists();
        long wanted = 0;
        long found = 0;
        List<String> lost = new ArrayList<>();
        StoryReader reader = new StoryReader();
        for (Path gold : goldFiles()) {
            Path text = Path.of(gold.toString().replace(".sentences.tsv", ".txt"));
            Path page = Path.of(gold.toString().replace(".sentences.tsv", ".html"));
            Path file = Files.exists(text) ? text : page;
            SourceText source = reader.read(file, Optional.empty(), ReadOptions.standard());
            String read = source.document().text();
            int at = 0;
            for (String row : Files.readAllLines(gold)) {
                String[] fields = row.split("\t", -1);
                int start = fields.length < 2 ? -1 : read.indexOf(fields[1], at);
                if (start < 0) {
                    continue;
                }
                at = start + fields[1].length();
                Span span = new Span(start, at);
                boolean aside = source.setAside().stream().anyMatch(s -> s.span().overlaps(span));
                if (NOT_STORY.contains(fields[0])) {
                    wanted += span.length();
                    found += aside ? span.length() : 0;
                } else if (aside) {
                    lost.add(file + ": " + fields[1]);
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat((double) found / wanted).isGreaterThanOrEqualTo(0.9);
    }

    private static List<Path> goldFiles() throws IOException {
        try (Stream<Path> files = Files.walk(STORIES)) {
            return files.filter(file -> file.toString().endsWith(".sentences.tsv"))
                    .sorted()
                    .toList();
        }
    }
}
