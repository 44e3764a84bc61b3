package org.muwazi.align;

import java.util.HashMap;
import java.util.List;
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

    /** Opposite vectors sum to nothing; their block is then like nothing. */
    private static final double LEAST_SQUARE = 1e-9;

    private final Embeddings vectors;

    /** Vectors of blocks that were encoded as one text; none where blocks are sums. */
    private final List<Embeddings> bySize;

    private final double[] weight;
    private final double[] charactersBefore;

    /** By number of segments less two and first segment: what beads of ordinary size ask for. */
    private final double[][] norms = new double[BeadTypes.LARGEST - 1][];

    private final Map<Long, Double> largerNorms = new HashMap<>();

    BlockVectors(SegmentedDocument document, Embeddings vectors) {
        this(document, vectors, List.of());
    }

    BlockVectors(JoinedEmbeddings joined) {
        this(joined.document(), joined.segments(), joined.bySize());
    }

    private BlockVectors(SegmentedDocument document, Embeddings vectors, List<Embeddings> bySize) {
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
        this.bySize = bySize;
        weight = new double[document.size()];
        charactersBefore = new double[document.size() + 1];
        for (int i = 0; i < document.size(); i++) {
            int length = document.segments().get(i).text().length() + 1;
            weight[i] = Math.sqrt(length);
            charactersBefore[i + 1] = charactersBefore[i] + length;
        }
        for (int more = 2; more <= BeadTypes.LARGEST; more++) {
            norms[more - 2] = new double[Math.max(0, document.size() - more + 1)];
        }
        for (int i = 0; i < document.size(); i++) {
            double squares = weight[i] * weight[i];
            for (int end = i + 2; end <= Math.min(document.size(), i + BeadTypes.LARGEST); end++) {
                squares += added(i, end);
                norms[end - i - 2][i] = Math.sqrt(Math.max(squares, LEAST_SQUARE));
            }
        }
    }

    /** What the last segment of a block adds to the square of its sum. */
    private double added(int start, int end) {
        int last = end - 1;
        double across = 0;
        for (int p = start; p < last; p++) {
            across += weight[p] * vectors.cosine(p, vectors, last);
        }
        return weight[last] * (weight[last] + 2 * across);
    }

    int size() {
        return weight.length;
    }

    Embeddings vectors() {
        return vectors;
    }

    /** True where blocks of so many segments were encoded as one text. */
    boolean isEncoded(int segments) {
        return segments <= bySize.size();
    }

    /** Cosine of two blocks that were encoded as one text each. */
    double cosine(int start, int end, BlockVectors other, int otherStart, int otherEnd) {
        return bySize.get(end - start - 1)
                .cosine(start, other.bySize.get(otherEnd - otherStart - 1), otherStart);
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
        if (end - start <= BeadTypes.LARGEST) {
            return norms[end - start - 2][start];
        }
        return largerNorms.computeIfAbsent(
                ((long) start << 32) | end,
                key -> {
                    double squares = weight[start] * weight[start];
                    for (int upTo = start + 2; upTo <= end; upTo++) {
                        squares += added(start, upTo);
                    }
                    return Math.sqrt(Math.max(squares, LEAST_SQUARE));
                });
    }
}
