package org.muwazi.cli;

import java.nio.file.Path;
import org.muwazi.embed.CachingEncoder;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.pipeline.StoryPipeline;
import org.muwazi.score.Detectors;
import org.muwazi.score.FluencyJudge;
import org.muwazi.score.StoryScorer;

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
    public static final String DEFAULT_ENCODER = "use-multilingual-v3";

    private static final int REMEMBERED_SENTENCES = 50_000;

    private final SentenceEncoder encoder;
    private final StoryPipeline pipeline;

    private Toolkit(SentenceEncoder encoder) {
        this.encoder = encoder;
        FluencyJudge fluency = FluencyJudge.none();
        this.pipeline = new StoryPipeline(encoder, new StoryScorer(Detectors.standard(), fluency));
    }

    /**
     * Opens the models below a folder.
     *
     * @throws org.muwazi.text.MalformedInputException if a model is missing or is not what its
     *     manifest says
     */
    public static Toolkit open(Path models) {
        return open(models, models.resolve(DEFAULT_ENCODER));
    }

    /** The same with another sentence encoder. */
    public static Toolkit open(Path models, Path encoder) {
        return new Toolkit(
                new CachingEncoder(
                        new NormalizingEncoder(OnnxSentenceEncoder.open(encoder)),
                        REMEMBERED_SENTENCES));
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
    }
}
