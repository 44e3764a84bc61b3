package org.muwazi.write;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that appear whole or not at all.
 *
 * <p>Each is written to a temporary file in the folder of its target and renamed by {@link
 * #commit}; what is not committed when this is closed is deleted, and an older file of the name
 * stays as it was.
 *
 * <pre>{@code
 * try (AtomicFiles files = new AtomicFiles()) {
 *     files.write(folder.resolve("aligned.tsv"), out -> table.write(out));
 *     files.commit();
 * }
 * }</pre>
 *
 * <p>Links are followed. A target that is no regular file, such as a pipe or {@code /dev/null}, is
 * written straight, since a rename would replace it.
 */
public final class AtomicFiles implements Closeable {

    /** Writes the content of a file; the writer is UTF-8 and closed by the caller. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. */
        void writeTo(Writer out) throws IOException;
    }

    /** Writes the bytes of a file; the stream is closed by the caller. */
    @FunctionalInterface
    public interface Bytes {
        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    private record Pending(Path temporary, Path target, Path asNamed) {}

    private final List<Pending> pending = new ArrayList<>();
    private final List<Path> written = new ArrayList<>();

    /**
     * Writes a file that {@link #commit} will put in place; folders above it are created.
     *
     * @throws IOException one line that names the target and says why it cannot be written
     */
    public void write(Path target, Content content) throws IOException {
        writeBytes(
                target,
                out -> {
                    // Flushed, not closed: the channel below is still to be forced to the disk.
                    Writer writer = utf8(out);
                    content.writeTo(writer);
                    writer.flush();
                });
    }

    /**
     * The same for a file that is not text.
     *
     * @throws IOException as for text
     */
    public void writeBytes(Path target, Bytes content) throws IOException {
        try {
            if (Files.isDirectory(target)) {
                throw new IOException("is a folder; name a file");
            }
            Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            if (Files.exists(real) && !Files.isRegularFile(real)) {
                writeStraight(real, content);
                written.add(target);
                return;
            }
            createFolder(real.getParent());
            Path temporary = unusedName(real.getParent());
            pending.add(new Pending(temporary, real, target));
            // A process that is stopped from outside closes nothing.
            temporary.toFile().deleteOnExit();
            try (FileChannel channel =
                            FileChannel.open(
                                    temporary,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE);
                    OutputStream out =
                            new BufferedOutputStream(Channels.newOutputStream(channel))) {
                content.writeTo(out);
                out.flush();
                // Without this a power cut after the rename may leave an empty file.
                channel.force(true);
            }
        } catch (IOException e) {
            throw named(target, e);
        }
    }

    /**
     * Renames all that was written to its target.
     *
     * @return the targets as they were named, in order
     */
    public List<Path> commit() throws IOException {
        while (!pending.isEmpty()) {
            Pending file = pending.get(0);
            try {
                Files.move(
                        file.temporary(),
                        file.target(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                moveInTwoSteps(file);
            } catch (IOException e) {
                throw named(file.asNamed(), e);
            }
            pending.remove(0);
            written.add(file.asNamed());
        }
        return List.copyOf(written);
    }

    /** Deletes what was not committed. */
    @Override
    public void close() throws IOException {
        while (!pending.isEmpty()) {
            Files.deleteIfExists(pending.remove(pending.size() - 1).temporary());
        }
    }

    private static void moveInTwoSteps(Pending file) throws IOException {
        try {
            Files.move(file.temporary(), file.target(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw named(file.asNamed(), e);
        }
    }

    private static void writeStraight(Path target, Bytes content) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(target, StandardOpenOption.WRITE))) {
            content.writeTo(out);
        }
    }

    private static Writer utf8(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    private static void createFolder(Path folder) throws IOException {
        // createDirectories of JDK 17 refuses a link to a folder, so ask first.
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(e.getFile() + " is not a folder", e);
        }
    }

    /** A short name, so that a target with the longest name a file system allows still works. */
    private static Path unusedName(Path folder) {
        long process = ProcessHandle.current().pid();
        int number = 0;
        Path name;
        do {
            name = folder.resolve(".muwazi-" + process + "-" + number++ + ".tmp");
        } while (Files.exists(name, LinkOption.NOFOLLOW_LINKS));
        return name;
    }

    private static IOException named(Path target, IOException e) {
        String reason = e.getMessage();
        if (e instanceof AccessDeniedException) {
            reason = "permission denied";
        } else if (e instanceof NoSuchFileException) {
            reason = "the folder does not exist";
        } else if (e instanceof FileSystemException file && file.getReason() != null) {
            reason = file.getReason();
        }
        return new IOException(target + ": cannot be written: " + reason, e);
    }
}
