package org.muwazi.embed.onnx;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.muwazi.embed.PairQuality;
import org.muwazi.embed.QualityModel;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;
import org.muwazi.work.Workers;

/*
 * One pair a call: the graph's layers are 8 bits wide with a range that is taken from all it is given at once, so a pair beside others would
 * get slightly other numbers; and padding costs what batches save (47 pairs a CPU second alone, 43 in sixteens, 37 in thirty-twos; card.md
 * of the model).
 */
/**
 * A quality model in ONNX, from a folder with its manifest; judges as many pairs at once as there
 * are processors. To be closed when nothing is judged any more.
 */
public final class OnnxQualityModel implements QualityModel {

    private static final int CHECKSUM_PREFIX = 12;

    // The tokenizer takes these for its own marks wherever they stand.
    private static final String MARKS = "<(?=(?:s|/s|pad|unk|mask)>)";

    private final String place;
    private final QualityManifest manifest;
    private final HuggingFaceTokenizer tokenizer;
    private final Model model;
    private final BlockingQueue<Predictor<QualityTranslator.Tokens, QualityTranslator.Numbers>>
            predictors = new LinkedBlockingQueue<>();
    private final Workers workers;

    private OnnxQualityModel(
            String place, QualityManifest manifest, HuggingFaceTokenizer tokenizer, Model model) {
        this.place = place;
        this.manifest = manifest;
        this.tokenizer = tokenizer;
        this.model = model;
        int threads = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < threads; i++) {
            predictors.add(model.newPredictor(new QualityTranslator(place, manifest)));
        }
        this.workers = new Workers(threads, "muwazi-quality-");
    }

    /**
     * Loads a model; every file that the manifest names is checked by size and SHA-256.
     *
     * @param folder with {@code manifest.json} and the files that it names
     * @throws MalformedInputException if the folder or a file is missing, truncated or altered, or
     *     the graph cannot be loaded
     */
    public static OnnxQualityModel open(Path folder) {
        QualityManifest manifest = QualityManifest.read(folder);
        for (ModelFile file : manifest.files()) {
            Optional<String> fault = file.fault(folder);
            if (fault.isPresent()) {
                throw new MalformedInputException(folder.toString(), fault.get());
            }
        }
        OnnxModel.startRuntime();
        Path graph = folder.resolve(manifest.model());
        Model model = Model.newInstance(manifest.name(), Device.cpu(), OnnxModel.ENGINE);
        try {
            model.load(graph, null, Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1"));
            HuggingFaceTokenizer tokenizer =
                    WindowTokenizer.open(folder.resolve(manifest.tokenizer()));
            return new OnnxQualityModel(graph.toString(), manifest, tokenizer, model);
        } catch (IOException | MalformedModelException | EngineException e) {
            model.close();
            throw new MalformedInputException(
                    graph.toString(), "cannot be loaded: " + OnnxModel.rootMessage(e));
        }
    }

    @Override
    public List<PairQuality> judge(List<Pair> pairs) {
        List<Callable<PairQuality>> tasks = new ArrayList<>(pairs.size());
        for (Pair pair : pairs) {
            tasks.add(() -> judge(pair));
        }
        return workers.runAll(tasks);
    }

    private PairQuality judge(Pair pair) throws InterruptedException {
        Encoding source = tokenizer.encode(plain(pair.source()));
        Encoding target = tokenizer.encode(plain(pair.target()));
        int sourceLength = Math.min(source.getIds().length, manifest.maxSideTokens());
        int targetLength = Math.min(target.getIds().length, manifest.maxSideTokens());
        long[] ids = new long[sourceLength + targetLength];
        copy(source.getIds(), ids, 0, sourceLength);
        copy(target.getIds(), ids, sourceLength, targetLength);
        QualityTranslator.Numbers numbers;
        Predictor<QualityTranslator.Tokens, QualityTranslator.Numbers> predictor =
                predictors.take();
        try {
            numbers = predictor.predict(new QualityTranslator.Tokens(ids, sourceLength));
        } catch (TranslateException e) {
            if (e.getCause() instanceof MalformedInputException fault) {
                throw fault;
            }
            throw new IllegalStateException(
                    place + ": ONNX Runtime failed: " + OnnxModel.rootMessage(e), e);
        } finally {
            predictors.add(predictor);
        }
        return new PairQuality(
                numbers.score(),
                numbers.effort(),
                numbers.critical(),
                words(
                        pair.target(),
                        target,
                        targetLength,
                        numbers.tokenError().subList(sourceLength, ids.length)));
    }

    // What is too long loses its end, and ends with the mark that it ended with.
    private static void copy(long[] from, long[] to, int start, int length) {
        System.arraycopy(from, 0, to, start, length - 1);
        to[start + length - 1] = from[from.length - 1];
    }

    private static String plain(String text) {
        return WindowTokenizer.withoutLoneSurrogates(text).replaceAll(MARKS, "\u2039");
    }

    /** Words between spaces, each with the mean of its pieces. */
    private static List<PairQuality.Word> words(
            String text, Encoding encoding, int length, List<Float> errors) {
        List<Span> spans = spans(text);
        double[] sums = new double[spans.size()];
        int[] pieces = new int[spans.size()];
        CharSpan[] places = encoding.getCharTokenSpans();
        int word = 0;
        for (int t = 1; t < length - 1; t++) {
            if (places[t] == null || places[t].getEnd() <= places[t].getStart()) {
                continue;
            }
            // The tokenizer counts code points.
            int end = text.offsetByCodePoints(0, places[t].getEnd());
            while (word < spans.size() && spans.get(word).end() < end) {
                word++;
            }
            if (word < spans.size() && spans.get(word).start() < end) {
                sums[word] += errors.get(t);
                pieces[word]++;
            }
        }
        List<PairQuality.Word> words = new ArrayList<>();
        for (int w = 0; w < spans.size(); w++) {
            if (pieces[w] > 0) {
                words.add(new PairQuality.Word(spans.get(w), sums[w] / pieces[w]));
            }
        }
        return words;
    }

    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean space = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (space && start >= 0) {
                spans.add(new Span(start, i));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return spans;
    }

    @Override
    public Signature signature() {
        return signature(manifest);
    }

    /** The signature of the model that a manifest describes. */
    static Signature signature(QualityManifest manifest) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("precision", manifest.precision());
        settings.put("maxSideTokens", Integer.toString(manifest.maxSideTokens()));
        for (ModelFile file : manifest.files()) {
            String key = file.path().equals(manifest.model()) ? "sha256" : file.path();
            settings.put(key, file.sha256().substring(0, CHECKSUM_PREFIX));
        }
        return new Signature(manifest.name(), settings, manifest.version());
    }

    @Override
    public void close() {
        workers.close();
        predictors.forEach(Predictor::close);
        model.close();
        tokenizer.close();
    }
}
