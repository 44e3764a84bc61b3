package org.muwazi.embed;

import java.util.List;
import org.muwazi.text.Signature;

/**
 * Turns sentences into vectors whose cosine tells how close their meanings are, also across
 * languages.
 *
 * <p>The same text gives the same vector whatever the batch around it, the number of threads and
 * the order (tolerance 1e-5). Safe for use by several threads. Owns native memory: close it once;
 * closing again does nothing, any other call after it throws {@link IllegalStateException}. Never
 * opens the network.
 */
public interface SentenceEncoder extends AutoCloseable {

    /**
     * Encodes sentences in order.
     *
     * <p>An interrupt of the calling thread stops the work at the next batch and stays set.
     *
     * @param sentences none blank; none is a table of no rows
     * @return one row a sentence, of unit length
     * @throws IllegalArgumentException naming the index of a blank sentence
     * @throws IllegalStateException after {@link #close()}
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    Embeddings encode(List<String> sentences);

    /** Components of each vector. */
    int dimension();

    /**
     * Tokens the model takes at once; longer text is encoded in windows and averaged, and {@link
     * #windowed()} counts it.
     */
    int maxTokens();

    /** How many of the sentences encoded so far were longer than {@link #maxTokens()}. */
    long windowed();

    /** Model name, checksum prefix, pooling, prefix and precision. */
    Signature signature();

    @Override
    void close();
}
