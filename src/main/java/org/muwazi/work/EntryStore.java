package org.muwazi.work;

import java.util.Map;
import java.util.Optional;
import org.muwazi.text.ContentHash;

/**
 * Bytes remembered by the hash of what they answer. It may forget: an entry that was added need not
 * be found.
 */
public interface EntryStore {

    /** The bytes of a key, the caller's to change. */
    Optional<byte[]> find(ContentHash key);

    /** Remembers entries, those of one call in order. */
    void add(Map<ContentHash, byte[]> entries);
}
