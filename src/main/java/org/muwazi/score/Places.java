package org.muwazi.score;

import java.util.Comparator;
import java.util.List;
import org.muwazi.text.Span;

/** Where findings stand. */
final class Places {

    private static final Comparator<Finding> READING_ORDER =
            Comparator.comparingInt(Finding::version)
                    .thenComparing(Finding::span)
                    .thenComparing(Finding::evidence);

    private Places() {}

    /**
     * The empty span in {@code target} where a reader would look for what stands at {@code span} in
     * {@code source}: the same share of the way through, moved on to the end of a word.
     */
    static Span answering(Span span, String source, String target) {
        if (source.isEmpty()) {
            return new Span(0, 0);
        }
        int at = (int) ((long) span.end() * target.length() / source.length());
        while (at < target.length() && Character.isLetterOrDigit(target.codePointAt(at))) {
            at += Character.charCount(target.codePointAt(at));
        }
        if (at > 0
                && at < target.length()
                && Character.isLowSurrogate(target.charAt(at))
                && Character.isHighSurrogate(target.charAt(at - 1))) {
            at++;
        }
        return new Span(at, at);
    }

    /** The findings, source before target, from first to last. */
    static List<Finding> inReadingOrder(List<Finding> findings) {
        return findings.stream().sorted(READING_ORDER).toList();
    }
}
