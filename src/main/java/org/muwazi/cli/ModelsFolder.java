package org.muwazi.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muwazi.text.MalformedInputException;

/** Where the models lie unless the user says. */
final class ModelsFolder {

    /** The repository, as the launcher tells it. */
    private static final String HOME = "MUWAZI_HOME";

    private static final String NAME = "models";

    private ModelsFolder() {}

    /**
     * {@code models} in {@code $MUWAZI_HOME}, else in the repository that the jar was built in,
     * else in the working folder.
     *
     * @throws MalformedInputException if there is none
     */
    static Path find() {
        List<Path> candidates = new ArrayList<>();
        Optional.ofNullable(System.getenv(HOME))
                .filter(home -> !home.isBlank())
                .ifPresent(home -> candidates.add(Path.of(home, NAME)));
        besideJar().ifPresent(candidates::add);
        candidates.add(Path.of(NAME));
        return candidates.stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(
                        () ->
                                new MalformedInputException(
                                        NAME,
                                        "no such folder in the repository or here; name it with"
                                                + " --models DIR, or set "
                                                + HOME));
    }

    /** From {@code <repository>/target/muwazi.jar} to {@code <repository>/models}. */
    private static Optional<Path> besideJar() {
        for (String entry :
                System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry).toAbsolutePath();
            if (entry.endsWith("muwazi.jar") && jar.getParent().getParent() != null) {
                return Optional.of(jar.getParent().getParent().resolve(NAME));
            }
        }
        return Optional.empty();
    }
}
