package org.muwazi.score;

import java.util.List;
import org.muwazi.text.TranslationUnit;

/**
 * Looks for one kind of fault in a source text and its translation. Deterministic, without state,
 * safe for use by several threads.
 */
public interface Detector {

    /**
     * Findings in reading order; version 0 is the source, 1 the target, spans point into that
     * variant's text.
     *
     * @param unit both sides may be blank
     */
    List<Finding> detect(TranslationUnit unit);
}
