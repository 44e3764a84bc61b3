package org.muwazi.work;

/**
 * From the first 8 bytes of a hash to a place in a file, 16 bytes of memory a slot: open addressing
 * in arrays that double when they are three quarters full. Two keys that begin alike share a slot;
 * the later one has it, and whoever reads the place compares the whole key.
 */
final class EntryIndex {

    /** No entry begins there: the head of the file does. */
    static final long NOWHERE = 0;

    private static final int FIRST_SLOTS = 1 << 12;

    private long[] keys = new long[FIRST_SLOTS];
    private long[] places = new long[FIRST_SLOTS];
    private int size;

    /** Entries in it. */
    int size() {
        return size;
    }

    /** The place of a key, or {@link #NOWHERE}. */
    long find(long key) {
        return places[slot(key)];
    }

    void put(long key, long place) {
        int slot = slot(key);
        if (places[slot] == NOWHERE) {
            size++;
        }
        keys[slot] = key;
        places[slot] = place;
        if (size > keys.length / 4 * 3) {
            grow();
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldPlaces = places;
        keys = new long[2 * oldKeys.length];
        places = new long[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldPlaces[i] != NOWHERE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                places[slot] = oldPlaces[i];
            }
        }
    }

    // The keys are hashes already: their low bits are as good as any.
    private int slot(long key) {
        int slot = (int) key & (keys.length - 1);
        while (places[slot] != NOWHERE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
