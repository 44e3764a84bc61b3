package org.muwazi.embed.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.WordEncoder;
import org.muwazi.embed.onnx.ModelManifest.WordOutput;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;
import org.muwazi.work.Workers;

/*
 * Sentences are taken in portions. The windows of a portion are sorted by length and cut into
 * batches of a bounded number of tokens, padding included, and the batches run side by side, each on
 * one thread. Sorting is what matters (1.7 times the speed of input order on news sentences): in
 * input order most of a batch is padding.
 *
 * The composition of batches does not depend on the number of threads, and rows are written back by
 * index, so the result does not depend on scheduling.
 */
/**
 * A sentence encoder exported to ONNX, loaded from a folder with a manifest (see {@link
 * ModelManifest}). Any encoder whose graph takes token ids and a mask will do.
 *
 * <p>Results do not depend on batch, threads or order within 1e-5; rows differ in the last bits
 * only because matrix products of different sizes are summed in different orders. Memory beyond
 * input and result: some 40 MB a thread with the default model, whatever the number of sentences.
 */
public final class OnnxSentenceEncoder implements SentenceEncoder {

    // Tokens of a batch, padding included. From 256 to 1,024 the default model's sentences per
    // CPU-second do not differ beyond noise (508-556), at 4,096 they fall to 440; the
    // middle of that leaves a short story enough batches to share out.
    private static final int BATCH_TOKENS = 512;

    // Sentences and characters taken at once. Enough to sort by length with little padding left,
    // and few enough that their tokens and vectors stay small beside the result.
    private static final int PORTION_SENTENCES = 4_096;
    private static final int PORTION_CHARACTERS = 1 << 20;

    private static final int TOKENIZE_AT_ONCE = 64;

    private static final int CHECKSUM_PREFIX = 12;

    private final ModelManifest manifest;
    private final WindowTokenizer tokenizer;
    private final OnnxModel model;
    private final Signature signature;
    private final int batchTokens;
    private final Workers workers;
    private final AtomicLong windowed = new AtomicLong();
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private boolean closed;

    /** How texts are shared out: threads, and the tokens of a batch, padding included. */
    private record Sharing(int threads, int batchTokens) {}

    private OnnxSentenceEncoder(
            ModelManifest manifest, WindowTokenizer tokenizer, OnnxModel model, Sharing sharing) {
        this.manifest = manifest;
        this.tokenizer = tokenizer;
        this.model = model;
        this.signature = signatureOf(manifest);
        this.batchTokens = sharing.batchTokens();
        this.workers = new Workers(sharing.threads(), "muwazi-encoder-");
    }

