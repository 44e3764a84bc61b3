package org.muwazi.mine;

/*
 * Some sentences are close to everything: short ones, lists, formulas of politeness. A margin holds
 * the cosine of a pair against the mean cosine of each side to its k nearest neighbours [1].
 *
 * [1] M. Artetxe, H. Schwenk: Margin-based Parallel Corpus Mining with Multilingual Sentence
 *     Embeddings, ACL 2019.
 */
/** How a pair's similarity is held against its neighbourhood. Higher is better. */
public enum Margin {
    /**
     * Cosine minus the mean of both neighbourhoods, -2 to 2; about 0 means no better than the
     * neighbourhood.
     */
    DISTANCE(-2, 2),

    /**
     * Cosine divided by the mean of both neighbourhoods; about 1 means no better than the
     * neighbourhood.
     */
    RATIO(-20, 20),

    /** The cosine alone, -1 to 1. */
    COSINE(-1, 1);

    /** Below this a mean of cosines is noise, and dividing by it would make anything large. */
    private static final double SMALLEST_MEAN = 0.05;

    private final double lowest;
    private final double highest;

    Margin(double lowest, double highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /**
     * The margin of a pair.
     *
     * @param cosine of the two sentences
     * @param sourceMean mean cosine of the source to its nearest neighbours among the targets
     * @param targetMean mean cosine of the target to its nearest neighbours among the sources
     */
    public double score(double cosine, double sourceMean, double targetMean) {
        double mean = (sourceMean + targetMean) / 2;
        return switch (this) {
            case DISTANCE -> cosine - mean;
            case RATIO -> cosine / Math.max(SMALLEST_MEAN, mean);
            case COSINE -> cosine;
        };
    }

    /** Lowest threshold that makes sense; everything is mined there. */
    public double lowest() {
        return lowest;
    }

    /** Highest threshold that makes sense. */
    public double highest() {
        return highest;
    }
}
