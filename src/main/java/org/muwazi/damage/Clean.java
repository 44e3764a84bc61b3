package org.muwazi.damage;

import java.util.Objects;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * A good translation before it is damaged.
 *
 * @param source what was translated
 * @param target the translation
 * @param material what else damage is made of
 */
public record Clean(Variant source, Variant target, Material material) {

    /** Checks that nothing is null. */
    public Clean {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(material, "material");
    }
}
