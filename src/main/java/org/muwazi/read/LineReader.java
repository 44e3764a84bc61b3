package org.muwazi.read;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.muwazi.text.MalformedInputException;

/**
 * Reads files that hold one segment a line: any number of lines in constant memory.
 *
 * <p>Lines end at LF or CRLF and nowhere else: a lone CR, U+2028, U+0085, vertical tab and form
 * feed stay in their line, so line numbers are those that other tools count. Blank lines are lines.
 * UTF-8, strictly; a byte order mark is dropped; gzip is unpacked. Other charsets cannot be told
 * from a stream without holding it whole, so they are an error that names line and byte.
 *
 * <p>Not thread-safe. Errors: {@link IOException} if reading fails, {@link MalformedInputException}
 * for bytes that are not UTF-8, damaged gzip, and lines above 64 MiB.
 */
public final class LineReader implements Closeable {

    /**
     * A line.
     *
     * @param text without its line end
     * @param number counted from 0, as the identifiers of segments are
     * @param firstByte place of its first byte in the file after unpacking, byte order mark counted
     * @param ended false for a last line that no line feed follows
     */
    public record Line(String text, long number, long firstByte, boolean ended) {}

    private static final int LONGEST = 64 << 20;

    private final InputStream in;
    private final String name;
    private final byte[] buffer = new byte[1 << 16];
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private int at;
    private int filled;
    private long position;
    private long lines;

    /**
     * Reads from a stream, which {@link #close} closes.
     *
     * @param name for messages, {@code -} for standard input
     */
    public LineReader(InputStream in, String name) throws IOException {
        this.name = name;
        PushbackInputStream start = new PushbackInputStream(in, 3);
        byte[] magic = start.readNBytes(3);
        start.unread(magic);
        this.in = InputBytes.isGzip(magic) ? unpacked(start) : start;
        fill();
        skipMark();
    }

    /**
     * Opens a file.
     *
     * @throws NoSuchFileException if there is none
     * @throws AccessDeniedException if it may not be read
     * @throws FileSystemException if it is a directory
     */
    public static LineReader open(Path file) throws IOException {
        return new LineReader(InputBytes.open(file), file.toString());
    }

    private InputStream unpacked(InputStream packed) throws IOException {
        try {
            return new GZIPInputStream(packed, 1 << 16);
        } catch (EOFException | ZipException e) {
            throw damaged();
        }
    }

    private MalformedInputException damaged() {
        return new MalformedInputException(
                name,
                lines + 1,
                "gzip data is damaged or ends early, after "
                        + position
                        + " unpacked bytes; get the file again");
    }

    private void skipMark() {
        boolean utf8 =
                filled >= 3
                        && buffer[0] == (byte) 0xEF
                        && buffer[1] == (byte) 0xBB
                        && buffer[2] == (byte) 0xBF;
        if (utf8) {
            at = 3;
            position = 3;
        }
        boolean utf16 =
                filled >= 2
                        && ((buffer[0] == (byte) 0xFF && buffer[1] == (byte) 0xFE)
                                || (buffer[0] == (byte) 0xFE && buffer[1] == (byte) 0xFF));
        if (utf16) {
            throw new MalformedInputException(
                    name, 1, "is UTF-16; save the file as UTF-8 to read it line by line");
        }
    }

    // Fills the whole buffer where it can, so that a byte order mark is never cut.
    private void fill() throws IOException {
        try {
            filled = in.readNBytes(buffer, 0, buffer.length);
        } catch (EOFException | ZipException e) {
            throw damaged();
        }
        at = 0;
    }

    /** The next line; empty at the end. */
    public Optional<Line> next() throws IOException {
        if (at == filled) {
            fill();
        }
        if (filled == 0) {
            return Optional.empty();
        }
        long first = position;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean ended = false;
        while (!ended && filled > 0) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, at, end - at);
            ended = end < filled;
            position += end - at + (ended ? 1 : 0);
            at = ended ? end + 1 : end;
            if (line.size() > LONGEST) {
                throw new MalformedInputException(
                        name, lines + 1, "line of more than " + (LONGEST >> 20) + " MiB; split it");
            }
            if (!ended) {
                fill();
            }
        }
        String text = decode(line.toByteArray(), first);
        boolean carriageReturn = ended && text.endsWith("\r");
        lines++;
        return Optional.of(
                new Line(
                        carriageReturn ? text.substring(0, text.length() - 1) : text,
                        lines - 1,
                        first,
                        ended));
    }

    private String decode(byte[] bytes, long first) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.reset().decode(input, output, true);
        if (result.isError()) {
            throw new MalformedInputException(
                    name,
                    lines + 1,
                    String.format(
                            "byte 0x%02X at offset %d is not UTF-8; save the file as UTF-8",
                            bytes[input.position()] & 0xFF, first + input.position()));
        }
        decoder.flush(output);
        return output.flip().toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
