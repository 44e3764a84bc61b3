package org.muwazi.align;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.muwazi.text.Signature;

/**
 * What a joining bead earns: {@code ((x+y)/2)^growth * (cosine - neighbourWeight * neighbours -
 * threshold - lengthWeight * ln(length ratio)^2) - join penalty + reward}, where x and y are its
 * numbers of segments and {@code neighbours} is the mean cosine to the segments just outside it. A
 * run of null beads costs {@code gapOpen} once, however long it is, and {@code gapExtend} for each
 * of its segments: an island of page chrome or a missing half is one event.
 *
 * <p>Values belong to an encoder and are stored in its folder, {@code alignment.json}; {@code
 * eval/run calibrate} finds them.
 *
 * @param threshold cosine above neighbours that a pair must reach to be worth joining, -1 to 1
 * @param adaptation share of the threshold, 0 to 1, that follows the document: it is scaled by the
 *     distance between the median cosine of its surest pairs and the mean of all
 * @param neighbourWeight share of the neighbours' cosine taken off
 * @param lengthWeight cost of one squared unit of the log of the length ratio
 * @param growth exponent of the bead's size
 * @param twoOnePenalty cost of a 1-2 or 2-1 bead, and the base of larger ones
 * @param largerPenalty further cost of each segment beyond three
 * @param twoTwoPenalty cost of a 2-2 bead
 * @param reward added to each joining bead
 * @param gapOpen cost of opening a run of null beads, at least 0
 * @param gapExtend cost of each segment of such a run, at least 0
 * @param maximumJoin most segments of one side in a bead: 2 (to 2-2), 3 (to 3-3) or 4 (1-4 and 4-1
 *     besides)
 */
public record AlignmentParameters(
        double threshold,
        double adaptation,
        double neighbourWeight,
        double lengthWeight,
        double growth,
        double twoOnePenalty,
        double largerPenalty,
        double twoTwoPenalty,
        double reward,
        double gapOpen,
        double gapExtend,
        int maximumJoin) {

    /** Checks that the costs are not negative and the threshold is a cosine. */
    public AlignmentParameters {
        if (!(Math.abs(threshold) <= 1)
                || !(adaptation >= 0 && adaptation <= 1)
                || !(gapOpen >= 0)
                || !(gapExtend >= 0)
                || maximumJoin < 2
                || maximumJoin > 4
                || !(lengthWeight >= 0)
                || !(neighbourWeight >= 0)) {
            throw new IllegalArgumentException(
                    "alignment parameters out of range: threshold "
                            + threshold
                            + ", adaptation "
                            + adaptation
                            + ", gap "
                            + gapOpen
                            + " and "
                            + gapExtend
                            + ", largest join "
                            + maximumJoin
                            + ", length "
                            + lengthWeight
                            + ", neighbours "
                            + neighbourWeight);
        }
    }

    /**
     * For encoder-1, and for an encoder without values of its own; the same as in the model's
     * folder, from {@code eval/run calibrate}.
     */
    public static AlignmentParameters standard() {
        return new AlignmentParameters(0.4, 1, 0.25, 0.3, 0.25, 0.05, 0.08, 0.1, 0.05, 0.1, 0, 3);
    }

    /** For dense text, likewise. */
    static AlignmentParameters dense() {
        return new AlignmentParameters(0.28, 1, 0.2, 0.5, 0, 0.08, 0.02, 0.1, 0.03, 0.1, 0.05, 4);
    }

    /** The same with another largest join, 2 to 4. */
    public AlignmentParameters withMaximumJoin(int most) {
        return new AlignmentParameters(
                threshold,
                adaptation,
                neighbourWeight,
                lengthWeight,
                growth,
                twoOnePenalty,
                largerPenalty,
                twoTwoPenalty,
                reward,
                gapOpen,
                gapExtend,
                most);
    }

    /** The settings as they stand in output. */
    public Signature signature() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("tau", number(threshold));
        settings.put("adapt", number(adaptation));
        settings.put("neighbours", number(neighbourWeight));
        settings.put("length", number(lengthWeight));
        settings.put("growth", number(growth));
        settings.put(
                "join",
                number(twoOnePenalty) + "/" + number(largerPenalty) + "/" + number(twoTwoPenalty));
        settings.put("reward", number(reward));
        settings.put("gap", number(gapOpen) + "/" + number(gapExtend));
        settings.put("largest", Integer.toString(maximumJoin));
        return new Signature("align", settings, "2");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
