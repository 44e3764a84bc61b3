package org.muwazi.embed.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.muwazi.json.Json;
import org.muwazi.text.MalformedInputException;

/**
 * What the manifests of all kinds of models say alike.
 *
 * @param kind such as {@code sentence-encoder}
 * @param name of the model
 * @param version of the model
 * @param licence of the weights
 * @param source where the weights come from
 * @param languages ISO 639-1
 * @param precision of the weights, in words, where it is told
 * @param files every file of the model with its size and checksum
 */
public record ManifestHeader(
        String kind,
        String name,
        String version,
        String licence,
        String source,
        List<String> languages,
        Optional<String> precision,
        List<ModelFile> files) {

    /** Copies the lists. */
    public ManifestHeader {
        languages = List.copyOf(languages);
        files = List.copyOf(files);
    }

    private record HeaderJson(
            String kind,
            String name,
            String version,
            String licence,
            String source,
            List<String> languages,
            String precision,
            List<ModelFile> files) {}

    /**
     * Reads the head of {@code manifest.json}; opens no other file.
     *
     * @param folder of the model
     * @throws MalformedInputException if it cannot be read, is not JSON or lacks a field
     */
    static ManifestHeader read(Path folder) {
        Path file = folder.resolve(ModelManifest.FILE_NAME);
        HeaderJson json;
        try {
            json = Json.read(file.toString(), Files.readString(file), HeaderJson.class);
        } catch (IOException e) {
            throw new MalformedInputException(file.toString(), "cannot be read: " + e);
        }
        if (Stream.of(
                        json.kind,
                        json.name,
                        json.version,
                        json.licence,
                        json.source,
                        json.languages,
                        json.files)
                .anyMatch(Objects::isNull)) {
            throw new MalformedInputException(
                    file.toString(),
                    "needs \"kind\", \"name\", \"version\", \"licence\", \"source\", \"languages\""
                            + " and \"files\"; add what is missing");
        }
        return new ManifestHeader(
                json.kind,
                json.name,
                json.version,
                json.licence,
                json.source,
                json.languages,
                Optional.ofNullable(json.precision),
                json.files);
    }
}