    /**
     * Loads a model with a thread for each processor.
     *
     * @see #open(Path, int)
     */
    public static OnnxSentenceEncoder open(Path folder) {
        return open(folder, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Loads a model. Every file that the manifest names is checked by size and SHA-256 while the
     * graph is being loaded.
     *
     * @param folder with {@code manifest.json} and the files that it names
     * @param threads that encode at the same time, at least 1
     * @throws MalformedInputException with one line that says what to do, if the folder, a file or
     *     a field is missing, a file is truncated or altered, or the graph is not as the manifest
     *     says
     */
    public static OnnxSentenceEncoder open(Path folder, int threads) {
        return open(folder, new Sharing(threads, BATCH_TOKENS));
    }

    /**
     * The same with a batch for each text: the vector of a text is then the same to the last bit,
     * whatever it is encoded with. Slower by a quarter.
     */
    public static OnnxSentenceEncoder openTextByText(Path folder, int threads) {
        return open(folder, new Sharing(threads, 1));
    }

    private static OnnxSentenceEncoder open(Path folder, Sharing sharing) {
        if (sharing.threads() < 1) {
            throw new IllegalArgumentException(
                    "threads " + sharing.threads() + " must be at least 1");
        }
        OfflineRuntime.silenceDjl();
        ExecutorService loaders =
                Executors.newFixedThreadPool(2, Workers.daemons("muwazi-loader-"));
        try {
            // The native runtime needs a quarter of a second and no manifest.
            Future<Boolean> runtime =
                    loaders.submit(
                            () -> {
                                OnnxModel.startRuntime();
                                return true;
                            });
            ModelManifest manifest = ModelManifest.read(folder);
            for (ModelFile file : manifest.files()) {
                fail(folder, file.sizeFault(folder));
            }
            Future<Optional<String>> checksums = loaders.submit(() -> firstFault(folder, manifest));
            Future<WindowTokenizer> tokenizer =
                    loaders.submit(() -> loadTokenizer(folder, manifest));
            Workers.await(runtime);
            return assemble(folder, manifest, sharing, checksums, tokenizer);
        } finally {
            loaders.shutdown();
        }
    }

    private static OnnxSentenceEncoder assemble(
            Path folder,
            ModelManifest manifest,
            Sharing sharing,
            Future<Optional<String>> checksums,
            Future<WindowTokenizer> tokenizer) {
        OnnxModel model = null;
        WindowTokenizer loadedTokenizer = null;
        OnnxSentenceEncoder encoder = null;
        try {
            MalformedInputException graphFault = null;
            try {
                model = OnnxModel.load(folder, manifest, sharing.threads());
            } catch (MalformedInputException e) {
                graphFault = e;
            }
            // An altered file is the better explanation of a graph or tokenizer that does not load.
            fail(folder, Workers.await(checksums));
            if (graphFault != null) {
                throw graphFault;
            }
            loadedTokenizer = Workers.await(tokenizer);
            encoder = new OnnxSentenceEncoder(manifest, loadedTokenizer, model, sharing);
            // Shows whether the graph's output is what the manifest says, before any real work.
            encoder.encode(List.of("a"));
            if (manifest.words().isPresent()) {
                encoder.words().encodeWords(List.of("a"));
            }
            return encoder;
        } catch (RuntimeException e) {
            release(tokenizer, model, encoder);
            throw e;
        }
    }

    private static void release(
            Future<WindowTokenizer> tokenizer, OnnxModel model, OnnxSentenceEncoder encoder) {
        if (encoder != null) {
            encoder.close();
            return;
        }
        if (model != null) {
            model.close();
        }
        try {
            Workers.await(tokenizer).close();
        } catch (MalformedInputException | CancellationException e) {
            // It never came to be, so there is nothing to free.
            return;
        }
    }

    private static Optional<String> firstFault(Path folder, ModelManifest manifest) {
        return manifest.files().stream().flatMap(file -> file.fault(folder).stream()).findFirst();
    }

    private static void fail(Path folder, Optional<String> fault) {
        if (fault.isPresent()) {
            throw new MalformedInputException(folder.toString(), fault.get());
        }
    }

    // The native tokenizer reports a bad file by a bare RuntimeException.
    private static WindowTokenizer loadTokenizer(Path folder, ModelManifest manifest) {
        Path file = folder.resolve(manifest.tokenizer());
        WindowTokenizer tokenizer;
        try {
            tokenizer = WindowTokenizer.load(file, manifest.prefix(), manifest.maxTokens());
        } catch (IOException | RuntimeException e) {
            throw new MalformedInputException(
                    file.toString(),
                    "cannot be loaded as a Hugging Face tokenizer: " + OnnxModel.rootMessage(e));
        }
        int fixed = tokenizer.fixedTokens();
        if (fixed >= manifest.maxTokens()) {
            tokenizer.close();
            throw new MalformedInputException(
                    folder.resolve(ModelManifest.FILE_NAME).toString(),
                    "\"maxTokens\" is "
                            + manifest.maxTokens()
                            + ", of which prefix and special tokens take "
                            + fixed
                            + "; raise it");
        }
        return tokenizer;
    }

    private static Signature signatureOf(ModelManifest manifest) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("sha256", shortened(manifest.modelFile()));
        settings.put("tokenizer", shortened(manifest.tokenizerFile()));
        settings.put("pooling", manifest.output().pooling().manifestName());
        settings.put("prefix", manifest.prefix().isEmpty() ? "none" : manifest.prefix().strip());
        settings.put("precision", manifest.precision());
        settings.put("maxTokens", Integer.toString(manifest.maxTokens()));
        return new Signature(manifest.name(), settings, manifest.version());
    }

    private static String shortened(ModelFile file) {
        return file.sha256().substring(0, CHECKSUM_PREFIX);
    }

    @Override
    public Embeddings encode(List<String> sentences) {
        return whileOpen(
                () -> {
                    List<String> given = List.copyOf(sentences);
                    for (int i = 0; i < given.size(); i++) {
                        if (given.get(i).isBlank()) {
                            throw new IllegalArgumentException("sentence " + i + " is blank");
                        }
                    }
                    Embeddings.Builder rows =
                            Embeddings.builder(given.size(), manifest.dimension());
                    for (Span portion : portions(given)) {
                        encodePortion(
                                given.subList(portion.start(), portion.end()),
                                portion.start(),
                                rows);
                    }
                    return rows.build();
                });
    }

    private static int portionEnd(List<String> sentences, int start) {
        int end = start;
        long characters = 0;
        while (end < sentences.size()
                && end - start < PORTION_SENTENCES
                && characters < PORTION_CHARACTERS) {
            characters += sentences.get(end).length();
            end++;
        }
        return end;
    }

    private void encodePortion(List<String> portion, int offset, Embeddings.Builder rows) {
        List<List<TokenWindow>> windows = tokenize(portion);
        List<TokenWindow> all = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            if (windows.get(i).isEmpty()) {
                throw new IllegalArgumentException(
                        "the tokenizer finds no token in sentence " + (offset + i));
            }
            all.addAll(windows.get(i));
        }
        float[] vectors = runBatches(all);
        int first = 0;
        for (int i = 0; i < windows.size(); i++) {
            rows.set(offset + i, mean(windows.get(i), vectors, first));
            first += windows.get(i).size();
        }
        windowed.addAndGet(windows.stream().filter(several -> several.size() > 1).count());
    }

