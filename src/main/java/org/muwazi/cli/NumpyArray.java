package org.muwazi.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.muwazi.embed.Embeddings;

/**
 * NumPy's {@code .npy} format, version 1.0: little-endian float32 in C order, written row by row.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the
 *     format</a>
 */
final class NumpyArray {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /** Data begin at a multiple of this, so that they can be mapped into memory. */
    private static final int ALIGNMENT = 64;

    private NumpyArray() {}

    /** The header of an array of shape (rows, dimension). */
    static void writeHeader(long rows, int dimension, OutputStream out) throws IOException {
        String header =
                "{'descr': '<f4', 'fortran_order': False, 'shape': ("
                        + rows
                        + ", "
                        + dimension
                        + "), }";
        int unpadded = MAGIC.length + Short.BYTES + header.length() + 1;
        int padding = (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
        byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        out.write(MAGIC);
        out.write(
                ByteBuffer.allocate(Short.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) text.length)
                        .array());
        out.write(text);
    }

    /** The next rows. */
    static void writeRows(Embeddings vectors, OutputStream out) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(vectors.dimension() * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < vectors.rows(); i++) {
            bytes.asFloatBuffer().put(vectors.row(i));
            out.write(bytes.array());
        }
    }
}
