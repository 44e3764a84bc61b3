package org.muwazi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.muwazi.align.AlignmentPresets;
import org.muwazi.json.Json;
import org.muwazi.text.MalformedInputException;

/** What lies in an encoder's folder beside the encoder itself. */
public final class ModelFiles {

    private static final String ALIGNMENT = "alignment.json";

    private ModelFiles() {}

    /**
     * The alignment parameters that were calibrated for an encoder; {@link
     * AlignmentPresets#standard} where its folder has none.
     *
     * @param encoder the model's folder
     * @throws MalformedInputException if the file cannot be read or a value is out of range
     */
    public static AlignmentPresets alignmentParameters(Path encoder) {
        Path file = encoder.resolve(ALIGNMENT);
        if (!Files.exists(file)) {
            return AlignmentPresets.standard();
        }
        try {
            return Json.read(file.toString(), Files.readString(file), AlignmentPresets.class);
        } catch (IOException e) {
            throw new MalformedInputException(
                    file.toString(), "cannot be read (" + e.getMessage() + ")");
        }
    }
}
