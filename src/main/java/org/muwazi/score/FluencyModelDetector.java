package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.muwazi.score.Finding.Kind;
import org.muwazi.score.FluencyModel.Estimate;
import org.muwazi.score.FluencyModel.Limits;
import org.muwazi.score.FluencyModel.Window;
import org.muwazi.text.Language;
import org.muwazi.text.TranslationUnit;

/**
 * Translations that do not read like the target language: word order carried over, broken
 * agreement, function words out of place. Sees the target alone, so it fires on an odd but faithful
 * rendering too.
 *
 * <p>Its thresholds are strict, since a sentence is little evidence: it flags a fifth of the
 * sentences of the worst garbled stories at most ({@code eval/results/fluency.tsv}). For whole
 * documents use {@link FluencyModel#documentSurprise}.
 */
public final class FluencyModelDetector implements Detector {

    // Share of sentences of garbled versions among those flagged, were garbled and clean ones
    // equally
    // frequent: 0.77 to 0.97 by language (eval/results/fluency.tsv, rows "precision").
    private static final double CONFIDENCE = 0.8;
    private static final double MAJOR_MARGIN = 1;

    private final FluencyModel model;

    /** A detector on a model that may serve others at the same time. */
    public FluencyModelDetector(FluencyModel model) {
        this.model = Objects.requireNonNull(model, "model");
    }

    @Override
    public List<Finding> detect(TranslationUnit unit) {
        Language language = unit.target().language();
        if (!model.knows(language)) {
            return List.of();
        }
        String text = unit.target().text();
        Estimate estimate = model.estimate(text, language);
        Limits limits = model.limits(language);
        if (estimate.symbols() < FluencyModel.FEWEST_SYMBOLS) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Window window : estimate.windows()) {
            boolean worstOfBadSentence = findings.isEmpty() && estimate.z() > limits.sentence();
            if (window.score() > limits.window() || worstOfBadSentence) {
                findings.add(finding(window, estimate, limits, text));
            }
        }
        return Places.inReadingOrder(findings);
    }

    private static Finding finding(Window window, Estimate estimate, Limits limits, String text) {
        String words = window.span().of(text);
        boolean major =
                estimate.z() > limits.sentence() + MAJOR_MARGIN
                        || window.score() > limits.window() + MAJOR_MARGIN;
        return new Finding(
                Kind.FLUENCY,
                1,
                window.span(),
                major ? Severity.MAJOR : Severity.MINOR,
                CONFIDENCE,
                words,
                Messages.text("fluency.order", words, Explanation.Figure.of(estimate.z(), 1)));
    }
}
