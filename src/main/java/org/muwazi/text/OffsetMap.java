package org.muwazi.text;

import java.util.Arrays;

/**
 * Leads places in the text of a {@link Document} back to the file it was read from: to characters
 * (Unicode code points of the decoded file, markup included, a byte order mark not counted) and to
 * bytes.
 *
 * <p>Each UTF-16 code unit of the document's text has the start and the end of what it came from.
 * Characters that the reader made itself (a line feed between two HTML blocks) have an empty origin
 * at the place where they stand.
 */
public final class OffsetMap {

    private final int[] characterStart;
    private final int[] characterEnd;
    private final long[] byteStart;
    private final long[] byteEnd;

    /**
     * Takes the four tables, each as long as the document's text in UTF-16 code units; they are
     * copied.
     *
     * @throws IllegalArgumentException if their lengths differ
     */
    public OffsetMap(int[] characterStart, int[] characterEnd, long[] byteStart, long[] byteEnd) {
        int length = characterStart.length;
        if (characterEnd.length != length
                || byteStart.length != length
                || byteEnd.length != length) {
            throw new IllegalArgumentException(
                    "offset tables of "
                            + length
                            + ", "
                            + characterEnd.length
                            + ", "
                            + byteStart.length
                            + " and "
                            + byteEnd.length
                            + " entries");
        }
        this.characterStart = characterStart.clone();
        this.characterEnd = characterEnd.clone();
        this.byteStart = byteStart.clone();
        this.byteEnd = byteEnd.clone();
    }

    /**
     * The map of a text that is its own origin: characters are its code points, bytes those of its
     * UTF-8 form.
     */
    public static OffsetMap identity(String text) {
        int length = text.length();
        int[] characterStart = new int[length];
        int[] characterEnd = new int[length];
        long[] byteStart = new long[length];
        long[] byteEnd = new long[length];
        int characters = 0;
        long bytes = 0;
        for (int i = 0; i < length; ) {
            int codePoint = text.codePointAt(i);
            int units = Character.charCount(codePoint);
            // A lone surrogate cannot be encoded; encoders write one "?" for it.
            int size = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            Arrays.fill(characterStart, i, i + units, characters);
            Arrays.fill(characterEnd, i, i + units, characters + 1);
            Arrays.fill(byteStart, i, i + units, bytes);
            Arrays.fill(byteEnd, i, i + units, bytes + size);
            characters++;
            bytes += size;
            i += units;
        }
        return new OffsetMap(characterStart, characterEnd, byteStart, byteEnd);
    }

    /** Length of the document's text in UTF-16 code units. */
    public int length() {
        return characterStart.length;
    }

    /**
     * Where a stretch of the document's text stands in the decoded file, in code points.
     *
     * @throws IndexOutOfBoundsException if the span leaves the text
     */
    public Span characters(Span span) {
        if (span.isEmpty()) {
            int at =
                    span.start() < length()
                            ? characterStart[span.start()]
                            : length() == 0 ? 0 : characterEnd[length() - 1];
            return new Span(at, at);
        }
        return new Span(characterStart[span.start()], characterEnd[span.end() - 1]);
    }

    /**
     * First byte of a stretch of the document's text, counted from 0 in the file after
     * decompression.
     *
     * @throws IndexOutOfBoundsException if the span leaves the text
     */
    public long firstByte(Span span) {
        if (span.start() < length()) {
            return byteStart[span.start()];
        }
        return length() == 0 ? 0 : byteEnd[length() - 1];
    }

    /**
     * One past the last byte of a stretch of the document's text.
     *
     * @throws IndexOutOfBoundsException if the span leaves the text
     */
    public long endByte(Span span) {
        return span.isEmpty() ? firstByte(span) : byteEnd[span.end() - 1];
    }
}
