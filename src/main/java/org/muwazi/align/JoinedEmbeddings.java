package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.text.SegmentedDocument;

/**
 * Vectors of a document's segments and of all blocks of consecutive segments up to some size, each
 * block encoded as one text.
 *
 * @param document what was encoded
 * @param bySize the vectors of blocks of 1, 2, ... segments; row i is the block that starts at
 *     segment i
 */
public record JoinedEmbeddings(SegmentedDocument document, List<Embeddings> bySize) {

    /** Checks that each table has a row for each block. */
    public JoinedEmbeddings {
        bySize = List.copyOf(bySize);
        for (int size = 1; size <= bySize.size(); size++) {
            int blocks = Math.max(0, document.size() - size + 1);
            if (bySize.get(size - 1).rows() != blocks) {
                throw new IllegalArgumentException(
                        document.document().id()
                                + " has "
                                + blocks
                                + " blocks of "
                                + size
                                + " segments but "
                                + bySize.get(size - 1).rows()
                                + " vectors");
            }
        }
    }

    /**
     * Encodes a document's blocks; {@code most} times the work of encoding its segments.
     *
     * @param most largest number of segments in a block, at least 1
     */
    public static JoinedEmbeddings of(
            SentenceEncoder encoder, SegmentedDocument document, int most) {
        List<String> texts = document.texts();
        List<Embeddings> bySize = new ArrayList<>();
        for (int size = 1; size <= most; size++) {
            List<String> blocks = new ArrayList<>();
            for (int start = 0; start + size <= texts.size(); start++) {
                blocks.add(String.join(" ", texts.subList(start, start + size)));
            }
            bySize.add(encoder.encode(blocks));
        }
        return new JoinedEmbeddings(document, bySize);
    }

    /** Vectors of the single segments. */
    public Embeddings segments() {
        return bySize.get(0);
    }
}
