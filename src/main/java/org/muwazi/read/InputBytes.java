package org.muwazi.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.muwazi.text.MalformedInputException;

/** The bytes of a story, unpacked where they are gzip, within limits. */
final class InputBytes {

    /**
     * Largest story, packed or not: some 400,000 sentences. Each character costs 24 bytes of
     * offsets, so this is also what keeps one story below the memory of a small machine.
     */
    static final int LARGEST = 64 << 20;

    /**
     * Text packs 3 to 10 times and one line repeated for ever 1,000 times; what packs better than
     * this and is large as well was made to fill a disk.
     */
    private static final int LARGEST_RATIO = 200;

    /** Below this size a ratio says nothing: a megabyte of one letter is a legal story. */
    private static final int RATIO_COUNTS_FROM = 4 << 20;

    private static final Map<String, String> OTHER_FORMATS =
            Map.of(
                    "%PDF-", "a PDF file",
                    "PK\u0003\u0004", "a ZIP, Word or EPUB file",
                    "\u0089PNG\r\n", "a PNG picture",
                    "\u00FF\u00D8\u00FF", "a JPEG picture",
                    "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1", "an old Word or Office file",
                    "{\\rtf", "an RTF file",
                    "(\u00B5/\u00FD", "a Zstandard file",
                    "\u00FD7zXZ", "an XZ file",
                    "BZh9", "a bzip2 file");

    private InputBytes() {}

    /**
     * Reads and unpacks a file.
     *
     * @throws NoSuchFileException if there is none
     * @throws AccessDeniedException if it may not be read
     * @throws FileSystemException if it is a directory
     * @throws IOException if reading fails otherwise
     * @throws MalformedInputException if it is larger than {@link #LARGEST}, broken gzip or another
     *     format
     */
    static byte[] of(Path file) throws IOException {
        try (InputStream in = open(file)) {
            return of(in, file.toString());
        }
    }

    /** Opens a file, with one line of explanation where that fails; errors as above. */
    static InputStream open(Path file) throws IOException {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw new FileSystemException(name, null, "is a directory; name a file");
        }
        if (!Files.exists(file)) {
            throw new NoSuchFileException(name, null, "no such file");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(name, null, "may not be read; check its permissions");
        }
        return Files.newInputStream(file);
    }

    /** Reads a stream to its end and unpacks it; the caller closes it. Errors as for a file. */
    static byte[] of(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw tooLarge(name);
        }
        byte[] unpacked = isGzip(bytes) ? unpack(bytes, name) : bytes;
        refuseOtherFormats(unpacked, name);
        return unpacked;
    }

    /** True for the first bytes of a gzip file. */
    static boolean isGzip(byte[] bytes) {
        return bytes.length >= 3
                && (bytes[0] & 0xFF) == 0x1F
                && (bytes[1] & 0xFF) == 0x8B
                && bytes[2] == 8;
    }

    private static byte[] unpack(byte[] packed, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                if (out.size() > LARGEST) {
                    throw tooLarge(name);
                }
                if (out.size() > RATIO_COUNTS_FROM && out.size() / packed.length >= LARGEST_RATIO) {
                    throw new MalformedInputException(
                            name,
                            "gzip data unpacks to more than "
                                    + LARGEST_RATIO
                                    + " times its size; unpack it yourself if that is meant");
                }
            }
        } catch (EOFException e) {
            throw new MalformedInputException(
                    name,
                    "gzip data ends early, after "
                            + out.size()
                            + " unpacked bytes; the file is cut off, get it again");
        } catch (ZipException e) {
            throw new MalformedInputException(
                    name,
                    "gzip data is damaged after "
                            + out.size()
                            + " unpacked bytes ("
                            + e.getMessage()
                            + "); get the file again");
        }
        return out.toByteArray();
    }

    private static MalformedInputException tooLarge(String name) {
        return new MalformedInputException(
                name, "larger than " + (LARGEST >> 20) + " MiB, too much for one story; split it");
    }

    private static void refuseOtherFormats(byte[] bytes, String name) {
        String start = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
        OTHER_FORMATS.forEach(
                (magic, format) -> {
                    if (start.startsWith(magic)) {
                        throw new MalformedInputException(
                                name, "is " + format + "; give plain text or HTML");
                    }
                });
    }
}
