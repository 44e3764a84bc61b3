package org.muwazi.text;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A document with its segments in reading order.
 *
 * <p>Spans ascend, are disjoint and lie inside the text; what lies between them is white space or
 * was set aside on purpose. No segments at all is legal.
 *
 * @param document the text that the spans point into
 * @param segments in reading order
 */
public record SegmentedDocument(Document document, List<Segment> segments) {

    /** Checks order, disjointness and that each segment's text is the slice its span names. */
    public SegmentedDocument {
        Objects.requireNonNull(document, "document");
        segments = List.copyOf(segments);
        int previousEnd = 0;
        for (int i = 0; i < segments.size(); i++) {
            Span span = segments.get(i).span();
            if (span.start() < previousEnd || span.end() > document.text().length()) {
                throw new IllegalArgumentException(
                        document.id()
                                + ": segment "
                                + i
                                + " at ["
                                + span.start()
                                + ", "
                                + span.end()
                                + ") overlaps its predecessor or leaves the text of "
                                + document.text().length()
                                + " code units");
            }
            if (!document.text().startsWith(segments.get(i).text(), span.start())) {
                throw new IllegalArgumentException(
                        document.id() + ": segment " + i + " is not the text its span names");
            }
            previousEnd = span.end();
        }
    }

    /** Number of segments. */
    public int size() {
        return segments.size();
    }

    /** Texts of the segments, in order. */
    public List<String> texts() {
        return segments.stream().map(Segment::text).toList();
    }

    /** Texts of the segments of a range joined by one space; empty where the range is. */
    public String text(SegmentRange range) {
        return segments.subList(range.start(), range.end()).stream()
                .map(Segment::text)
                .collect(Collectors.joining(" "));
    }

    /**
     * Leads a span in {@link #text(SegmentRange)} back to the document.
     *
     * @param range the range whose joined text {@code span} points into; not empty
     * @param span place in that joined text
     * @return place in the text of the document; it may cross the gap between two segments
     * @throws IllegalArgumentException if the range is empty or the span leaves the joined text
     */
    public Span toDocument(SegmentRange range, Span span) {
        if (range.isEmpty()) {
            throw new IllegalArgumentException(
                    "an empty range has no text for a span to point into");
        }
        return new Span(
                position(range, span.start(), false), position(range, span.end(), !span.isEmpty()));
    }

    private int position(SegmentRange range, int offset, boolean isEnd) {
        int passed = 0;
        for (int i = range.start(); i < range.end(); i++) {
            Segment segment = segments.get(i);
            int inside = offset - passed;
            // The end of a span belongs to the segment it closes; a start on the joining space
            // belongs to the next.
            if (inside < segment.text().length()
                    || (inside == segment.text().length() && (isEnd || i + 1 == range.end()))) {
                return segment.span().start() + Math.max(0, inside);
            }
            passed += segment.text().length() + 1;
        }
        throw new IllegalArgumentException(
                "offset " + offset + " leaves the joined text of the range");
    }
}
