package org.muwazi.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.muwazi.embed.onnx.InstalledModel;
import org.muwazi.embed.onnx.InstalledModel.FileState;
import org.muwazi.json.Json;
import org.muwazi.text.MalformedInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muwazi models}: what is installed, from where, and whether it is whole. */
@Command(
        name = "models",
        sortOptions = false,
        description = {
            "List the installed models: name, version, dimension, size, licence, source, and"
                    + " whether every file has the SHA-256 that the manifest says (the files are"
                    + " read for that). Exit code 3 if one is broken."
        },
        footer = {"", "Examples:", "  muwazi models", "  muwazi models --json --models my-models"})
final class ModelsCommand implements Callable<Integer> {

    private static final int SCHEMA = 1;
    private static final double MEBIBYTE = 1 << 20;

    private final Console console;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Folder of the models. Default: models in the repository of the program.")
    private Path folder;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    ModelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path place = folder == null ? ModelsFolder.find() : folder;
        if (!Files.isDirectory(place)) {
            throw new MalformedInputException(
                    place.toString(), "no such folder; name the folder that the models lie in");
        }
        List<InstalledModel> models = InstalledModel.under(place);
        if (json) {
            String text = Json.indented(fields(models)) + "\n";
            console.write(out -> out.write(text));
        } else {
            console.write(out -> writeTable(models, out));
        }
        if (models.isEmpty()) {
            throw new MalformedInputException(place.toString(), "holds no model");
        }
        List<InstalledModel> broken = models.stream().filter(model -> !model.isSound()).toList();
        broken.forEach(
                model ->
                        faults(model).forEach(fault -> console.say(model.folder() + ": " + fault)));
        return broken.isEmpty() ? ExitCode.OK : ExitCode.BAD_INPUT;
    }

    private static void writeTable(List<InstalledModel> models, Writer out) throws IOException {
        for (InstalledModel model : models) {
            out.write(Visible.line(model.folder().toString()) + "\n");
            for (Map.Entry<String, String> row : rows(model).entrySet()) {
                out.write(
                        String.format(
                                Locale.ROOT,
                                "  %-14s %s\n",
                                row.getKey(),
                                Visible.line(row.getValue())));
            }
        }
    }

    private static Map<String, String> rows(InstalledModel model) {
        Map<String, String> rows = new LinkedHashMap<>();
        model.header()
                .ifPresent(
                        header -> {
                            rows.put("name", header.name() + ", version " + header.version());
                            rows.put("kind", header.kind());
                        });
        model.manifest()
                .ifPresent(
                        manifest ->
                                rows.put(
                                        "vectors",
                                        manifest.dimension()
                                                + " components, up to "
                                                + manifest.maxTokens()
                                                + " tokens"));
        model.header()
                .ifPresent(
                        header -> {
                            header.precision().ifPresent(text -> rows.put("precision", text));
                            rows.put("languages", String.join(" ", header.languages()));
                            rows.put("licence", header.licence());
                            rows.put("source", header.source());
                        });
        for (FileState state : model.files()) {
            rows.put(
                    state.file().path(),
                    String.format(
                            Locale.ROOT,
                            "%.1f MiB, SHA-256 %s, %s",
                            state.file().bytes() / MEBIBYTE,
                            state.file().sha256(),
                            state.isSound() ? "verified" : "BROKEN"));
        }
        rows.put("state", model.isSound() ? "sound" : "BROKEN");
        return rows;
    }

    private static List<String> faults(InstalledModel model) {
        List<String> faults = new ArrayList<>();
        model.fault().ifPresent(faults::add);
        model.files().forEach(state -> state.fault().ifPresent(faults::add));
        return faults;
    }

    private static Map<String, Object> fields(List<InstalledModel> models) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (InstalledModel model : models) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("folder", model.folder().toString());
            model.header()
                    .ifPresent(
                            header -> {
                                fields.put("name", header.name());
                                fields.put("kind", header.kind());
                                fields.put("version", header.version());
                            });
            model.manifest()
                    .ifPresent(
                            manifest -> {
                                fields.put("dimension", manifest.dimension());
                                fields.put("maxTokens", manifest.maxTokens());
                            });
            model.header()
                    .ifPresent(
                            header -> {
                                header.precision().ifPresent(text -> fields.put("precision", text));
                                fields.put("languages", header.languages());
                                fields.put("licence", header.licence());
                                fields.put("source", header.source());
                            });
            fields.put("files", model.files().stream().map(ModelsCommand::fields).toList());
            fields.put("sound", model.isSound());
            fields.put("faults", faults(model));
            list.add(fields);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("schema", SCHEMA);
        all.put("models", list);
        return all;
    }

    private static Map<String, Object> fields(FileState state) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", state.file().path());
        fields.put("bytes", state.file().bytes());
        fields.put("sha256", state.file().sha256());
        fields.put("sound", state.isSound());
        return fields;
    }
}
