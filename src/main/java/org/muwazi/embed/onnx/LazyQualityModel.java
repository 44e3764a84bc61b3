package org.muwazi.embed.onnx;

import java.nio.file.Path;
import java.util.List;
import org.muwazi.embed.PairQuality;
import org.muwazi.embed.QualityModel;
import org.muwazi.text.Signature;

/**
 * A quality model that is loaded when it is first asked: who may not need it does not wait for it.
 * To be closed when nothing is judged any more.
 */
public final class LazyQualityModel implements QualityModel {

    private final Path folder;
    private final Signature signature;
    private OnnxQualityModel opened;
    private boolean closed;

    private LazyQualityModel(Path folder, Signature signature) {
        this.folder = folder;
        this.signature = signature;
    }

    /**
     * Reads the manifest of a model, and nothing else yet.
     *
     * @param folder as for {@link OnnxQualityModel#open}
     * @throws org.muwazi.text.MalformedInputException if the manifest is missing or wrong
     */
    public static LazyQualityModel of(Path folder) {
        return new LazyQualityModel(
                folder, OnnxQualityModel.signature(QualityManifest.read(folder)));
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.muwazi.text.MalformedInputException if a file of the model is missing, truncated
     *     or altered; told by the first call
     */
    @Override
    public List<PairQuality> judge(List<Pair> pairs) {
        return opened().judge(pairs);
    }

    private synchronized OnnxQualityModel opened() {
        if (closed) {
            throw new IllegalStateException(folder + ": the model is closed");
        }
        if (opened == null) {
            opened = OnnxQualityModel.open(folder);
        }
        return opened;
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
