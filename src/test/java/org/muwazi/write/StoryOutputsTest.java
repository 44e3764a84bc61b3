package org.muwazi.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muwazi.json.Json;
import org.muwazi.score.ScoredRow;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.ScoredVersion;
import org.muwazi.score.Verdict;
import org.muwazi.testing.Seeds;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.OffsetMap;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.SourceText;
import org.muwazi.text.Span;

class StoryOutputsTest {

    @Test
    void ferryStoryIsWrittenAsTheGoldenFilesSay() throws IOException {
        ScoredStory story = StoryFixture.read("ferry");
        check("check.json", StoryJson.of(story).text());
        check("aligned.tsv", Write.toText(AlignedTsv.of(story)::write));
        check("aligned.tmx", Write.toText(out -> TmxWriter.write(story, out)));
        check("segments.jsonl", Write.toText(out -> SegmentLines.write(story, out)));
    }

    private static void check(String file, String actual) throws IOException {
        Golden.check(
                StoryFixture.GOLDEN.resolve("ferry").resolve("expected").resolve(file), actual);
    }

    @Test
    void jsonIsReadBackAsItWasWritten() {
        Seeds.forEach(
                200,
                random -> {
                    StoryJson story = StoryJson.of(RandomText.story(random));
                    assertThat(reread(story)).isEqualTo(story);
                });
    }

    private static StoryJson reread(StoryJson story) {
        return Json.read("check.json", story.text(), StoryJson.class);
    }

    @Test
    void everySegmentIsInExactlyOneRowOfTheJson() {
        Seeds.forEach(
                200,
                random -> {
                    StoryJson story = StoryJson.of(RandomText.story(random));
                    for (StoryJson.Version version : story.versions()) {
                        List<Integer> inRows = new ArrayList<>();
                        story.rows()
                                .forEach(row -> inRows.addAll(row.segments().get(version.id())));
                        assertThat(inRows)
                                .containsExactlyElementsOf(
                                        version.segments().stream()
                                                .map(StoryJson.Segment::id)
                                                .toList());
                        assertThat(version.segmentCount()).isEqualTo(inRows.size());
                    }
                });
    }

    @Test
    void offsetsAreCodePointsOfTheFileMarkupIncluded() {
        // The file is "<p>😀 Ça va</p>"; the document's text is what stands between the tags.
        String text = "😀 Ça va";
        ScoredStory story = storyOf(text, shifted(text, 3), new Span(3, text.length()));
        StoryJson.Segment segment = StoryJson.of(story).versions().get(0).segments().get(0);
        assertThat(segment.start()).isEqualTo(5);
        assertThat(segment.end()).isEqualTo(10);
        String line = Write.toText(out -> SegmentLines.write(story, out)).split("\n")[0];
        assertThat(line)
                .contains("\"start\":5,\"end\":10,\"byteStart\":8,\"byteEnd\":14")
                .contains("\"text\":\"Ça va\"");
    }

    private static OffsetMap shifted(String text, int by) {
        OffsetMap identity = OffsetMap.identity(text);
        int length = text.length();
        int[] start = new int[length];
        int[] end = new int[length];
        long[] byteStart = new long[length];
        long[] byteEnd = new long[length];
        for (int i = 0; i < length; i++) {
            Span one = new Span(i, i + 1);
            start[i] = identity.characters(one).start() + by;
            end[i] = identity.characters(one).end() + by;
            byteStart[i] = identity.firstByte(one) + by;
            byteEnd[i] = identity.endByte(one) + by;
        }
        return new OffsetMap(start, end, byteStart, byteEnd);
    }

    private static ScoredStory storyOf(String text, OffsetMap offsets, Span segment) {
        List<ScoredVersion> versions = new ArrayList<>();
        for (String id : List.of("fr", "fr-2")) {
            Document document = new Document(id, Language.FRENCH, text);
            versions.add(
                    new ScoredVersion(
                            new SourceText(
                                    document,
                                    id + ".html",
                                    StandardCharsets.UTF_8,
                                    offsets,
                                    List.of(),
                                    List.of()),
                            new SegmentedDocument(
                                    document, List.of(new Segment(segment, segment.of(text)))),
                            false,
                            Verdict.OK,
                            1.0 / 3,
                            1e-9,
                            List.of()));
        }
        ScoredRow row =
                new ScoredRow(
                        List.of(new SegmentRange(0, 1), new SegmentRange(0, 1)),
                        false,
                        List.of(
                                java.util.OptionalDouble.of(2.0 / 3),
                                java.util.OptionalDouble.empty()),
                        List.of());
        return new ScoredStory("story", versions, List.of(), List.of(row), RandomText.SIGNATURE);
    }

    @Test
    void numbersHaveFourDecimalsAndNoExponent() {
        StoryJson json =
                StoryJson.of(storyOf("Bonjour", OffsetMap.identity("Bonjour"), new Span(0, 7)));
        assertThat(json.versions().get(0).score()).isEqualTo(new BigDecimal("0.3333"));
        assertThat(json.text())
                .contains("\"score\" : 0.3333,")
                .contains("\"coverage\" : 0.0000,")
                .contains("\"fr\" : 0.6667");
    }

