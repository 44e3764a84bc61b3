package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.embed.Embeddings;

/**
 * The segments of a monotone alignment that may belong elsewhere: those of null beads, of beads of
 * several segments, and of one-to-one beads that are much less close than the document's others.
 */
final class LooseSegments {

    /**
     * Share of the median cosine of one-to-one beads below which such a bead is loose. The one
     * value that was tried; eval/results/moved.tsv (eval/run moved GOLD) says what it gives.
     */
    private static final double FIRM = 0.8;

    private final List<Integer> sources = new ArrayList<>();
    private final List<Integer> targets = new ArrayList<>();
    private final int[] sourceBead;
    private final int[] targetBead;
    private final int[] sourceRank;
    private final int[] targetRank;

    private LooseSegments(int sourceSegments, int targetSegments) {
        sourceBead = new int[sourceSegments];
        sourceRank = new int[sourceSegments];
        targetBead = new int[targetSegments];
        targetRank = new int[targetSegments];
    }

    static LooseSegments of(Alignment alignment, Embeddings source, Embeddings target) {
        List<Bead> beads = alignment.beads();
        double firm = FIRM * medianSimilarity(beads, source, target);
        LooseSegments loose = new LooseSegments(source.rows(), target.rows());
        int rank = 0;
        for (int b = 0; b < beads.size(); b++) {
            Bead bead = beads.get(b);
            boolean isLoose =
                    !isOneToOne(bead)
                            || source.cosine(bead.sourceStart(), target, bead.targetStart()) < firm;
            for (int i = bead.sourceStart(); i < bead.sourceEnd(); i++) {
                loose.sourceBead[i] = b;
                loose.sourceRank[i] = rank;
                if (isLoose) {
                    loose.sources.add(i);
                }
            }
            for (int j = bead.targetStart(); j < bead.targetEnd(); j++) {
                loose.targetBead[j] = b;
                loose.targetRank[j] = rank;
                if (isLoose) {
                    loose.targets.add(j);
                }
            }
            rank += bead.isNull() ? 0 : 1;
        }
        return loose;
    }

    /** Loose source segments, ascending. */
    List<Integer> sources() {
        return sources;
    }

    /** Loose target segments, ascending. */
    List<Integer> targets() {
        return targets;
    }

    /** Joining beads that begin before a source segment. */
    int sourceRank(int source) {
        return sourceRank[source];
    }

    /** Joining beads that begin before a target segment. */
    int targetRank(int target) {
        return targetRank[target];
    }

    /** The bead that holds a source segment, counted from 0. */
    int sourceBead(int source) {
        return sourceBead[source];
    }

    /** Joining beads between two segments. */
    int distance(int source, int target) {
        return Math.abs(sourceRank[source] - targetRank[target]);
    }

    boolean inOneBead(int source, int target) {
        return sourceBead[source] == targetBead[target];
    }

    private static boolean isOneToOne(Bead bead) {
        return bead.sourceEnd() - bead.sourceStart() == 1
                && bead.targetEnd() - bead.targetStart() == 1;
    }

    private static double medianSimilarity(List<Bead> beads, Embeddings source, Embeddings target) {
        double[] similarities =
                beads.stream()
                        .filter(LooseSegments::isOneToOne)
                        .mapToDouble(
                                bead ->
                                        source.cosine(
                                                bead.sourceStart(), target, bead.targetStart()))
                        .sorted()
                        .toArray();
        return similarities.length == 0 ? 0 : similarities[similarities.length / 2];
    }
}
