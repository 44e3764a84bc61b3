package org.muwazi.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muwazi.text.MalformedInputException;

/** Every way a model folder breaks: one line that says where, what and what to do. */
class BrokenModelFolderTest {

    @TempDir private Path folder;

    @BeforeEach
    void copyTheTinyModel() throws IOException {
        try (Stream<Path> files = Files.list(OnnxSentenceEncoderTest.TINY)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private static String faultOf(Path folder) {
        MalformedInputException fault =
                catchThrowableOfType(
                        MalformedInputException.class, () -> OnnxSentenceEncoder.open(folder, 1));
        assertThat(fault).as("opening %s fails", folder).isNotNull();
        assertThat(fault.getMessage()).doesNotContain("\n").startsWith(fault.source());
        return fault.getMessage();
    }

    private void edit(String from, String to) throws IOException {
        Path manifest = folder.resolve("manifest.json");
        String text = Files.readString(manifest);
        assertThat(text).contains(from);
        Files.writeString(manifest, text.replace(from, to));
    }

    /** Puts another file in place together with its right size and checksum. */
    private void replace(String name, byte[] content) throws Exception {
        Path file = folder.resolve(name);
        String oldSize = "\"bytes\": " + Files.size(file);
        String oldHash = hash(Files.readAllBytes(file));
        Files.write(file, content);
        edit(oldSize, "\"bytes\": " + content.length);
        edit(oldHash, hash(content));
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void theUntouchedCopyOpens() {
        try (OnnxSentenceEncoder encoder = OnnxSentenceEncoder.open(folder, 1)) {
            assertThat(encoder.dimension()).isEqualTo(16);
        }
    }

    @Test
    void noFolder() {
        assertThat(faultOf(folder.resolve("elsewhere")))
                .contains("elsewhere", "no such model folder");
    }

    @Test
    void aFileInsteadOfAFolder() {
        assertThat(faultOf(folder.resolve("model.onnx"))).contains("is not a folder");
    }

    @Test
    void anEmptyFolder(@TempDir Path empty) {
        assertThat(faultOf(empty)).contains("has no manifest.json");
    }

    @Test
    void aGraphWithoutManifestIsToldHowToWriteOne() throws IOException {
        Files.delete(folder.resolve("manifest.json"));
        assertThat(faultOf(folder))
                .contains("has a model.onnx but no manifest.json")
                .contains("\"inputIds\":\"input_ids\"")
                .contains("\"pooling\":\"mean\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "tokenizer.json"})
    void aMissingFile(String name) throws IOException {
        Files.delete(folder.resolve(name));
        assertThat(faultOf(folder)).contains(name + " is missing").contains("restore it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "tokenizer.json"})
    void aTruncatedFile(String name) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(file.length() - 1);
        }
        assertThat(faultOf(folder)).contains(name + " is truncated").contains("the manifest says");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "tokenizer.json"})
    void anEmptyFile(String name) throws IOException {
        Files.write(folder.resolve(name), new byte[0]);
        assertThat(faultOf(folder)).contains(name + " is truncated: 0 bytes");
    }

    @ParameterizedTest
    @CsvSource({"model.onnx,0", "model.onnx,2000", "tokenizer.json,0", "tokenizer.json,3000"})
    void anAlteredByteIsFoundWhetherOrNotTheFileStillLoads(String name, long at)
            throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.seek(at);
            int old = file.read();
            file.seek(at);
            file.write(old ^ 1);
        }
        assertThat(faultOf(folder)).contains(name + " was altered").contains("SHA-256");
    }

    @Test
    void aManifestThatIsNotJson() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{\"schema\": 1,\n\"name\": }");
        assertThat(faultOf(folder)).contains("manifest.json:2: not the JSON that was expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{} {}", "{\"schema\": \"one\"}", "{\"files\": 3}"})
    void aManifestOfAnotherForm(String text) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), text);
        assertThat(faultOf(folder)).contains("manifest.json");
    }

    @Test
    void aManifestThatIsNotUtf8() throws IOException {
        Files.write(
                folder.resolve("manifest.json"),
                "{\"name\": \"modèle\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(faultOf(folder)).contains("is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema",
                "name",
                "kind",
                "version",
                "licence",
                "source",
                "languages",
                "dimension",
                "maxTokens",
                "precision",
                "tokenizer",
                "model",
                "inputs",
                "output",
                "files",
                "inputIds",
                "attentionMask",
                "pooling"
            })
    void aMissingField(String field) throws IOException {
        edit("\"" + field + "\":", "\"x\":");
        assertThat(faultOf(folder)).contains(field + "\" is missing");
    }

    @Test
    void anotherSchema() throws IOException {
        edit("\"schema\": 1", "\"schema\": 2");
        assertThat(faultOf(folder)).contains("\"schema\" is 2, this version reads 1");
    }

    @Test
    void anotherKindOfModel() throws IOException {
        edit("sentence-encoder", "translator");
        assertThat(faultOf(folder)).contains("\"kind\" is \"translator\"");
    }

    @Test
    void anUnknownPooling() throws IOException {
        edit("\"pooling\": \"mean\"", "\"pooling\": \"max\"");
        assertThat(faultOf(folder)).contains("\"max\"; known are none, mean, cls");
    }

    @Test
    void aDimensionThatTheGraphDoesNotHave() throws IOException {
        edit("\"dimension\": 16", "\"dimension\": 17");
        assertThat(faultOf(folder)).contains("the graph's output has shape").contains("16");
    }

    @Test
    void aPoolingThatTheGraphDoesNotFit() throws IOException {
        edit("\"pooling\": \"mean\"", "\"pooling\": \"none\"");
        assertThat(faultOf(folder)).contains("the graph's output has shape").contains("pooling");
    }

    @Test
    void numbersOutOfRange() throws IOException {
        edit("\"dimension\": 16", "\"dimension\": 0");
        assertThat(faultOf(folder)).contains("\"dimension\" is 0");
        edit("\"dimension\": 0", "\"dimension\": 16");
        edit("\"maxTokens\": 16", "\"maxTokens\": 2");
        assertThat(faultOf(folder)).contains("\"maxTokens\" is 2");
    }

    @Test
    void aPrefixThatLeavesNoRoom() throws IOException {
        edit("\"maxTokens\": 16", "\"maxTokens\": 4");
        assertThat(faultOf(folder)).contains("\"maxTokens\" is 4").contains("take 4; raise it");
    }

    @Test
    void inputsThatTheGraphDoesNotHave() throws IOException {
        edit("\"attentionMask\": \"mask\"", "\"attentionMask\": \"attention\"");
        assertThat(faultOf(folder)).contains("the graph has the inputs [ids, mask,");
    }

    @Test
    void anInputThatTheManifestForgets() throws IOException {
        edit(",\n    \"tokenTypeIds\": \"token_type_ids\"", "");
        assertThat(faultOf(folder)).contains("token_type_ids").contains("mend \"inputs\"");
    }

    @Test
    void anOutputThatTheGraphDoesNotHave() throws IOException {
        edit("token_vectors", "pooler_output");
        assertThat(faultOf(folder))
                .contains("no output \"pooler_output\"")
                .contains("token_vectors");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../model.onnx",
                "/model.onnx",
                "a/../../model.onnx",
                "..\\\\model.onnx",
                "C:model.onnx",
                ".",
                "a/..",
                "",
                "\\u0000"
            })
    void aPathOutOfTheFolder(String path) throws IOException {
        edit("\"path\": \"model.onnx\"", "\"path\": \"" + path + "\"");
        assertThat(faultOf(folder)).contains("leaves the model folder");
    }

    @Test
    void aFileThatTheManifestDoesNotVouchFor() throws IOException {
        edit("\"path\": \"model.onnx\"", "\"path\": \"manifest.json\"");
        assertThat(faultOf(folder)).contains("no entry for model.onnx");
    }

    @Test
    void aChecksumThatIsNone() throws IOException {
        edit("\"sha256\": \"3", "\"sha256\": \"G");
        assertThat(faultOf(folder)).contains("not 64 lower-case hexadecimal digits");
    }

    @Test
    void anEntryWithoutSize() throws IOException {
        edit("\"bytes\"", "\"size\"");
        assertThat(faultOf(folder)).contains("needs \"path\", \"bytes\" and \"sha256\"");
    }

    @Test
    void aGraphThatIsNone() throws Exception {
        replace("model.onnx", "no protocol buffer".getBytes(StandardCharsets.UTF_8));
        assertThat(faultOf(folder)).contains("cannot be loaded as an ONNX graph");
    }

    @Test
    void aTokenizerThatIsNone() throws Exception {
        replace("tokenizer.json", "{\"version\": \"1.0\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(faultOf(folder)).contains("cannot be loaded as a Hugging Face tokenizer");
    }
}
