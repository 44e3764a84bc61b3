package org.muwazi.pair;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.muwazi.embed.Embeddings;
import org.muwazi.text.Language;
import org.muwazi.text.SegmentedDocument;

/**
 * A document ready to be compared: its sentences, their vectors, and its keys. Of its memory the
 * vectors are the most: 4 bytes a component, 2 KiB a sentence with the default encoder.
 *
 * @param document with segments; its id must be the only one of its kind in a folder
 * @param vectors one row a segment
 * @param keys numbers, dates and names
 */
public record EncodedDocument(
        SegmentedDocument document, Embeddings vectors, Set<DocumentKey> keys) {

    /** Checks that there is a vector for each segment. */
    public EncodedDocument {
        Objects.requireNonNull(document, "document");
        keys = java.util.Collections.unmodifiableSet(new TreeSet<>(keys));
        if (document.size() != vectors.rows()) {
            throw new IllegalArgumentException(
                    document.document().id()
                            + " has "
                            + document.size()
                            + " segments but "
                            + vectors.rows()
                            + " vectors");
        }
    }

    /** The document's id. */
    public String id() {
        return document.document().id();
    }

    /** The document's language. */
    public Language language() {
        return document.document().language();
    }
}
