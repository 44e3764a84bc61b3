package org.muwazi.embed.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The least that turns sentences into vectors with the same runtime: tokenizer, sorting by length,
 * batches of the same number of tokens, {@link OrtSession}. No checks, windows, prefix, types,
 * normalisation or life cycle.
 */
final class BareEncoder implements AutoCloseable {

    // As OnnxSentenceEncoder's.
    private static final int BATCH_TOKENS = 512;
    private static final int TOKENIZE_AT_ONCE = 64;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final ExecutorService workers;

    BareEncoder(Path folder, int threads) throws IOException, OrtException {
        // DJL insists on making the process's environment itself.
        OnnxModel.startRuntime();
        environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(folder.resolve("model.onnx").toString(), options);
        }
        tokenizer =
                HuggingFaceTokenizer.newInstance(
                        folder.resolve("tokenizer.json"),
                        Map.of("truncation", "false", "padding", "false"));
        workers = Executors.newFixedThreadPool(threads);
    }

    /** Row i belongs to sentence i. */
    float[][] encode(List<String> sentences) throws InterruptedException, ExecutionException {
        long[][] ids = new long[sentences.size()][];
        List<Callable<Boolean>> tokenizing = new ArrayList<>();
        for (int start = 0; start < ids.length; start += TOKENIZE_AT_ONCE) {
            int from = start;
            int to = Math.min(ids.length, start + TOKENIZE_AT_ONCE);
            tokenizing.add(
                    () -> {
                        for (int i = from; i < to; i++) {
                            Encoding encoding = tokenizer.encode(sentences.get(i));
                            ids[i] = encoding.getIds();
                        }
                        return true;
                    });
        }
        runAll(tokenizing);
        Integer[] order = new Integer[ids.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> -ids[i].length));
        float[][] rows = new float[ids.length][];
        List<Callable<Boolean>> running = new ArrayList<>();
        for (int start = 0; start < order.length; ) {
            int width = ids[order[start]].length;
            int from = start;
            int to = Math.min(order.length, from + Math.max(1, BATCH_TOKENS / width));
            running.add(() -> run(Arrays.copyOfRange(order, from, to), ids, rows));
            start = to;
        }
        runAll(running);
        return rows;
    }

    private boolean run(Integer[] members, long[][] ids, float[][] rows) throws OrtException {
        int width = ids[members[0]].length;
        long[] batch = new long[members.length * width];
        long[] mask = new long[members.length * width];
        for (int row = 0; row < members.length; row++) {
            long[] own = ids[members[row]];
            System.arraycopy(own, 0, batch, row * width, own.length);
            Arrays.fill(mask, row * width, row * width + own.length, 1);
        }
        long[] shape = {members.length, width};
        try (OnnxTensor input =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(batch), shape);
                OnnxTensor attention =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", attention))) {
            float[][] vectors = (float[][]) result.get(0).getValue();
            for (int row = 0; row < members.length; row++) {
                rows[members[row]] = vectors[row];
            }
            return true;
        }
    }

    private void runAll(List<Callable<Boolean>> tasks)
            throws InterruptedException, ExecutionException {
        for (Future<Boolean> future : workers.invokeAll(tasks)) {
            future.get();
        }
    }

    @Override
    public void close() throws OrtException {
        workers.shutdownNow();
        session.close();
        tokenizer.close();
    }
}
