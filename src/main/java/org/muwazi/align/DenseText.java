package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.text.SegmentedDocument;

/*
 * Two kinds of documents want different prices. On web pages what has no counterpart stands alone in islands, and a join is suspicious;
 * in books and reports nearly everything is translated, sentences are merged and split all the time, and a short sentence without a
 * partner belongs to its neighbour. The first alignment tells which it is, by how much of it is null. Dense text is then aligned
 * again close to the first path, with prices of its own, and with joins encoded as one text: near the path there are few of them.
 */
/** A second pass over documents of which nearly everything is translated. */
public final class DenseText {

    /** Largest share of a document's segments in null beads with which it counts as dense. */
    private static final double MOST_NULLS = 0.15;

    /**
     * Segments of both sides together from which on the share of nulls can be told: of short pages
     * some seem dense by chance, and the second pass then costs .006 strict F1 on noisy ones.
     */
    private static final int LEAST_SEGMENTS = 100;

    /** Segments around the first path within which the second may go. */
    private static final int WIDTH = 8;

    private DenseText() {}

    /**
     * True where at most {@value #MOST_NULLS} of the segments of both sides have no counterpart.
     */
    public static boolean isDense(Alignment first) {
        int nulls = 0;
        for (Bead bead : first.beads()) {
            nulls += bead.isNull() ? 1 : 0;
        }
        int segments = first.source().size() + first.target().size();
        return segments >= LEAST_SEGMENTS && nulls <= MOST_NULLS * segments;
    }

    /**
     * Aligns again near a first alignment.
     *
     * @param source blocks of its source, encoded
     * @param target blocks of its target, encoded
     * @param parameters for dense text
     */
    public static Alignment realign(
            Alignment first,
            JoinedEmbeddings source,
            JoinedEmbeddings target,
            AlignmentParameters parameters) {
        List<int[]> path = new ArrayList<>();
        for (Bead bead : first.beads()) {
            path.add(
                    new int[] {
                        bead.sourceStart(), bead.sourceEnd(), bead.targetStart(), bead.targetEnd()
                    });
        }
        int sources = source.document().size();
        int targets = target.document().size();
        Corridor corridor = Corridor.around(path, sources, targets, WIDTH);
        PairBlocks blocks =
                new PairBlocks(new BlockVectors(source), new BlockVectors(target), corridor);
        return EmbeddingAligner.solved(source.document(), target.document(), blocks, parameters);
    }

    /** The same, encoding the blocks first; the first alignment itself where it is not dense. */
    static Alignment realigned(
            Alignment first, SentenceEncoder encoder, AlignmentParameters parameters) {
        if (!isDense(first)) {
            return first;
        }
        SegmentedDocument source = first.source();
        SegmentedDocument target = first.target();
        int most = parameters.maximumJoin();
        return realign(
                first,
                JoinedEmbeddings.of(encoder, source, most),
                JoinedEmbeddings.of(encoder, target, most),
                parameters);
    }
}
