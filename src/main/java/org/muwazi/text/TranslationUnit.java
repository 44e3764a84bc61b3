package org.muwazi.text;

import java.util.Objects;

/**
 * A source text and its translation, one or more segments each.
 *
 * @param id {@code <sourceDoc>#<from>-<to>:<targetDoc>#<from>-<to>} for aligned documents (segment
 *     indices, half-open), a line number for lists of pairs
 * @param source what was translated
 * @param target the translation
 */
public record TranslationUnit(String id, Variant source, Variant target) {

    /**
     * One side of a unit.
     *
     * @param language stated or identified
     * @param text may be blank: an empty translation is a finding, not an error
     */
    public record Variant(Language language, String text) {

        /** Checks that nothing is null. */
        public Variant {
            Objects.requireNonNull(language, "language");
            Objects.requireNonNull(text, "text");
        }
    }

    /** Checks that nothing is null. */
    public TranslationUnit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
    }
}
