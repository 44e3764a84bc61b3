package org.muwazi.embed;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Text under construction of which each UTF-16 code unit knows the stretch of the given text that
 * it came from. Stretches ascend; units made from one stretch share it.
 */
final class TracedText {

    // Vowels and finals of Korean syllables join the letter before them and are no marks.
    private static final int FIRST_JOINING_JAMO = 0x1160;
    private static final int LAST_JOINING_JAMO = 0x11FF;

    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    TracedText(int capacity) {
        text = new StringBuilder(capacity);
        starts = new int[Math.max(1, capacity)];
        ends = new int[Math.max(1, capacity)];
    }

    /** A text that is its own origin, in composed form (NFC). */
    static TracedText composed(String given) {
        TracedText same = new TracedText(given.length());
        for (int i = 0; i < given.length(); ) {
            int codePoint = given.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            same.append(codePoint, i, end);
            i = end;
        }
        return same.composed();
    }

    void append(int codePoint, int start, int end) {
        int before = text.length();
        text.appendCodePoint(codePoint);
        if (text.length() > starts.length) {
            starts = Arrays.copyOf(starts, 2 * text.length());
            ends = Arrays.copyOf(ends, 2 * text.length());
        }
        Arrays.fill(starts, before, text.length(), start);
        Arrays.fill(ends, before, text.length(), end);
    }

    int length() {
        return text.length();
    }

    char charAt(int i) {
        return text.charAt(i);
    }

    int codePointAt(int i) {
        return text.codePointAt(i);
    }

    String substring(int start, int end) {
        return text.substring(start, end);
    }

    /** First code unit of the given text that unit {@code i} came from. */
    int start(int i) {
        return starts[i];
    }

    /** One past the last code unit that unit {@code i} came from. */
    int end(int i) {
        return ends[i];
    }

    void setLength(int length) {
        text.setLength(length);
    }

    /** Adds a stretch of another text with its origins. */
    void append(TracedText other, int start, int end) {
        for (int i = start; i < end; ) {
            int codePoint = other.codePointAt(i);
            append(codePoint, other.starts[i], other.ends[i]);
            i += Character.charCount(codePoint);
        }
    }

    /** This text in composed form (NFC); a letter joined with its marks came from all of them. */
    TracedText composed() {
        if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return this;
        }
        TracedText composed = new TracedText(text.length());
        int start = 0;
        while (start < text.length()) {
            int end = clusterEnd(start);
            composed.appendComposed(this, start, end);
            start = end;
        }
        // Clusters are independent in every script met so far; should one not be, the text counts
        // for more than exact places.
        if (!composed.text.toString().equals(Normalizer.normalize(text, Normalizer.Form.NFC))) {
            composed.setLength(0);
            composed.appendComposed(this, 0, text.length());
        }
        return composed;
    }

    /** This text with its prose in capitals in small letters ({@link CapitalText}). */
    TracedText lowered() {
        String given = text.toString();
        String small = CapitalText.lowered(given);
        if (small.equals(given)) {
            return this;
        }
        // Hardly any letter has another length when small; such a text loses its exact places.
        boolean sameLength = small.length() == given.length();
        TracedText lowered = new TracedText(small.length());
        for (int i = 0; i < small.length(); ) {
            int codePoint = small.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            int from = sameLength ? starts[i] : starts[0];
            int to = sameLength ? ends[next - 1] : ends[given.length() - 1];
            lowered.append(codePoint, from, to);
            i = next;
        }
        return lowered;
    }

    private void appendComposed(TracedText other, int start, int end) {
        String cluster = other.substring(start, end);
        String result = Normalizer.normalize(cluster, Normalizer.Form.NFC);
        if (result.equals(cluster)) {
            append(other, start, end);
            return;
        }
        result.codePoints().forEach(c -> append(c, other.starts[start], other.ends[end - 1]));
    }

    private int clusterEnd(int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length() && joins(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean joins(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> codePoint >= FIRST_JOINING_JAMO && codePoint <= LAST_JOINING_JAMO;
        };
    }

    /** The text with its places, for a given text of that length. */
    NormalizedText finished(int givenLength) {
        return new NormalizedText(
                text.toString(),
                Arrays.copyOf(starts, text.length()),
                Arrays.copyOf(ends, text.length()),
                givenLength);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
