package org.muwazi.damage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * What damage is made of beside the pair itself. Kinds of damage that need what is missing do not
 * apply.
 *
 * @param others other sentences in the target's language, of the same collection
 * @param third the same sentence in a third language
 * @param tables words that are exchanged for one another
 * @param pivot words through another language
 */
public record Material(
        List<String> others, Optional<Variant> third, SwapTables tables, PivotLexicon pivot) {

    /** Copies the list. */
    public Material {
        others = List.copyOf(others);
        Objects.requireNonNull(third, "third");
        Objects.requireNonNull(tables, "tables");
        Objects.requireNonNull(pivot, "pivot");
    }

    /** For damage that is made of the pair alone. */
    public static Material none() {
        return new Material(
                List.of(), Optional.empty(), SwapTables.none(), PivotLexicon.of(List.of()));
    }
}
