package org.muwazi.align;

import java.util.Objects;
import org.muwazi.embed.Embeddings;
import org.muwazi.text.PairRelation.Relation;
import org.muwazi.text.SegmentedDocument;

/*
 * Whether one text translates the other shows in how much of the shorter one is aligned and how closely (the mass), in whether what is
 * aligned is nearer than anything else in the other text (the margin), and in whether the sentences that are each other's nearest stand
 * in the same order (the anchors). Parts of one article, or two reports on one subject, have near sentences as well, but no margin and
 * no order. A logistic of the three, fitted on the dev half of the gold pairs, tells translations from the most similar other document
 * better than each alone; what else was tried stands beside it in eval/results/relations.tsv.
 */
/**
 * What two aligned documents have in common, and what follows from it.
 *
 * @param mass aligned mass: sum over joining beads of characters times the cosine above .35, over
 *     the characters of the shorter side; 0 to .65, somewhat more where beads reach beyond it
 * @param margin the same sum of the cosine less the mean of the best cosines outside the bead,
 *     where that is positive
 * @param anchorShare share of the mutual nearest sentences that stand in one order, 0 to 1
 * @param meanBest mean best cosine of the shorter document's sentences, -1 to 1
 * @param beads number of joining beads
 * @param sourceShare share of the source's characters inside joining beads, 0 to 1
 * @param targetShare the same of the target
 */
public record RelationEvidence(
        double mass,
        double margin,
        double anchorShare,
        double meanBest,
        int beads,
        double sourceShare,
        double targetShare) {

    /** Cosine that a bead must pass to count for the mass. */
    private static final double NOISE = 0.35;

    /*
     * Fitted on the dev half, classes weighted alike: eval/results/relations.tsv by "eval/run relations GOLD", line "weights of logistic".
     */
    private static final double CONSTANT = -7.84;

    private static final double OF_MASS = 12.84;
    private static final double OF_MARGIN = 15.49;
    private static final double OF_ANCHORS = 5.12;

    /** Probability from which on one text translates the other, in whole or in part. */
    static final double TRANSLATION = 0.5;

    /**
     * Share of both sides from which on a translation is whole: between the best for our stories,
     * garbled ones among them (.741, eval/results/relations-stories.tsv), and for clean and
     * truncated gold (.819, eval/results/relations.tsv).
     */
    static final double WHOLE = 0.75;

    /**
     * Mean best cosine from which on two texts that are no translations report on one event or
     * subject; eval/results/relations-stories.tsv. Above the threshold of the best balanced
     * accuracy (.265), because in a folder unrelated pairs are many and those on one event few.
     */
    static final double SAME_EVENT = 0.28;

    /**
     * What an alignment shows.
     *
     * @param source vectors of the source's segments
     * @param target vectors of the target's segments
     * @throws IllegalArgumentException if vectors and segments differ in number
     */
    public static RelationEvidence of(Alignment alignment, Embeddings source, Embeddings target) {
        Objects.requireNonNull(alignment, "alignment");
        if (alignment.source().size() != source.rows()
                || alignment.target().size() != target.rows()) {
            throw new IllegalArgumentException(
                    alignment.source().size()
                            + " and "
                            + alignment.target().size()
                            + " segments but "
                            + source.rows()
                            + " and "
                            + target.rows()
                            + " vectors");
        }
        NearestSegments nearest = new NearestSegments(source, target);
        double mass = 0;
        double margin = 0;
        int beads = 0;
        int sourceAligned = 0;
        int targetAligned = 0;
        for (Bead bead : alignment.beads()) {
            if (bead.isNull()) {
                continue;
            }
            int ofSource = characters(alignment.source(), bead.sourceStart(), bead.sourceEnd());
            int ofTarget = characters(alignment.target(), bead.targetStart(), bead.targetEnd());
            double weight = (ofSource + ofTarget) / 2.0;
            double cosine = cosine(bead, source, target);
            double outside =
                    (nearest.bestOutside(bead, true) + nearest.bestOutside(bead, false)) / 2;
            mass += weight * Math.max(0, cosine - NOISE);
            margin += weight * Math.max(0, cosine - outside);
            sourceAligned += ofSource;
            targetAligned += ofTarget;
            beads++;
        }
        int ofSource = characters(alignment.source(), 0, alignment.source().size());
        int ofTarget = characters(alignment.target(), 0, alignment.target().size());
        int shorter = Math.max(1, Math.min(ofSource, ofTarget));
        return new RelationEvidence(
                mass / shorter,
                margin / shorter,
                nearest.anchorShare(),
                nearest.meanBest(),
                beads,
                (double) sourceAligned / Math.max(1, ofSource),
                (double) targetAligned / Math.max(1, ofTarget));
    }

    /**
     * Probability that one text translates the other or a part of it, where as many pairs do as do
     * not.
     */
    public double score() {
        if (beads == 0) {
            return 0;
        }
        double sum = CONSTANT + OF_MASS * mass + OF_MARGIN * margin + OF_ANCHORS * anchorShare;
        return 1 / (1 + Math.exp(-sum));
    }

    /** What the two texts are to each other. */
    public Relation relation() {
        if (score() >= TRANSLATION) {
            return Math.min(sourceShare, targetShare) >= WHOLE
                    ? Relation.TRANSLATION
                    : Relation.PARTIAL;
        }
        return meanBest >= SAME_EVENT ? Relation.SAME_EVENT : Relation.UNRELATED;
    }

    private static double cosine(Bead bead, Embeddings source, Embeddings target) {
        return source.cosine(
                bead.sourceStart(), bead.sourceEnd(), target, bead.targetStart(), bead.targetEnd());
    }

    private static int characters(SegmentedDocument document, int start, int end) {
        int characters = 0;
        for (int i = start; i < end; i++) {
            characters += document.segments().get(i).text().length();
        }
        return characters;
    }
}
