package org.muwazi.mine;

/**
 * Something to be said about a line of the input.
 *
 * @param line counted from 0
 * @param kind what
 * @param firstLine of a duplicate: the line that stands for it; else the line itself
 */
public record LineNote(int line, Kind kind, int firstLine) {

    /** What can be said about a line. */
    public enum Kind {
        /** Nothing to be read: spaces and invisible characters only. Left out. */
        BLANK("blank"),

        /** Figures and signs only, which are alike in every language. Left out. */
        NO_LETTERS("no letters"),

        /** The same text as an earlier line, which stands for it. */
        DUPLICATE("duplicate"),

        /** Longer than the model takes at once; its vector is a mean over windows. Mined. */
        LONG("longer than the model takes at once");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind in words. */
        public String label() {
            return label;
        }
    }
}
