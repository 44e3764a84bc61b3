package org.muwazi.embed.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.muwazi.text.MalformedInputException;

/**
 * A model folder as found, sound or not.
 *
 * @param folder where it is
 * @param header what all kinds of models tell; empty if the manifest cannot be read
 * @param manifest of a sentence encoder; empty for other kinds, and if it cannot be read
 * @param files every file that the manifest names, in its order
 * @param fault what is wrong with the manifest, or empty
 */
public record InstalledModel(
        Path folder,
        Optional<ManifestHeader> header,
        Optional<ModelManifest> manifest,
        List<FileState> files,
        Optional<String> fault) {

    /** Copies the list. */
    public InstalledModel {
        Objects.requireNonNull(folder, "folder");
        files = List.copyOf(files);
    }

    /**
     * A file and what is wrong with it.
     *
     * @param fault empty if size and checksum are right
     */
    public record FileState(ModelFile file, Optional<String> fault) {

        /** True if size and checksum are right. */
        public boolean isSound() {
            return fault.isEmpty();
        }
    }

    /** True if the manifest can be read and all checksums are right. */
    public boolean isSound() {
        return fault.isEmpty() && files.stream().allMatch(FileState::isSound);
    }

    /**
     * Looks at one folder and reads all of its files; a broken one is reported, not thrown.
     *
     * @param folder a model folder, or what should be one
     */
    public static InstalledModel inspect(Path folder) {
        try {
            // The message of an encoder's manifest is the one that helps where the file is missing.
            Optional<ModelManifest> manifest =
                    isOther(folder) ? Optional.empty() : Optional.of(ModelManifest.read(folder));
            ManifestHeader header = ManifestHeader.read(folder);
            List<FileState> files =
                    header.files().stream()
                            .map(file -> new FileState(file, file.fault(folder)))
                            .toList();
            return new InstalledModel(
                    folder, Optional.of(header), manifest, files, Optional.empty());
        } catch (MalformedInputException e) {
            return new InstalledModel(
                    folder,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.of(e.getMessage()));
        }
    }

    /** True for a readable manifest of another kind of model than a sentence encoder. */
    private static boolean isOther(Path folder) {
        try {
            return !ManifestHeader.read(folder).kind().equals(ModelManifest.KIND);
        } catch (MalformedInputException e) {
            return false;
        }
    }

    /**
     * The models in the folders directly under one, by name; folders with neither a manifest nor a
     * graph are not models.
     *
     * @param parent such as {@code models}
     * @throws IOException if {@code parent} cannot be listed
     */
    public static List<InstalledModel> under(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(InstalledModel::looksLikeModel)
                    .sorted()
                    .map(InstalledModel::inspect)
                    .toList();
        }
    }

    private static boolean looksLikeModel(Path folder) {
        return Files.isRegularFile(folder.resolve(ModelManifest.FILE_NAME))
                || Files.isRegularFile(folder.resolve("model.onnx"));
    }
}
