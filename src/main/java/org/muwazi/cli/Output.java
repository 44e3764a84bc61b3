package org.muwazi.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Where {@code -o} leads. */
final class Output {

    private static final String STANDARD = "-";

    private Output() {}

    /** The file, or empty for standard output: no {@code -o}, or {@code -o -}. */
    static Optional<Path> file(Path named) {
        return Optional.ofNullable(named).filter(path -> !path.toString().equals(STANDARD));
    }
}
