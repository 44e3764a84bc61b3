package org.muwazi.mine;

import java.util.TreeMap;
import org.muwazi.text.Signature;

/**
 * What decides which pairs are mined.
 *
 * @param margin how similarity is held against the neighbourhood
 * @param penalties what is taken off it
 * @param neighbours of each sentence that count as its neighbourhood and as candidates, 1 to 64
 * @param threshold lowest score of a pair that is mined
 */
public record MiningOptions(Margin margin, Penalties penalties, int neighbours, double threshold) {

    /**
     * Neighbours unless the user says otherwise. Of 1, 2, 4, 8, 16 and 32 the one with the highest
     * mean of best F1 on the dev halves (eval/results/mine.tsv, {@code eval/run mine GOLD}), and
     * what Artetxe and Schwenk (2019) use.
     */
    public static final int NEIGHBOURS = 4;

    /** Most neighbours: beyond, margins only get worse and tables larger. */
    public static final int MOST_NEIGHBOURS = 64;

    /** Checks the ranges. */
    public MiningOptions {
        if (neighbours < 1 || neighbours > MOST_NEIGHBOURS) {
            throw new IllegalArgumentException(
                    "neighbours " + neighbours + " must be 1 to " + MOST_NEIGHBOURS);
        }
        // Written so that NaN fails too.
        if (!(threshold >= margin.lowest() && threshold <= margin.highest())) {
            throw new IllegalArgumentException(
                    "threshold "
                            + threshold
                            + " must be "
                            + margin.lowest()
                            + " to "
                            + margin.highest());
        }
    }

    /** Distance margin with penalties at its calibrated threshold. */
    public static MiningOptions standard() {
        return new MiningOptions(
                Margin.DISTANCE,
                Penalties.NUMBERS_AND_LENGTHS,
                NEIGHBOURS,
                Thresholds.of(Margin.DISTANCE, Penalties.NUMBERS_AND_LENGTHS));
    }

    /** The settings that change the result. */
    public Signature signature() {
        TreeMap<String, String> settings = new TreeMap<>();
        settings.put("margin", margin.name().toLowerCase(java.util.Locale.ROOT));
        settings.put("penalties", penalties == Penalties.NONE ? "no" : "numbers, lengths");
        settings.put("neighbours", Integer.toString(neighbours));
        settings.put("threshold", Double.toString(threshold));
        return new Signature("mining", settings, "1");
    }
}
