package org.muwazi.score;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.muwazi.text.Language;
import org.muwazi.text.Signature;

/** Judges documents by a {@link FluencyModel}. */
public final class FluencyModelJudge implements FluencyJudge {

    private final FluencyModel model;

    /** A judge around a model. */
    public FluencyModelJudge(FluencyModel model) {
        this.model = Objects.requireNonNull(model, "model");
    }

    @Override
    public double documentSurprise(List<String> sentences, Language language) {
        if (!model.knows(language)) {
            return 0;
        }
        return model.documentSurprise(sentences, language) / model.limits(language).document();
    }

    @Override
    public Signature signature() {
        return new Signature("fluency-ngrams", Map.of("unit", "limit"), "1");
    }
}
