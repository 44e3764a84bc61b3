package org.muwazi.eval.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.muwazi.embed.PairQuality;
import org.muwazi.embed.QualityModel;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;

/**
 * A learned quality model by itself, without detectors: its score, and as bad places the words it
 * holds likelier wrong than right. Asked about any language; a side without text scores 0.
 */
final class LearnedScorer implements PairScorer {

    private static final double LIKELY = 0.5;

    private final String name;
    private final QualityModel model;

    LearnedScorer(String name, QualityModel model) {
        this.name = name;
        this.model = Objects.requireNonNull(model, "model");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean marksWords() {
        return true;
    }

    @Override
    public List<Judgement> judge(List<TextPair> pairs) {
        List<Judgement> judgements = new ArrayList<>(pairs.size());
        for (TextPair pair : pairs) {
            if (pair.source().isBlank() || pair.target().isBlank()) {
                judgements.add(new Judgement(0, List.of()));
            } else {
                PairQuality quality =
                        model.judge(List.of(new QualityModel.Pair(pair.source(), pair.target())))
                                .get(0);
                List<Span> bad =
                        quality.words().stream()
                                .filter(word -> word.error() >= LIKELY)
                                .map(PairQuality.Word::span)
                                .toList();
                judgements.add(new Judgement(quality.score(), bad));
            }
        }
        return judgements;
    }

    @Override
    public Signature signature() {
        return model.signature();
    }
}
