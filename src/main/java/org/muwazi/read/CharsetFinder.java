package org.muwazi.read;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/*
 * In which order the evidence counts:
 *
 *   1. a byte order mark;
 *   2. zero or control bytes on one side of each byte pair: UTF-16 without a mark;
 *   3. UTF-8 that decodes strictly: other charsets hardly ever do so by chance, and a page that
 *      declares windows-1256 while it is UTF-8 is commoner than the reverse;
 *   4. what the HTML or XML declares, if it decodes strictly and reads like words;
 *   5. UTF-8 with damage: where most of the bytes above 0x7F stand in valid sequences, the rest is
 *      an error to report and not a reason to read the whole as something else;
 *   6. statistics: the charsets of Arabic and of Western Europe by whether the decoded words are
 *      words (one script, capitals only in front), the rest by ICU's detector.
 *
 * ICU alone gives Arabic charsets low confidence below some 60 characters and mixes windows-1252
 * with ISO-8859-1; that is why 6 has its own check.
 */
/** Finds the charset of a file's bytes. */
final class CharsetFinder {

    /**
     * A charset and why.
     *
     * @param markLength bytes of the byte order mark, 0 where there is none
     * @param warning for people, where statistics had to decide
     */
    record Found(Charset charset, int markLength, Optional<String> warning) {}

    /** Plausibility that a statistical candidate needs; see {@link WordPlausibility}. */
    private static final double PLAUSIBLE = 0.75;

    /** What statistics look at. */
    private static final int SAMPLE = 1 << 16;

    /** What {@code meta} declarations are looked for in, as browsers do. */
    private static final int DECLARATION_WITHIN = 4096;

    private static final Pattern DECLARED =
            Pattern.compile(
                    "<(?:meta\\b[^>]{0,300}?charset|\\?xml\\b[^>]{0,200}?encoding)\\s*=\\s*[\"']?\\s*"
                            + "([A-Za-z0-9_.:-]{2,40})",
                    Pattern.CASE_INSENSITIVE);

    private static final List<String> ARABIC_AND_WESTERN =
            List.of("windows-1252", "windows-1256", "ISO-8859-6", "ISO-8859-15");

    // Asked of ICU only: languages that can be aligned but are not scored.
    private static final Set<String> OTHERS =
            Set.of(
                    "windows-1250",
                    "windows-1251",
                    "windows-1254",
                    "ISO-8859-2",
                    "ISO-8859-5",
                    "ISO-8859-9",
                    "KOI8-R",
                    "Shift_JIS",
                    "EUC-JP",
                    "EUC-KR",
                    "GB18030",
                    "Big5");

    /** ICU's own scale; below it the detector guesses among neighbours. */
    private static final int ICU_CONFIDENCE = 40;

    private CharsetFinder() {}

    /** The charset of these bytes; UTF-8 where nothing speaks for another. */
    static Found of(byte[] bytes) {
        Optional<Found> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<Charset> wide = utf16WithoutMark(bytes);
        if (wide.isPresent()) {
            return new Found(wide.get(), 0, Optional.of(note(wide.get(), 95, "its zero bytes")));
        }
        if (decodes(bytes, StandardCharsets.UTF_8)) {
            return new Found(StandardCharsets.UTF_8, 0, Optional.empty());
        }
        Optional<Charset> declared = declared(bytes);
        if (declared.isPresent()) {
            return new Found(declared.get(), 0, Optional.empty());
        }
        if (isDamagedUtf8(bytes)) {
            return new Found(StandardCharsets.UTF_8, 0, Optional.empty());
        }
        return byStatistics(bytes).orElse(new Found(StandardCharsets.UTF_8, 0, Optional.empty()));
    }

