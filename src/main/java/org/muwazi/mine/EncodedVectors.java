package org.muwazi.mine;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The vectors of a side, on disk. */
public final class EncodedVectors implements Closeable {

    private final VectorFile file;
    private final String signature;
    private final List<Integer> windowed;

    EncodedVectors(VectorFile file, String signature, List<Integer> windowed) {
        this.file = file;
        this.signature = signature;
        this.windowed = windowed;
    }

    /** The vectors, one for each sentence of the pool. */
    public VectorTable table() {
        return file;
    }

    /** Numbers of the sentences that were longer than the model takes at once, ascending. */
    public List<Integer> windowed() {
        return windowed;
    }

    String signature() {
        return signature;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
