package org.muwazi.text;

import java.util.Objects;

/**
 * A stretch of a document that is not part of the story and takes no part in alignment: kept,
 * named, and listed in every report.
 *
 * @param span place in the text of the {@link Document}
 * @param reason what it was taken for
 * @param evidence what made it look so, one short phrase for people, for example {@code follows the
 *     heading "Related Articles"}
 */
public record SetAside(Span span, Reason reason, String evidence) {

    /** What a stretch was taken for. */
    public enum Reason {
        NAVIGATION("navigation"),
        SHARING("share buttons"),
        CAPTION("caption"),
        COMMENTS("comments"),
        RELATED("related headlines"),
        FOREIGN_ARTICLE("another article"),
        ADVERTISEMENT("advertisement"),
        BYLINE("byline or date line"),
        LEGAL("legal or site note"),
        DUPLICATE("said before on the page"),
        DEBRIS("debris without words");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** For people, in English. */
        public String label() {
            return label;
        }
    }

    /** Checks that nothing is null. */
    public SetAside {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(evidence, "evidence");
    }
}
