package org.muwazi.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.muwazi.json.Json;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

/**
 * A story of {@code eval/stories} with its gold sentences, beads and error marks; the format is
 * described in the README there.
 *
 * @param folder where it lies
 * @param id the folder's name
 * @param versions clean, damaged and related
 * @param errors marked by hand, of all versions
 */
public record GoldStory(Path folder, String id, List<Version> versions, List<MarkedError> errors) {

    /** A version as story.json lists it, with its gold sentences. */
    public record Version(
            String id,
            Path file,
            Language language,
            boolean original,
            String kind,
            String verdict,
            List<String> kinds,
            List<String> sentences) {

        /**
         * The gold sentences as segments of a document that is just those sentences, one a line.
         */
        public SegmentedDocument gold() {
            StringBuilder text = new StringBuilder();
            List<Segment> segments = new ArrayList<>();
            for (String sentence : sentences) {
                segments.add(
                        new Segment(
                                new Span(text.length(), text.length() + sentence.length()),
                                sentence));
                text.append(sentence).append('\n');
            }
            return new SegmentedDocument(new Document(id, language, text.toString()), segments);
        }

        /** True for texts that are not a version of the story but another article on it. */
        public boolean isRelated() {
            return kind.equals("related");
        }
    }

    /** One line of errors.tsv. */
    public record MarkedError(
            String version,
            int sentence,
            String evidence,
            int occurrence,
            String category,
            String severity,
            String note) {}

    private record StoryFile(String id, List<VersionFile> versions) {}

    private record VersionFile(
            String id,
            String file,
            String language,
            boolean original,
            String kind,
            String verdict) {}

    /** All stories below a folder, by name. */
    public static List<GoldStory> all(Path stories) throws IOException {
        try (Stream<Path> folders = Files.list(stories)) {
            return folders.filter(folder -> Files.exists(folder.resolve("story.json")))
                    .sorted()
                    .map(GoldStory::readUnchecked)
                    .toList();
        }
    }

    private static GoldStory readUnchecked(Path folder) {
        try {
            return read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GoldStory read(Path folder) throws IOException {
        Path json = folder.resolve("story.json");
        StoryFile story = Json.read(json.toString(), Files.readString(json), StoryFile.class);
        List<Version> versions = new ArrayList<>();
        for (VersionFile version : story.versions()) {
            List<String> kinds = new ArrayList<>();
            List<String> sentences = new ArrayList<>();
            for (String line : lines(folder.resolve(version.id() + ".sentences.tsv"))) {
                int tab = line.indexOf('\t');
                kinds.add(line.substring(0, tab));
                sentences.add(line.substring(tab + 1));
            }
            Language language =
                    Language.of(version.language())
                            .orElseThrow(
                                    () ->
                                            new MalformedInputException(
                                                    json.toString(),
                                                    "unknown language " + version.language()));
            versions.add(
                    new Version(
                            version.id(),
                            folder.resolve(version.file()),
                            language,
                            version.original(),
                            version.kind(),
                            version.verdict() == null ? "" : version.verdict(),
                            List.copyOf(kinds),
                            List.copyOf(sentences)));
        }
        List<MarkedError> errors = new ArrayList<>();
        List<String> marked = lines(folder.resolve("errors.tsv"));
        for (String line : marked.subList(1, marked.size())) {
            String[] field = line.split("\t", -1);
            errors.add(
                    new MarkedError(
                            field[0],
                            Integer.parseInt(field[1]),
                            field[2],
                            Integer.parseInt(field[3]),
                            field[4],
                            field[5],
                            field[6]));
        }
        return new GoldStory(folder, story.id(), List.copyOf(versions), List.copyOf(errors));
    }

    public Version version(String wanted) {
        return versions.stream()
                .filter(version -> version.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " has no version " + wanted));
    }

    /** Gold beads by {@code {source version, target version}}, one entry for each file of beads. */
    Map<List<String>, BeadList> beads() throws IOException {
        Map<List<String>, BeadList> beads = new java.util.LinkedHashMap<>();
        for (Version source : versions) {
            for (Version target : versions) {
                Path file = folder.resolve(source.id() + "-" + target.id() + ".beads");
                if (Files.exists(file)) {
                    beads.put(List.of(source.id(), target.id()), BeadList.read(file));
                }
            }
        }
        return beads;
    }

    private static List<String> lines(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return List.of(
                text.substring(0, text.endsWith("\n") ? text.length() - 1 : text.length())
                        .split("\n", -1));
    }
}
