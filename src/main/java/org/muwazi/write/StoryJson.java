package org.muwazi.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.muwazi.json.Json;
import org.muwazi.score.ScoredRow;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.ScoredVersion;
import org.muwazi.text.Language;
import org.muwazi.text.PairRelation;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SourceText;
import org.muwazi.text.Span;

/**
 * The JSON document of {@code muwazi check --json}, as records that are written and read back with
 * {@link Json}.
 *
 * <p>All offsets are Unicode code points of the decoded file, markup included, as Python counts
 * them. Numbers have four decimals. Versions are named by their ids, segments by their index in
 * their version, both counted from 0 where they are counted.
 *
 * @param schema {@link #SCHEMA}
 * @param story id of the story
 * @param signature how the numbers were made
 * @param versions in the order given
 * @param pairs relation of each two versions
 * @param rows in reading order
 */
public record StoryJson(
        int schema,
        String story,
        String signature,
        List<Version> versions,
        List<Pair> pairs,
        List<Row> rows) {

    /** Changes when a field that scripts may rely on changes. */
    public static final int SCHEMA = 1;

    /**
     * One version.
     *
     * @param id unique in the story
     * @param file as the user named it
     * @param language ISO 639-1
     * @param original true for the version that the others were translated from
     * @param verdict {@code ok}, {@code review} or {@code garbled}
     * @param score 0 to 1
     * @param coverage 0 to 1
     * @param reasons by falling weight
     * @param setAside what took no part in the alignment
     * @param warnings one line each
     * @param charset the file was decoded with
     * @param segmentCount number of segments
     * @param segments in reading order
     */
    public record Version(
            String id,
            String file,
            String language,
            boolean original,
            String verdict,
            BigDecimal score,
            BigDecimal coverage,
            List<Reason> reasons,
            List<SetAside> setAside,
            List<String> warnings,
            String charset,
            int segmentCount,
            List<Segment> segments) {}

    /**
     * Why a version has its verdict.
     *
     * @param kind label of the evidence
     * @param weight share of the whole evidence, 0 to 1
     * @param text one sentence, in the language asked for
     * @param spans places in the file
     */
    public record Reason(String kind, BigDecimal weight, String text, List<Place> spans) {}

    /**
     * A place in the file.
     *
     * @param start first code point
     * @param end one past the last code point
     */
    public record Place(int start, int end) {}

    /**
     * A stretch that is not part of the story.
     *
     * @param start first code point in the file
     * @param end one past the last code point
     * @param reason what it was taken for
     * @param evidence what made it look so
     * @param text its text without markup
     */
    public record SetAside(int start, int end, String reason, String evidence, String text) {}

    /**
     * A segment.
     *
     * @param id index in its version
     * @param start first code point in the file
     * @param end one past the last code point
     * @param text its text without markup
     */
    public record Segment(int id, int start, int end, String text) {}

    /**
     * What two versions are to each other.
     *
     * @param source id of a version
     * @param target id of a later version
     * @param relation {@code translation}, {@code partial}, {@code same-event} or {@code unrelated}
     * @param score 0 to 1
     */
    public record Pair(String source, String target, String relation, BigDecimal score) {}

    /**
     * A row of the alignment.
     *
     * @param segments ids of the segments of every version, an empty list where it has nothing
     * @param moved true where the row is out of order in one of the versions
     * @param scores of the versions that have one
     * @param findings of all versions
     */
    public record Row(
            Map<String, List<Integer>> segments,
            boolean moved,
            Map<String, BigDecimal> scores,
            List<Finding> findings) {}

    /**
     * Evidence at a place.
     *
     * @param kind what was found
     * @param category MQM path
     * @param severity {@code minor}, {@code major} or {@code critical}
     * @param confidence 0 to 1
     * @param version id of the version
     * @param start first code point in its file
     * @param end one past the last code point; equal to {@code start} where something is missing
     * @param evidence the words at fault, or what is missing
     * @param explanation one sentence, in the language asked for
     */
    public record Finding(
            String kind,
            String category,
            String severity,
            BigDecimal confidence,
            String version,
            int start,
            int end,
            String evidence,
            String explanation) {}

    /**
     * The document of a story, explained in English.
     *
     * @throws IllegalArgumentException if two versions share an id, since rows name versions by it
     */
    public static StoryJson of(ScoredStory story) {
        return of(story, Language.ENGLISH);
    }

    /**
     * The document of a story.
     *
     * @param told language of the reasons and explanations
     * @throws IllegalArgumentException if two versions share an id, since rows name versions by it,
     *     or the language is not scored
     */
    public static StoryJson of(ScoredStory story, Language told) {
        requireDifferentIds(story);
        return new StoryJson(
                SCHEMA,
                story.id(),
                story.signature().toString(),
                story.versions().stream().map(version -> version(version, told)).toList(),
                story.pairs().stream().map(pair -> pair(story, pair)).toList(),
                story.rows().stream().map(row -> row(story, row, told)).toList());
    }

    /** Indented JSON that ends with a line feed. */
    public String text() {
        return Json.indented(this) + "\n";
    }

    static void requireDifferentIds(ScoredStory story) {
        Set<String> ids = new HashSet<>();
        for (ScoredVersion version : story.versions()) {
            if (!ids.add(version.id())) {
                throw new IllegalArgumentException("two versions have the id " + version.id());
            }
        }
    }

    static Finding finding(ScoredStory story, org.muwazi.score.Finding finding, Language told) {
        ScoredVersion version = story.versions().get(finding.version());
        Place place = place(version.source(), finding.span());
        return new Finding(
                finding.kind().label(),
                finding.kind().category(),
                finding.severity().label(),
                Decimals.score(finding.confidence()),
                version.id(),
                place.start(),
                place.end(),
                finding.evidence(),
                finding.explanation().in(told));
    }

    static Place place(SourceText source, Span span) {
        Span characters = source.offsets().characters(span);
        return new Place(characters.start(), characters.end());
    }

    private static Version version(ScoredVersion version, Language told) {
        SourceText source = version.source();
        return new Version(
                version.id(),
                source.file(),
                source.document().language().iso639_1(),
                version.original(),
                version.verdict().label(),
                Decimals.score(version.score()),
                Decimals.score(version.coverage()),
                version.reasons().stream().map(reason -> reason(source, reason, told)).toList(),
                source.setAside().stream().map(stretch -> setAside(source, stretch)).toList(),
                source.warnings(),
                source.charset().name(),
                version.segments().size(),
                segments(version));
    }

    private static Reason reason(SourceText source, org.muwazi.score.Reason reason, Language told) {
        return new Reason(
                reason.kind(),
                Decimals.score(reason.weight()),
                reason.text().in(told),
                reason.spans().stream().map(span -> place(source, span)).toList());
    }

    private static SetAside setAside(SourceText source, org.muwazi.text.SetAside stretch) {
        Place place = place(source, stretch.span());
        return new SetAside(
                place.start(),
                place.end(),
                stretch.reason().label(),
                stretch.evidence(),
                stretch.span().of(source.document().text()));
    }

    private static List<Segment> segments(ScoredVersion version) {
        List<Segment> segments = new ArrayList<>();
        for (org.muwazi.text.Segment segment : version.segments().segments()) {
            Place place = place(version.source(), segment.span());
            segments.add(new Segment(segments.size(), place.start(), place.end(), segment.text()));
        }
        return segments;
    }

    private static Pair pair(ScoredStory story, PairRelation pair) {
        return new Pair(
                story.versions().get(pair.source()).id(),
                story.versions().get(pair.target()).id(),
                pair.relation().label(),
                Decimals.score(pair.score()));
    }

    private static Row row(ScoredStory story, ScoredRow row, Language told) {
        Map<String, List<Integer>> segments = new LinkedHashMap<>();
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        for (int v = 0; v < story.versions().size(); v++) {
            String id = story.versions().get(v).id();
            SegmentRange range = row.ranges().get(v);
            segments.put(id, IntStream.range(range.start(), range.end()).boxed().toList());
            OptionalDouble score = row.scores().get(v);
            if (score.isPresent()) {
                scores.put(id, Decimals.score(score.getAsDouble()));
            }
        }
        return new Row(
                segments,
                row.moved(),
                scores,
                row.findings().stream().map(finding -> finding(story, finding, told)).toList());
    }
}