    @Test
    void versionsWithOneIdAreRefusedSinceRowsNameThemByIt() {
        ScoredStory story = storyOf("Bonjour", OffsetMap.identity("Bonjour"), new Span(0, 7));
        ScoredVersion version = story.versions().get(0);
        ScoredStory twice =
                new ScoredStory(
                        "story",
                        List.of(version, version),
                        List.of(),
                        story.rows(),
                        story.signature());
        assertThatThrownBy(() -> StoryJson.of(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two versions have the id fr");
    }

    @Test
    void segmentLinesHoldEverySegmentAndEveryFinding() {
        Seeds.forEach(
                200,
                random -> {
                    ScoredStory story = RandomText.story(random);
                    Set<String> segments = new HashSet<>();
                    Map<Integer, Set<Object>> findings = new HashMap<>();
                    for (String line :
                            Write.toText(out -> SegmentLines.write(story, out)).split("\n")) {
                        if (line.isEmpty()) {
                            continue;
                        }
                        Map<?, ?> fields = Json.read("segments.jsonl", line, Map.class);
                        if (fields.containsKey("segment")) {
                            assertThat(
                                            segments.add(
                                                    fields.get("version")
                                                            + "#"
                                                            + fields.get("segment")))
                                    .isTrue();
                        }
                        findings.computeIfAbsent((Integer) fields.get("row"), r -> new HashSet<>())
                                .addAll((List<?>) fields.get("findings"));
                    }
                    assertThat(segments)
                            .hasSize(
                                    story.versions().stream()
                                            .mapToInt(v -> v.segments().size())
                                            .sum());
                    for (int r = 0; r < story.rows().size(); r++) {
                        Set<Object> expected = new HashSet<>();
                        story.rows().get(r).findings().stream()
                                .map(finding -> StoryJson.finding(story, finding, Language.ENGLISH))
                                .forEach(
                                        finding ->
                                                expected.add(
                                                        Json.read(
                                                                "finding",
                                                                Json.line(finding),
                                                                Map.class)));
                        assertThat(findings.getOrDefault(r, Set.of())).isEqualTo(expected);
                    }
                });
    }

    @Test
    void tsvIsReadBackAsItWasWritten() {
        Seeds.forEach(
                300,
                random -> {
                    AlignedTsv table = AlignedTsv.of(RandomText.story(random));
                    assertThat(reread(table)).isEqualTo(table);
                });
    }

    private static AlignedTsv reread(AlignedTsv table) {
        try {
            return AlignedTsv.read("aligned.tsv", new StringReader(Write.toText(table::write)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyStringSurvivesTheEscapesAlsoThroughUtf8() {
        Seeds.forEach(
                2000,
                random -> {
                    String text = RandomText.string(random);
                    String field = TsvField.encode(text);
                    assertThat(field).doesNotContain("\t", "\n", "\r");
                    byte[] file = field.getBytes(StandardCharsets.UTF_8);
                    assertThat(TsvField.decode(new String(file, StandardCharsets.UTF_8)))
                            .isEqualTo(text);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "a\\x", "\\u", "\\u00", "\\u0041", "\\uzzzz", "\\u-800"})
    void escapesThatNothingWritesAreRefused(String field) {
        assertThatThrownBy(() -> TsvField.decode(field))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tsvWithCarriageReturnsBeforeLineFeedsIsReadToo() throws IOException {
        String unix = Write.toText(AlignedTsv.of(StoryFixture.read("ferry"))::write);
        assertThat(AlignedTsv.read("a", new StringReader(unix.replace("\n", "\r\n"))))
                .isEqualTo(AlignedTsv.read("a", new StringReader(unix)));
    }

    @Test
    void aLineWithAFieldTooFewIsNamed() {
        String table = "row\ten\tscore:en\tfindings\n0\tYes.\t0.5000\t\n1\tNo.\t0.5000\n";
        assertThatThrownBy(() -> AlignedTsv.read("aligned.tsv", new StringReader(table)))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("aligned.tsv:3: expected 4 tab-separated fields, found 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "row", "row\ten\tfindings", "row\ten\tscore:fr\tfindings"})
    void aHeaderOfOtherColumnsIsRefused(String header) {
        assertThatThrownBy(() -> AlignedTsv.read("a.tsv", new StringReader(header + "\n")))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageStartingWith("a.tsv:1: expected a header");
    }

    @Test
    void aRowWithoutOneOfTheVersionsHasAnEmptyCell() {
        AlignedTsv.Row row = AlignedTsv.of(StoryFixture.read("ferry")).rows().get(11);
        assertThat(row.texts().get(1)).isEmpty();
        assertThat(row.scores().get(1)).isEmpty();
        assertThat(row.findings())
                .isEqualTo("fr: omission (major) \"A second vessel is expected in 2028.\"");
        assertThat(Arrays.asList(row.texts().get(0), row.texts().get(2)))
                .allMatch(text -> text.contains("2028"));
    }
}
