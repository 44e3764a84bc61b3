package org.muwazi.embed;

import java.util.List;
import org.muwazi.text.Signature;

/**
 * Gives a vector to each token of a text. Tokens that mean the same have a high cosine, also across
 * languages, so that the words of a sentence can be matched with those of its translation.
 *
 * <p>The same text gives the same vectors whatever the batch around it, the number of threads and
 * the order (tolerance 1e-4). Safe for use by several threads. Never opens the network.
 */
public interface WordEncoder {

    /**
     * Encodes texts in order.
     *
     * @param texts of any length; one without tokens, such as an empty one, has no vectors
     * @return one entry a text; places are in the text as it was given
     * @throws IllegalStateException after the model was closed
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    List<WordVectors> encodeWords(List<String> texts);

    /** Components of each vector. */
    int wordDimension();

    /** Model name, checksum prefix and what else the vectors depend on. */
    Signature signature();
}
