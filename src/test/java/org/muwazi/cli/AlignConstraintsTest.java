package org.muwazi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hard limits and given beads on the command line. */
class AlignConstraintsTest {

    private static final List<String> SENTENCES =
            List.of(
                    "The rain stopped on Monday.",
                    "Farmers walked to their fields.",
                    "The dam held back four million cubic metres.",
                    "Nobody was hurt in the village.");

    @TempDir Path folder;

    private Path source;
    private Path target;

    @BeforeEach
    void write() throws IOException {
        source = file("source.txt", String.join("\n", SENTENCES) + "\n");
        target = file("target.txt", String.join("\n", SENTENCES) + "\n");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Run align(Object... options) {
        List<Object> all =
                new ArrayList<>(List.of("align", "--lines", "--from", "en", "--to", "en"));
        all.addAll(List.of(options));
        all.addAll(List.of(source, target));
        return Run.tiny(all.toArray());
    }

    private Run anchored(String json) throws IOException {
        return align("--anchors", file("edits.json", json));
    }

    private static Stream<String> beads(Run run) {
        return run.succeeds().out().lines().map(line -> line.replaceAll(":[^:]*$", ""));
    }

    // ---- hard limits

    @Test
    void noBeadCrossesADelimiterLineAndSuchLinesAreAlignedToNothing() throws IOException {
        source = file("source.txt", SENTENCES.get(0) + "\n.EOA\n" + SENTENCES.get(1) + "\n");
        target =
                file("target.txt", String.join("\n", SENTENCES.subList(0, 2)) + "\n .EOA \n.EOB\n");
        assertThat(beads(align("--delimiter", ".EOA", "--format", "vecalign")))
                .contains("[1]:[]", "[]:[2]")
                .doesNotContain("[2]:[1]", "[0, 1]:[0]");
    }

    @Test
    void blankLinesAreHardLimits() throws IOException {
        source = file("source.txt", "One bird.\n\n\nTwo ships.\nThree.\n");
        target = file("target.txt", "One bird.\nTwo ships.\n\nThree.\n");
        assertThat(beads(align("--hard", "--format", "vecalign")))
                .contains("[1]:[]", "[2]:[]", "[]:[2]")
                .noneMatch(bead -> bead.matches(".*[34].*:.*[01].*|.*0.*:.*3.*"));
    }

    @Test
    void paragraphsOfDocumentsAreHardLimits() throws IOException {
        Run run = Run.tiny("align", "--hard", "--from", "en", "--to", "en", source, target);
        assertThat(run.succeeds().out().lines().skip(1))
                .hasSize(4)
                .allMatch(line -> line.split("\t", -1)[2].equals(line.split("\t", -1)[3]));
    }

    @Test
    void anotherNumberOfHardLimitsIsBadInput() throws IOException {
        target = file("target.txt", "One.\n\nTwo.\n\nThree.\n");
        align("--hard")
                .failsWith(
                        3, "target.txt: has 2 hard limits", "source.txt has 0", "leave out --hard");
        align("--delimiter", "One.").failsWith(3, "leave out --delimiter");
        Run.tiny("align", "--hard", "--from", "en", "--to", "en", source, file("p.txt", "One."))
                .failsWith(3, "p.txt: has 0 hard limits", "has 3");
    }

    @Test
    void aDelimiterIsForLines() {
        Run.tiny("align", "--delimiter", "<p>", source, target)
                .failsWith(2, "--delimiter is for --lines");
        align("--delimiter", " ").failsWith(2, "--delimiter wants a line");
    }

    // ---- given beads

    @Test
    void theOutputFedBackComesBack() throws IOException {
        String beads = align("--format", "jsonl").succeeds().out();
        Path edits = file("edits.jsonl", beads);
        assertThat(
                        align("--format", "jsonl", "--anchors", edits)
                                .succeeds()
                                .out()
                                .replaceAll("\"cost\":[0-9.]+", ""))
                .isEqualTo(beads.replaceAll("\"cost\":[0-9.]+", ""));
    }

    @Test
    void givenBeadsAreKept() throws IOException {
        Path edits = file("edits.json", "[{\"source\":[1,2],\"target\":[1]}]");
        assertThat(beads(align("--format", "vecalign", "--anchors", edits))).contains("[1, 2]:[1]");
    }

    @Test
    void crossingBeadsMarkedMovedAreKept() throws IOException {
        Path edits =
                file(
                        "edits.json",
                        """
                        {"source":[0],"target":[3],"moved":true}
                        {"source":[3],"target":[0]}
                        """);
        assertThat(beads(align("--format", "vecalign", "--anchors", edits)))
                .contains("[0]:[3]", "[3]:[0]");
    }

    @Test
    void monotoneGivesNoMovedBeads() throws IOException {
        target =
                file(
                        "target.txt",
                        String.join("\n", SENTENCES.get(1), SENTENCES.get(0), SENTENCES.get(2)));
        assertThat(align("--monotone").succeeds().out().lines().skip(1))
                .hasSizeGreaterThanOrEqualTo(3)
                .noneMatch(line -> line.endsWith("\tmoved"));
    }

    @Test
    void brokenJsonIsPlaced() throws IOException {
        anchored("{\"source\":[0],\"target\":[0]}\n{\"source\":[1\n")
                .failsWith(3, "edits.json:2: not the JSON that was expected");
        anchored("[\n{\"source\":[0],\n").failsWith(3, "edits.json:", "not the JSON");
        anchored("{\"source\":[0]}")
                .failsWith(3, "edits.json:1: anchor 1: an object with the lists");
    }

    @Test
    void anchorsThatDoNotFitAreNamedWithTheirPlace() throws IOException {
        anchored("{\"source\":[9],\"target\":[0]}")
                .failsWith(3, "edits.json:1: anchor 1: source 9 is not there: ids go from 0 to 3");
        anchored("[{\"source\":[\"x\"],\"target\":[0]}]")
                .failsWith(3, "edits.json: anchor 1: source x is no id");
        anchored("{\"source\":[0,2],\"target\":[0]}")
                .failsWith(3, "source [0, 2] are not consecutive");
        anchored("{\"source\":[0],\"target\":[1]}\n\n{\"source\":[1],\"target\":[0]}")
                .failsWith(3, "edits.json:3: anchor 2: crosses anchor 1", "\"moved\": true");
        anchored("{\"source\":[0],\"target\":[1]}\n{\"source\":[1],\"target\":[1]}")
                .failsWith(3, "edits.json:2: anchor 2: target 1 is in anchor 1 already");
    }

    @Test
    void anAnchorOnABlankLineIsRefused() throws IOException {
        source = file("source.txt", "One bird.\n\nTwo ships.\n");
        anchored("{\"source\":[1],\"target\":[1]}")
                .failsWith(3, "edits.json:1: anchor 1: source [1] is blank");
    }

    @Test
    void missingAnchorFileIsNamed() {
        align("--anchors", folder.resolve("none.json")).failsWith(3, "none.json: no such file");
    }
}
