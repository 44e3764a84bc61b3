package org.muwazi.damage;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * A damaged translation beside its clean twin.
 *
 * @param damage what was done
 * @param source what was translated
 * @param clean the twin
 * @param damaged never the twin's text
 * @param marks the words of the damaged text that the damage put there, ascending and disjoint;
 *     none where words are only missing
 */
public record DamagedPair(
        Damage damage, Variant source, Variant clean, Variant damaged, List<Span> marks) {

    /** Copies the marks. */
    public DamagedPair {
        marks = List.copyOf(marks);
        if (damaged.text().equals(clean.text())) {
            throw new IllegalArgumentException(damage + " left the text as it was");
        }
    }

    /**
     * Damages a translation.
     *
     * @return empty where the pair does not lend itself to it
     */
    public static Optional<DamagedPair> of(Damage damage, Clean clean, Random random) {
        String before = clean.target().text();
        return damage.apply(clean, random)
                .filter(after -> !after.equals(before) && !after.isBlank())
                .map(
                        after ->
                                new DamagedPair(
                                        damage,
                                        clean.source(),
                                        clean.target(),
                                        new Variant(clean.target().language(), after),
                                        damage.isWhole()
                                                ? WordTokens.spans(after)
                                                : WordMarks.of(before, after)));
    }
}
