package org.muwazi.embed.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.util.Map;
import org.muwazi.embed.BlockNeighbours;
import org.muwazi.embed.NearestNeighbours;
import org.muwazi.embed.VectorBlock;

/**
 * Nearest neighbours by one matrix product and a selection in ONNX Runtime. Each call runs on the
 * thread that makes it; calls of several threads run side by side. Besides the blocks a call holds
 * the products twice, 8 bytes each.
 */
public final class OnnxNearestNeighbours implements NearestNeighbours {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private boolean closed;

    /** Loads the runtime, if that was not done yet, and the graph, which takes no time. */
    public OnnxNearestNeighbours() {
        // DJL insists on making the process's environment itself.
        OnnxModel.startRuntime();
        environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(NeighbourGraph.bytes(), options);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime refuses the graph of neighbours", e);
        }
    }

    @Override
    public BlockNeighbours search(VectorBlock source, VectorBlock target, int k) {
        NearestNeighbours.requireSearchable(source, target, k);
        requireOpen();
        int forward = Math.min(k, target.rows());
        int backward = Math.min(k, source.rows());
        try (OnnxTensor sources = tensor(source);
                OnnxTensor targets = tensor(target);
                OnnxTensor forwardK = OnnxTensor.createTensor(environment, new long[] {forward});
                OnnxTensor backwardK = OnnxTensor.createTensor(environment, new long[] {backward});
                OrtSession.Result result =
                        session.run(
                                Map.of(
                                        NeighbourGraph.SOURCE, sources,
                                        NeighbourGraph.TARGET, targets,
                                        NeighbourGraph.FORWARD_K, forwardK,
                                        NeighbourGraph.BACKWARD_K, backwardK))) {
            return new BlockNeighbours(
                    direction(
                            forward,
                            output(result, NeighbourGraph.FORWARD),
                            output(result, NeighbourGraph.FORWARD_ROWS)),
                    direction(
                            backward,
                            output(result, NeighbourGraph.BACKWARD),
                            output(result, NeighbourGraph.BACKWARD_ROWS)));
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "ONNX Runtime failed on a block of "
                            + source.rows()
                            + " by "
                            + target.rows()
                            + ": "
                            + OnnxModel.rootMessage(e),
                    e);
        }
    }

    private OnnxTensor tensor(VectorBlock block) throws OrtException {
        return OnnxTensor.createTensor(
                environment, block.values(), new long[] {block.rows(), block.dimension()});
    }

    private static OnnxTensor output(OrtSession.Result result, String name) {
        return (OnnxTensor)
                result.get(name).orElseThrow(() -> new IllegalStateException("no output " + name));
    }

    private static BlockNeighbours.Direction direction(
            int each, OnnxTensor products, OnnxTensor rows) {
        LongBuffer numbers = rows.getLongBuffer();
        int[] narrowed = new int[numbers.remaining()];
        for (int i = 0; i < narrowed.length; i++) {
            narrowed[i] = Math.toIntExact(numbers.get());
        }
        float[] values = new float[narrowed.length];
        products.getFloatBuffer().get(values);
        return new BlockNeighbours.Direction(each, narrowed, values);
    }

    private synchronized void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the search is closed");
        }
    }

    /** Frees native memory; nobody may be searching. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot close a session", e);
        }
    }
}
