package org.muwazi.eval.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muwazi.score.Finding;
import org.muwazi.score.QualityEstimate;
import org.muwazi.score.QualityEstimator;
import org.muwazi.text.Language;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/** An estimator of the library: its score, and as bad places its findings on the target. */
final class EstimatorScorer implements PairScorer {

    private static final int BLOCK = 256;

    private final String name;
    private final QualityEstimator estimator;

    EstimatorScorer(String name, QualityEstimator estimator) {
        this.name = name;
        this.estimator = Objects.requireNonNull(estimator, "estimator");
    }

    @Override
    public String name() {
        return name;
    }

    /** Between Arabic, English and French. */
    @Override
    public boolean scores(String from, String to) {
        Optional<Language> first = Language.of(from);
        Optional<Language> second = Language.of(to);
        return first.isPresent()
                && second.isPresent()
                && first.get().isScored()
                && second.get().isScored()
                && first.get() != second.get();
    }

    @Override
    public boolean marksWords() {
        return true;
    }

    @Override
    public List<Judgement> judge(List<TextPair> pairs) {
        List<Judgement> judgements = new ArrayList<>(pairs.size());
        for (int at = 0; at < pairs.size(); at += BLOCK) {
            List<TranslationUnit> units =
                    pairs.subList(at, Math.min(pairs.size(), at + BLOCK)).stream()
                            .map(pair -> pair.unit().orElseThrow())
                            .toList();
            estimator.estimate(units).stream()
                    .map(estimate -> new Judgement(estimate.score(), bad(estimate)))
                    .forEach(judgements::add);
        }
        return judgements;
    }

    @Override
    public Signature signature() {
        return estimator.signature();
    }

    private static List<Span> bad(QualityEstimate estimate) {
        return estimate.findings().stream()
                .filter(finding -> finding.version() == 1 && !finding.span().isEmpty())
                .map(Finding::span)
                .toList();
    }
}
