package org.muwazi.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.muwazi.text.MalformedInputException;

/** Folders that only our files lie in, told by a mark that is made before any other file. */
final class OwnFolder {

    private OwnFolder() {}

    /**
     * Makes a folder where there is none, and refuses one that is not ours.
     *
     * @param mark file in it, which the caller makes next
     * @param other what beside a new or an empty folder can be named, for the message
     * @throws MalformedInputException if it is no folder or holds files of others
     * @throws IOException if it cannot be made or read
     */
    static void claim(Path folder, Path mark, String other) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new MalformedInputException(
                    folder.toString(), "is not a folder; name a new or an empty one");
        }
        Files.createDirectories(folder);
        // In this order: whoever makes the folder at the same time makes the mark first.
        if (!isEmpty(folder) && !Files.exists(mark)) {
            throw new MalformedInputException(
                    folder.toString(),
                    "holds files of others; name a new or an empty folder, or " + other);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
