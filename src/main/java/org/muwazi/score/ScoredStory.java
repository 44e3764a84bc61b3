package org.muwazi.score;

import java.util.List;
import java.util.Objects;
import org.muwazi.text.PairRelation;
import org.muwazi.text.Signature;

/**
 * A checked story: what the reports are written from.
 *
 * @param id names the story
 * @param versions in the order given
 * @param pairs the relation of each two versions, source index below target index
 * @param rows in reading order, every segment of every version in exactly one of them
 * @param signature how the numbers were made
 */
public record ScoredStory(
        String id,
        List<ScoredVersion> versions,
        List<PairRelation> pairs,
        List<ScoredRow> rows,
        Signature signature) {

    /** Copies the lists and checks that each row has a range for each version. */
    public ScoredStory {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(signature, "signature");
        versions = List.copyOf(versions);
        pairs = List.copyOf(pairs);
        rows = List.copyOf(rows);
        for (ScoredRow row : rows) {
            if (row.ranges().size() != versions.size()) {
                throw new IllegalArgumentException(
                        "a row of "
                                + row.ranges().size()
                                + " versions in a story of "
                                + versions.size());
            }
        }
    }
}
