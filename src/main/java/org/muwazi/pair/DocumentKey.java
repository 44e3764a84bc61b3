package org.muwazi.pair;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something in a text that its versions in other languages write the same way.
 *
 * @param kind what it is
 * @param text in one spelling: digits 0 to 9 without marks; a date as {@code month-day}; a name in
 *     small letters without accents
 */
public record DocumentKey(Kind kind, String text) implements Comparable<DocumentKey> {

    private static final Comparator<DocumentKey> ORDER =
            Comparator.comparing(DocumentKey::kind).thenComparing(DocumentKey::text);

    /** Kinds of key. */
    public enum Kind {
        DATE,
        NUMBER,
        NAME
    }

    /** Checks that nothing is null. */
    public DocumentKey {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public int compareTo(DocumentKey other) {
        return ORDER.compare(this, other);
    }
}
