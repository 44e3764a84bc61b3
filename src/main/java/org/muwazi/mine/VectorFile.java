package org.muwazi.mine;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.VectorBlock;
import org.muwazi.work.WorkFolder;

/*
 * A header of 512 bytes (a line of ASCII with name, version, rows, dimension and signature, padded
 * with spaces, ended by a line feed), then float32, little-endian, row by row.
 *
 * Blocks are read, not mapped: mapped pages count as memory of the process and can be freed by
 * nobody but the system. While there is memory to spare the system's cache makes reading as quick.
 */
/** Vectors on disk: read block by block, written row by row, taken up where writing stopped. */
final class VectorFile implements VectorTable, Closeable {

    private static final int HEADER = 512;
    private static final float UNIT_TOLERANCE = 1e-3f;

    private final FileChannel channel;
    private final Shape shape;

    private VectorFile(FileChannel channel, Shape shape) {
        this.channel = channel;
        this.shape = shape;
    }

    /**
     * What a file must be.
     *
     * @param signature of sentences and encoder, ASCII, below 400 characters
     */
    record Shape(int rows, int dimension, String signature) {

        private byte[] header() {
            String line = "muwazi-vectors 1 " + rows + " " + dimension + " " + signature;
            String padded = line + " ".repeat(HEADER - 1 - line.length()) + "\n";
            return padded.getBytes(StandardCharsets.US_ASCII);
        }

        private long rowBytes() {
            return (long) dimension * Float.BYTES;
        }

        long size() {
            return HEADER + rows * rowBytes();
        }
    }

    /** The file if it is complete and of this shape, else empty. */
    static Optional<VectorFile> open(Path file, Shape shape) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != shape.size()) {
            return Optional.empty();
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        if (!hasHeader(channel, shape)) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new VectorFile(channel, shape));
    }

    private static boolean hasHeader(FileChannel channel, Shape shape) throws IOException {
        if (channel.size() < HEADER) {
            return false;
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        readAll(channel, header, 0);
        return header.equals(ByteBuffer.wrap(shape.header()));
    }

    @Override
    public int rows() {
        return shape.rows();
    }

    @Override
    public int dimension() {
        return shape.dimension();
    }

    @Override
    public void read(int start, int count, VectorBlock into) throws IOException {
        readAll(channel, into.refill(count), HEADER + start * shape.rowBytes());
    }

    private static void readAll(FileChannel channel, ByteBuffer into, long from)
            throws IOException {
        long at = from;
        while (into.hasRemaining()) {
            int count = channel.read(into, at);
            if (count < 0) {
                throw new EOFException("vectors end early; delete the work folder");
            }
            at += count;
        }
        into.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Appends vectors to a file beside its place, and renames it when it is complete. */
    static final class Writer implements Closeable {

        private final Path file;
        private final Path part;
        private final Shape shape;
        private final FileChannel channel;
        private int rows;

        private Writer(Path file, Path part, Shape shape, FileChannel channel) {
            this.file = file;
            this.part = part;
            this.shape = shape;
            this.channel = channel;
        }

        /** Goes on with what an earlier run left, where that is of the same shape. */
        static Writer open(Path file, Shape shape) throws IOException {
            Path part = WorkFolder.part(file);
            FileChannel channel =
                    FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            Writer writer = new Writer(file, part, shape, channel);
            if (hasHeader(channel, shape)) {
                writer.rows = writer.goodRows();
            } else {
                channel.truncate(0);
                writer.write(ByteBuffer.wrap(shape.header()), 0);
            }
            channel.truncate(HEADER + writer.rows * shape.rowBytes());
            return writer;
        }

        // After a power cut a file may end in zeros or in half a row: only whole rows of unit
        // length count.
        private int goodRows() throws IOException {
            long whole = (channel.size() - HEADER) / shape.rowBytes();
            int most = (int) Math.min(whole, shape.rows());
            ByteBuffer row =
                    ByteBuffer.allocate((int) shape.rowBytes())
                            .order(java.nio.ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < most; i++) {
                readAll(channel, row.clear(), HEADER + i * shape.rowBytes());
                double squares = 0;
                while (row.hasRemaining()) {
                    float component = row.getFloat();
                    squares += (double) component * component;
                }
                if (!(Math.abs(Math.sqrt(squares) - 1) <= UNIT_TOLERANCE)) {
                    return i;
                }
            }
            return most;
        }

        /** Rows that are there. */
        int rows() {
            return rows;
        }

        void append(Embeddings vectors) throws IOException {
            VectorBlock block = VectorBlock.of(vectors);
            write(block.refill(vectors.rows()), HEADER + rows * shape.rowBytes());
            rows += vectors.rows();
        }

        private void write(ByteBuffer bytes, long from) throws IOException {
            long at = from;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        }

        /** Puts the complete file in its place. */
        VectorFile complete() throws IOException {
            if (rows != shape.rows()) {
                throw new IllegalStateException(rows + " of " + shape.rows() + " rows written");
            }
            channel.force(true);
            WorkFolder.rename(part, file);
            return new VectorFile(FileChannel.open(file, StandardOpenOption.READ), shape);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
