package org.muwazi.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir Path folder;

    private static void write(Path target, String text) throws IOException {
        try (AtomicFiles files = new AtomicFiles()) {
            files.write(target, out -> out.write(text));
            files.commit();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileAppearsInAFolderThatIsMadeForIt() throws IOException {
        Path target = folder.resolve("a").resolve("b").resolve("تقرير.html");
        write(target, "مرحبا é");
        assertThat(Files.readString(target)).isEqualTo("مرحبا é");
    }

    @Test
    void aFailureHalfWayLeavesTheOldFileAndNothingElse() throws IOException {
        Path target = folder.resolve("aligned.tsv");
        write(target, "old");
        try (AtomicFiles files = new AtomicFiles()) {
            assertThatThrownBy(
                            () ->
                                    files.write(
                                            target,
                                            out -> {
                                                out.write("half of the new");
                                                throw new IOException("No space left on device");
                                            }))
                    .isInstanceOf(IOException.class)
                    .hasMessage(target + ": cannot be written: No space left on device");
        }
        assertThat(names()).containsExactly("aligned.tsv");
        assertThat(Files.readString(target)).isEqualTo("old");
    }

    @Test
    void aFaultOfTheProgramHalfWayLeavesNothingEither() throws IOException {
        assertThatThrownBy(
                        () -> {
                            try (AtomicFiles files = new AtomicFiles()) {
                                files.write(
                                        folder.resolve("a"),
                                        out -> {
                                            throw new IllegalStateException("a bug");
                                        });
                            }
                        })
                .isInstanceOf(IllegalStateException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void ofSeveralFilesNoneAppearsUntilAllAreWritten() throws IOException {
        try (AtomicFiles files = new AtomicFiles()) {
            files.write(folder.resolve("a"), out -> out.write("a"));
            files.write(folder.resolve("b"), out -> out.write("b"));
            assertThat(names()).doesNotContain("a", "b");
            assertThat(files.commit()).containsExactly(folder.resolve("a"), folder.resolve("b"));
        }
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void aFolderInPlaceOfTheFileIsNamed() {
        assertThatThrownBy(() -> write(folder, "x"))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": cannot be written: is a folder; name a file");
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws IOException {
        Path file = folder.resolve("file");
        write(file, "x");
        assertThatThrownBy(() -> write(file.resolve("report.html"), "x"))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        file.resolve("report.html")
                                + ": cannot be written: "
                                + file
                                + " is not a folder");
        assertThat(Files.readString(file)).isEqualTo("x");
    }

    @Test
    void aNameTooLongForTheFileSystemIsAnErrorNotACrash() throws IOException {
        Path target = folder.resolve("x".repeat(300));
        assertThatThrownBy(() -> write(target, "x"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(target + ": cannot be written: ");
        assertThat(names()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsFollowedAndKept() throws IOException {
        Path real = folder.resolve("real");
        write(real, "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        write(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).isEqualTo("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToAFolderHoldsFiles() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        write(link.resolve("report.html"), "new");
        assertThat(real.resolve("report.html")).hasContent("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileHasThePermissionsOfAnyNewFile() throws IOException {
        write(folder.resolve("a"), "a");
        Files.writeString(folder.resolve("b"), "b");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("a"))))
                .isEqualTo(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("b"))));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDeviceIsWrittenToAndNotReplaced() throws IOException {
        Path device = Path.of("/dev/null");
        write(device, "x");
        assertThat(Files.isRegularFile(device)).isFalse();
    }
}
