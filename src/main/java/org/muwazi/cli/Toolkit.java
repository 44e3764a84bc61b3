package org.muwazi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.muwazi.align.AlignmentPresets;
import org.muwazi.embed.CachingEncoder;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.QualityModel;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.LazyQualityModel;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.pipeline.StoryPipeline;
import org.muwazi.score.Detector;
import org.muwazi.score.Detectors;
import org.muwazi.score.FluencyModel;
import org.muwazi.score.FluencyModelDetector;
import org.muwazi.score.FluencyModelJudge;
import org.muwazi.score.StoryScorer;
import org.muwazi.text.MalformedInputException;

/**
 * The parts that commands and notebooks start from, with the models that ship with the toolkit:
 * encoder, scorer, pipeline.
 *
 * <pre>{@code
 * try (Toolkit toolkit = Toolkit.open(Path.of("models"))) {
 *     ScoredStory story = toolkit.pipeline().check(...);
 * }
 * }</pre>
 */
public final class Toolkit implements AutoCloseable {

    /** Folder of the sentence encoder that is used unless another is named. */
    public static final String DEFAULT_ENCODER = "encoder-1";

    /** Folder of the model that reads both sides of a pair. */
    public static final String QUALITY_MODEL = "quality-1";

    /** Folder of the fluency model. */
    private static final String FLUENCY = "fluency-1";

    private static final int REMEMBERED_SENTENCES = 50_000;

    private final SentenceEncoder encoder;
    private final StoryPipeline pipeline;
    private final Optional<QualityModel> learned;

    private Toolkit(
            OnnxSentenceEncoder opened,
            AlignmentPresets parameters,
            FluencyModel fluency,
            Optional<QualityModel> learned) {
        this.encoder = new CachingEncoder(new NormalizingEncoder(opened), REMEMBERED_SENTENCES);
        this.learned = learned;
        List<Detector> detectors = new ArrayList<>(Detectors.standard());
        detectors.add(new FluencyModelDetector(fluency));
        this.pipeline =
                new StoryPipeline(
                        encoder,
                        parameters,
                        new StoryScorer(
                                detectors,
                                new FluencyModelJudge(fluency),
                                learned,
                                LinkedWords.of(opened)));
    }

    /**
     * Opens the models below a folder.
     *
     * @throws MalformedInputException if a model is missing or is not what its manifest says
     */
    public static Toolkit open(Path models) {
        return open(models, models.resolve(DEFAULT_ENCODER));
    }

    /** The same with another sentence encoder. */
    public static Toolkit open(Path models, Path encoder) {
        return open(models, encoder, EstimatorKind.LEARNED);
    }

    /**
     * The same.
     *
     * @param estimator whether the learned model reads what the detectors doubt; it is loaded when
     *     it is first asked
     */
    public static Toolkit open(Path models, Path encoder, EstimatorKind estimator) {
        Optional<QualityModel> learned =
                estimator == EstimatorKind.LEARNED
                        ? Optional.of(LazyQualityModel.of(models.resolve(QUALITY_MODEL)))
                        : Optional.empty();
        AlignmentPresets parameters = ModelFiles.alignmentParameters(encoder);
        // Each takes a good part of a second to read and check; together they cost the longer one.
        CompletableFuture<FluencyModel> fluency =
                CompletableFuture.supplyAsync(() -> fluency(models.resolve(FLUENCY)));
        OnnxSentenceEncoder opened = OnnxSentenceEncoder.open(encoder);
        try {
            return new Toolkit(opened, parameters, fluency.join(), learned);
        } catch (CompletionException e) {
            opened.close();
            throw e.getCause() instanceof MalformedInputException malformed ? malformed : e;
        }
    }

    private static FluencyModel fluency(Path folder) {
        try {
            return FluencyModel.load(folder);
        } catch (IOException e) {
            throw new MalformedInputException(
                    folder.toString(),
                    "the fluency model cannot be read ("
                            + e.getMessage()
                            + "); restore the folder from the repository");
        }
    }

    /** Reads nothing and writes nothing; aligns and scores. */
    public StoryPipeline pipeline() {
        return pipeline;
    }

    /** Encodes sentences, normalised for scoring and remembered by content. */
    public SentenceEncoder encoder() {
        return encoder;
    }

    @Override
    public void close() {
        encoder.close();
        learned.ifPresent(QualityModel::close);
    }
}
