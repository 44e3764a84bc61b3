package org.muwazi.score;

import java.util.List;
import org.muwazi.text.Signature;
import org.muwazi.text.TranslationUnit;

/**
 * Estimates the quality of translations without a reference. Deterministic; a result does not
 * depend on the batch around it.
 */
public interface QualityEstimator {

    /**
     * Estimates in order, one for each unit.
     *
     * @param units sides may be blank: that is the floor score with its reason
     */
    List<QualityEstimate> estimate(List<TranslationUnit> units);

    /** Detectors, encoder and thresholds behind the numbers. */
    Signature signature();
}
