package org.muwazi.embed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.muwazi.text.Signature;

/** A unit vector drawn from the text's hash, and a record of what was asked for. */
final class CountingEncoder implements SentenceEncoder {

    private static final int DIMENSION = 4;

    private final String name;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean closed;

    CountingEncoder(String name) {
        this.name = name;
    }

    List<String> asked() {
        return asked;
    }

    float[] vector(String text) {
        Random random = new Random(text.hashCode());
        float[] vector = new float[DIMENSION];
        double squares = 0;
        for (int k = 0; k < DIMENSION; k++) {
            vector[k] = (float) random.nextGaussian();
            squares += vector[k] * vector[k];
        }
        for (int k = 0; k < DIMENSION; k++) {
            vector[k] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    @Override
    public Embeddings encode(List<String> sentences) {
        dimension();
        asked.addAll(sentences);
        return Embeddings.of(sentences.stream().map(this::vector).toList(), DIMENSION);
    }

    @Override
    public int dimension() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        return DIMENSION;
    }

    @Override
    public int maxTokens() {
        return 16;
    }

    @Override
    public long windowed() {
        return 0;
    }

    @Override
    public Signature signature() {
        return new Signature(name, Map.of("pooling", "none"), "1");
    }

    @Override
    public void close() {
        closed = true;
    }
}
