package org.muwazi.pair;

import java.util.List;
import java.util.Random;
import org.muwazi.embed.Embeddings;

/**
 * Signatures of documents: the signs of random projections of a document's mean vector, less the
 * mean of all documents. The share of signs that differ estimates the angle between two such
 * vectors (Charikar 2002), at one instruction for 64 projections.
 */
final class Signatures {

    private static final int WORDS = 4;

    /** Any will do; fixed, so that results can be repeated. */
    private static final long SEED = 20_02L;

    private Signatures() {}

    /** One signature a document, all bits 0 for documents without sentences. */
    static long[][] of(List<Embeddings> documents) {
        long[][] signatures = new long[documents.size()][WORDS];
        int dimension = 0;
        for (Embeddings document : documents) {
            dimension = Math.max(dimension, document.dimension());
        }
        float[][] means = new float[documents.size()][];
        double[] centre = new double[dimension];
        for (int d = 0; d < means.length; d++) {
            means[d] = mean(documents.get(d));
            for (int k = 0; k < means[d].length; k++) {
                centre[k] += means[d][k] / means.length;
            }
        }
        float[][] planes = planes(dimension);
        for (int d = 0; d < means.length; d++) {
            for (int k = 0; k < means[d].length; k++) {
                means[d][k] -= (float) centre[k];
            }
            for (int bit = 0; bit < planes.length && documents.get(d).rows() > 0; bit++) {
                if (projection(planes[bit], means[d]) >= 0) {
                    signatures[d][bit / Long.SIZE] |= 1L << (bit % Long.SIZE);
                }
            }
        }
        return signatures;
    }

    /** Number of signs that differ. */
    static int distance(long[] first, long[] second) {
        int distance = 0;
        for (int word = 0; word < WORDS; word++) {
            distance += Long.bitCount(first[word] ^ second[word]);
        }
        return distance;
    }

    /** The sum of the vectors, of unit length. */
    private static float[] mean(Embeddings vectors) {
        float[] mean = new float[vectors.dimension()];
        for (int i = 0; i < vectors.rows(); i++) {
            float[] row = vectors.row(i);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += row[k];
            }
        }
        double squares = 0;
        for (float component : mean) {
            squares += (double) component * component;
        }
        float length = (float) Math.max(1e-9, Math.sqrt(squares));
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= length;
        }
        return mean;
    }

    private static float[][] planes(int dimension) {
        Random random = new Random(SEED);
        float[][] planes = new float[WORDS * Long.SIZE][dimension];
        for (float[] plane : planes) {
            for (int k = 0; k < dimension; k++) {
                plane[k] = (float) random.nextGaussian();
            }
        }
        return planes;
    }

    private static double projection(float[] plane, float[] vector) {
        double sum = 0;
        for (int k = 0; k < vector.length; k++) {
            sum += plane[k] * vector[k];
        }
        return sum;
    }
}
