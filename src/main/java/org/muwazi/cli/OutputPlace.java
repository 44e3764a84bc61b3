package org.muwazi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at the place of an output before hours of work rather than after. */
final class OutputPlace {

    private OutputPlace() {}

    /**
     * Refuses a place where no file can be made.
     *
     * @throws IOException one line that names it
     */
    static void require(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return;
        }
        Path target = file.get().toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException(file.get() + ": cannot be written: is a folder; name a file");
        }
        Path above = target.getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above != null && !Files.isDirectory(above)) {
            throw new IOException(
                    file.get() + ": cannot be written: " + above + " is not a folder");
        }
        if (above != null && !Files.isWritable(above)) {
            throw new IOException(file.get() + ": cannot be written: permission denied");
        }
    }
}
