package org.muwazi.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.muwazi.text.ContentHash;

/**
 * Which build of the program runs, as far as numbers depend on it: a rule of a detector may change
 * while version and models stay the same, and judgements of before must not be taken for those of
 * now.
 */
final class ProgramBuild {

    /** Where everything lies that a judgement of a pair depends on. */
    private static final List<String> PARTS =
            List.of("org/muwazi/score/", "org/muwazi/embed/", "org/muwazi/text/");

    private static final String LANDMARK = "org/muwazi/score/PairEstimator.class";

    private ProgramBuild() {}

    /**
     * The same for the same classes, resources and libraries.
     *
     * @throws IOException if the program cannot be read
     */
    static String fingerprint() throws IOException {
        String classPath = System.getProperty("java.class.path", "");
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path place = Path.of(entry);
            if (Files.isRegularFile(place.resolve(LANDMARK))) {
                return hash(ofFolder(place), libraries(classPath));
            }
            if (entry.endsWith(".jar") && Files.isRegularFile(place)) {
                Map<String, Long> parts = ofJar(place);
                if (parts.containsKey(LANDMARK)) {
                    return hash(parts, libraries(classPath));
                }
            }
        }
        throw new IOException("the program does not find itself on the class path " + classPath);
    }

    private static String hash(Map<String, Long> parts, String libraries) {
        return ContentHash.of("build", parts.toString(), libraries).toString();
    }

    /** File names, which have versions in them; where they lie does not matter. */
    private static String libraries(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> String.valueOf(Path.of(entry).getFileName()))
                .sorted()
                .toList()
                .toString();
    }

    /** Checksums as they stand in the jar; its manifest names the libraries. */
    private static Map<String, Long> ofJar(Path jar) throws IOException {
        Map<String, Long> parts = new TreeMap<>();
        try (ZipFile file = new ZipFile(jar.toFile(), StandardCharsets.UTF_8)) {
            file.stream()
                    .filter(
                            entry ->
                                    entry.getName().equals("META-INF/MANIFEST.MF")
                                            || PARTS.stream().anyMatch(entry.getName()::startsWith))
                    .forEach(entry -> parts.put(entry.getName(), entry.getCrc()));
        }
        return parts;
    }

    private static Map<String, Long> ofFolder(Path folder) throws IOException {
        Map<String, Long> parts = new TreeMap<>();
        for (String part : PARTS) {
            try (Stream<Path> files = Files.walk(folder.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    CRC32 sum = new CRC32();
                    sum.update(Files.readAllBytes(file));
                    parts.put(
                            folder.relativize(file).toString().replace('\\', '/'), sum.getValue());
                }
            }
        }
        return parts;
    }
}
