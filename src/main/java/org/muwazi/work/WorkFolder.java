package org.muwazi.work;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.muwazi.text.MalformedInputException;

/**
 * The folder of a run: what it has so far, and its state. A named one outlives the run, so that an
 * interrupted run can be taken up; a temporary one goes when it is closed.
 *
 * <p>One run at a time: it is locked while open.
 */
public final class WorkFolder implements Closeable {

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
     * @param run a word for what is done in it; runs of another kind do not take it for theirs
     * @throws MalformedInputException if it is no folder, holds other things or is in use
     * @throws IOException one line, if it cannot be created or written
     */
    public static WorkFolder of(Path folder, String run) throws IOException {
        try {
            Path mark = mark(folder, run);
            OwnFolder.claim(folder, mark, "one of an earlier run");
            return new WorkFolder(folder, true, locked(mark));
        } catch (AccessDeniedException e) {
            throw new IOException(folder + ": cannot be written: permission denied", e);
        }
    }

    /** A folder among the system's temporary files. */
    public static WorkFolder temporary(String run) throws IOException {
        Path folder = Files.createTempDirectory("muwazi-" + run + "-");
        // What is registered first is deleted last.
        folder.toFile().deleteOnExit();
        mark(folder, run).toFile().deleteOnExit();
        return new WorkFolder(folder, false, locked(mark(folder, run)));
    }

    /** Tells our folders from those of others, into which nothing is written. */
    private static Path mark(Path folder, String run) {
        return folder.resolve("muwazi-" + run + ".lock");
    }

    private static FileChannel locked(Path mark) throws IOException {
        FileChannel channel =
                FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new MalformedInputException(
                    String.valueOf(mark.getParent()),
                    "is in use by another run; wait for it or name another");
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
    public static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /** True where the folder outlives the run. */
    public boolean isKept() {
        return kept;
    }

    /**
     * Checks that so many bytes more fit.
     *
     * @param advice what to do if not, such as {@code name a folder elsewhere with --work DIR}
     * @throws IOException one line that says what to do, if they do not
     */
    public void requireSpace(long bytes, String advice) throws IOException {
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (usable < bytes) {
            throw new IOException(
                    folder
                            + ": needs "
                            + (bytes >> 20)
                            + " MiB more and has "
                            + (usable >> 20)
                            + "; "
                            + advice);
        }
    }

    /** Writes all of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the caller closes the stream. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes beside the file, then renames. */
    public static void replace(Path file, Content content) throws IOException {
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

    /** Puts a file in the place of another, or fails. */
    public static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Frees the lock, and deletes a temporary folder. */
    @Override
    public void close() throws IOException {
        mark.close();
        if (!kept) {
            delete();
        }
    }

    /** Frees the lock and deletes the folder, also one that is kept: its work is done. */
    public void discard() throws IOException {
        mark.close();
        delete();
    }

    private void delete() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        } catch (NoSuchFileException e) {
            return;
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Another run has begun in it meanwhile.
        }
    }
}
