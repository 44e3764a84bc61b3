package org.muwazi.embed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.muwazi.text.Span;

/**
 * The tokens of one text in its order, each with its place and a vector of float32. Vectors are not
 * of unit length. Immutable and safe for use by several threads.
 */
public final class WordVectors {

    private final List<Span> spans;
    private final float[] values;
    private final int dimension;

    /**
     * Vectors of tokens.
     *
     * @param spans places in the text in UTF-16 code units, ascending by start; they may overlap
     *     where one character gives several tokens, and one is empty where a token stands for no
     *     visible character
     * @param values shape (tokens, dimension), row-major; copied
     * @param dimension at least 1
     * @throws IllegalArgumentException if the shapes do not fit or a component is not finite
     */
    public WordVectors(List<Span> spans, float[] values, int dimension) {
        if (dimension < 1 || values.length != (long) spans.size() * dimension) {
            throw new IllegalArgumentException(
                    spans.size()
                            + " tokens of dimension "
                            + dimension
                            + ", but "
                            + values.length
                            + " components");
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("a component is " + value);
            }
        }
        this.spans = List.copyOf(spans);
        this.values = values.clone();
        this.dimension = dimension;
    }

    /** Number of tokens. */
    public int size() {
        return spans.size();
    }

    /** Components of each vector. */
    public int dimension() {
        return dimension;
    }

    /** Places of the tokens in the text. */
    public List<Span> spans() {
        return spans;
    }

    /** A copy of the vector of token {@code i}. */
    public float[] vector(int i) {
        Objects.checkIndex(i, spans.size());
        return Arrays.copyOfRange(values, i * dimension, (i + 1) * dimension);
    }

    /** The same vectors at other places, one for each token. */
    WordVectors at(List<Span> places) {
        return new WordVectors(places, values, dimension);
    }

    /**
     * Vectors of stretches of the text such as its words: the sum of the vectors of all tokens that
     * share a character with the stretch, scaled to unit length.
     *
     * @return one vector a stretch; zeros where no token touches it or the sum has no length
     */
    public List<float[]> of(List<Span> words) {
        List<float[]> vectors = new ArrayList<>(words.size());
        for (Span word : words) {
            double[] sum = new double[dimension];
            for (int i = 0; i < spans.size(); i++) {
                if (!spans.get(i).isEmpty() && spans.get(i).overlaps(word)) {
                    for (int k = 0; k < dimension; k++) {
                        sum[k] += values[i * dimension + k];
                    }
                }
            }
            vectors.add(unit(sum));
        }
        return List.copyOf(vectors);
    }

    private static float[] unit(double[] sum) {
        double squares = 0;
        for (double component : sum) {
            squares += component * component;
        }
        float[] unit = new float[sum.length];
        if (squares > 0) {
            double length = Math.sqrt(squares);
            for (int k = 0; k < sum.length; k++) {
                unit[k] = (float) (sum[k] / length);
            }
        }
        return unit;
    }
}
