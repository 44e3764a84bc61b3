package org.muwazi.eval.encoder;

import java.nio.file.Path;
import org.muwazi.embed.CachingEncoder;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;

/**
 * One model, as it is and behind the normaliser, which is how the commands use it. Both remember
 * what they encoded.
 */
final class OpenedModel implements AutoCloseable {

    /** Texts as they are, in the column {@code scorer}. */
    static final String RAW = "raw";

    /** Texts normalised first. */
    static final String NORMALIZED = "normalised";

    // At 512 dimensions some 130 MB.
    private static final int REMEMBERED = 60_000;

    private final Path folder;
    private final SentenceEncoder raw;
    private final SentenceEncoder normalizing;

    private OpenedModel(Path folder, SentenceEncoder raw) {
        this.folder = folder;
        this.raw = raw;
        this.normalizing = new NormalizingEncoder(raw);
    }

    /** Opens the model of a folder. */
    static OpenedModel open(Path folder) {
        return new OpenedModel(
                folder, new CachingEncoder(OnnxSentenceEncoder.open(folder), REMEMBERED));
    }

    Path folder() {
        return folder;
    }

    /** The encoder that a figure names: {@link #RAW} or {@link #NORMALIZED}. */
    SentenceEncoder encoder(String scorer) {
        return switch (scorer) {
            case RAW -> raw;
            case NORMALIZED -> normalizing;
            default -> throw new IllegalArgumentException("no encoder is called " + scorer);
        };
    }

    @Override
    public void close() {
        normalizing.close();
    }
}
