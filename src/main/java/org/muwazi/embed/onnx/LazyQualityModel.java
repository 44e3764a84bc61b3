package org.muwazi.embed.onnx;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.muwazi.embed.PairQuality;
import org.muwazi.embed.QualityModel;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.Signature;
import org.muwazi.work.Workers;

/**
 * A quality model that is loaded when it is first asked: who may not need it does not wait for it.
 * To be closed when nothing is judged any more.
 */
public final class LazyQualityModel implements QualityModel {

    private final Path folder;
    private final Signature signature;
    private FutureTask<OnnxQualityModel> loading;
    private boolean closed;

    private LazyQualityModel(Path folder, Signature signature) {
        this.folder = folder;
        this.signature = signature;
    }

    /**
     * Reads the manifest of a model, and nothing else yet.
     *
     * @param folder as for {@link OnnxQualityModel#open}
     * @throws MalformedInputException if the manifest is missing or wrong
     */
    public static LazyQualityModel of(Path folder) {
        return new LazyQualityModel(
                folder, OnnxQualityModel.signature(QualityManifest.read(folder)));
    }

    /**
     * {@inheritDoc}
     *
     * @throws MalformedInputException if a file of the model is missing, truncated or altered; told
     *     by the first call
     */
    @Override
    public List<PairQuality> judge(List<Pair> pairs) {
        return opened().judge(pairs);
    }

    /** Begins to load in the background. A fault is told by the first call that asks. */
    @Override
    public synchronized void prepare() {
        if (!closed && loading == null) {
            loading = new FutureTask<>(() -> OnnxQualityModel.open(folder));
            Thread thread = new Thread(loading, "muwazi-quality-load");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private OnnxQualityModel opened() {
        Future<OnnxQualityModel> task;
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException(folder + ": the model is closed");
            }
            prepare();
            task = loading;
        }
        return Workers.await(task);
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public void close() {
        Future<OnnxQualityModel> task;
        synchronized (this) {
            task = closed ? null : loading;
            closed = true;
        }
        if (task != null) {
            try {
                Workers.await(task).close();
            } catch (MalformedInputException e) {
                // It was never open; whoever asked has been told.
            }
        }
    }
}
