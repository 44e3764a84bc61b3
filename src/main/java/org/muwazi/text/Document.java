package org.muwazi.text;

import java.util.Objects;

/**
 * One story in one language as read: markup gone, characters otherwise untouched, paragraphs
 * separated by line feeds.
 *
 * @param id unique within a run; appears in each output row and error
 * @param language language of the text, stated by the user or identified
 * @param text may be empty (a page without a body); what to do then is the caller's decision
 */
public record Document(String id, Language language, String text) {

    /** Checks that nothing is null and that the id is not blank. */
    public Document {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(text, "text");
        if (id.isBlank()) {
            throw new IllegalArgumentException("a document needs an id that is not blank");
        }
    }
}
