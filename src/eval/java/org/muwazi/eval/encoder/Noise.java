package org.muwazi.eval.encoder;

import java.util.Random;
import org.muwazi.text.Language;

/** A way in which a text comes out differently with its meaning unchanged. */
interface Noise {

    /** As it stands in the tables. */
    String label();

    /** True if the noise occurs in texts of a language. */
    boolean concerns(Language language);

    /**
     * The noised text; the text itself where it gives the noise nothing to work on. The same state
     * of the random numbers gives the same text.
     */
    String apply(String text, Random random);
}
