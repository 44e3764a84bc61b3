package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.embed.Embeddings;

/**
 * How likely each bead of an alignment is to be exactly right: two logistic regressions, one over
 * joining and one over null beads, fitted on gold document pairs by {@code eval/run confidence}.
 * They belong to an encoder and its parameters and are stored with them. Reliability and expected
 * calibration error are in eval/results/bead-confidence.tsv.
 *
 * @param joins weights of the features of a joining bead
 * @param nulls weights of the features of a null bead
 */
public record BeadConfidence(List<Double> joins, List<Double> nulls) {

    /** Checks the numbers of weights. */
    public BeadConfidence {
        joins = List.copyOf(joins);
        nulls = List.copyOf(nulls);
        if (joins.size() != BeadFeatures.OF_JOINS.size()
                || nulls.size() != BeadFeatures.OF_NULLS.size()) {
            throw new IllegalArgumentException(
                    "a confidence has "
                            + BeadFeatures.OF_JOINS.size()
                            + " and "
                            + BeadFeatures.OF_NULLS.size()
                            + " weights, not "
                            + joins.size()
                            + " and "
                            + nulls.size());
        }
    }

    /** For encoder-1; the same as in the model's folder. */
    static BeadConfidence standard() {
        return new BeadConfidence(
                List.of(
                        -0.3882, 1.0379, -0.2617, 0.0309, -1.3673, 1.6136, -0.433, -0.7351, -0.849,
                        -1.6088, 0.5603),
                List.of(4.0495, -0.8884, -1.0, -0.7142, 0.9324, 0.8102, -3.8651, -0.1969));
    }

    /**
     * Probability that each bead is right as it stands, 0 to 1, in the order of the beads.
     *
     * @param source vectors of the alignment's source
     * @param target vectors of its target
     * @param parameters that the alignment was made with
     */
    public List<Double> of(
            Alignment alignment,
            Embeddings source,
            Embeddings target,
            AlignmentParameters parameters) {
        List<Double> probabilities = new ArrayList<>();
        List<double[]> features = features(alignment, source, target, parameters);
        for (int b = 0; b < features.size(); b++) {
            List<Double> weights = alignment.beads().get(b).isNull() ? nulls : joins;
            probabilities.add(probability(weights, features.get(b)));
        }
        return probabilities;
    }

    /** The features that the weights belong to, for fitting; bead by bead. */
    public static List<double[]> features(
            Alignment alignment,
            Embeddings source,
            Embeddings target,
            AlignmentParameters parameters) {
        PairBlocks blocks =
                EmbeddingAligner.blocks(
                        new BlockVectors(alignment.source(), source),
                        new BlockVectors(alignment.target(), target));
        return new BeadFeatures(alignment, blocks, parameters).all();
    }

    private static double probability(List<Double> weights, double[] features) {
        double sum = 0;
        for (int f = 0; f < features.length; f++) {
            sum += weights.get(f) * features[f];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
