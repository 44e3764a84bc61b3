package org.muwazi.cli;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.muwazi.write.PairingLines.Skipped;

/**
 * The files that a command line names, with all text and HTML files of the directories among them,
 * each once; what is left out is kept with its reason.
 */
final class DocumentFiles {

    private static final Pattern DOCUMENT =
            Pattern.compile(".*\\.(txt|text|html?|xhtml)(\\.gz)?", Pattern.CASE_INSENSITIVE);

    private final List<String> files = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<Skipped> failed = new ArrayList<>();
    private final Map<Path, String> known = new HashMap<>();

    /** Takes in files and directories; a directory's files in the order of their names. */
    static DocumentFiles of(List<String> names) throws IOException {
        DocumentFiles found = new DocumentFiles();
        for (String name : names) {
            if (name.equals(VersionReader.STANDARD_INPUT)) {
                found.files.add(name);
            } else if (Files.isDirectory(Path.of(name))) {
                found.addAll(Path.of(name));
            } else {
                found.add(Path.of(name));
            }
        }
        return found;
    }

    /** Paths to be read, as they were named or found. */
    List<String> files() {
        return files;
    }

    /** What is no document, or was met before: not an error. */
    List<Skipped> skipped() {
        return skipped;
    }

    /** Folders that could not be looked into. */
    List<Skipped> failed() {
        return failed;
    }

    private void addAll(Path directory) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                directory,
                EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                Integer.MAX_VALUE,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        found.add(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        if (e instanceof FileSystemLoopException) {
                            skip(file, "a link that leads back to a folder it lies in");
                        } else {
                            failed.add(new Skipped(file.toString(), "cannot be looked into"));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        found.sort(Path::compareTo);
        for (Path file : found) {
            if (!Files.isRegularFile(file)) {
                skip(file, "not a file");
            } else if (!DOCUMENT.matcher(file.getFileName().toString()).matches()) {
                skip(file, "not named .txt, .text, .html, .htm or .xhtml (or these with .gz)");
            } else {
                add(file);
            }
        }
    }

    private void add(Path file) throws IOException {
        String before =
                Files.exists(file) ? known.putIfAbsent(file.toRealPath(), file.toString()) : null;
        if (before == null) {
            files.add(file.toString());
        } else {
            skip(file, String.format(Locale.ROOT, "the same file as %s", before));
        }
    }

    private void skip(Path file, String reason) {
        skipped.add(new Skipped(file.toString(), reason));
    }
}
