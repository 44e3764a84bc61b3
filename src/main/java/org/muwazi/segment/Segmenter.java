package org.muwazi.segment;

import java.util.List;
import org.muwazi.text.Document;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

/**
 * Splits a document into sentence-like segments. Implementations are deterministic and safe for use
 * by several threads.
 */
public interface Segmenter {

    /**
     * Segments what lies outside the excluded stretches.
     *
     * @param document any text, empty included
     * @param excluded ascending, disjoint stretches of its text that no segment may touch
     * @return segments in reading order; each is a slice of the document without white space at its
     *     ends
     */
    SegmentedDocument segment(Document document, List<Span> excluded);

    /** Segments the whole document. */
    default SegmentedDocument segment(Document document) {
        return segment(document, List.of());
    }
}
