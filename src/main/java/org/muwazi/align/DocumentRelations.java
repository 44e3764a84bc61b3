package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.embed.Embeddings;
import org.muwazi.text.PairRelation;
import org.muwazi.text.PairRelation.Relation;
import org.muwazi.text.SegmentedDocument;

/*
 * Whether one text translates the other shows in how much of the shorter one is aligned, and how closely: the aligned mass, the sum over
 * joining beads of characters times the cosine above .35, over the characters of the shorter side (AUC .995 against the most similar other
 * story, where the cosine of mean vectors has .930). Two reports on one event share names and subject but few sentences: their mass
 * is near nothing, while each sentence still finds some neighbour, so the mean best cosine tells them from unrelated texts.
 */
/** Decides what each two documents are to each other. */
public final class DocumentRelations {

    /** Cosine that a bead must pass to count. */
    private static final double NOISE = 0.35;

    /** Aligned mass from which on texts are translations; eval/results/relations.tsv. */
    private static final double TRANSLATION_MASS = 0.15;

    /**
     * Share of the longer side's characters that must be aligned for the translation to be whole.
     */
    private static final double WHOLE = 0.7;

    /**
     * Mean best cosine from which on two texts that are no translations report on one event;
     * eval/results/relations.tsv.
     */
    private static final double SAME_EVENT = 0.33;

    private DocumentRelations() {}

    /**
     * The relation of each two versions of an aligned story, in the order 0-1, 0-2, ..., 1-2, ...
     */
    public static List<PairRelation> of(StoryAlignment alignment, List<Embeddings> vectors) {
        List<PairRelation> relations = new ArrayList<>();
        int count = alignment.versions().size();
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                relations.add(of(alignment.pair(a, b), vectors.get(a), vectors.get(b), a, b));
            }
        }
        return relations;
    }

    /** The relation of two aligned documents. */
    static PairRelation of(
            Alignment alignment, Embeddings source, Embeddings target, int a, int b) {
        double mass = mass(alignment, source, target);
        double score = Math.min(1, mass / (2 * TRANSLATION_MASS));
        if (mass >= TRANSLATION_MASS) {
            boolean whole = Math.min(aligned(alignment, true), aligned(alignment, false)) >= WHOLE;
            return new PairRelation(a, b, whole ? Relation.TRANSLATION : Relation.PARTIAL, score);
        }
        boolean sameEvent = meanBest(source, target) >= SAME_EVENT;
        return new PairRelation(a, b, sameEvent ? Relation.SAME_EVENT : Relation.UNRELATED, score);
    }

    /** Aligned mass, 0 to 0.65. */
    static double mass(Alignment alignment, Embeddings source, Embeddings target) {
        double mass = 0;
        for (Bead bead : alignment.beads()) {
            if (!bead.isNull()) {
                double cosine =
                        source.cosine(
                                bead.sourceStart(),
                                bead.sourceEnd(),
                                target,
                                bead.targetStart(),
                                bead.targetEnd());
                double characters =
                        (characters(alignment.source(), bead.sourceStart(), bead.sourceEnd())
                                        + characters(
                                                alignment.target(),
                                                bead.targetStart(),
                                                bead.targetEnd()))
                                / 2.0;
                mass += characters * Math.max(0, cosine - NOISE);
            }
        }
        int shorter =
                Math.min(
                        characters(alignment.source(), 0, alignment.source().size()),
                        characters(alignment.target(), 0, alignment.target().size()));
        return shorter == 0 ? 0 : mass / shorter;
    }

    /**
     * Mean over the segments of the shorter document of the best cosine in the other; 0 where one
     * is empty.
     */
    static double meanBest(Embeddings source, Embeddings target) {
        if (source.rows() == 0 || target.rows() == 0) {
            return 0;
        }
        Embeddings shorter = source.rows() <= target.rows() ? source : target;
        Embeddings longer = source.rows() <= target.rows() ? target : source;
        double sum = 0;
        for (int i = 0; i < shorter.rows(); i++) {
            double best = -1;
            for (int j = 0; j < longer.rows(); j++) {
                best = Math.max(best, shorter.cosine(i, longer, j));
            }
            sum += best;
        }
        return sum / shorter.rows();
    }

    private static double aligned(Alignment alignment, boolean ofSource) {
        SegmentedDocument side = ofSource ? alignment.source() : alignment.target();
        int aligned = 0;
        for (Bead bead : alignment.beads()) {
            if (!bead.isNull()) {
                aligned +=
                        ofSource
                                ? characters(side, bead.sourceStart(), bead.sourceEnd())
                                : characters(side, bead.targetStart(), bead.targetEnd());
            }
        }
        int all = characters(side, 0, side.size());
        return all == 0 ? 0 : (double) aligned / all;
    }

    private static int characters(SegmentedDocument document, int start, int end) {
        int characters = 0;
        for (int i = start; i < end; i++) {
            characters += document.segments().get(i).text().length();
        }
        return characters;
    }
}
