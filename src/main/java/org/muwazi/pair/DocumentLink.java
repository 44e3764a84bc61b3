package org.muwazi.pair;

import java.util.List;
import java.util.Objects;
import org.muwazi.align.RelationEvidence;
import org.muwazi.text.PairRelation.Relation;

/**
 * Two documents that were compared, and why they were found to be what they are.
 *
 * @param source id of the first in the order of ids
 * @param target id of the second
 * @param relation the decision
 * @param score probability that one translates the other or a part of it, 0 to 1
 * @param evidence of the alignment
 * @param shared keys that both have
 * @param sourceRank place of the target among all that the source was compared with in that
 *     language, 1 is the best
 * @param targetRank the same from the other side
 * @param contradicted true for versions of one another by their alignment that are not in one
 *     group, because most of the two groups do not belong together
 */
public record DocumentLink(
        String source,
        String target,
        Relation relation,
        double score,
        RelationEvidence evidence,
        List<DocumentKey> shared,
        int sourceRank,
        int targetRank,
        boolean contradicted) {

    /** Copies the list. */
    public DocumentLink {
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(evidence, "evidence");
        shared = List.copyOf(shared);
    }

    /** True where one translates the other, in whole or in part. */
    public boolean joinsVersions() {
        return relation.compareTo(Relation.PARTIAL) <= 0;
    }
}
