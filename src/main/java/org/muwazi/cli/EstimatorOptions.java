package org.muwazi.cli;

import java.util.Optional;
import org.muwazi.embed.CachingEncoder;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.QualityModel;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.score.Detectors;
import org.muwazi.score.PairEstimator;
import org.muwazi.score.QualityEstimator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who judges pairs. */
final class EstimatorOptions {

    /**
     * Sentences whose vectors are remembered: lists repeat a source in neighbouring lines, and more
     * would be memory that grows with the input.
     */
    private static final int REMEMBERED_SENTENCES = 4_096;

    @Option(
            names = "--estimator",
            paramLabel = "NAME",
            defaultValue = "learned",
            converter = EstimatorKind.Labels.class,
            completionCandidates = EstimatorKind.Labels.class,
            description = {
                "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
                "fast leaves out the model that reads both sides together: several times as many"
                        + " pairs a second, but blind to much that is wrong."
            })
    private EstimatorKind kind;

    @Mixin private ModelOptions models;

    /** Its name on the command line. */
    String label() {
        return Choices.label(kind);
    }

    /** An estimator with the models it owns. */
    record Opened(QualityEstimator estimator, SentenceEncoder encoder, Optional<QualityModel> model)
            implements AutoCloseable {

        @Override
        public void close() {
            encoder.close();
            model.ifPresent(QualityModel::close);
        }
    }

    /** Opens the models; the caller closes them. */
    Opened open() {
        Optional<QualityModel> model = kind.open(models);
        try {
            OnnxSentenceEncoder opened = models.openExactEncoder();
            SentenceEncoder encoder =
                    new CachingEncoder(new NormalizingEncoder(opened), REMEMBERED_SENTENCES);
            return new Opened(
                    new PairEstimator(encoder, Detectors.standard(), model, LinkedWords.of(opened)),
                    encoder,
                    model);
        } catch (RuntimeException e) {
            model.ifPresent(QualityModel::close);
            throw e;
        }
    }
}
