package org.muwazi.cli;

import java.util.Optional;
import org.muwazi.embed.QualityModel;

/** Whether {@code muwazi score} asks the learned model. */
enum EstimatorKind {
    LEARNED,
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
