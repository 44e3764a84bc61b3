package org.muwazi.cli;

import java.util.Optional;
import org.muwazi.embed.QualityModel;

/** Whether the model that reads both sides of a pair is asked. */
public enum EstimatorKind {
    /** It is asked. */
    LEARNED,
    /** It is left out. */
    FAST;

    /** Opens the learned model where it is wanted; the caller closes it. */
    Optional<QualityModel> open(ModelOptions models) {
        return this == LEARNED ? Optional.of(models.openQuality()) : Optional.empty();
    }

    /** Their names. */
    static final class Labels extends Choices<EstimatorKind> {

        Labels() {
            super("estimator", EstimatorKind.class);
        }
    }
}
