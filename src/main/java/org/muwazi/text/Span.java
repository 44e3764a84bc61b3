package org.muwazi.text;

/**
 * A half-open range {@code [start, end)} of UTF-16 code units in one text that the owner names in
 * its own documentation.
 *
 * <p>It carries no type, label or probability. Conversion to code points, for tools that count
 * characters as Python does, is {@link #toCodePoints(String)} and belongs at the border only.
 *
 * @param start first code unit, at least 0
 * @param end one past the last code unit, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

    /**
     * Checks the bounds; throws {@link IllegalArgumentException} naming both if they do not make a
     * range.
     */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span [" + start + ", " + end + ") is not a range");
        }
    }

    /** Number of UTF-16 code units covered. */
    public int length() {
        return end - start;
    }

    /** True where nothing is covered. */
    public boolean isEmpty() {
        return start == end;
    }

    /** True where both share at least one code unit; an empty span overlaps nothing. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** True where every code unit of {@code other} is covered by this. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /**
     * The same range moved by {@code offset} code units, which may be negative as long as the
     * result starts at 0 or later.
     */
    public Span shift(int offset) {
        return new Span(start + offset, end + offset);
    }

    /**
     * The text covered.
     *
     * @throws IndexOutOfBoundsException if {@code text} is not the text this span was made for and
     *     is too short
     */
    public String of(CharSequence text) {
        return text.subSequence(start, end).toString();
    }

    /** The same range counted in Unicode code points of {@code text}, the owner of this span. */
    public Span toCodePoints(String text) {
        int first = text.codePointCount(0, start);
        return new Span(first, first + text.codePointCount(start, end));
    }

    /** Orders by start, then by end. */
    @Override
    public int compareTo(Span other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
