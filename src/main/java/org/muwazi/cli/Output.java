package org.muwazi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.muwazi.write.AtomicFiles;

/** Where {@code -o} leads. */
final class Output {

    private static final String STANDARD = "-";

    private Output() {}

    /** The file, or empty for standard output: no {@code -o}, or {@code -o -}. */
    static Optional<Path> file(Path named) {
        return Optional.ofNullable(named).filter(path -> !path.toString().equals(STANDARD));
    }

    /**
     * Writes a file that appears when it is complete, or to standard output.
     *
     * @param named what {@code -o} says, null without it
     */
    static void write(Path named, AtomicFiles.Content content, Console console) throws IOException {
        Optional<Path> file = file(named);
        if (file.isPresent()) {
            try (AtomicFiles files = new AtomicFiles()) {
                files.write(file.get(), content);
                files.commit();
            }
        } else {
            console.write(content);
        }
    }
}
