package org.muwazi.eval.quality;

import java.util.Objects;
import java.util.Optional;
import org.muwazi.text.Language;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * A source and its translation, in any two languages.
 *
 * @param from ISO 639-1 code
 * @param to ISO 639-1 code
 * @param source text
 * @param target text
 */
public record TextPair(String from, String to, String source, String target) {

    /** Checks that nothing is null. */
    public TextPair {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
    }

    static TextPair of(Variant source, Variant target) {
        return new TextPair(
                source.language().iso639_1(),
                target.language().iso639_1(),
                source.text(),
                target.text());
    }

    /** For the library; empty where it does not know a language. */
    Optional<TranslationUnit> unit() {
        Optional<Language> first = Language.of(from);
        Optional<Language> second = Language.of(to);
        return first.isEmpty() || second.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TranslationUnit(
                                "",
                                new Variant(first.get(), source),
                                new Variant(second.get(), target)));
    }
}
