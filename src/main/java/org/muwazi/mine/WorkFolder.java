package org.muwazi.mine;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.muwazi.text.MalformedInputException;

/**
 * The folder of a mining run: sentences, vectors, and the state of the search. A named one outlives
 * the run, so that an interrupted run can be taken up; a temporary one goes when it is closed.
 *
 * <p>One run at a time: it is locked while open.
 */
public final class WorkFolder implements Closeable {

    /** Tells our folders from those of others, into which nothing is written. */
    private static final String MARK = "muwazi-mine.lock";

    private final Path folder;
    private final boolean kept;
    private final FileChannel mark;

    private WorkFolder(Path folder, boolean kept, FileChannel mark) {
        this.folder = folder;
        this.kept = kept;
        this.mark = mark;
    }

    /**
     * A folder that is kept; it is created where it does not exist.
     *
     * @throws MalformedInputException if it is no folder, holds other things or is in use
     * @throws IOException one line, if it cannot be created or written
     */
    public static WorkFolder of(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new MalformedInputException(
                    folder.toString(), "is not a folder; name a new or an empty one");
        }
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve(MARK)) && !isEmpty(folder)) {
                throw new MalformedInputException(
                        folder.toString(),
                        "holds files of others; name a new or an empty folder, or one of an"
                                + " earlier run");
            }
            return new WorkFolder(folder, true, locked(folder));
        } catch (AccessDeniedException e) {
            throw new IOException(folder + ": cannot be written: permission denied", e);
        }
    }

    /** A folder among the system's temporary files. */
    public static WorkFolder temporary() throws IOException {
        Path folder = Files.createTempDirectory("muwazi-mine-");
        // What is registered first is deleted last.
        folder.toFile().deleteOnExit();
        folder.resolve(MARK).toFile().deleteOnExit();
        return new WorkFolder(folder, false, locked(folder));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(MARK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new MalformedInputException(
                    folder.toString(), "is in use by another run; wait for it or name another");
        }
        return channel;
    }

    /** A file in the folder. */
    public Path file(String name) {
        Path file = folder.resolve(name);
        if (!kept) {
            // A run that is stopped from outside closes nothing, and vectors are large.
            file.toFile().deleteOnExit();
            part(file).toFile().deleteOnExit();
        }
        return file;
    }

    /** Where a file is written before it is renamed. */
    static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /** True where the folder outlives the run. */
    public boolean isKept() {
        return kept;
    }

    /**
     * Checks that so many bytes more fit.
     *
     * @throws IOException one line that says what to do, if they do not
     */
    public void requireSpace(long bytes) throws IOException {
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (usable < bytes) {
            throw new IOException(
                    folder
                            + ": needs "
                            + (bytes >> 20)
                            + " MiB for vectors and has "
                            + (usable >> 20)
                            + "; name a folder elsewhere with --work DIR");
        }
    }

    /** Writes all of a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes beside the file, then renames. */
    static void replace(Path file, Content content) throws IOException {
        Path part = part(file);
        try (FileChannel channel =
                        FileChannel.open(
                                part,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            content.writeTo(out);
            channel.force(true);
        }
        rename(part, file);
    }

    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Frees the lock, and deletes a temporary folder. */
    @Override
    public void close() throws IOException {
        mark.close();
        if (kept) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        } catch (NoSuchFileException e) {
            return;
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
