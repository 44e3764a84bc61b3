package org.muwazi.eval;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How often something was found that is there, and not.
 *
 * @param truePositives there and found
 * @param falsePositives found, not there
 * @param falseNegatives there, not found
 * @param trueNegatives neither
 */
public record Confusion(
        long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    /** Nothing counted. */
    public static final Confusion NONE = new Confusion(0, 0, 0, 0);

    /** One decision. */
    public static Confusion of(boolean there, boolean found) {
        return new Confusion(
                there && found ? 1 : 0,
                !there && found ? 1 : 0,
                there && !found ? 1 : 0,
                !there && !found ? 1 : 0);
    }

    /** Both together, the other one {@code times} times. */
    public Confusion plus(Confusion other, int times) {
        return new Confusion(
                truePositives + times * other.truePositives,
                falsePositives + times * other.falsePositives,
                falseNegatives + times * other.falseNegatives,
                trueNegatives + times * other.trueNegatives);
    }

    /** F1 of what is there; 0 where nothing was found rightly. */
    public double f1() {
        return f1(truePositives, falsePositives, falseNegatives);
    }

    /** F1 of what is not there. */
    public double f1OfTheRest() {
        return f1(trueNegatives, falseNegatives, falsePositives);
    }

    /** Product of the two, the measure of word-level quality estimation (WMT 2016). */
    public double f1Product() {
        return f1() * f1OfTheRest();
    }

    /**
     * Matthews correlation coefficient, -1 to 1; 0 where a row or column of the table is empty, as
     * usual.
     */
    public double mcc() {
        double product =
                (double) (truePositives + falsePositives)
                        * (truePositives + falseNegatives)
                        * (trueNegatives + falsePositives)
                        * (trueNegatives + falseNegatives);
        double agreement =
                (double) truePositives * trueNegatives - (double) falsePositives * falseNegatives;
        return product == 0 ? 0 : agreement / Math.sqrt(product);
    }

    /** A figure of the counts of a sample of examples. */
    public static ToDoubleFunction<int[]> statistic(
            List<Confusion> examples, ToDoubleFunction<Confusion> figure) {
        return counts -> {
            Confusion sum = NONE;
            for (int i = 0; i < counts.length; i++) {
                sum = sum.plus(examples.get(i), counts[i]);
            }
            return figure.applyAsDouble(sum);
        };
    }

    private static double f1(long right, long tooMany, long missed) {
        return right == 0 ? 0 : 2.0 * right / (2.0 * right + tooMany + missed);
    }
}
