package org.muwazi.work;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.muwazi.text.ContentHash;
import org.muwazi.text.MalformedInputException;

/**
 * Entries in a folder that outlives runs and that several runs may use at once: each takes in what
 * the others add.
 *
 * <p>All entries lie in the file {@code entries}, which grows up to a limit; then the older half
 * goes. A run that is killed while it writes leaves part of an entry, which the next one cuts off;
 * of a file that is damaged the entries before the damage are kept. Once the folder cannot be read
 * or written any more (a full disk), that is said and the run goes on without it.
 *
 * <p>Memory: 16 to 43 bytes an entry. Safe for use by several threads.
 */
public final class CacheFolder implements EntryStore, Closeable {

    /**
     * What the file may grow to.
     *
     * @param bytes of the file
     * @param entries in it
     */
    public record Limits(long bytes, int entries) {

        /** 1 GiB and 3 million entries, which take at most 128 MB of memory. */
        public static Limits standard() {
            return new Limits(1L << 30, 3_000_000);
        }

        /** Checks that there is room for something. */
        public Limits {
            if (bytes < 1024 || entries < 2) {
                throw new IllegalArgumentException(
                        "limits of " + bytes + " bytes and " + entries + " entries are too low");
            }
        }
    }

    private static final String LOCK = "muwazi-cache.lock";
    private static final String ENTRIES = "entries";
    private static final long WAIT_NANOSECONDS = 2_000_000;

    private final Path folder;
    private final Limits limits;
    private final Consumer<String> notes;
    private final FileChannel lock;
    private EntryFile file;
    private boolean usable = true;

    private CacheFolder(Path folder, Limits limits, Consumer<String> notes) throws IOException {
        this.folder = folder;
        this.limits = limits;
        this.notes = notes;
        this.lock =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * Opens a folder, which is made where it does not exist.
     *
     * @param notes is told in one line each what is wrong with it
     * @throws MalformedInputException if it is no folder or holds files of others
     * @throws IOException one line, if it cannot be made, read or written
     */
    public static CacheFolder open(Path folder, Limits limits, Consumer<String> notes)
            throws IOException {
        try {
            OwnFolder.claim(folder, folder.resolve(LOCK), "a cache");
            CacheFolder cache = new CacheFolder(folder, limits, notes);
            cache.begin();
            return cache;
        } catch (AccessDeniedException e) {
            throw new IOException(folder + ": cannot be written: permission denied", e);
        }
    }

    private void begin() throws IOException {
        FileLock held = lock();
        try {
            reopen();
            shrinkWhereFull();
        } catch (IOException e) {
            close();
            throw e;
        } finally {
            if (lock.isOpen()) {
                held.release();
            }
        }
    }

    /** Entries that can be found. */
    public synchronized int size() {
        return file.entries();
    }

    @Override
    public synchronized Optional<byte[]> find(ContentHash key) {
        if (!usable) {
            return Optional.empty();
        }
        try {
            return file.find(key);
        } catch (IOException e) {
            giveUp(e);
            return Optional.empty();
        }
    }

    @Override
    public synchronized void add(Map<ContentHash, byte[]> entries) {
        if (!usable || entries.isEmpty()) {
            return;
        }
        try {
            FileLock held = lock();
            try {
                addLocked(entries);
            } finally {
                held.release();
            }
        } catch (IOException e) {
            giveUp(e);
        }
    }

    private void addLocked(Map<ContentHash, byte[]> entries) throws IOException {
        // Another run may have put a smaller one in its place.
        if (file.isStill(folder.resolve(ENTRIES))) {
            refresh();
        } else {
            reopen();
        }
        file.append(entries);
        shrinkWhereFull();
    }

    private void giveUp(IOException e) {
        usable = false;
        notes.accept(folder + ": going on without the cache: " + e.getMessage());
    }

    private void reopen() throws IOException {
        Path entries = folder.resolve(ENTRIES);
        boolean empty = !Files.exists(entries) || Files.size(entries) == 0;
        if (file != null) {
            file.close();
        }
        long before = empty ? 0 : Files.size(entries);
        file = EntryFile.open(entries, System.nanoTime());
        if (!empty && Files.size(entries) < before) {
            notes.accept(entries + ": is no cache or damaged from the start; begun anew");
        }
        refresh();
    }

    private void refresh() throws IOException {
        long cut = file.refresh();
        if (cut > 0) {
            notes.accept(
                    folder.resolve(ENTRIES)
                            + ": damaged after "
                            + file.entries()
                            + " entries, which are kept; the "
                            + cut
                            + " bytes behind them are made anew");
        }
    }

    private void shrinkWhereFull() throws IOException {
        if (file.bytes() <= limits.bytes() && file.entries() <= limits.entries()) {
            return;
        }
        Path entries = folder.resolve(ENTRIES);
        Path part = WorkFolder.part(entries);
        Files.deleteIfExists(part);
        file.copyLaterHalf(part, System.nanoTime());
        WorkFolder.rename(part, entries);
        reopen();
    }

    /** Waits for other processes, and for other folders of this one that are the same. */
    private FileLock lock() throws IOException {
        while (true) {
            try {
                return lock.lock();
            } catch (OverlappingFileLockException e) {
                LockSupport.parkNanos(WAIT_NANOSECONDS);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        lock.close();
        if (file != null) {
            file.close();
        }
    }
}
