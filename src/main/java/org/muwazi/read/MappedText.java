package org.muwazi.read;

import java.util.Arrays;
import org.muwazi.text.OffsetMap;

/** Grows the text of a document together with the origin of each of its UTF-16 units. */
final class MappedText {

    private final DecodedText origin;
    private final StringBuilder text = new StringBuilder();
    private int[] from = new int[256];
    private int[] to = new int[256];

    MappedText(DecodedText origin) {
        this.origin = origin;
    }

    /** Appends a unit that stands for units {@code [start, end)} of the decoded file. */
    void append(char unit, int start, int end) {
        int length = text.length();
        if (length == from.length) {
            from = Arrays.copyOf(from, length * 2);
            to = Arrays.copyOf(to, length * 2);
        }
        from[length] = start;
        to[length] = end;
        text.append(unit);
    }

    int length() {
        return text.length();
    }

    char charAt(int i) {
        return text.charAt(i);
    }

    /** End of the last unit's origin, 0 where there is none. */
    int originEnd() {
        return text.length() == 0 ? 0 : to[text.length() - 1];
    }

    /** Drops the last unit. */
    void dropLast() {
        text.setLength(text.length() - 1);
    }

    String text() {
        return text.toString();
    }

    /** From the text to code points and bytes of the file. */
    OffsetMap offsets() {
        int length = text.length();
        int[] characterStart = new int[length];
        int[] characterEnd = new int[length];
        long[] byteStart = new long[length];
        long[] byteEnd = new long[length];
        for (int i = 0; i < length; i++) {
            // An end inside a surrogate pair belongs to the character's end.
            int end = to[i] == from[i] ? from[i] : origin.next(to[i] - 1);
            characterStart[i] = origin.codePointAt(from[i]);
            characterEnd[i] = origin.codePointAt(end);
            byteStart[i] = origin.byteAt(from[i]);
            byteEnd[i] = origin.byteAt(end);
        }
        return new OffsetMap(characterStart, characterEnd, byteStart, byteEnd);
    }
}
