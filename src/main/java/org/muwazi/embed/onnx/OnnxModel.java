package org.muwazi.embed.onnx;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.muwazi.text.MalformedInputException;

/**
 * The graph, ready to run on several threads at once: a predictor for each, one native thread a
 * call. Two calls of one thread beat one call of two (441 to 328 sentences/s on two cores), because
 * most of the graph's steps are too small to split.
 */
final class OnnxModel implements AutoCloseable {

    static final String ENGINE = "OnnxRuntime";

    private final String place;
    private final Model model;
    private final BlockingQueue<Predictor<TokenBatch, float[]>> predictors;
    private final BlockingQueue<Predictor<TokenBatch, float[]>> wordPredictors;

    private OnnxModel(String place, Model model) {
        this.place = place;
        this.model = model;
        this.predictors = new LinkedBlockingQueue<>();
        this.wordPredictors = new LinkedBlockingQueue<>();
    }

    /**
     * Loads the native runtime, once in the life of a process. Nothing else may load it first:
     * neither would it be kept from the network, nor would DJL accept it.
     */
    static void startRuntime() {
        OfflineRuntime.silenceDjl();
        OfflineRuntime.silenceOnnxRuntime();
        Engine.getEngine(ENGINE);
    }

    /**
     * Loads the graph and compares its inputs with the manifest.
     *
     * @param calls how many run at once, at least 1
     * @throws MalformedInputException if it is not a graph, or not the one that the manifest tells
     *     of
     */
    static OnnxModel load(Path folder, ModelManifest manifest, int calls) {
        String place = folder.resolve(manifest.model()).toString();
        startRuntime();
        // On the CPU by name: asked for the default device, DJL looks for a GPU first.
        Model model = Model.newInstance(manifest.name(), Device.cpu(), ENGINE);
        try {
            model.load(
                    folder.resolve(manifest.model()),
                    null,
                    Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1"));
            checkInputs(place, manifest, model.describeInput().keys());
            OnnxModel loaded = new OnnxModel(place, model);
            PoolingTranslator translator = new PoolingTranslator(place, manifest);
            for (int i = 0; i < calls; i++) {
                loaded.predictors.add(model.newPredictor(translator));
            }
            manifest.words()
                    .map(output -> new WordTranslator(place, translator, output))
                    .ifPresent(words -> loaded.addWordPredictors(words, calls));
            return loaded;
        } catch (IOException | MalformedModelException | EngineException e) {
            model.close();
            throw new MalformedInputException(
                    place, "cannot be loaded as an ONNX graph: " + rootMessage(e));
        } catch (MalformedInputException e) {
            model.close();
            throw e;
        }
    }

    private void addWordPredictors(WordTranslator words, int calls) {
        for (int i = 0; i < calls; i++) {
            wordPredictors.add(model.newPredictor(words));
        }
    }

    private static void checkInputs(String place, ModelManifest manifest, List<String> names) {
        List<String> named = new ArrayList<>();
        named.add(manifest.inputs().inputIds());
        named.add(manifest.inputs().attentionMask());
        manifest.inputs().tokenTypeIds().ifPresent(named::add);
        Set<String> expected = new TreeSet<>(named);
        Set<String> found = new TreeSet<>(names);
        if (!found.equals(expected)) {
            throw new MalformedInputException(
                    place,
                    "the graph has the inputs "
                            + found
                            + ", the manifest names "
                            + expected
                            + "; mend \"inputs\" in "
                            + ModelManifest.FILE_NAME);
        }
    }

    /**
     * Runs the graph; waits while all predictors are at work.
     *
     * @return unit rows, shape (rows of the batch, dimension)
     * @throws InterruptedException while waiting
     */
    float[] run(TokenBatch batch) throws InterruptedException {
        return run(batch, predictors);
    }

    /**
     * Runs the graph for the vectors of tokens; the model must have them.
     *
     * @return as {@link WordTranslator} says
     * @throws InterruptedException while waiting
     */
    float[] runWords(TokenBatch batch) throws InterruptedException {
        return run(batch, wordPredictors);
    }

    private float[] run(TokenBatch batch, BlockingQueue<Predictor<TokenBatch, float[]>> free)
            throws InterruptedException {
        Predictor<TokenBatch, float[]> predictor = free.take();
        try {
            return predictor.predict(batch);
        } catch (TranslateException e) {
            if (e.getCause() instanceof MalformedInputException fault) {
                throw fault;
            }
            throw new IllegalStateException(
                    place
                            + ": ONNX Runtime failed on "
                            + batch.rows()
                            + " windows of up to "
                            + batch.width()
                            + " tokens: "
                            + rootMessage(e),
                    e);
        } finally {
            free.add(predictor);
        }
    }

    // The innermost message says what is wrong; it may have line feeds, and messages have one line.
    static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.strip().replaceAll("\\s+", " ");
    }

    /** Frees native memory; nobody may be running. */
    @Override
    public void close() {
        predictors.forEach(Predictor::close);
        wordPredictors.forEach(Predictor::close);
        model.close();
    }
}
