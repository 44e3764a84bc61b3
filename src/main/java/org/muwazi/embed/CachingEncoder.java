package org.muwazi.embed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muwazi.text.ContentHash;
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
    private final String signature;
    private final Map<ContentHash, float[]> vectors = new LinkedHashMap<>(16, 0.75f, true);
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
        this.signature = encoder.signature().toString();
    }

    @Override
    public Embeddings encode(List<String> sentences) {
        // Also what makes the call fail after close(), when every text would be a hit.
        int dimension = encoder.dimension();
        List<ContentHash> keys = new ArrayList<>(sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).isBlank()) {
                throw new IllegalArgumentException("sentence " + i + " is blank");
            }
            keys.add(ContentHash.of(signature, sentences.get(i)));
        }
        // Kept here until the end: the cache may be smaller than this call.
        Map<ContentHash, float[]> found = lookUp(keys);
        Map<ContentHash, String> missing = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!found.containsKey(keys.get(i))) {
                missing.put(keys.get(i), sentences.get(i));
            }
        }
        if (!missing.isEmpty()) {
            Embeddings encoded = encoder.encode(List.copyOf(missing.values()));
            int row = 0;
            for (ContentHash key : missing.keySet()) {
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

    private Map<ContentHash, float[]> lookUp(List<ContentHash> keys) {
        Map<ContentHash, float[]> found = new LinkedHashMap<>();
        synchronized (vectors) {
            for (ContentHash key : keys) {
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

    private void remember(Iterable<ContentHash> keys, Map<ContentHash, float[]> found) {
        synchronized (vectors) {
            for (ContentHash key : keys) {
                vectors.put(key, found.get(key));
            }
            var oldest = vectors.entrySet().iterator();
            while (vectors.size() > capacity) {
                oldest.next();
                oldest.remove();
            }
        }
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
}
