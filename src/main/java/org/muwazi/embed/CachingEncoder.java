package org.muwazi.embed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muwazi.text.Signature;

/**
 * Remembers vectors by content, so that a text met again (in another version, in a joined bead, in
 * the next command of a notebook) is not encoded again.
 *
 * <p>The key is the SHA-256 of the text and of the encoder's signature; the texts themselves are
 * not kept. The least recently used vector goes first. Safe for use by several threads, which never
 * wait for each other's encoding; a text that two of them ask for at once may be encoded twice.
 * Closing it closes the encoder within.
 *
 * <p>Put it inside a {@link NormalizingEncoder}, not around: spellings that normalise to one text
 * then share one vector.
 */
public final class CachingEncoder implements SentenceEncoder {

    private final SentenceEncoder encoder;
    private final int capacity;
    private final byte[] signature;
    private final Map<Key, float[]> vectors = new LinkedHashMap<>(16, 0.75f, true);
    private long hits;
    private long misses;

    /**
     * An empty cache in front of an encoder.
     *
     * @param capacity vectors held at most, at least 1; each takes 4 bytes a component and some 100
     *     more
     */
    public CachingEncoder(SentenceEncoder encoder, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + " must be at least 1");
        }
        this.encoder = encoder;
        this.capacity = capacity;
        this.signature = encoder.signature().toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Embeddings encode(List<String> sentences) {
        // Also what makes the call fail after close(), when every text would be a hit.
        int dimension = encoder.dimension();
        List<Key> keys = new ArrayList<>(sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).isBlank()) {
                throw new IllegalArgumentException("sentence " + i + " is blank");
            }
            keys.add(key(sentences.get(i)));
        }
        // Kept here until the end: the cache may be smaller than this call.
        Map<Key, float[]> found = lookUp(keys);
        Map<Key, String> missing = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!found.containsKey(keys.get(i))) {
                missing.put(keys.get(i), sentences.get(i));
            }
        }
        if (!missing.isEmpty()) {
            Embeddings encoded = encoder.encode(List.copyOf(missing.values()));
            int row = 0;
            for (Key key : missing.keySet()) {
                found.put(key, encoded.row(row));
                row++;
            }
            remember(missing.keySet(), found);
        }
        Embeddings.Builder rows = Embeddings.builder(keys.size(), dimension);
        for (int i = 0; i < keys.size(); i++) {
            rows.set(i, found.get(keys.get(i)));
        }
        return rows.build();
    }

    private Map<Key, float[]> lookUp(List<Key> keys) {
        Map<Key, float[]> found = new LinkedHashMap<>();
        synchronized (vectors) {
            for (Key key : keys) {
                float[] vector = vectors.get(key);
                if (vector == null) {
                    misses++;
                } else {
                    hits++;
                    found.put(key, vector);
                }
            }
        }
        return found;
    }

    private void remember(Iterable<Key> keys, Map<Key, float[]> found) {
        synchronized (vectors) {
            for (Key key : keys) {
                vectors.put(key, found.get(key));
            }
            var oldest = vectors.entrySet().iterator();
            while (vectors.size() > capacity) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    // UTF-16 units rather than UTF-8: in UTF-8 every lone surrogate becomes the same "?", and
    // different texts would share a key.
    private Key key(String text) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
        digest.update(signature);
        ByteBuffer units = ByteBuffer.allocate(2 * text.length() + 2);
        units.putChar('\0');
        for (int i = 0; i < text.length(); i++) {
            units.putChar(text.charAt(i));
        }
        digest.update(units.flip());
        ByteBuffer hash = ByteBuffer.wrap(digest.digest()).order(ByteOrder.BIG_ENDIAN);
        return new Key(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }

    /** Sentences answered without encoding so far. */
    public long hits() {
        synchronized (vectors) {
            return hits;
        }
    }

    /** Sentences not in the cache when asked for so far; repeats within one call count each. */
    public long misses() {
        synchronized (vectors) {
            return misses;
        }
    }

    /** Vectors held now, at most the capacity. */
    public int size() {
        synchronized (vectors) {
            return vectors.size();
        }
    }

    @Override
    public int dimension() {
        return encoder.dimension();
    }

    @Override
    public int maxTokens() {
        return encoder.maxTokens();
    }

    /** Of the sentences that were encoded; those answered from the cache are not counted again. */
    @Override
    public long windowed() {
        return encoder.windowed();
    }

    /** That of the encoder: remembering changes no vector. */
    @Override
    public Signature signature() {
        return encoder.signature();
    }

    @Override
    public void close() {
        encoder.close();
        synchronized (vectors) {
            vectors.clear();
        }
    }

    /** 256 bits of a hash. */
    private record Key(long a, long b, long c, long d) {}
}
