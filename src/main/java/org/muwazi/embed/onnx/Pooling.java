package org.muwazi.embed.onnx;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a sentence vector is had from what the graph puts out. */
public enum Pooling {
    /** The output is a sentence vector already, shape (batch, dimension). */
    NONE,
    /**
     * Mean of the token vectors that the attention mask keeps, shape (batch, tokens, dimension).
     */
    MEAN,
    /** The vector of the first token, shape (batch, tokens, dimension). */
    CLS;

    /** The word used in a manifest. */
    public String manifestName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Pooling> of(String manifestName) {
        return Arrays.stream(values())
                .filter(pooling -> pooling.manifestName().equals(manifestName))
                .findFirst();
    }

    static String manifestNames() {
        return Arrays.stream(values()).map(Pooling::manifestName).collect(Collectors.joining(", "));
    }
}
