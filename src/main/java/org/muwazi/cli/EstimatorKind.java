package org.muwazi.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.muwazi.embed.QualityModel;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whether {@code muwazi score} asks the learned model. */
enum EstimatorKind {
    LEARNED,
    FAST;

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Opens the learned model where it is wanted; the caller closes it. */
    Optional<QualityModel> open(ModelOptions models) {
        return this == LEARNED ? Optional.of(models.openQuality()) : Optional.empty();
    }

    /** Reads a name, and lists them for help and completion. */
    static final class Labels implements ITypeConverter<EstimatorKind>, Iterable<String> {

        @Override
        public EstimatorKind convert(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label().equals(label))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "unknown estimator \""
                                                    + label
                                                    + "\"; known are learned fast"));
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(values()).map(EstimatorKind::label).iterator();
        }
    }
}
