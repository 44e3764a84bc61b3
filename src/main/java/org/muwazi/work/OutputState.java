package org.muwazi.work;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muwazi.text.ContentHash;
import org.muwazi.text.MalformedInputException;

/**
 * How far an output is.
 *
 * @param lines of input that are done
 * @param bytes of output that belong to them
 * @param input SHA-256 of those lines, each with a line feed, in hexadecimal
 * @param output SHA-256 of those bytes
 * @param settings of the run, by name
 */
record OutputState(
        long lines, long bytes, String input, String output, Map<String, String> settings) {

    private static final String HEADER = "muwazi output 1";

    /** Values up to this length are shown to people. */
    private static final int SHOWN = 24;

    OutputState {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** Before the first line. */
    static OutputState begin(Map<String, String> settings) {
        MessageDigest nothing = ContentHash.sha256();
        String empty = HexFormat.of().formatHex(nothing.digest());
        return new OutputState(0, 0, empty, empty, settings);
    }

    /** Writes one field a line, name and value parted by a tab. */
    void write(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        text.append("\nlines\t").append(lines).append("\nbytes\t").append(bytes);
        text.append("\ninput\t").append(input).append("\noutput\t").append(output);
        settings.forEach(
                (name, value) ->
                        text.append("\nsetting\t").append(name).append('\t').append(value));
        out.write(text.append("\nend\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What {@link #write} wrote; empty where there is no file or it is something else. */
    static Optional<OutputState> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        List<String[]> fields = new ArrayList<>();
        text.lines().forEach(line -> fields.add(line.split("\t", 3)));
        boolean whole = text.startsWith(HEADER + "\n") && text.endsWith("\nend\n");
        if (!whole || fields.size() < 6) {
            return Optional.empty();
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (String[] field : fields.subList(5, fields.size() - 1)) {
            if (field.length != 3) {
                return Optional.empty();
            }
            settings.put(field[1], field[2]);
        }
        try {
            return Optional.of(
                    new OutputState(
                            Long.parseLong(fields.get(1)[1]),
                            Long.parseLong(fields.get(2)[1]),
                            fields.get(3)[1],
                            fields.get(4)[1],
                            settings));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /**
     * Refuses other settings.
     *
     * @param folder where it was begun, for the message
     */
    void requireSame(Map<String, String> now, Path folder) {
        if (lines == 0) {
            return;
        }
        for (Map.Entry<String, String> setting : now.entrySet()) {
            String then = settings.getOrDefault(setting.getKey(), "");
            if (!then.equals(setting.getValue())) {
                boolean shown = then.length() <= SHOWN && setting.getValue().length() <= SHOWN;
                throw new MalformedInputException(
                        folder.toString(),
                        "was begun with another "
                                + setting.getKey()
                                + (shown ? " (" + then + ", now " + setting.getValue() + ")" : "")
                                + "; give --restart to begin anew, or name another output");
            }
        }
    }
}
