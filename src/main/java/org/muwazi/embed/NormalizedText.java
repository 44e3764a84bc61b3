package org.muwazi.embed;

import org.muwazi.text.Span;

/**
 * What {@link TextNormalizer} made of a text, and where each part of it stands in the text that was
 * given. Immutable.
 */
public final class NormalizedText {

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final int givenLength;

    /** Takes the arrays over, as long as the text and ascending. */
    NormalizedText(String text, int[] starts, int[] ends, int givenLength) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.givenLength = givenLength;
    }

    /** A text that came out as it went in. */
    static NormalizedText unchanged(String text) {
        return new NormalizedText(text, new int[0], new int[0], text.length());
    }

    /** The normalised text. */
    public String text() {
        return text;
    }

    /**
     * Where a stretch of the normalised text stands in the given one: from the start of what its
     * first code unit was made from to the end of what its last one was made from. What was left
     * out before it or after it (a vowel sign after the last letter, say) does not belong to it.
     *
     * @throws IndexOutOfBoundsException if the span leaves the normalised text
     */
    public Span given(Span span) {
        if (span.end() > text.length()) {
            throw new IndexOutOfBoundsException(
                    span + " leaves a text of " + text.length() + " code units");
        }
        if (starts.length == 0) {
            return text.isEmpty() ? new Span(0, 0) : span;
        }
        if (span.isEmpty()) {
            int at = span.start() < starts.length ? starts[span.start()] : givenLength;
            return new Span(at, at);
        }
        return new Span(starts[span.start()], ends[span.end() - 1]);
    }
}
