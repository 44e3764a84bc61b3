package org.muwazi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is committed belongs to everybody's machine. */
class CommittedTextTest {

    // Assembled, so that this file does not hold what it looks for.
    private static final Pattern OWN_FOLDER =
            Pattern.compile(
                    "(?<![\\w.~$}-])/(?:"
                            + String.join("|", "home", "root", "Users", "work", "tmp")
                            + ")/[\\w.-]+");

    @Test
    void noFileNamesAFolderOfOneMachine() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (String name : committed()) {
            Path file = Path.of(name);
            // A file that was removed but not yet committed, or a large model.
            if (!Files.isRegularFile(file) || Files.size(file) > 8_000_000) {
                continue;
            }
            Matcher matcher = OWN_FOLDER.matcher(text(file));
            while (matcher.find()) {
                found.add(name + ": " + matcher.group());
            }
        }
        assertThat(found).isEmpty();
    }

    /** The file as text; empty for what is not UTF-8. */
    private static String text(Path file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private static List<String> committed() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of(".git")), "not a clone");
        Path list = Files.createTempFile("committed", ".txt");
        try {
            Process git;
            try {
                git =
                        new ProcessBuilder("git", "ls-files", "-z", "-co", "--exclude-standard")
                                .redirectOutput(list.toFile())
                                .redirectErrorStream(true)
                                .start();
            } catch (IOException e) {
                assumeTrue(false, "git is not installed");
                throw e;
            }
            assumeTrue(git.waitFor() == 0, "git cannot list the files here");
            List<String> names = List.of(Files.readString(list).split("\0"));
            assertThat(names).contains("pom.xml");
            return names;
        } finally {
            Files.delete(list);
        }
    }
}
