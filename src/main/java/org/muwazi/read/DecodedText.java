package org.muwazi.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.HashMap;
import java.util.Map;
import org.muwazi.text.MalformedInputException;

/**
 * A file decoded, with the first byte and the code point number of each UTF-16 unit.
 *
 * <p>A byte order mark is not part of the text but counts in the bytes.
 */
final class DecodedText {

    private final String text;
    private final Charset charset;
    private final int replaced;
    private final int[] byteAt;
    private final int[] codePointAt;

    private DecodedText(
            String text, Charset charset, int replaced, int[] byteAt, int[] codePointAt) {
        this.text = text;
        this.charset = charset;
        this.replaced = replaced;
        this.byteAt = byteAt;
        this.codePointAt = codePointAt;
    }

    /**
     * Decodes all bytes after the byte order mark.
     *
     * @param markLength bytes of the byte order mark, 0 where there is none
     * @throws MalformedInputException naming line and byte offset of the first sequence that the
     *     charset does not allow, if {@code treatment} is {@code REPORT}
     */
    static DecodedText of(
            byte[] bytes,
            Charset charset,
            int markLength,
            ReadOptions.MalformedBytes treatment,
            String name) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, markLength, bytes.length - markLength);
        CharBuffer out =
                CharBuffer.allocate(
                        (int) ((bytes.length - markLength) * decoder.maxCharsPerByte()) + 16);
        Map<Integer, Integer> replacedWidth = new HashMap<>();
        for (; ; ) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                break;
            }
            if (treatment == ReadOptions.MalformedBytes.REPORT) {
                throw malformed(name, charset, bytes, in.position(), lines(out));
            }
            int width = Math.min(result.length(), in.remaining());
            replacedWidth.put(out.position(), width);
            out.put('\uFFFD');
            in.position(in.position() + width);
        }
        decoder.flush(out);
        String text = out.flip().toString();
        int[] byteAt = new int[text.length() + 1];
        int[] codePointAt = new int[text.length() + 1];
        Widths widths = new Widths(charset);
        int at = markLength;
        int codePoints = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            Integer width = replacedWidth.get(i);
            for (int unit = 0; unit < Character.charCount(codePoint); unit++) {
                byteAt[i + unit] = at;
                codePointAt[i + unit] = codePoints;
            }
            at += width != null ? width : widths.of(codePoint);
            codePoints++;
            i += Character.charCount(codePoint);
        }
        byteAt[text.length()] = at;
        codePointAt[text.length()] = codePoints;
        return new DecodedText(text, charset, replacedWidth.size(), byteAt, codePointAt);
    }

    /** A string as if read from its UTF-8 form; lone surrogates count as the one byte "?". */
    static DecodedText ofString(String text, Charset charset) {
        int[] byteAt = new int[text.length() + 1];
        int[] codePointAt = new int[text.length() + 1];
        Widths widths = new Widths(charset);
        int at = 0;
        int codePoints = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            for (int unit = 0; unit < Character.charCount(codePoint); unit++) {
                byteAt[i + unit] = at;
                codePointAt[i + unit] = codePoints;
            }
            boolean lone = Character.getType(codePoint) == Character.SURROGATE;
            at += lone ? 1 : widths.of(codePoint);
            codePoints++;
            i += Character.charCount(codePoint);
        }
        byteAt[text.length()] = at;
        codePointAt[text.length()] = codePoints;
        return new DecodedText(text, charset, 0, byteAt, codePointAt);
    }

    private static MalformedInputException malformed(
            String name, Charset charset, byte[] bytes, int offset, long line) {
        return new MalformedInputException(
                name,
                line,
                String.format(
                        "byte 0x%02X at offset %d is not %s; save the file as UTF-8, or let such"
                                + " bytes be replaced (--on-malformed=replace)",
                        bytes[offset] & 0xFF, offset, charset.name()));
    }

    private static long lines(CharBuffer decoded) {
        long line = 1;
        for (int i = 0; i < decoded.position(); i++) {
            if (decoded.get(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** Without the byte order mark, line ends as in the file. */
    String text() {
        return text;
    }

    Charset charset() {
        return charset;
    }

    /** How many malformed sequences became U+FFFD. */
    int replaced() {
        return replaced;
    }

    /**
     * First byte of the character that UTF-16 unit {@code i} belongs to; the end of the file for i
     * = length.
     */
    int byteAt(int i) {
        return byteAt[i];
    }

    /** Number of code points before the character that UTF-16 unit {@code i} belongs to. */
    int codePointAt(int i) {
        return codePointAt[i];
    }

    /** First UTF-16 unit after the character that unit {@code i} belongs to. */
    int next(int i) {
        boolean high = Character.isHighSurrogate(text.charAt(i));
        return high && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                ? i + 2
                : i + 1;
    }

    /** Bytes of a code point in a charset. */
    private static final class Widths {

        private enum Family {
            UTF_8,
            UTF_16,
            UTF_32,
            ONE_BYTE,
            BY_ENCODING
        }

        private final Charset charset;
        private final Family family;
        private final Map<Integer, Integer> encoded = new HashMap<>();

        Widths(Charset charset) {
            this.charset = charset;
            String name = charset.name();
            if (name.equals("UTF-8")) {
                family = Family.UTF_8;
            } else if (name.startsWith("UTF-16")) {
                family = Family.UTF_16;
            } else if (name.startsWith("UTF-32")) {
                family = Family.UTF_32;
            } else if (charset.newEncoder().maxBytesPerChar() == 1f) {
                family = Family.ONE_BYTE;
            } else {
                family = Family.BY_ENCODING;
            }
        }

        int of(int codePoint) {
            return switch (family) {
                case UTF_8 ->
                        codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
                case UTF_16 -> codePoint < 0x10000 ? 2 : 4;
                case UTF_32 -> 4;
                case ONE_BYTE -> 1;
                case BY_ENCODING -> encodedWidth(codePoint);
            };
        }

        // The East Asian charsets have no escape sequences among those we detect, so a character's
        // width is that of its own encoding.
        private int encodedWidth(int codePoint) {
            return encoded.computeIfAbsent(
                    codePoint, c -> Character.toString(c).getBytes(charset).length);
        }
    }
}
