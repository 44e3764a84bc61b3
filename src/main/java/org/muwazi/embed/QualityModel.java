package org.muwazi.embed;

import java.util.List;
import org.muwazi.text.Signature;

/**
 * A learned model that reads a source and its translation together. Safe for use by several
 * threads; what it says of a pair does not depend on the pairs around it.
 */
public interface QualityModel extends AutoCloseable {

    /**
     * Judges translations in order, one judgement for each.
     *
     * @param pairs neither side blank
     */
    List<PairQuality> judge(List<Pair> pairs);

    /**
     * Tells that {@link #judge} will likely be called soon. Returns at once; one that has nothing
     * to get ready does nothing.
     */
    default void prepare() {}

    /** Model name, version, checksum prefix and precision. */
    Signature signature();

    @Override
    void close();

    /** A source text and its translation. */
    record Pair(String source, String target) {}
}
