package org.muwazi.work;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.muwazi.text.ContentHash;

/**
 * Entries one behind the other in a file that only grows: length (4 bytes), CRC-32C of key and body
 * (4), key (32), body. In front stand a mark and a number that tells this file from another of the
 * same name. Whoever appends or cuts holds the folder's lock; reading needs none.
 */
final class EntryFile implements Closeable {

    private static final long MARK = 0x4D55574143483031L; // "MUWACH01"
    private static final int HEAD = 16;
    private static final int ENTRY_HEAD = 8 + ContentHash.BYTES;

    /** Larger bodies are not written, and a length above it is damage. */
    private static final int LONGEST_BODY = 1 << 24;

    /** Read at once: most entries are shorter. */
    private static final int USUAL = 1 << 10;

    private final FileChannel channel;
    private final long number;
    private final EntryIndex index = new EntryIndex();
    private long end = HEAD;

    private EntryFile(FileChannel channel, long number) {
        this.channel = channel;
        this.number = number;
    }

    /**
     * Opens or makes a file; {@link #refresh} reads it. A file with another head is emptied.
     *
     * @param seed of the number of a file that is made
     */
    static EntryFile open(Path file, long seed) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        long found = number(channel);
        if (found != 0) {
            return new EntryFile(channel, found);
        }
        channel.truncate(0);
        long made = new SplittableRandom(seed).nextLong() | 1;
        writeAll(channel, ByteBuffer.allocate(HEAD).putLong(MARK).putLong(made).flip(), 0);
        return new EntryFile(channel, made);
    }

    /** 0 where the head is not one. */
    private static long number(FileChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        readAll(channel, head, 0);
        head.flip();
        return head.remaining() == HEAD && head.getLong() == MARK ? head.getLong() : 0;
    }

    /** True where a file of the name is still this one. */
    boolean isStill(Path file) throws IOException {
        try (FileChannel now = FileChannel.open(file, StandardOpenOption.READ)) {
            return number(now) == number && now.size() >= end;
        } catch (java.nio.file.NoSuchFileException e) {
            return false;
        }
    }

    int entries() {
        return index.size();
    }

    long bytes() {
        return end;
    }

    /**
     * Takes in what was appended since, by this run or another.
     *
     * @return bytes that were cut off, because no whole entry begins where they do
     */
    long refresh() throws IOException {
        long size = channel.size();
        if (size == end) {
            return 0;
        }
        channel.position(end);
        DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(Channels.newInputStream(channel), 1 << 18));
        while (end < size) {
            long next = next(in, size);
            if (next == end) {
                channel.truncate(end);
                return size - end;
            }
            end = next;
        }
        return 0;
    }

    /** Where the entry at the end of what is known ends; the same place where it is none. */
    private long next(DataInputStream in, long size) throws IOException {
        try {
            int length = in.readInt();
            int sum = in.readInt();
            if (length < 0 || length > LONGEST_BODY || end + ENTRY_HEAD + length > size) {
                return end;
            }
            byte[] keyAndBody = new byte[ContentHash.BYTES + length];
            in.readFully(keyAndBody);
            if (sum(keyAndBody) != sum) {
                return end;
            }
            index.put(ByteBuffer.wrap(keyAndBody).getLong(), end);
            return end + ENTRY_HEAD + length;
        } catch (EOFException e) {
            return end;
        }
    }

    private static int sum(byte[] keyAndBody) {
        CRC32C crc = new CRC32C();
        crc.update(keyAndBody);
        return (int) crc.getValue();
    }

    Optional<byte[]> find(ContentHash key) throws IOException {
        long place = index.find(key.a());
        if (place == EntryIndex.NOWHERE) {
            return Optional.empty();
        }
        ByteBuffer entry = ByteBuffer.allocate(USUAL);
        readAll(channel, entry, place);
        if (entry.position() < ENTRY_HEAD) {
            return Optional.empty();
        }
        int length = entry.getInt(0);
        if (length < 0 || length > LONGEST_BODY) {
            return Optional.empty();
        }
        if (ENTRY_HEAD + length > USUAL) {
            ByteBuffer longer = ByteBuffer.allocate(ENTRY_HEAD + length).put(entry.flip());
            readAll(channel, longer, place + longer.position());
            entry = longer;
        }
        if (entry.position() < ENTRY_HEAD + length) {
            return Optional.empty();
        }
        byte[] keyAndBody = new byte[ContentHash.BYTES + length];
        entry.position(8).get(keyAndBody);
        boolean right =
                sum(keyAndBody) == entry.getInt(4)
                        && ContentHash.read(ByteBuffer.wrap(keyAndBody)).equals(key);
        byte[] body = new byte[length];
        System.arraycopy(keyAndBody, ContentHash.BYTES, body, 0, length);
        return right ? Optional.of(body) : Optional.empty();
    }

    /** Appends entries in one write; call {@link #refresh} before. */
    void append(Map<ContentHash, byte[]> entries) throws IOException {
        long room = 0;
        for (byte[] body : entries.values()) {
            room += body.length > LONGEST_BODY ? 0 : ENTRY_HEAD + body.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(room));
        for (Map.Entry<ContentHash, byte[]> entry : entries.entrySet()) {
            if (entry.getValue().length <= LONGEST_BODY) {
                ByteBuffer keyAndBody =
                        ByteBuffer.allocate(ContentHash.BYTES + entry.getValue().length);
                entry.getKey().write(keyAndBody);
                keyAndBody.put(entry.getValue());
                bytes.putInt(entry.getValue().length).putInt(sum(keyAndBody.array()));
                bytes.put(keyAndBody.array());
            }
        }
        writeAll(channel, bytes.flip(), end);
        refresh();
    }

    /** Copies the later half of the entries into a file that does not exist. */
    void copyLaterHalf(Path file, long seed) throws IOException {
        long from = HEAD;
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        while (from < end / 2) {
            length.clear();
            readAll(channel, length, from);
            from += ENTRY_HEAD + length.getInt(0);
        }
        try (EntryFile copy = open(file, seed)) {
            copy.channel.position(HEAD);
            long at = from;
            while (at < end) {
                at += channel.transferTo(at, end - at, copy.channel);
            }
        }
    }

    private static void readAll(FileChannel channel, ByteBuffer into, long from)
            throws IOException {
        long at = from;
        while (into.hasRemaining()) {
            int count = channel.read(into, at);
            if (count < 0) {
                return;
            }
            at += count;
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes, long from)
            throws IOException {
        long at = from;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
