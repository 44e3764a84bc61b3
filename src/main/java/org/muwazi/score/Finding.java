package org.muwazi.score;

import java.util.Objects;
import org.muwazi.text.Span;

/**
 * One piece of evidence that a translation is wrong at a place.
 *
 * <p>In scored pairs version 0 is the source and 1 the target, and the span points into that side's
 * text. In a checked story the version is the index in the story and the span points into that
 * version's document; {@link #at} makes the one from the other.
 *
 * @param kind what was found
 * @param version index of the version that shows it
 * @param span place in that version's text; empty where something is missing there
 * @param severity MQM severity
 * @param confidence estimated probability that a careful reader would agree, 0 to 1
 * @param evidence the words at fault, or what is missing
 * @param explanation one sentence for people, with the values that were compared; {@link
 *     Explanation#in} tells it in a language
 */
public record Finding(
        Kind kind,
        int version,
        Span span,
        Severity severity,
        double confidence,
        String evidence,
        Explanation explanation) {

    /** What can be found; the label is what outputs say, the category is the MQM path. */
    public enum Kind {
        NUMBER("number", "accuracy/mistranslation/number"),
        NAME("name", "accuracy/mistranslation/name"),
        UNTRANSLATED("untranslated", "accuracy/untranslated"),
        WRONG_LANGUAGE("wrong-language", "accuracy/untranslated"),
        REPETITION("repetition", "fluency/repetition"),
        LENGTH("length", "accuracy/omission"),
        OMISSION("omission", "accuracy/omission"),
        ADDITION("addition", "accuracy/addition"),
        TRUNCATION("truncation", "accuracy/omission"),
        MISTRANSLATION("mistranslation", "accuracy/mistranslation"),
        FLUENCY("fluency", "fluency/grammar"),
        NEGATION("negation", "accuracy/mistranslation/negation"),
        DEBRIS("debris", "fluency/character-encoding"),
        EMPTY("empty", "accuracy/omission");

        private final String label;
        private final String category;

        Kind(String label, String category) {
            this.label = label;
            this.category = category;
        }

        /** As written in outputs. */
        public String label() {
            return label;
        }

        /** MQM path. */
        public String category() {
            return category;
        }
    }

    /** Checks the ranges. */
    public Finding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(explanation, "explanation");
        if (version < 0) {
            throw new IllegalArgumentException("version " + version + " is below 0");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "confidence " + confidence + " is not between 0 and 1");
        }
    }

    /** The same finding told of another version index and place. */
    public Finding at(int newVersion, Span newSpan) {
        return new Finding(kind, newVersion, newSpan, severity, confidence, evidence, explanation);
    }
}
