package org.muwazi.write;

import java.io.IOException;
import java.io.Writer;
import org.muwazi.align.Alignment;
import org.muwazi.text.Signature;

/** Writes the alignment of two documents in one format. Deterministic: no dates, no locale. */
@FunctionalInterface
public interface BitextWriter {

    /**
     * Writes all of it; does not close {@code out}.
     *
     * @param signature how the alignment was made; written where the format has a place for it
     * @param out UTF-8 is meant, and stated where the format states an encoding
     */
    void write(Alignment alignment, Signature signature, Writer out) throws IOException;
}
