package org.muwazi.align;

import java.util.HashMap;
import java.util.Map;
import org.muwazi.embed.Embeddings;
import org.muwazi.text.SegmentedDocument;

/*
 * A join of sentences is not encoded again: its vector is the sum of its members' unit vectors, each weighted by the root of its
 * length, so the similarity of two joins follows from the similarities of their sentences and the lengths of the two sums. Encoding
 * every join costs four times the encoder's time (vecalign, bertalign) and gains .001 strict F1 on news.
 */
/** One document's vectors with what joining them needs: weights, lengths and norms of sums. */
final class BlockVectors {

    private final Embeddings vectors;
    private final double[] weight;
    private final double[] charactersBefore;
    private final Map<Long, Double> norms = new HashMap<>();

    BlockVectors(SegmentedDocument document, Embeddings vectors) {
        if (vectors.rows() != document.size()) {
            throw new IllegalArgumentException(
                    document.document().id()
                            + ": "
                            + document.size()
                            + " segments but "
                            + vectors.rows()
                            + " vectors");
        }
        this.vectors = vectors;
        weight = new double[document.size()];
        charactersBefore = new double[document.size() + 1];
        for (int i = 0; i < document.size(); i++) {
            int length = document.segments().get(i).text().length() + 1;
            weight[i] = Math.sqrt(length);
            charactersBefore[i + 1] = charactersBefore[i] + length;
        }
    }

    int size() {
        return weight.length;
    }

    Embeddings vectors() {
        return vectors;
    }

    double weight(int i) {
        return weight[i];
    }

    double length(int start, int end) {
        return charactersBefore[end] - charactersBefore[start];
    }

    /** Length of the weighted sum of a block's vectors. */
    double norm(int start, int end) {
        if (end - start == 1) {
            return weight[start];
        }
        return norms.computeIfAbsent(
                ((long) start << 32) | end,
                key -> {
                    double squares = 0;
                    for (int p = start; p < end; p++) {
                        for (int q = start; q < end; q++) {
                            squares +=
                                    weight[p]
                                            * weight[q]
                                            * (p == q ? 1 : vectors.cosine(p, vectors, q));
                        }
                    }
                    return Math.sqrt(Math.max(squares, 1e-9));
                });
    }
}
