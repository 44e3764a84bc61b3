package org.muwazi.align;

import org.muwazi.text.SegmentedDocument;

/**
 * Aligns two documents. Deterministic; swapping the sides transposes the result; never fails
 * because the documents differ: unrelated documents give null beads.
 */
public interface SentenceAligner {

    /**
     * Aligns two documents, either of which may be empty.
     *
     * @throws IllegalArgumentException if the documents are larger than the implementation's stated
     *     limit
     */
    Alignment align(SegmentedDocument source, SegmentedDocument target);
}
