package org.muwazi.mine;

/**
 * The thresholds that are used unless the user says otherwise: for each margin the one with the
 * highest mean F1 on the dev halves of the three language pairs (eval/results/mine.tsv, rows "mean,
 * one threshold", {@code eval/run mine GOLD}), 4 neighbours.
 */
public final class Thresholds {

    private Thresholds() {}

    /** The default for a margin with or without penalties. */
    public static double of(Margin margin, Penalties penalties) {
        boolean plain = penalties == Penalties.NONE;
        return switch (margin) {
            case DISTANCE -> plain ? 0.12 : 0.095;
            case RATIO -> plain ? 1.26 : 1.215;
            case COSINE -> plain ? 0.595 : 0.585;
        };
    }
}
