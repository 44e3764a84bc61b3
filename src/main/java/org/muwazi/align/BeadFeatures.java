package org.muwazi.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What tells how far a bead of an alignment can be believed: how alike its sides are, how alike
 * they are to what stands around and elsewhere, and what the document is like. {@link
 * BeadConfidence} makes a probability of it.
 */
final class BeadFeatures {

    /** Names of the features of a joining bead, in order. */
    static final List<String> OF_JOINS =
            List.of(
                    "one",
                    "cosine",
                    "neighbours",
                    "rival",
                    "length",
                    "oneToOne",
                    "segments",
                    "nullBefore",
                    "nullAfter",
                    "nullShare",
                    "characters");

    /** Names of the features of a null bead, in order. */
    static final List<String> OF_NULLS =
            List.of(
                    "one",
                    "bestCosine",
                    "cosineAcross",
                    "gainOfJoining",
                    "nullBefore",
                    "nullAfter",
                    "nullShare",
                    "characters");

    private final Alignment alignment;
    private final PairBlocks blocks;
    private final BeadScore score;
    private final double nullShare;
    private final float[][] bestOfRow;
    private final float[][] bestOfColumn;
    private final int[] rowBest;
    private final int[] columnBest;

    BeadFeatures(Alignment alignment, PairBlocks blocks, AlignmentParameters parameters) {
        this.alignment = alignment;
        this.blocks = blocks;
        this.score = new BeadScore(blocks, parameters, Anchors.of(blocks));
        long nulls = alignment.beads().stream().filter(Bead::isNull).count();
        nullShare =
                (double) nulls / Math.max(1, alignment.source().size() + alignment.target().size());
        bestOfRow = new float[2][blocks.sources()];
        bestOfColumn = new float[2][blocks.targets()];
        rowBest = new int[blocks.sources()];
        columnBest = new int[blocks.targets()];
        for (float[][] best : List.of(bestOfRow, bestOfColumn)) {
            Arrays.fill(best[0], -1);
            Arrays.fill(best[1], -1);
        }
        for (int i = 0; i < blocks.sources(); i++) {
            for (int j = blocks.firstColumn(i); j < blocks.endColumn(i); j++) {
                float cosine = (float) blocks.similarity(i, j);
                enter(bestOfRow, rowBest, i, j, cosine);
                enter(bestOfColumn, columnBest, j, i, cosine);
            }
        }
    }

    /** Keeps the two best of a line. */
    private static void enter(float[][] best, int[] where, int line, int at, float cosine) {
        if (cosine > best[0][line]) {
            best[1][line] = best[0][line];
            best[0][line] = cosine;
            where[line] = at;
        } else if (cosine > best[1][line]) {
            best[1][line] = cosine;
        }
    }

    /** Features of each bead, in the order of {@link #OF_JOINS} or {@link #OF_NULLS}. */
    List<double[]> all() {
        List<double[]> all = new ArrayList<>();
        for (int b = 0; b < alignment.beads().size(); b++) {
            all.add(alignment.beads().get(b).isNull() ? ofNull(b) : ofJoin(b));
        }
        return all;
    }

    private double[] ofJoin(int b) {
        Bead bead = alignment.beads().get(b);
        int x = bead.sourceEnd() - bead.sourceStart();
        int y = bead.targetEnd() - bead.targetStart();
        double sourceLength = blocks.sourceLength(bead.sourceStart(), bead.sourceEnd());
        double targetLength = blocks.targetLength(bead.targetStart(), bead.targetEnd());
        double cosine =
                blocks.similarity(
                        bead.sourceStart(), bead.sourceEnd(), bead.targetStart(), bead.targetEnd());
        return new double[] {
            1,
            cosine,
            score.neighbours(
                    bead.sourceStart(), bead.sourceEnd(), bead.targetStart(), bead.targetEnd()),
            rival(bead),
            Math.abs(score.lengthDistance(bead)),
            x == 1 && y == 1 ? 1 : 0,
            x + y - 2,
            isNull(b - 1),
            isNull(b + 1),
            nullShare,
            Math.log1p(Math.min(sourceLength, targetLength))
        };
    }

