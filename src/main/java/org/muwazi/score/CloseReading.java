package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a second reading of a version found, row by row; made by {@link CloseReader}.
 *
 * @param version index in the story
 * @param rows by row
 */
record CloseReading(int version, Map<Integer, Read> rows) {

    /**
     * One row as it was read.
     *
     * @param score of the learned model, 0 to 1
     * @param doubts findings, spans in the version's document
     */
    record Read(double score, List<Finding> doubts) {

        Read {
            doubts = List.copyOf(doubts);
        }
    }

    CloseReading {
        rows = Map.copyOf(rows);
    }

    /** The model's score of a row, 0 to 1; empty where it had nothing to read. */
    OptionalDouble score(int row) {
        return rows.containsKey(row)
                ? OptionalDouble.of(rows.get(row).score())
                : OptionalDouble.empty();
    }

    /** Mean score, weighted by characters; empty where nothing was read. */
    OptionalDouble meanScore(AlignedStory story) {
        double sum = 0;
        double weight = 0;
        for (Map.Entry<Integer, Read> entry : rows.entrySet()) {
            double length = story.length(story.rows().get(entry.getKey()), version);
            sum += length * entry.getValue().score();
            weight += length;
        }
        return weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weight);
    }

    /**
     * Findings of a row with the doubts of this reading, but for those about words that were told
     * of already.
     *
     * @param told findings of the detectors on this version in the row
     */
    List<Finding> with(int row, List<Finding> told) {
        List<Finding> all = new ArrayList<>(told);
        if (rows.containsKey(row)) {
            for (Finding doubt : rows.get(row).doubts()) {
                if (all.stream().noneMatch(known -> known.span().contains(doubt.span()))) {
                    all.add(doubt);
                }
            }
        }
        return all;
    }
}
