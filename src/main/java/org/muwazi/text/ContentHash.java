package org.muwazi.text;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 of texts and of what is asked about them: a key under which an answer can be kept without
 * keeping the texts.
 *
 * @param a first 8 bytes, big-endian
 * @param b second 8 bytes
 * @param c third 8 bytes
 * @param d last 8 bytes
 */
public record ContentHash(long a, long b, long c, long d) {

    /** Bytes of a hash. */
    public static final int BYTES = 32;

    /**
     * Of texts in order; other texts, another order, and the same characters cut elsewhere are
     * other hashes.
     *
     * @param question what is asked about the texts, such as a signature
     */
    public static ContentHash of(String question, String... texts) {
        MessageDigest digest = sha256();
        add(question, digest);
        for (String text : texts) {
            add(text, digest);
        }
        return read(ByteBuffer.wrap(digest.digest()));
    }

    // UTF-16 units rather than UTF-8: in UTF-8 every lone surrogate becomes the same "?", and
    // different texts would share a key.
    private static void add(String text, MessageDigest digest) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length()).flip());
        ByteBuffer units = ByteBuffer.allocate(2 * text.length());
        for (int i = 0; i < text.length(); i++) {
            units.putChar(text.charAt(i));
        }
        digest.update(units.flip());
    }

    /** An empty SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** The next 32 bytes. */
    public static ContentHash read(ByteBuffer bytes) {
        return new ContentHash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** Puts its 32 bytes. */
    public void write(ByteBuffer bytes) {
        bytes.putLong(a).putLong(b).putLong(c).putLong(d);
    }
}
