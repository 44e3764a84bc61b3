package org.muwazi.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.muwazi.text.Language;

/**
 * One sentence for people, not yet in any language: a key and the values that were compared. It is
 * told in Arabic, English or French when someone wants to read it.
 *
 * <pre>{@code
 * finding.explanation().in(Language.FRENCH)
 * }</pre>
 *
 * @param key of the sentence in the bundles {@code messages*.properties}
 * @param values in the order of the sentence's arguments
 */
public record Explanation(String key, List<Value> values) {

    /** What a sentence is filled with; each kind is written as its language writes it. */
    public sealed interface Value permits Words, Count, Figure, LanguageName, Script, Examples {}

    /** Words as they stand in a text, whatever their language. */
    public record Words(String text) implements Value {

        /** Checks the text. */
        public Words {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * How many there are: chooses between singular and plurals, and is written without separators.
     */
    public record Count(long number) implements Value {}

    /**
     * A number to compare, with as many decimals as its scale; whole ones from 10,000 have
     * separators.
     */
    public record Figure(BigDecimal number) implements Value {

        /** Checks the number. */
        public Figure {
            Objects.requireNonNull(number, "number");
        }

        /** The number rounded to so many decimals, halves upwards. */
        static Figure of(double number, int decimals) {
            return new Figure(BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP));
        }
    }

    /** A language, called as the language of the sentence calls it. */
    public record LanguageName(Language language) implements Value {

        /** Checks the language. */
        public LanguageName {
            Objects.requireNonNull(language, "language");
        }
    }

    /** A script, called as the language of the sentence calls it. */
    public enum Script implements Value {
        LATIN,
        ARABIC
    }

    /** Quotations that end a sentence after a colon; nothing at all where there are none. */
    public record Examples(List<String> texts) implements Value {

        /** Copies the list. */
        public Examples {
            texts = List.copyOf(texts);
        }
    }

    /**
     * A piece of a told sentence.
     *
     * @param text what
     * @param quoted true for words of a text that was checked, which may hold any character; false
     *     for what the sentence itself says
     */
    public record Part(String text, boolean quoted) {}

    /**
     * Copies the values.
     *
     * @throws IllegalArgumentException if no sentence has that key
     */
    public Explanation {
        Messages.requireKey(key);
        values = List.copyOf(values);
    }

    /**
     * A sentence of the caller's own, for detectors outside of this library: it is told as it is in
     * every language.
     */
    public static Explanation verbatim(String sentence) {
        return new Explanation("verbatim", List.of(new Words(sentence)));
    }

    /**
     * The sentence as plain text.
     *
     * <p>In Arabic each quotation stands between U+2068 and U+2069, so that words of another
     * direction, and the marks around them, are shown in the right order.
     *
     * @throws IllegalArgumentException if the language is not scored: {@link Language#isScored}
     */
    public String in(Language language) {
        return parts(language).stream().map(Part::text).collect(Collectors.joining());
    }

    /**
     * The sentence in pieces, for those who show it where hidden characters of a quotation could do
     * harm; joined they are {@link #in}.
     *
     * @throws IllegalArgumentException if the language is not scored: {@link Language#isScored}
     */
    public List<Part> parts(Language language) {
        return Messages.tell(this, language);
    }

    /** The sentence in English. */
    @Override
    public String toString() {
        return in(Language.ENGLISH);
    }
}