    private static Optional<Found> byMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new Found(StandardCharsets.UTF_8, 3, Optional.empty()));
        }
        // Also the mark of UTF-16LE before a NUL; only one of the two decodes, as a rule.
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0) && decodes(bytes, Charset.forName("UTF-32LE"))) {
            return Optional.of(new Found(Charset.forName("UTF-32LE"), 4, Optional.empty()));
        }
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(new Found(Charset.forName("UTF-32BE"), 4, Optional.empty()));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(new Found(StandardCharsets.UTF_16LE, 2, Optional.empty()));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(new Found(StandardCharsets.UTF_16BE, 2, Optional.empty()));
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    // The high byte of a UTF-16 unit is 00 for Latin, 04 for Cyrillic, 06 for Arabic: control codes
    // that text never holds otherwise. Nearly all pairs must have one on the same side, and hardly
    // any on the other.
    private static Optional<Charset> utf16WithoutMark(byte[] bytes) {
        int pairs = Math.min(bytes.length, SAMPLE) / 2;
        if (pairs < 2 || bytes.length % 2 != 0) {
            return Optional.empty();
        }
        int first = 0;
        int second = 0;
        for (int i = 0; i < pairs; i++) {
            first += isControl(bytes[2 * i]) ? 1 : 0;
            second += isControl(bytes[2 * i + 1]) ? 1 : 0;
        }
        boolean little = second >= 0.7 * pairs && first <= 0.1 * pairs;
        boolean big = first >= 0.7 * pairs && second <= 0.1 * pairs;
        Charset charset = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return (little || big) && decodes(bytes, charset) ? Optional.of(charset) : Optional.empty();
    }

    private static boolean isControl(byte b) {
        return b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r';
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head =
                new String(
                        bytes,
                        0,
                        Math.min(bytes.length, DECLARATION_WITHIN),
                        StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(head);
        while (matcher.find()) {
            Optional<Charset> charset = named(matcher.group(1));
            if (charset.isPresent()
                    && !charset.get().equals(StandardCharsets.UTF_8)
                    && decodes(bytes, charset.get())
                    && WordPlausibility.of(sample(bytes, charset.get())) >= PLAUSIBLE) {
                return charset;
            }
        }
        return Optional.empty();
    }

    private static Optional<Charset> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        // Pages that say Latin-1 mean windows-1252, which browsers read.
        if (wanted.equals("iso-8859-1") || wanted.equals("latin1") || wanted.equals("us-ascii")) {
            wanted = "windows-1252";
        }
        // An ASCII-readable declaration cannot stand in a wide charset.
        if (wanted.startsWith("utf-16") || wanted.startsWith("utf-32")) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(wanted);
            boolean stateful = charset.name().startsWith("ISO-2022") || !charset.canEncode();
            return stateful ? Optional.empty() : Optional.of(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    // True if at least three in four bytes above 0x7F stand in valid UTF-8 sequences of two or
    // more bytes; in a one-byte charset such sequences arise by chance only.
    private static boolean isDamagedUtf8(byte[] bytes) {
        int valid = 0;
        int invalid = 0;
        for (int i = 0; i < bytes.length; ) {
            int length = sequenceLength(bytes, i);
            if (length > 1) {
                valid += length;
            } else if (bytes[i] < 0) {
                invalid++;
            }
            i += length;
        }
        return valid > 0 && valid >= 3 * invalid;
    }

    private static int sequenceLength(byte[] bytes, int i) {
        int lead = bytes[i] & 0xFF;
        int length = lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : 1;
        if (lead >= 0xF0 && lead < 0xF5) {
            length = 4;
        }
        for (int k = 1; k < length; k++) {
            if (i + k >= bytes.length || (bytes[i + k] & 0xC0) != 0x80) {
                return 1;
            }
        }
        return length;
    }

    private static Optional<Found> byStatistics(byte[] bytes) {
        double weight = weight(bytes);
        Charset best = null;
        double bestPlausibility = 0;
        for (String name : ARABIC_AND_WESTERN) {
            Charset charset = Charset.forName(name);
            if (decodes(bytes, charset)) {
                double plausibility = weight * WordPlausibility.of(sample(bytes, charset));
                // The order of the list breaks ties: Latin text reads the same in the first two.
                if (plausibility > bestPlausibility + 0.01) {
                    best = charset;
                    bestPlausibility = plausibility;
                }
            }
        }
        Optional<CharsetMatch> other = byIcu(bytes);
        if (other.isPresent()
                && (bestPlausibility < PLAUSIBLE
                        || other.get().getConfidence() / 100.0 > bestPlausibility)) {
            Charset charset = Charset.forName(other.get().getName());
            return Optional.of(
                    new Found(
                            charset,
                            0,
                            Optional.of(
                                    note(
                                            charset,
                                            other.get().getConfidence(),
                                            "letter statistics"))));
        }
        if (best == null || bestPlausibility < PLAUSIBLE) {
            return Optional.empty();
        }
        int percent = (int) Math.round(100 * Math.min(0.99, bestPlausibility));
        return Optional.of(
                new Found(best, 0, Optional.of(note(best, percent, "letter statistics"))));
    }

    // One stray byte in an ASCII file is damage and not a charset: n bytes above 0x7F weigh
    // n / (n + 1), so that three are needed.
    private static double weight(byte[] bytes) {
        int high = 0;
        for (int i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
            high += bytes[i] < 0 ? 1 : 0;
        }
        return high / (high + 1.0);
    }

    private static Optional<CharsetMatch> byIcu(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE)));
        for (CharsetMatch match : detector.detectAll()) {
            if (match.getConfidence() >= ICU_CONFIDENCE
                    && OTHERS.contains(match.getName())
                    && Charset.isSupported(match.getName())
                    && decodes(bytes, Charset.forName(match.getName()))) {
                return Optional.of(match);
            }
        }
        return Optional.empty();
    }

    private static String note(Charset charset, int percent, String evidence) {
        return "read as "
                + charset.name()
                + ", told by "
                + evidence
                + " (confidence "
                + percent
                + "%); save the file as UTF-8 if that is wrong";
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static CharBuffer sample(byte[] bytes, Charset charset) {
        return charset.decode(ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, SAMPLE)));
    }
}
