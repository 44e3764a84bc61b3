package org.muwazi.text;

import java.util.Objects;

/**
 * One sentence-like unit of a document.
 *
 * <p>The text is exactly the slice of the document that the span names, so a result can always be
 * traced to the original. Forms changed for scoring (short vowels removed, digits unified) exist
 * only inside the encoder and the detectors.
 *
 * @param span place in the text of the {@link Document}
 * @param text that slice; never blank, but empty for the blank line of a file that holds one
 *     segment a line, which keeps its number and has nothing to be encoded
 */
public record Segment(Span span, String text) {

    /** Checks that the text is as long as the span, and empty where it is blank. */
    public Segment {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(text, "text");
        if (span.length() != text.length()) {
            throw new IllegalArgumentException(
                    "segment text has " + text.length() + " code units, its span " + span.length());
        }
        if (text.isBlank() && !text.isEmpty()) {
            throw new IllegalArgumentException(
                    "blank segment at [" + span.start() + ", " + span.end() + ")");
        }
    }
}