    private double[] ofNull(int b) {
        Bead bead = alignment.beads().get(b);
        boolean deletion = bead.targetStart() == bead.targetEnd();
        int at = deletion ? bead.sourceStart() : bead.targetStart();
        double best = deletion ? bestOfRow[0][at] : bestOfColumn[0][at];
        double length =
                deletion ? blocks.sourceLength(at, at + 1) : blocks.targetLength(at, at + 1);
        return new double[] {
            1,
            best,
            across(b, deletion, at),
            Math.max(gain(b, joining(b, -1)), gain(b, joining(b, 1))),
            isNull(b - 1),
            isNull(b + 1),
            nullShare,
            Math.log1p(length)
        };
    }

    /** Best cosine of a side's segment to a segment outside the bead. */
    private double rival(Bead bead) {
        double rival = 0;
        for (int i = bead.sourceStart(); i < bead.sourceEnd(); i++) {
            boolean inside = rowBest[i] >= bead.targetStart() && rowBest[i] < bead.targetEnd();
            rival = Math.max(rival, bestOfRow[inside ? 1 : 0][i]);
        }
        for (int j = bead.targetStart(); j < bead.targetEnd(); j++) {
            boolean inside =
                    columnBest[j] >= bead.sourceStart() && columnBest[j] < bead.sourceEnd();
            rival = Math.max(rival, bestOfColumn[inside ? 1 : 0][j]);
        }
        return rival;
    }

    /** Best cosine to a null segment of the other side in the same run of null beads. */
    private double across(int b, boolean deletion, int at) {
        double best = 0;
        for (int step : new int[] {-1, 1}) {
            for (int other = b + step; isNull(other) == 1; other += step) {
                Bead bead = alignment.beads().get(other);
                boolean otherSide = (bead.targetStart() == bead.targetEnd()) != deletion;
                if (otherSide) {
                    best =
                            Math.max(
                                    best,
                                    deletion
                                            ? blocks.similarity(at, bead.targetStart())
                                            : blocks.similarity(bead.sourceStart(), at));
                }
                if (Math.abs(other - b) >= RUN) {
                    break;
                }
            }
        }
        return best;
    }

    /** Null beads looked at on each side; longer runs are islands of foreign material. */
    private static final int RUN = 12;

    /**
     * Index of the next joining bead in a direction that this null bead could be added to, or -1.
     */
    private int joining(int b, int step) {
        Bead here = alignment.beads().get(b);
        boolean deletion = here.targetStart() == here.targetEnd();
        for (int other = b + step;
                other >= 0 && other < alignment.beads().size() && Math.abs(other - b) <= RUN;
                other += step) {
            Bead bead = alignment.beads().get(other);
            if (!bead.isNull()) {
                return touches(here, bead, deletion) ? other : -1;
            }
        }
        return -1;
    }

    private static boolean touches(Bead here, Bead bead, boolean deletion) {
        return deletion
                ? here.sourceStart() == bead.sourceEnd() || here.sourceEnd() == bead.sourceStart()
                : here.targetStart() == bead.targetEnd() || here.targetEnd() == bead.targetStart();
    }

    /** What the score of a joining bead would gain by taking a null bead in; -1 where it cannot. */
    private double gain(int b, int joining) {
        if (joining < 0) {
            return -1;
        }
        Bead here = alignment.beads().get(b);
        Bead bead = alignment.beads().get(joining);
        boolean deletion = here.targetStart() == here.targetEnd();
        int sourceStart =
                deletion ? Math.min(here.sourceStart(), bead.sourceStart()) : bead.sourceStart();
        int sourceEnd = deletion ? Math.max(here.sourceEnd(), bead.sourceEnd()) : bead.sourceEnd();
        int targetStart =
                deletion ? bead.targetStart() : Math.min(here.targetStart(), bead.targetStart());
        int targetEnd = deletion ? bead.targetEnd() : Math.max(here.targetEnd(), bead.targetEnd());
        double wider = score.of(sourceStart, sourceEnd, targetStart, targetEnd);
        double before =
                score.of(
                        bead.sourceStart(), bead.sourceEnd(), bead.targetStart(), bead.targetEnd());
        return Math.max(-1, wider - before);
    }

    private int isNull(int b) {
        return b >= 0 && b < alignment.beads().size() && alignment.beads().get(b).isNull() ? 1 : 0;
    }
}
