package org.muwazi.mine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.muwazi.mine.LineNote.Kind;

/**
 * One side of a mining run: its different sentences, numbered from 0 in the order of their first
 * lines. The texts lie in a file, so that a million of them take some 30 MB of memory.
 *
 * <p>Reading is safe for several threads. Closing it keeps the file.
 */
public final class SentencePool implements Closeable {

    private final FileChannel texts;
    private final long[] ends;
    private final IntList lines;
    private final SentenceTraits traits;
    private final List<LineNote> notes;
    private final String digest;

    private SentencePool(Builder builder) {
        this.texts = builder.texts;
        this.ends = builder.ends.clone();
        this.lines = builder.lines;
        this.traits = builder.traits;
        this.notes = Collections.unmodifiableList(builder.notes);
        this.digest = HexFormat.of().formatHex(builder.digest.digest());
    }

    /** Collects the lines of a side; the file is created or emptied. */
    public static Builder builder(Path texts) throws IOException {
        return new Builder(texts);
    }

    /** Takes lines in and sorts out those that cannot be mined. */
    public static final class Builder implements Closeable {

        private final FileChannel texts;
        private final SentenceTraits traits = new SentenceTraits();
        private final IntList lines = new IntList();
        private final List<LineNote> notes = new ArrayList<>();
        private final Map<Key, Integer> known = new HashMap<>();
        private final MessageDigest digest = SentenceDigest.create();
        private final ByteBuffer pending = ByteBuffer.allocate(1 << 20);
        private long[] ends = new long[1024];
        private boolean built;

        private Builder(Path file) throws IOException {
            texts =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
        }

        /**
         * Takes a line in.
         *
         * @param line its number, counted from 0, higher than those before
         * @throws IOException if the file cannot be written
         */
        public void add(int line, String text) throws IOException {
            if (isBlank(text)) {
                notes.add(new LineNote(line, Kind.BLANK, line));
                return;
            }
            if (text.codePoints().noneMatch(Character::isLetter)) {
                notes.add(new LineNote(line, Kind.NO_LETTERS, line));
                return;
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] hash = SentenceDigest.create().digest(bytes);
            Integer first = known.putIfAbsent(Key.of(hash), lines.size());
            if (first != null) {
                notes.add(new LineNote(line, Kind.DUPLICATE, lines.get(first)));
                return;
            }
            digest.update(hash);
            store(bytes);
            lines.add(line);
            traits.add(text);
        }

        private void store(byte[] bytes) throws IOException {
            int count = lines.size();
            if (count == ends.length) {
                ends = java.util.Arrays.copyOf(ends, count + count / 2);
            }
            ends[count] = (count == 0 ? 0 : ends[count - 1]) + bytes.length;
            if (bytes.length > pending.remaining()) {
                flush();
            }
            if (bytes.length > pending.capacity()) {
                writeAll(ByteBuffer.wrap(bytes));
            } else {
                pending.put(bytes);
            }
        }

        private void flush() throws IOException {
            writeAll(pending.flip());
            pending.clear();
        }

        private void writeAll(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                texts.write(bytes);
            }
        }

        /** The pool; the builder is of no use afterwards. */
        public SentencePool build() throws IOException {
            if (built) {
                throw new IllegalStateException("this pool was built already");
            }
            flush();
            built = true;
            known.clear();
            return new SentencePool(this);
        }

        /** Closes the file unless a pool was built, which then owns it. */
        @Override
        public void close() throws IOException {
            if (!built) {
                texts.close();
            }
        }
    }

    /** True for what holds spaces and invisible characters only. */
    static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(
                        c ->
                                Character.isWhitespace(c)
                                        || Character.isSpaceChar(c)
                                        || Character.getType(c) == Character.FORMAT);
    }

    /** Number of different sentences that can be mined. */
    public int size() {
        return lines.size();
    }

    /** Line, from 0, on which a sentence stands first. */
    public int line(int sentence) {
        return lines.get(sentence);
    }

    /** The sentence as it was given. */
    public String text(int sentence) throws IOException {
        long start = sentence == 0 ? 0 : ends[sentence - 1];
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(ends[sentence] - start));
        while (bytes.hasRemaining()) {
            if (texts.read(bytes, start + bytes.position()) < 0) {
                throw new IOException("the file of sentences was cut while in use");
            }
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    /** Lines that were left out or stand for by another one, in the order of lines. */
    public List<LineNote> notes() {
        return notes;
    }

    /** SHA-256 of the sentences in order, hexadecimal. */
    public String digest() {
        return digest;
    }

    SentenceTraits traits() {
        return traits;
    }

    @Override
    public void close() throws IOException {
        texts.close();
    }

    /** 128 bits of a sentence's hash: enough that two of a billion never meet by chance. */
    private record Key(long high, long low) {
        static Key of(byte[] hash) {
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new Key(bytes.getLong(), bytes.getLong());
        }
    }
}
