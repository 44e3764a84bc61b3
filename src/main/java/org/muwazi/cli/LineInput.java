package org.muwazi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.muwazi.read.LineReader;
import org.muwazi.text.MalformedInputException;

/** A file of lines named on the command line, or standard input. */
final class LineInput {

    private LineInput() {}

    /** Opens a path, or {@code -}. */
    static LineReader open(InputStream in, String name) throws IOException {
        return name.equals(VersionReader.STANDARD_INPUT)
                ? new LineReader(in, name)
                : LineReader.open(Path.of(name));
    }

    /**
     * The next line; empty at the end.
     *
     * @throws MalformedInputException also if reading fails, so that the output, whose own failures
     *     are {@code IOException}, is not blamed for it
     */
    static Optional<LineReader.Line> next(LineReader lines, String name) {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new MalformedInputException(name, "cannot be read: " + e.getMessage());
        }
    }
}
