package org.muwazi.embed.onnx;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.muwazi.json.Json;
import org.muwazi.text.MalformedInputException;

/**
 * What {@code manifest.json} in a model folder says: which files make up the model, what they must
 * hash to, and how the graph is fed and read.
 *
 * @param name of the model, as signatures write it
 * @param version of these files
 * @param licence SPDX identifier
 * @param source where the weights come from
 * @param languages codes the model was made for, as the manifest writes them
 * @param dimension components of a sentence vector, at least 1
 * @param maxTokens tokens the graph takes at once, special tokens included
 * @param precision of the weights, in words
 * @param tokenizer path of the tokenizer in Hugging Face's JSON format
 * @param model path of the ONNX graph
 * @param inputs names of the graph's inputs, each int64 of shape (batch, tokens)
 * @param output which output is read, and how
 * @param words the output of vectors of tokens, empty for a model that has none
 * @param prefix put before each sentence, such as {@code "query: "}; empty for most models
 * @param files every file of the model with its size and checksum; has {@code tokenizer} and {@code
 *     model}
 * @param parameters settings measured on this model, as JSON text; {@code {}} where there are none
 */
public record ModelManifest(
        String name,
        String version,
        String licence,
        String source,
        List<String> languages,
        int dimension,
        int maxTokens,
        String precision,
        String tokenizer,
        String model,
        Inputs inputs,
        Output output,
        Optional<WordOutput> words,
        String prefix,
        List<ModelFile> files,
        String parameters) {

    /** The file that makes a folder a model. */
    public static final String FILE_NAME = "manifest.json";

    static final String KIND = "sentence-encoder";
    private static final int SCHEMA = 1;

    // A token between two special ones is the least that a window can hold.
    private static final int FEWEST_TOKENS = 3;

    private static final String EXAMPLE =
            "{\"schema\":1,\"name\":\"my-encoder\",\"kind\":\"sentence-encoder\",\"version\":\"1\","
                    + "\"licence\":\"MIT\",\"source\":\"...\",\"languages\":[\"ar\",\"en\",\"fr\"],"
                    + "\"dimension\":384,\"maxTokens\":512,\"precision\":\"float32\","
                    + "\"tokenizer\":\"tokenizer.json\",\"model\":\"model.onnx\","
                    + "\"inputs\":{\"inputIds\":\"input_ids\",\"attentionMask\":\"attention_mask\"},"
                    + "\"output\":{\"name\":\"last_hidden_state\",\"pooling\":\"mean\"},\"prefix\":\"\","
                    + "\"files\":[{\"path\":\"model.onnx\",\"bytes\":1,\"sha256\":\"64 hex digits\"},"
                    + "{\"path\":\"tokenizer.json\",\"bytes\":1,\"sha256\":\"64 hex digits\"}]}";

    /** Copies the lists. */
    public ModelManifest {
        languages = List.copyOf(languages);
        files = List.copyOf(files);
    }

    /**
     * Names of the graph's inputs.
     *
     * @param tokenTypeIds empty for graphs that have no such input
     */
    public record Inputs(String inputIds, String attentionMask, Optional<String> tokenTypeIds) {}

    /** Name of the output that is read, and how a sentence vector is had from it. */
    public record Output(String name, Pooling pooling) {}

    /**
     * Name of the output that has a vector for each token, float32 of shape (batch, tokens,
     * dimension).
     *
     * @param dimension at least 1
     */
    public record WordOutput(String name, int dimension) {}

    /** The entry of the graph's own file. */
    public ModelFile modelFile() {
        return entry(model).orElseThrow();
    }

    /** The entry of the tokenizer's file. */
    public ModelFile tokenizerFile() {
        return entry(tokenizer).orElseThrow();
    }

    private Optional<ModelFile> entry(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /**
     * Reads {@code manifest.json}; opens no other file.
     *
     * @param folder the model folder
     * @throws MalformedInputException if the folder or the manifest is missing, is not JSON, lacks
     *     a field, or has a value that makes no sense
     */
    public static ModelManifest read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new MalformedInputException(
                    folder.toString(),
                    Files.exists(folder)
                            ? "is not a folder; name the folder that holds " + FILE_NAME
                            : "no such model folder; name one that holds " + FILE_NAME);
        }
        Path file = folder.resolve(FILE_NAME);
        if (!Files.exists(file)) {
            throw new MalformedInputException(folder.toString(), missingManifest(folder));
        }
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new MalformedInputException(file.toString(), "is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            throw new MalformedInputException(file.toString(), "cannot be read: " + e);
        }
        return Json.read(file.toString(), text, ManifestJson.class)
                .checked(file.toString(), folder);
    }

    private static String missingManifest(Path folder) {
        if (Files.exists(folder.resolve("model.onnx"))) {
            return "has a model.onnx but no "
                    + FILE_NAME
                    + ", which says how the graph is used; write one such as "
                    + EXAMPLE;
        }
        return "has no " + FILE_NAME + ", so it is not a model folder";
    }

    /** The manifest as written, any field possibly absent. */
    private record ManifestJson(
            Integer schema,
            String name,
            String kind,
            String version,
            String licence,
            String source,
            List<String> languages,
            Integer dimension,
            Integer maxTokens,
            String precision,
            String tokenizer,
            String model,
            InputsJson inputs,
            OutputJson output,
            WordsJson words,
            String prefix,
            List<FileJson> files,
            Map<String, Object> parameters) {

        private record InputsJson(String inputIds, String attentionMask, String tokenTypeIds) {}

        private record OutputJson(String name, String pooling) {}

        private record WordsJson(String name, Integer dimension) {}

        private record FileJson(String path, Long bytes, String sha256) {}

        ModelManifest checked(String place, Path folder) {
            present(place);
            if (schema != SCHEMA) {
                throw new MalformedInputException(
                        place, "\"schema\" is " + schema + ", this version reads " + SCHEMA);
            }
            if (!kind.equals(KIND)) {
                throw new MalformedInputException(
                        place, "\"kind\" is \"" + kind + "\", expected \"" + KIND + "\"");
            }
            if (name.isBlank()) {
                throw new MalformedInputException(place, "\"name\" is blank");
            }
            if (dimension < 1) {
                throw new MalformedInputException(
                        place, "\"dimension\" is " + dimension + ", expected at least 1");
            }
            if (maxTokens < FEWEST_TOKENS) {
                throw new MalformedInputException(
                        place,
                        "\"maxTokens\" is " + maxTokens + ", expected at least " + FEWEST_TOKENS);
            }
            if (languages.contains(null)) {
                throw new MalformedInputException(place, "\"languages\" has a null");
            }
            List<ModelFile> checkedFiles =
                    files.stream().map(file -> checkedFile(place, folder, file)).toList();
            for (String needed : List.of(model, tokenizer)) {
                if (checkedFiles.stream().noneMatch(file -> file.path().equals(needed))) {
                    throw new MalformedInputException(
                            place, "\"files\" has no entry for " + needed + "; add its checksum");
                }
            }
            return new ModelManifest(
                    name,
                    version,
                    licence,
                    source,
                    languages,
                    dimension,
                    maxTokens,
                    precision,
                    tokenizer,
                    model,
                    new Inputs(
                            inputs.inputIds,
                            inputs.attentionMask,
                            Optional.ofNullable(inputs.tokenTypeIds)),
                    new Output(output.name, pooling(place)),
                    wordOutput(place),
                    Objects.requireNonNullElse(prefix, ""),
                    checkedFiles,
                    Json.line(parameters == null ? Map.of() : parameters));
        }

        private Optional<WordOutput> wordOutput(String place) {
            if (words == null) {
                return Optional.empty();
            }
            if (words.name == null || words.dimension == null || words.dimension < 1) {
                throw new MalformedInputException(
                        place,
                        "\"words\" needs \"name\", the output of the graph, and \"dimension\", at"
                                + " least 1");
            }
            return Optional.of(new WordOutput(words.name, words.dimension));
        }

        private Pooling pooling(String place) {
            return Pooling.of(output.pooling)
                    .orElseThrow(
                            () ->
                                    new MalformedInputException(
                                            place,
                                            "unknown \"pooling\" \""
                                                    + output.pooling
                                                    + "\"; known are "
                                                    + Pooling.manifestNames()));
        }

        private void present(String place) {
            Map<String, Object> needed = new LinkedHashMap<>();
            needed.put("schema", schema);
            needed.put("name", name);
            needed.put("kind", kind);
            needed.put("version", version);
            needed.put("licence", licence);
            needed.put("source", source);
            needed.put("languages", languages);
            needed.put("dimension", dimension);
            needed.put("maxTokens", maxTokens);
            needed.put("precision", precision);
            needed.put("tokenizer", tokenizer);
            needed.put("model", model);
            needed.put("inputs", inputs);
            needed.put("inputs.inputIds", inputs == null ? null : inputs.inputIds);
            needed.put("inputs.attentionMask", inputs == null ? null : inputs.attentionMask);
            needed.put("output", output);
            needed.put("output.name", output == null ? null : output.name);
            needed.put("output.pooling", output == null ? null : output.pooling);
            needed.put("files", files);
            needed.forEach(
                    (field, value) -> {
                        if (value == null) {
                            throw new MalformedInputException(
                                    place, "field \"" + field + "\" is missing; add it");
                        }
                    });
        }

        private static ModelFile checkedFile(String place, Path folder, FileJson file) {
            if (file == null || file.path == null || file.bytes == null || file.sha256 == null) {
                throw new MalformedInputException(
                        place, "each entry of \"files\" needs \"path\", \"bytes\" and \"sha256\"");
            }
            if (!file.sha256.matches("[0-9a-f]{64}")) {
                throw new MalformedInputException(
                        place,
                        "\"sha256\" of "
                                + file.path
                                + " is not 64 lower-case hexadecimal digits; compute it again");
            }
            if (leavesFolder(folder, file.path)) {
                throw new MalformedInputException(
                        place,
                        "file path \""
                                + file.path
                                + "\" leaves the model folder; keep all files inside it");
            }
            return new ModelFile(file.path, file.bytes, file.sha256);
        }

        // Backslashes and drive letters are refused on every system, so that a folder that loads on
        // one loads on all.
        private static boolean leavesFolder(Path folder, String path) {
            if (path.isBlank() || path.indexOf('\\') >= 0 || path.indexOf(':') >= 0) {
                return true;
            }
            try {
                Path root = folder.toAbsolutePath().normalize();
                Path file = root.resolve(path).normalize();
                return Path.of(path).isAbsolute() || !file.startsWith(root) || file.equals(root);
            } catch (InvalidPathException e) {
                return true;
            }
        }
    }
}
