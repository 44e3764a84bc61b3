package org.muwazi.align;

/**
 * What a joining bead earns, by the formula of {@link AlignmentParameters}; symmetric in the two
 * sides.
 */
final class BeadScore {

    /**
     * Characters added to both lengths, so that a few letters more or less do not matter in short
     * sentences.
     */
    private static final double LENGTH_FLOOR = 8;

    /**
     * Distance between sure pairs and background at which the threshold holds as it is (alignment
     * prototype's figure).
     */
    private static final double TYPICAL_CONTRAST = 0.6;

    /**
     * Below this the surest pairs are chance, and the threshold must not follow them down:
     * unrelated documents stay unaligned.
     */
    private static final double LEAST_CONTRAST = 0.6;

    private final Blocks blocks;
    private final AlignmentParameters parameters;
    private final double threshold;
    private final double lengthScale;
    private final double[] gain = new double[2 * BeadTypes.LARGEST + 1];
    private final double[][] sourceLogs;
    private final double[][] targetLogs;

    BeadScore(Blocks blocks, AlignmentParameters parameters, Anchors anchors) {
        this.blocks = blocks;
        this.parameters = parameters;
        double contrast =
                Math.max(
                        LEAST_CONTRAST,
                        (anchors.medianSimilarity() - anchors.backgroundSimilarity())
                                / TYPICAL_CONTRAST);
        this.threshold =
                parameters.threshold()
                        * (1 - parameters.adaptation() + parameters.adaptation() * contrast);
        // Half of the ratio goes to each side, so that swapping the sides changes nothing.
        this.lengthScale = Math.sqrt(anchors.lengthRatio());
        for (int size = 0; size <= 2 * BeadTypes.LARGEST; size++) {
            gain[size] = Math.pow(size * 0.5, parameters.growth());
        }
        sourceLogs = logs(blocks.sources(), true);
        targetLogs = logs(blocks.targets(), false);
    }

    /** Logarithms of the lengths of blocks of ordinary size, by size less one and start. */
    private double[][] logs(int elements, boolean ofSource) {
        double[][] logs = new double[BeadTypes.LARGEST][];
        for (int size = 1; size <= BeadTypes.LARGEST; size++) {
            logs[size - 1] = new double[Math.max(0, elements - size + 1)];
            for (int i = 0; i + size <= elements; i++) {
                logs[size - 1][i] = ofSource ? sourceLog(i, i + size) : targetLog(i, i + size);
            }
        }
        return logs;
    }

    private double sourceLog(int start, int end) {
        return Math.log(blocks.sourceLength(start, end) / lengthScale + LENGTH_FLOOR);
    }

    private double targetLog(int start, int end) {
        return Math.log(blocks.targetLength(start, end) * lengthScale + LENGTH_FLOOR);
    }

    /** What a segment costs that is left out inside a story's bead. */
    double leftOut() {
        return parameters.gapOpen() + parameters.gapExtend();
    }

    Blocks blocks() {
        return blocks;
    }

    /**
     * What a bead earns, or negative infinity where that is surely less than {@code least}: most
     * beads that a dynamic program asks about cannot win, and need not be known exactly.
     */
    double of(int sourceStart, int sourceEnd, int targetStart, int targetEnd, double least) {
        int x = sourceEnd - sourceStart;
        int y = targetEnd - targetStart;
        boolean ordinary = x <= BeadTypes.LARGEST && y <= BeadTypes.LARGEST;
        double distance =
                ordinary
                        ? sourceLogs[x - 1][sourceStart] - targetLogs[y - 1][targetStart]
                        : sourceLog(sourceStart, sourceEnd) - targetLog(targetStart, targetEnd);
        double grown = ordinary ? gain[x + y] : Math.pow((x + y) * 0.5, parameters.growth());
        double fixed = parameters.reward() - penalty(x, y);
        double lost = threshold + parameters.lengthWeight() * distance * distance;
        double weight = parameters.neighbourWeight();
        // No cosine is above 1 and none below -1.
        if (grown * (1 + weight - lost) + fixed < least) {
            return Double.NEGATIVE_INFINITY;
        }
        double similarity = blocks.similarity(sourceStart, sourceEnd, targetStart, targetEnd);
        if (grown * (similarity + weight - lost) + fixed < least) {
            return Double.NEGATIVE_INFINITY;
        }
        double neighbours =
                weight == 0
                        ? 0
                        : weight * neighbours(sourceStart, sourceEnd, targetStart, targetEnd);
        return grown * (similarity - neighbours - lost) + fixed;
    }

    /** What a bead earns, whatever it is. */
    double of(int sourceStart, int sourceEnd, int targetStart, int targetEnd) {
        return of(sourceStart, sourceEnd, targetStart, targetEnd, Double.NEGATIVE_INFINITY);
    }

    /**
     * Logarithm of the length ratio of a joining bead's sides, 0 where they are as long as
     * expected.
     */
    double lengthDistance(Bead bead) {
        return sourceLog(bead.sourceStart(), bead.sourceEnd())
                - targetLog(bead.targetStart(), bead.targetEnd());
    }

    private double penalty(int x, int y) {
        if (x == 1 && y == 1) {
            return 0;
        }
        if (x == 2 && y == 2) {
            return parameters.twoTwoPenalty();
        }
        return parameters.twoOnePenalty() + parameters.largerPenalty() * (x + y - 3);
    }

    /**
     * Mean cosine of each side's block to the single elements just outside the other side's block.
     */
    double neighbours(int sourceStart, int sourceEnd, int targetStart, int targetEnd) {
        double sum = 0;
        int count = 0;
        if (targetStart > 0) {
            sum += blocks.similarity(sourceStart, sourceEnd, targetStart - 1, targetStart);
            count++;
        }
        if (targetEnd < blocks.targets()) {
            sum += blocks.similarity(sourceStart, sourceEnd, targetEnd, targetEnd + 1);
            count++;
        }
        if (sourceStart > 0) {
            sum += blocks.similarity(sourceStart - 1, sourceStart, targetStart, targetEnd);
            count++;
        }
        if (sourceEnd < blocks.sources()) {
            sum += blocks.similarity(sourceEnd, sourceEnd + 1, targetStart, targetEnd);
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }
}
