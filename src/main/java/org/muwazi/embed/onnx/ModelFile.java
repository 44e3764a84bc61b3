package org.muwazi.embed.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that a manifest vouches for.
 *
 * @param path relative to the model folder, with forward slashes
 * @param bytes its size
 * @param sha256 64 lower-case hexadecimal digits
 */
public record ModelFile(String path, long bytes, String sha256) {

    private static final int BUFFER = 1 << 18;

    /** Rejects nulls; the manifest reader has checked the rest. */
    public ModelFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(sha256, "sha256");
    }

    /**
     * Looks at size alone, which finds a missing or truncated file without reading it.
     *
     * @param folder the model folder
     * @return what is wrong and what to do, or empty
     */
    public Optional<String> sizeFault(Path folder) {
        Path file = folder.resolve(path);
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.of(
                        "file " + path + " is missing; restore it or make the model again");
            }
            long found = Files.size(file);
            if (found == bytes) {
                return Optional.empty();
            }
            String how = found < bytes ? "truncated" : "too long";
            return Optional.of(
                    "file "
                            + path
                            + " is "
                            + how
                            + ": "
                            + found
                            + " bytes, the manifest says "
                            + bytes
                            + "; restore it or make the model again");
        } catch (IOException e) {
            return Optional.of(unreadable(e));
        }
    }

    /**
     * Looks at size and content; reads the whole file.
     *
     * @param folder the model folder
     * @return what is wrong and what to do, or empty
     */
    public Optional<String> fault(Path folder) {
        Optional<String> sizeFault = sizeFault(folder);
        if (sizeFault.isPresent()) {
            return sizeFault;
        }
        try {
            String found = sha256(folder.resolve(path));
            if (found.equals(sha256)) {
                return Optional.empty();
            }
            return Optional.of(
                    "file "
                            + path
                            + " was altered: SHA-256 "
                            + found.substring(0, 12)
                            + "..., the manifest says "
                            + sha256.substring(0, 12)
                            + "...; restore it or make the model again");
        } catch (IOException e) {
            return Optional.of(unreadable(e));
        }
    }

    private String unreadable(IOException e) {
        return "file " + path + " cannot be read: " + e;
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
        byte[] buffer = new byte[BUFFER];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
