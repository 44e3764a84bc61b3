package org.muwazi.eval.quality;

import java.util.stream.IntStream;
import org.muwazi.eval.Confusion;

/** Where to cut a score so that what lies below is called an error. */
final class BestThreshold {

    private BestThreshold() {}

    /** What a threshold makes of scored examples; an error is found where the score is below it. */
    static Confusion at(double threshold, double[] scores, boolean[] error) {
        Confusion sum = Confusion.NONE;
        for (int i = 0; i < scores.length; i++) {
            sum = sum.plus(Confusion.of(error[i], scores[i] < threshold), 1);
        }
        return sum;
    }

    /**
     * The threshold with the highest Matthews correlation, half-way between two scores; the lowest
     * of several.
     */
    static double ofMcc(double[] scores, boolean[] error) {
        int[] order =
                IntStream.range(0, scores.length)
                        .boxed()
                        .sorted((a, b) -> Double.compare(scores[a], scores[b]))
                        .mapToInt(i -> i)
                        .toArray();
        Confusion counts = at(Double.NEGATIVE_INFINITY, scores, error);
        double best = counts.mcc();
        double threshold = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            counts =
                    counts.plus(Confusion.of(error[i], false), -1)
                            .plus(Confusion.of(error[i], true), 1);
            boolean last = k + 1 == order.length;
            boolean next = !last && scores[order[k + 1]] > scores[i];
            if (next && counts.mcc() > best) {
                best = counts.mcc();
                threshold = (scores[i] + scores[order[k + 1]]) / 2;
            }
        }
        return threshold;
    }
}