    private List<List<TokenWindow>> tokenize(List<String> portion) {
        List<Callable<List<List<TokenWindow>>>> tasks = new ArrayList<>();
        for (int start = 0; start < portion.size(); start += TOKENIZE_AT_ONCE) {
            List<String> some =
                    portion.subList(start, Math.min(portion.size(), start + TOKENIZE_AT_ONCE));
            tasks.add(() -> some.stream().map(tokenizer::windows).toList());
        }
        List<List<TokenWindow>> windows = new ArrayList<>(portion.size());
        workers.runAll(tasks).forEach(windows::addAll);
        return windows;
    }

    private float[] runBatches(List<TokenWindow> windows) {
        int dimension = manifest.dimension();
        float[] vectors = new float[Math.multiplyExact(windows.size(), dimension)];
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (List<Integer> members : TokenBatch.shares(windows, batchTokens)) {
            tasks.add(
                    () -> {
                        TokenBatch batch =
                                new TokenBatch(members.stream().map(windows::get).toList());
                        float[] rows = model.run(batch);
                        for (int row = 0; row < members.size(); row++) {
                            System.arraycopy(
                                    rows,
                                    row * dimension,
                                    vectors,
                                    members.get(row) * dimension,
                                    dimension);
                        }
                        return true;
                    });
        }
        workers.runAll(tasks);
        return vectors;
    }

    // Weighted by tokens, so that a short last window counts for what it holds.
    private float[] mean(List<TokenWindow> windows, float[] vectors, int first) {
        int dimension = manifest.dimension();
        double[] sum = new double[dimension];
        for (int w = 0; w < windows.size(); w++) {
            for (int k = 0; k < dimension; k++) {
                sum[k] += (double) windows.get(w).weight() * vectors[(first + w) * dimension + k];
            }
        }
        double squares = 0;
        for (double component : sum) {
            squares += component * component;
        }
        double length = Math.sqrt(squares);
        float[] row = new float[dimension];
        for (int k = 0; k < dimension; k++) {
            row[k] = (float) (sum[k] / length);
        }
        return row;
    }

    /** Whether the model has vectors of words: {@link #words}. */
    public boolean hasWords() {
        return manifest.words().isPresent();
    }

    /**
     * The model's vectors of words. It shares model and threads with this encoder and lives as long
     * as it.
     *
     * @throws MalformedInputException if the model has none
     * @throws IllegalStateException after {@link #close()}
     */
    public WordEncoder words() {
        checkOpenNow();
        WordOutput output =
                manifest.words()
                        .orElseThrow(
                                () ->
                                        new MalformedInputException(
                                                manifest.name(),
                                                "this model has no vectors of words; use one whose"
                                                        + " manifest has the field \"words\""));
        return new OnnxWordEncoder(this, output);
    }

    /** Portions of texts to be taken at once, as half-open ranges that follow one another. */
    static List<Span> portions(List<String> texts) {
        List<Span> portions = new ArrayList<>();
        int start = 0;
        while (start < texts.size()) {
            int end = portionEnd(texts, start);
            portions.add(new Span(start, end));
            start = end;
        }
        return portions;
    }

    /** Does something that needs the native memory; nobody frees it meanwhile. */
    <T> T whileOpen(Supplier<T> work) {
        // A batch that is done before anyone waits for it would let the interrupt pass unseen.
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted before encoding");
        }
        life.readLock().lock();
        try {
            checkOpen();
            return work.get();
        } finally {
            life.readLock().unlock();
        }
    }

    WindowTokenizer tokenizer() {
        return tokenizer;
    }

    OnnxModel model() {
        return model;
    }

    Workers workers() {
        return workers;
    }

    int batchTokens() {
        return batchTokens;
    }

    @Override
    public int dimension() {
        checkOpenNow();
        return manifest.dimension();
    }

    @Override
    public int maxTokens() {
        checkOpenNow();
        return manifest.maxTokens();
    }

    @Override
    public long windowed() {
        checkOpenNow();
        return windowed.get();
    }

    @Override
    public Signature signature() {
        checkOpenNow();
        return signature;
    }

    /** What the model's folder says about it. */
    public ModelManifest manifest() {
        return manifest;
    }

    void checkOpenNow() {
        life.readLock().lock();
        try {
            checkOpen();
        } finally {
            life.readLock().unlock();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the encoder " + manifest.name() + " is closed");
        }
    }

    /** Waits for calls under way, then frees native memory. */
    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            workers.close();
            model.close();
            tokenizer.close();
        } finally {
            life.writeLock().unlock();
        }
    }
}
