package org.muwazi.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.muwazi.json.Json;
import org.muwazi.score.Finding;
import org.muwazi.score.ScoredRow;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.ScoredVersion;
import org.muwazi.text.Language;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SetAside;
import org.muwazi.text.SourceText;
import org.muwazi.text.Span;

/**
 * {@code segments.jsonl}: one JSON object a line for every segment of every version, and for what
 * has no segment, so that nothing of a file or of its findings is missing.
 *
 * <p>Lines come version by version, in reading order:
 *
 * <ul>
 *   <li>a segment: {@code version, segment, start, end, byteStart, byteEnd, text, row, score,
 *       findings}; {@code score} is absent where there is none;
 *   <li>a stretch set aside: {@code version, setAside, evidence, start, end, byteStart, byteEnd,
 *       text};
 *   <li>findings of a version that has nothing in the row: {@code version, start, end, byteStart,
 *       byteEnd, text (empty), row, findings}.
 * </ul>
 *
 * <p>{@code start} and {@code end} are code points, {@code byteStart} and {@code byteEnd} bytes of
 * the file; {@code row} counts from 0 as in the other outputs. A finding over several segments
 * stands with each of them.
 */
public final class SegmentLines {

    private final ScoredStory story;
    private final Language told;

    private SegmentLines(ScoredStory story, Language told) {
        this.story = story;
        this.told = told;
    }

    /** Writes the lines of a story, explained in English; does not close {@code out}. */
    public static void write(ScoredStory story, Appendable out) throws IOException {
        write(story, Language.ENGLISH, out);
    }

    /**
     * Writes the lines of a story; does not close {@code out}.
     *
     * @param told language of the explanations
     * @throws IllegalArgumentException if it is not scored
     */
    public static void write(ScoredStory story, Language told, Appendable out) throws IOException {
        StoryJson.requireDifferentIds(story);
        SegmentLines segments = new SegmentLines(story, told);
        for (int v = 0; v < story.versions().size(); v++) {
            for (Line line : segments.lines(v)) {
                out.append(Json.line(line.fields())).append('\n');
            }
        }
    }

    private record Line(Span span, Map<String, Object> fields) {}

    private List<Line> lines(int v) {
        ScoredVersion version = story.versions().get(v);
        List<Line> lines = new ArrayList<>();
        for (int r = 0; r < story.rows().size(); r++) {
            ScoredRow row = story.rows().get(r);
            SegmentRange range = row.ranges().get(v);
            Map<Integer, List<Finding>> findings = bySegment(row, v, version);
            for (int s = range.start(); s < range.end(); s++) {
                lines.add(segment(v, r, s, findings.getOrDefault(s, List.of())));
            }
            if (range.isEmpty() && !findings.isEmpty()) {
                lines.add(withoutSegment(v, r, findings.get(-1)));
            }
        }
        version.source().setAside().forEach(stretch -> lines.add(setAside(version, stretch)));
        // A stable sort: rows that were moved fall back to where they stand in this version.
        lines.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        return lines;
    }

    /** The row's findings of a version by segment; under -1 where it has no segment. */
    private static Map<Integer, List<Finding>> bySegment(
            ScoredRow row, int v, ScoredVersion version) {
        SegmentRange range = row.ranges().get(v);
        Map<Integer, List<Finding>> found = new HashMap<>();
        for (Finding finding : row.findings()) {
            if (finding.version() != v) {
                continue;
            }
            boolean placed = false;
            int nearest = range.isEmpty() ? -1 : range.start();
            for (int s = range.start(); s < range.end(); s++) {
                Segment segment = version.segments().segments().get(s);
                if (segment.span().overlaps(finding.span())) {
                    found.computeIfAbsent(s, key -> new ArrayList<>()).add(finding);
                    placed = true;
                }
                if (segment.span().start() <= finding.span().start()) {
                    nearest = s;
                }
            }
            if (!placed) {
                found.computeIfAbsent(nearest, key -> new ArrayList<>()).add(finding);
            }
        }
        return found;
    }

    private Line segment(int v, int row, int s, List<Finding> findings) {
        ScoredVersion version = story.versions().get(v);
        Segment segment = version.segments().segments().get(s);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", version.id());
        fields.put("segment", s);
        putPlace(fields, version.source(), segment.span());
        fields.put("text", segment.text());
        fields.put("row", row);
        OptionalDouble score = story.rows().get(row).scores().get(v);
        if (score.isPresent()) {
            fields.put("score", Decimals.score(score.getAsDouble()));
        }
        fields.put("findings", json(findings));
        return new Line(segment.span(), fields);
    }

    private Line withoutSegment(int v, int row, List<Finding> findings) {
        ScoredVersion version = story.versions().get(v);
        Span span = findings.get(0).span();
        Span place = new Span(span.start(), span.start());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", version.id());
        putPlace(fields, version.source(), place);
        fields.put("text", "");
        fields.put("row", row);
        fields.put("findings", json(findings));
        return new Line(place, fields);
    }

    private static Line setAside(ScoredVersion version, SetAside stretch) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", version.id());
        fields.put("setAside", stretch.reason().label());
        fields.put("evidence", stretch.evidence());
        putPlace(fields, version.source(), stretch.span());
        fields.put("text", stretch.span().of(version.source().document().text()));
        return new Line(stretch.span(), fields);
    }

    private static void putPlace(Map<String, Object> fields, SourceText source, Span span) {
        StoryJson.Place place = StoryJson.place(source, span);
        fields.put("start", place.start());
        fields.put("end", place.end());
        fields.put("byteStart", source.offsets().firstByte(span));
        fields.put("byteEnd", source.offsets().endByte(span));
    }

    private List<StoryJson.Finding> json(List<Finding> findings) {
        return findings.stream().map(finding -> StoryJson.finding(story, finding, told)).toList();
    }
}
