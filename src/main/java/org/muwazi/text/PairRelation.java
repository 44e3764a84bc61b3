package org.muwazi.text;

import java.util.Objects;

/**
 * What two documents are to each other.
 *
 * @param source index or order of the first in its story or folder
 * @param target index or order of the second
 * @param relation the decision
 * @param score evidence that one translates the other, 0 to 1, higher is more
 */
public record PairRelation(int source, int target, Relation relation, double score) {

    /** The kinds of relation, from closest to none. */
    public enum Relation {
        TRANSLATION("translation"),
        PARTIAL("partial"),
        SAME_EVENT("same-event"),
        UNRELATED("unrelated");

        private final String label;

        Relation(String label) {
            this.label = label;
        }

        /** As written in outputs. */
        public String label() {
            return label;
        }
    }

    /** Checks the score's range. */
    public PairRelation {
        Objects.requireNonNull(relation, "relation");
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException(
                    "relation score " + score + " is not between 0 and 1");
        }
    }
}
