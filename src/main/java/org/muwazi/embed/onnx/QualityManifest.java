package org.muwazi.embed.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.muwazi.json.Json;
import org.muwazi.text.MalformedInputException;

/**
 * What {@code manifest.json} says of a quality model: a graph over a source and its translation,
 * their tokens one after the other.
 *
 * @param name of the model
 * @param version of the model
 * @param maxSideTokens tokens kept of either side, special ones included
 * @param precision of the weights
 * @param tokenizer file of the Hugging Face tokenizer
 * @param model file of the graph
 * @param inputs names of the graph's inputs, each int64 of shape (batch, tokens)
 * @param outputs names of the graph's outputs
 * @param files all files with size and checksum
 */
record QualityManifest(
        String name,
        String version,
        int maxSideTokens,
        String precision,
        String tokenizer,
        String model,
        Inputs inputs,
        Outputs outputs,
        List<ModelFile> files) {

    static final String KIND = "quality-estimator";

    private static final int FEWEST_TOKENS = 3;

    /** Names of the graph's inputs. */
    record Inputs(String inputIds, String attentionMask, String tokenTypeIds) {}

    /**
     * Names of the graph's outputs.
     *
     * @param score of shape (batch)
     * @param tokenError of shape (batch, tokens)
     * @param severity of shape (batch, 3): none or minor, major, critical
     * @param effort of shape (batch)
     */
    record Outputs(String score, String tokenError, String severity, String effort) {}

    private record ManifestJson(
            String kind,
            String name,
            String version,
            Integer maxSideTokens,
            String precision,
            String tokenizer,
            String model,
            Inputs inputs,
            Outputs outputs,
            List<ModelFile> files) {}

    /**
     * Reads the manifest; opens no other file.
     *
     * @throws MalformedInputException if it is missing, is not JSON, lacks a field or is of another
     *     kind of model
     */
    static QualityManifest read(Path folder) {
        Path file = folder.resolve(ModelManifest.FILE_NAME);
        String place = file.toString();
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new MalformedInputException(
                    folder.toString(),
                    "has no readable "
                            + ModelManifest.FILE_NAME
                            + "; restore the folder from the repository");
        }
        ManifestJson json = Json.read(place, text, ManifestJson.class);
        if (!KIND.equals(json.kind)) {
            throw new MalformedInputException(
                    place, "\"kind\" is \"" + json.kind + "\", expected \"" + KIND + "\"");
        }
        boolean whole =
                Stream.of(
                                        json.name,
                                        json.version,
                                        json.maxSideTokens,
                                        json.precision,
                                        json.tokenizer,
                                        json.model,
                                        json.files)
                                .allMatch(Objects::nonNull)
                        && areNamed(json.inputs, json.outputs);
        if (!whole || json.maxSideTokens < FEWEST_TOKENS) {
            throw new MalformedInputException(
                    place,
                    "needs \"name\", \"version\", \"maxSideTokens\" (at least "
                            + FEWEST_TOKENS
                            + "), \"precision\", \"tokenizer\", \"model\", \"inputs\", \"outputs\" and"
                            + " \"files\"; restore the folder from the repository");
        }
        return new QualityManifest(
                json.name,
                json.version,
                json.maxSideTokens,
                json.precision,
                json.tokenizer,
                json.model,
                json.inputs,
                json.outputs,
                List.copyOf(json.files));
    }

    private static boolean areNamed(Inputs inputs, Outputs outputs) {
        return inputs != null
                && outputs != null
                && Stream.of(
                                inputs.inputIds,
                                inputs.attentionMask,
                                inputs.tokenTypeIds,
                                outputs.score,
                                outputs.tokenError,
                                outputs.severity,
                                outputs.effort)
                        .allMatch(Objects::nonNull);
    }
}
