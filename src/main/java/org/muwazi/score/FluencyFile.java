package org.muwazi.score;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muwazi.score.FluencyModel.Calibration;
import org.muwazi.score.FluencyModel.Limits;
import org.muwazi.score.FluencyModel.Voice;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;

/*
 * Big endian: eight bytes "MWZFLUEN", format number (int), SHA-256 of the payload, its length (long),
 * the payload. model_file.py beside the model writes it and is the description of the payload.
 */
/** Reads the bytes of a fluency model. */
final class FluencyFile {

    /** Number of the symbol that ends a sentence; 0 begins it. */
    static final int END = 1;

    private static final byte[] MAGIC = "MWZFLUEN".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 1;
    private static final int CHECKSUM_BYTES = 32;
    private static final int HEADER_BYTES = MAGIC.length + 4 + CHECKSUM_BYTES + 8;

    private final String name;
    private final ByteBuffer bytes;

    private FluencyFile(String name, ByteBuffer bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /**
     * The languages of a model.
     *
     * @param name for messages
     * @throws MalformedInputException if the bytes are not a whole, unchanged model
     */
    static Map<Language, Voice> read(String name, byte[] file) {
        FluencyFile reader = new FluencyFile(name, ByteBuffer.wrap(file));
        reader.checkHeader(file);
        try {
            return reader.voices();
        } catch (BufferUnderflowException e) {
            throw reader.malformed("the tables end too early; fetch the model again");
        }
    }

    private void checkHeader(byte[] file) {
        if (file.length < HEADER_BYTES
                || !Arrays.equals(MAGIC, Arrays.copyOf(file, MAGIC.length))) {
            throw malformed("this is not a fluency model");
        }
        bytes.position(MAGIC.length);
        int format = bytes.getInt();
        if (format != FORMAT) {
            throw malformed("format " + format + " is not the one read here, " + FORMAT);
        }
        byte[] checksum = new byte[CHECKSUM_BYTES];
        bytes.get(checksum);
        long length = bytes.getLong();
        if (length != file.length - HEADER_BYTES) {
            throw malformed(
                    "the header announces "
                            + length
                            + " bytes, "
                            + (file.length - HEADER_BYTES)
                            + " follow; fetch the model again");
        }
        MessageDigest digest = sha256();
        digest.update(file, HEADER_BYTES, file.length - HEADER_BYTES);
        if (!MessageDigest.isEqual(checksum, digest.digest())) {
            throw malformed("the SHA-256 is not that of the header; fetch the model again");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Map<Language, Voice> voices() {
        Map<Language, Voice> voices = new EnumMap<>(Language.class);
        int count = bytes.getInt();
        for (int i = 0; i < count; i++) {
            String code = text();
            Language language =
                    Language.of(code).orElseThrow(() -> malformed("unknown language " + code));
            voices.put(language, voice(language));
        }
        return voices;
    }

    private Voice voice(Language language) {
        int order = bytes.getInt();
        Calibration calibration =
                new Calibration(
                        bytes.getDouble(), bytes.getDouble(), bytes.getDouble(), bytes.getDouble());
        Limits limits = new Limits(bytes.getDouble(), bytes.getDouble(), bytes.getDouble());
        int symbols = bytes.getInt();
        Map<String, Integer> ids = new HashMap<>(2 * symbols);
        Set<String> words = new HashSet<>(2 * symbols);
        byte[][] columns = new byte[4][symbols];
        for (int i = 0; i < symbols; i++) {
            String symbol = text();
            ids.put(symbol, i);
            if (bytes.get() == 1) {
                words.add(symbol);
            }
            for (byte[] column : columns) {
                column[i] = bytes.get();
            }
        }
        Set<String> suffixes = new HashSet<>();
        for (int i = bytes.getInt(); i > 0; i--) {
            suffixes.add(text());
        }
        List<FluencyTable.Grams> longer = new ArrayList<>();
        for (int n = 2; n <= order; n++) {
            longer.add(grams());
        }
        FluencyTable.Unigrams unigrams =
                new FluencyTable.Unigrams(columns[0], columns[1], columns[2], columns[3]);
        return new Voice(
                new FluencySymbols(language, ids, words, suffixes),
                new FluencyTable(unigrams, longer),
                calibration,
                limits);
    }

    private FluencyTable.Grams grams() {
        int count = bytes.getInt();
        int[] hashes = new int[count];
        bytes.asIntBuffer().get(hashes);
        bytes.position(bytes.position() + 4 * count);
        byte[] costs = new byte[count];
        bytes.get(costs);
        byte[] weights = new byte[count];
        bytes.get(weights);
        return new FluencyTable.Grams(hashes, costs, weights);
    }

    private String text() {
        byte[] raw = new byte[bytes.getShort() & 0xffff];
        bytes.get(raw);
        return new String(raw, StandardCharsets.UTF_8);
    }

    private MalformedInputException malformed(String reason) {
        return new MalformedInputException(name, reason);
    }
}
