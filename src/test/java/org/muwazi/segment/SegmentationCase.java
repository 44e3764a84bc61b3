package org.muwazi.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;

/**
 * One case of the files under {@code cases/}.
 *
 * <p>A block of lines ended by a blank line: {@code # explanation}, for a case that is not met
 * {@code ! known-failure: reason}, the input on one line, and each expected segment on a line that
 * starts with {@code | }. Invisible characters are written as names in braces, {@code {LF}} among
 * them. Lines that start with {@code ## } are about the file.
 *
 * @param explanation one sentence or more
 * @param knownFailure why the case is not met, for one that is not
 */
record SegmentationCase(
        Language language,
        String explanation,
        Optional<String> knownFailure,
        String input,
        List<String> expected) {

    private static final String KNOWN_FAILURE = "! known-failure: ";

    private static final Map<String, String> INVISIBLE =
            Map.of(
                    "{LF}", "\n",
                    "{CR}", "\r",
                    "{TAB}", "\t",
                    "{NBSP}", "\u00A0",
                    "{NNBSP}", "\u202F",
                    "{RLM}", "\u200F",
                    "{LRM}", "\u200E",
                    "{ZWSP}", "\u200B",
                    "{BOM}", "\uFEFF");

    static List<SegmentationCase> read(String file, Language language) {
        List<SegmentationCase> cases = new ArrayList<>();
        List<String> block = new ArrayList<>();
        int number = 0;
        for (String line : (text(file) + "\n\n").split("\n", -1)) {
            number++;
            if (line.startsWith("## ")) {
                continue;
            }
            if (!line.isBlank()) {
                block.add(line);
            } else if (!block.isEmpty()) {
                cases.add(parse(file, number - block.size(), block, language));
                block.clear();
            }
        }
        return cases;
    }

    private static SegmentationCase parse(
            String file, int line, List<String> block, Language language) {
        StringBuilder explanation = new StringBuilder();
        Optional<String> knownFailure = Optional.empty();
        List<String> inputs = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String row : block) {
            if (row.startsWith("# ")) {
                explanation.append(row.substring(2));
            } else if (row.startsWith(KNOWN_FAILURE)) {
                knownFailure = Optional.of(row.substring(KNOWN_FAILURE.length()));
            } else if (row.startsWith("| ")) {
                expected.add(visibleToReal(row.substring(2)));
            } else {
                inputs.add(visibleToReal(row));
            }
        }
        if (explanation.isEmpty() || inputs.size() != 1 || expected.isEmpty()) {
            throw new MalformedInputException(
                    file, line, "expected an explanation, one input and its segments");
        }
        return new SegmentationCase(
                language, explanation.toString(), knownFailure, inputs.get(0), expected);
    }

    private static String visibleToReal(String text) {
        String real = text;
        for (Map.Entry<String, String> name : INVISIBLE.entrySet()) {
            real = real.replace(name.getKey(), name.getValue());
        }
        return real;
    }

    private static String text(String file) {
        try (InputStream resource = SegmentationCase.class.getResourceAsStream("cases/" + file)) {
            if (resource == null) {
                throw new MalformedInputException(file, "no such case file");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
