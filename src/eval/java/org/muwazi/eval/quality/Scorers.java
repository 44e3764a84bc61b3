package org.muwazi.eval.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.muwazi.cli.Toolkit;
import org.muwazi.embed.CachingEncoder;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxQualityModel;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.json.Json;
import org.muwazi.score.Detectors;
import org.muwazi.score.PairEstimator;
import org.muwazi.text.MalformedInputException;

/**
 * The scorers that are compared: the shipped estimator, the baselines, and what is named as {@code
 * NAME=FOLDER}. A kind of model is one case in {@link #named}; a model that was trained with a
 * family of damage left out is one more {@code NAME=FOLDER}.
 */
final class Scorers implements AutoCloseable {

    /** The estimator of {@code muwazi score}. */
    static final String SHIPPED = "shipped";

    /** The same without its learned model. */
    static final String FAST = "fast";

    /** Cosine of the shipped encoder. */
    static final String COSINE = "cosine";

    private static final int REMEMBERED = 50_000;

    private final List<PairScorer> all = new ArrayList<>();
    private final Deque<Runnable> closers = new ArrayDeque<>();

    private Scorers() {}

    /**
     * Opens them.
     *
     * @param toolkit whose encoder the shipped estimator uses; stays the caller's to close
     * @param models folder of the shipped models
     * @param named each {@code NAME=FOLDER}, the folder with a {@code manifest.json}
     */
    static Scorers open(Toolkit toolkit, Path models, List<String> named) throws IOException {
        Scorers scorers = new Scorers();
        OnnxQualityModel learned = OnnxQualityModel.open(models.resolve(Toolkit.QUALITY_MODEL));
        scorers.closers.add(learned::close);
        scorers.all.add(
                new EstimatorScorer(
                        SHIPPED,
                        new PairEstimator(
                                toolkit.encoder(), Detectors.standard(), Optional.of(learned))));
        scorers.all.add(
                new EstimatorScorer(
                        FAST, new PairEstimator(toolkit.encoder(), Detectors.standard())));
        scorers.all.add(new CosineScorer(COSINE, toolkit.encoder()));
        scorers.all.add(new LengthRatioScorer());
        for (String scorer : named) {
            int equals = scorer.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(scorer + " is not NAME=FOLDER");
            }
            String name = scorer.substring(0, equals);
            if (scorers.all.stream().anyMatch(other -> other.name().equals(name))) {
                throw new IllegalArgumentException("two scorers are called " + name);
            }
            scorers.all.add(scorers.named(name, Path.of(scorer.substring(equals + 1))));
        }
        return scorers;
    }

    private record Manifest(String kind) {}

    private PairScorer named(String name, Path folder) throws IOException {
        Path file = folder.resolve("manifest.json");
        Manifest manifest = Json.read(file.toString(), Files.readString(file), Manifest.class);
        return switch (String.valueOf(manifest.kind())) {
            case "sentence-encoder" -> {
                SentenceEncoder encoder =
                        new NormalizingEncoder(
                                new CachingEncoder(OnnxSentenceEncoder.open(folder), REMEMBERED));
                closers.add(encoder::close);
                yield new CosineScorer(name, encoder);
            }
            case "quality-estimator" -> {
                OnnxQualityModel model = OnnxQualityModel.open(folder);
                closers.add(model::close);
                yield new LearnedScorer(name, model);
            }
            default ->
                    throw new MalformedInputException(
                            file.toString(),
                            "there is no scorer for a model of kind "
                                    + manifest.kind()
                                    + "; sentence-encoder and quality-estimator are known");
        };
    }

    List<PairScorer> all() {
        return List.copyOf(all);
    }

    @Override
    public void close() {
        closers.forEach(Runnable::run);
    }
}
