package org.muwazi.align;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.muwazi.text.Signature;

/**
 * The parameters of both passes of an aligner and of the confidence of its beads, which belong to
 * an encoder.
 *
 * @param pages for the first pass, and the only one where a good part has no counterpart
 * @param dense for the second pass over documents of which nearly everything is translated
 * @param confidence what makes a probability of a bead's features
 */
public record AlignmentPresets(
        AlignmentParameters pages, AlignmentParameters dense, BeadConfidence confidence) {

    /** Both are there. */
    public AlignmentPresets {
        Objects.requireNonNull(pages, "pages");
        Objects.requireNonNull(dense, "dense");
        Objects.requireNonNull(confidence, "confidence");
    }

    /**
     * For encoder-1, and for an encoder without values of its own; the same as in the model's
     * folder, from {@code eval/run calibrate}.
     */
    public static AlignmentPresets standard() {
        return new AlignmentPresets(
                AlignmentParameters.standard(),
                AlignmentParameters.dense(),
                BeadConfidence.standard());
    }

    /** The same with another largest join, 2 to 4. */
    public AlignmentPresets withMaximumJoin(int most) {
        return new AlignmentPresets(
                pages.withMaximumJoin(most), dense.withMaximumJoin(most), confidence);
    }

    /** The settings as they stand in output. */
    public Signature signature() {
        Map<String, String> settings = new TreeMap<>(pages.signature().settings());
        dense.signature().settings().forEach((name, value) -> settings.put("dense-" + name, value));
        return new Signature("align", settings, "2");
    }
}
