package org.muwazi.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.muwazi.text.ContentHash;

/**
 * Entries in memory, for one run. What was not asked for longest goes first. Safe for use by
 * several threads.
 */
public final class MemoryEntries implements EntryStore {

    /** What an entry takes beside its bytes: key, array header and place in the map. */
    private static final int OVERHEAD = 160;

    private final long most;
    private final Map<ContentHash, byte[]> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** Room for so many bytes, those of keys and of the map itself counted. */
    public MemoryEntries(long most) {
        if (most < 0) {
            throw new IllegalArgumentException("room for " + most + " bytes is below 0");
        }
        this.most = most;
    }

    @Override
    public synchronized Optional<byte[]> find(ContentHash key) {
        return Optional.ofNullable(entries.get(key)).map(byte[]::clone);
    }

    @Override
    public synchronized void add(Map<ContentHash, byte[]> added) {
        added.forEach(
                (key, value) -> {
                    byte[] before = entries.put(key, value.clone());
                    bytes += value.length - (before == null ? -OVERHEAD : before.length);
                });
        var oldest = entries.values().iterator();
        while (bytes > most) {
            bytes -= oldest.next().length + OVERHEAD;
            oldest.remove();
        }
    }
}
