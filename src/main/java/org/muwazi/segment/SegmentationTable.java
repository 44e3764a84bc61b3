package org.muwazi.segment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;

/**
 * The words that decide for one language whether a stop ends a sentence, read from the resource
 * {@code <iso639_1>.txt} beside this class.
 *
 * <p>A table is a list of words under {@code [section]} lines; {@code #} starts a comment line, an
 * underscore in an entry stands for a space. Languages without a resource have an empty table.
 */
final class SegmentationTable {

    /** Sections of a table; the resource explains each in a comment. */
    enum Section {
        TITLE,
        INNER,
        NUMBER,
        EITHER,
        TIME,
        FINAL,
        ZONE,
        LABEL,
        STARTER,
        SPEECH,
        EXTENSION
    }

    private static final Set<Section> ABBREVIATIONS =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Section.TITLE,
                            Section.INNER,
                            Section.NUMBER,
                            Section.EITHER,
                            Section.TIME,
                            Section.FINAL));

    private final Map<Section, Set<String>> words;

    private SegmentationTable(Map<Section, Set<String>> words) {
        this.words = words;
    }

    /**
     * Reads the table of a language.
     *
     * @throws MalformedInputException naming the line, if the resource holds an unknown section, a
     *     word outside any section or an abbreviation in two sections
     */
    static SegmentationTable of(Language language) {
        String name = language.iso639_1() + ".txt";
        try (InputStream resource = SegmentationTable.class.getResourceAsStream(name)) {
            if (resource == null) {
                return new SegmentationTable(Map.of());
            }
            return read(
                    name,
                    new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a table; {@code name} is for messages. */
    static SegmentationTable read(String name, BufferedReader lines) throws IOException {
        Map<Section, Set<String>> words = new EnumMap<>(Section.class);
        Section section = null;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String content = line.strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            if (content.startsWith("[") && content.endsWith("]")) {
                section = section(name, number, content.substring(1, content.length() - 1));
                continue;
            }
            if (section == null) {
                throw new MalformedInputException(name, number, "words before the first [section]");
            }
            for (String word : content.split("\\s+")) {
                String entry = word.replace('_', ' ');
                if (isAbbreviationIn(words, entry, section)) {
                    throw new MalformedInputException(
                            name, number, "\"" + entry + "\" is already in another section");
                }
                words.computeIfAbsent(section, s -> new HashSet<>()).add(entry);
            }
        }
        return new SegmentationTable(words);
    }

    /** True where nothing is known about the language. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    /** True where a section holds a word in exactly this form. */
    boolean has(Section section, String word) {
        return words.getOrDefault(section, Set.of()).contains(word);
    }

    /**
     * Kind of an abbreviation.
     *
     * @param word without its last full stop; text in capitals is tried in lower case and
     *     capitalised as well
     */
    Optional<Section> abbreviation(String word) {
        for (Section section : ABBREVIATIONS) {
            if (has(section, word)) {
                return Optional.of(section);
            }
        }
        if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))) {
            String capitalised = word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT);
            return List.of(Section.TITLE, Section.EITHER).stream()
                    .filter(section -> has(section, capitalised))
                    .findFirst();
        }
        return Optional.empty();
    }

    private static boolean isAbbreviationIn(
            Map<Section, Set<String>> words, String entry, Section section) {
        return ABBREVIATIONS.contains(section)
                && ABBREVIATIONS.stream()
                        .anyMatch(other -> words.getOrDefault(other, Set.of()).contains(entry));
    }

    private static Section section(String name, int line, String title) {
        for (Section section : Section.values()) {
            if (section.name().toLowerCase(Locale.ROOT).equals(title)) {
                return section;
            }
        }
        throw new MalformedInputException(name, line, "unknown section [" + title + "]");
    }
}
