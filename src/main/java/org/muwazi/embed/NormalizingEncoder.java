package org.muwazi.embed;

import java.util.List;
import org.muwazi.text.Signature;

/**
 * Normalises text before it is encoded (see {@link TextNormalizer}), so that short vowels or a
 * stray tatweel do not move its vector. Text of which nothing would be left is encoded as it is.
 * Closing it closes the encoder within.
 */
public final class NormalizingEncoder implements SentenceEncoder {

    private final SentenceEncoder encoder;

    /** Puts the normaliser in front of an encoder. */
    public NormalizingEncoder(SentenceEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public Embeddings encode(List<String> sentences) {
        return encoder.encode(sentences.stream().map(NormalizingEncoder::normalized).toList());
    }

    private static String normalized(String sentence) {
        String normalized = TextNormalizer.normalize(sentence);
        // A segment may be a lone direction mark, and an encoder refuses blank text.
        return normalized.isBlank() ? sentence : normalized;
    }

    @Override
    public int dimension() {
        return encoder.dimension();
    }

    @Override
    public int maxTokens() {
        return encoder.maxTokens();
    }

    @Override
    public long windowed() {
        return encoder.windowed();
    }

    /** That of the encoder with the normaliser's version among the settings. */
    @Override
    public Signature signature() {
        return TextNormalizer.signed(encoder.signature());
    }

    @Override
    public void close() {
        encoder.close();
    }
}
