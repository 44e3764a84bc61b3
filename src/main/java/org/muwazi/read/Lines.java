package org.muwazi.read;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.Span;

/** Plain text as a document's text, and texts as lines. */
final class Lines {

    private Lines() {}

    /**
     * Copies a decoded file with line ends turned into LF. CRLF is one line end. A lone CR ends a
     * line only in a file without any LF; otherwise it stays where it is, as do U+0085, U+2028,
     * vertical tab and form feed.
     */
    static MappedText withLineFeeds(DecodedText decoded) {
        String text = decoded.text();
        boolean carriageReturns = endInCarriageReturns(text);
        MappedText mapped = new MappedText(decoded);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                mapped.append('\n', i, i + 2);
                i++;
            } else if (c == '\r' && carriageReturns) {
                mapped.append('\n', i, i + 1);
            } else {
                mapped.append(c, i, i + 1);
            }
        }
        return mapped;
    }

    /** True for a text with CR and without LF. */
    static boolean endInCarriageReturns(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') >= 0;
    }

    /** The lines of a text without their LF, blank ones included; a final LF starts no line. */
    static List<Span> of(String text) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(new Span(start, end));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(new Span(start, text.length()));
        }
        return lines;
    }

    /** True where only white space, no-break spaces and marks without width stand. */
    static boolean isBlank(CharSequence text) {
        return text.chars().allMatch(Lines::isBlank);
    }

    /** The text without such characters at its ends; {@code String.strip} leaves NBSP and RLM. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.isISOControl(c);
    }
}
