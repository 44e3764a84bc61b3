package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.embed.Embeddings;
import org.muwazi.text.PairRelation;

/** Decides what each two versions of a story are to each other, by {@link RelationEvidence}. */
public final class DocumentRelations {

    private DocumentRelations() {}

    /**
     * The relation of each two versions of an aligned story, in the order 0-1, 0-2, ..., 1-2, ...
     */
    public static List<PairRelation> of(StoryAlignment alignment, List<Embeddings> vectors) {
        List<PairRelation> relations = new ArrayList<>();
        int count = alignment.versions().size();
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                RelationEvidence evidence =
                        RelationEvidence.of(alignment.pair(a, b), vectors.get(a), vectors.get(b));
                relations.add(new PairRelation(a, b, evidence.relation(), evidence.score()));
            }
        }
        return relations;
    }
}
