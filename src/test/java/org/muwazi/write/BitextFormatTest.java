package org.muwazi.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muwazi.align.Alignment;
import org.muwazi.align.Bead;
import org.muwazi.json.Json;
import org.muwazi.score.ScoredStory;
import org.muwazi.testing.Seeds;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class BitextFormatTest {

    private static final Path GOLDEN = StoryFixture.GOLDEN.resolve("ferry").resolve("expected");

    @TempDir Path folder;

    /** English and Arabic of the ferry story, with one bead of each kind. */
    private static Alignment ferry() {
        ScoredStory story = StoryFixture.read("ferry");
        List<Bead> beads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            beads.add(new Bead(i, i + 1, i, i + 1, 0.0625 * i, false));
        }
        beads.add(new Bead(6, 7, 10, 11, 0.2, true));
        beads.add(new Bead(7, 8, 6, 7, 0.1234567, false).withConfidence(0.75));
        beads.add(new Bead(8, 9, 7, 7, 0.5, false));
        beads.add(new Bead(9, 9, 7, 8, 0.5, false));
        beads.add(new Bead(9, 11, 8, 9, 0.3, false));
        beads.add(new Bead(11, 12, 9, 10, 1e-9, false));
        beads.add(new Bead(12, 13, 11, 12, 0.1, false));
        return new Alignment(
                story.versions().get(0).segments(), story.versions().get(2).segments(), beads);
    }

    @ParameterizedTest
    @EnumSource(value = BitextFormat.class, names = "MOSES", mode = EnumSource.Mode.EXCLUDE)
    void ferryBitextIsWrittenAsTheGoldenFileSays(BitextFormat format) throws IOException {
        Golden.check(
                GOLDEN.resolve("bitext." + format.label()),
                Write.toText(out -> format.write(ferry(), RandomText.SIGNATURE, out)));
    }

    @Test
    void mosesIsTwoFilesOfOneLineABeadWithoutNullBeads() throws IOException {
        List<Path> written =
                BitextFormat.MOSES.write(ferry(), RandomText.SIGNATURE, folder.resolve("ferry"));
        assertThat(written).containsExactly(folder.resolve("ferry.en"), folder.resolve("ferry.ar"));
        for (Path file : written) {
            String text = Files.readString(file);
            Golden.check(GOLDEN.resolve("bitext.moses." + file.getFileName()), text);
            assertThat(text.split("\n")).hasSize(11);
        }
    }

    @Test
    void mosesSidesInOneLanguageAreNotWrittenOverOneAnother() throws IOException {
        Alignment same = new Alignment(ferry().source(), ferry().source(), identity(13));
        assertThat(BitextFormat.MOSES.write(same, RandomText.SIGNATURE, folder.resolve("a.txt")))
                .containsExactly(
                        folder.resolve("a.txt.source.en"), folder.resolve("a.txt.target.en"))
                .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSize(13));
    }

    private static List<Bead> identity(int size) {
        List<Bead> beads = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            beads.add(new Bead(i, i + 1, i, i + 1, 0, false));
        }
        return beads;
    }

    @Test
    void mosesLinesStayParallelWhateverTheTextHolds() {
        Seeds.forEach(
                200,
                random -> {
                    Alignment alignment = RandomText.alignment(random);
                    long expected =
                            alignment.beads().stream().filter(bead -> !bead.isNull()).count();
                    String source =
                            Write.toText(out -> BitextTables.writeMosesSource(alignment, out));
                    String target =
                            Write.toText(out -> BitextTables.writeMosesTarget(alignment, out));
                    assertThat(source.lines().count()).isEqualTo(expected);
                    assertThat(target.lines().count()).isEqualTo(expected);
                });
    }

    @Test
    void mosesCannotGoToOneStream() {
        assertThatThrownBy(
                        () ->
                                BitextFormat.MOSES.write(
                                        ferry(), RandomText.SIGNATURE, new StringWriter()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two files");
    }

    @Test
    void vecalignLinesAreTheBeads() {
        Pattern line = Pattern.compile("\\[([0-9, ]*)\\]:\\[([0-9, ]*)\\]:([0-9]+\\.[0-9]{6})");
        Seeds.forEach(
                200,
                random -> {
                    Alignment alignment = RandomText.alignment(random);
                    List<String> expected =
                            alignment.beads().stream()
                                    .map(
                                            bead ->
                                                    numbers(bead.sourceStart(), bead.sourceEnd())
                                                            + ":"
                                                            + numbers(
                                                                    bead.targetStart(),
                                                                    bead.targetEnd()))
                                    .toList();
                    List<String> read = new ArrayList<>();
                    for (String text : written(BitextFormat.VECALIGN, alignment).lines().toList()) {
                        Matcher matcher = line.matcher(text);
                        assertThat(matcher.matches()).as(text).isTrue();
                        read.add(matcher.group(1) + ":" + matcher.group(2));
                    }
                    assertThat(read).isEqualTo(expected);
                });
    }

    private static String numbers(int start, int end) {
        List<String> numbers = new ArrayList<>();
        for (int i = start; i < end; i++) {
            numbers.add(Integer.toString(i));
        }
        return String.join(", ", numbers);
    }

    @Test
    void hunalignLadderAscendsByOneBeadALineAndEndsWithTheLengths() {
        Seeds.forEach(
                200,
                random -> {
                    Alignment alignment = RandomText.alignment(random);
                    List<String> rungs = written(BitextFormat.HUNALIGN, alignment).lines().toList();
                    List<String> joined = new ArrayList<>();
                    for (int r = 1; r < rungs.size(); r++) {
                        String[] from = rungs.get(r - 1).split("\t", -1);
                        String[] to = rungs.get(r).split("\t", -1);
                        int sources = Integer.parseInt(to[0]) - Integer.parseInt(from[0]);
                        int targets = Integer.parseInt(to[1]) - Integer.parseInt(from[1]);
                        assertThat(sources >= 0 && targets >= 0 && sources + targets > 0).isTrue();
                        if (sources > 0 && targets > 0) {
                            joined.add(from[0] + "+" + sources + ":" + from[1] + "+" + targets);
                            assertThat(Double.parseDouble(from[2])).isGreaterThan(0);
                        }
                    }
                    assertThat(joined)
                            .isEqualTo(
                                    alignment.beads().stream()
                                            .filter(bead -> !bead.isNull() && !bead.moved())
                                            .map(
                                                    bead ->
                                                            bead.sourceStart()
                                                                    + "+"
                                                                    + (bead.sourceEnd()
                                                                            - bead.sourceStart())
                                                                    + ":"
                                                                    + bead.targetStart()
                                                                    + "+"
                                                                    + (bead.targetEnd()
                                                                            - bead.targetStart()))
                                            .toList());
                    assertThat(rungs.get(rungs.size() - 1))
                            .isEqualTo(
                                    alignment.source().size()
                                            + "\t"
                                            + alignment.target().size()
                                            + "\t0.000000");
                });
    }

    @Test
    void xliffHoldsEveryCharacterOfEveryBead() {
        Seeds.forEach(
                300,
                random -> {
                    Alignment alignment = RandomText.alignment(random);
                    org.w3c.dom.Document xliff =
                            StrictXml.parse(written(BitextFormat.XLIFF, alignment));
                    List<Element> units = StrictXml.elements(xliff, "unit");
                    assertThat(units).hasSameSizeAs(alignment.beads());
                    for (int b = 0; b < units.size(); b++) {
                        Bead bead = alignment.beads().get(b);
                        assertThat(text(units.get(b), "source"))
                                .isEqualTo(
                                        alignment
                                                .source()
                                                .text(
                                                        new SegmentRange(
                                                                bead.sourceStart(),
                                                                bead.sourceEnd())));
                        assertThat(text(units.get(b), "target"))
                                .isEqualTo(
                                        alignment
                                                .target()
                                                .text(
                                                        new SegmentRange(
                                                                bead.targetStart(),
                                                                bead.targetEnd())));
                    }
                });
    }

    /** Text of a side, with what {@code <cp>} stands for. */
    private static String text(Element unit, String side) {
        StringBuilder text = new StringBuilder();
        for (Element element : StrictXml.elements(unit, side)) {
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element cp) {
                    assertThat(cp.getTagName()).isEqualTo("cp");
                    text.appendCodePoint(Integer.parseInt(cp.getAttribute("hex"), 16));
                } else {
                    text.append(node.getTextContent());
                }
            }
        }
        return text.toString();
    }

    @Test
    void xliffSaysWhichSideIsWrittenFromRightToLeft() {
        Element xliff = StrictXml.parse(written(BitextFormat.XLIFF, ferry())).getDocumentElement();
        assertThat(xliff.getNamespaceURI()).isEqualTo("urn:oasis:names:tc:xliff:document:2.0");
        assertThat(xliff.getAttribute("srcLang")).isEqualTo("en");
        assertThat(xliff.getAttribute("trgLang")).isEqualTo("ar");
        Element file = StrictXml.elements(xliff, "file").get(0);
        assertThat(file.getAttribute("srcDir")).isEqualTo("ltr");
        assertThat(file.getAttribute("trgDir")).isEqualTo("rtl");
    }

    @Test
    void tsvAndJsonlHoldTheTextOfEveryBead() {
        Seeds.forEach(
                200,
                random -> {
                    Alignment alignment = RandomText.alignment(random);
                    List<String> tsv = List.of(written(BitextFormat.TSV, alignment).split("\n"));
                    String[] jsonl = written(BitextFormat.JSONL, alignment).split("\n");
                    assertThat(tsv).hasSize(alignment.beads().size() + 1);
                    for (int b = 0; b < alignment.beads().size(); b++) {
                        Bead bead = alignment.beads().get(b);
                        String source =
                                alignment
                                        .source()
                                        .text(
                                                new SegmentRange(
                                                        bead.sourceStart(), bead.sourceEnd()));
                        String[] fields = tsv.get(b + 1).split("\t", -1);
                        assertThat(fields).hasSize(7);
                        assertThat(TsvField.decode(fields[0])).isEqualTo(source);
                        JsonBead json = Json.read("bead", jsonl[b], JsonBead.class);
                        assertThat(json.sourceText()).isEqualTo(source);
                        assertThat(json.target()).hasSize(bead.targetEnd() - bead.targetStart());
                        assertThat(json.moved()).isEqualTo(bead.moved());
                    }
                });
    }

    private record JsonBead(
            List<Integer> source, List<Integer> target, boolean moved, String sourceText) {}

    @Test
    void bitextTmxIsReadBackWithoutItsNullBeads() {
        Seeds.forEach(
                200,
                random -> {
                    Alignment alignment = RandomText.alignment(random);
                    List<Element> units =
                            StrictXml.elements(
                                    StrictXml.parse(written(BitextFormat.TMX, alignment)), "tu");
                    List<Bead> beads =
                            alignment.beads().stream().filter(bead -> !bead.isNull()).toList();
                    assertThat(units).hasSameSizeAs(beads);
                    for (int b = 0; b < beads.size(); b++) {
                        Bead bead = beads.get(b);
                        String target =
                                alignment
                                        .target()
                                        .text(
                                                new SegmentRange(
                                                        bead.targetStart(), bead.targetEnd()));
                        assertThat(StrictXml.elements(units.get(b), "seg").get(1).getTextContent())
                                .isEqualTo(XmlText.sanitised(target));
                    }
                });
    }

    @ParameterizedTest
    @EnumSource(BitextFormat.class)
    void anAlignmentOfTwoEmptyDocumentsIsWrittenInEveryFormat(BitextFormat format)
            throws IOException {
        SegmentedDocument english =
                new SegmentedDocument(new Document("en", Language.ENGLISH, ""), List.of());
        SegmentedDocument arabic =
                new SegmentedDocument(new Document("ar", Language.ARABIC, ""), List.of());
        Alignment empty = new Alignment(english, arabic, List.of());
        for (Path file : format.write(empty, RandomText.SIGNATURE, folder.resolve("empty"))) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            assertThat(text).doesNotContain("x-segments").doesNotContain("<unit");
        }
        assertThat(BitextFormat.of(format.label())).contains(format);
    }

    @Test
    void anUnknownLabelIsNoFormat() {
        assertThat(BitextFormat.of("TMX")).isEmpty();
    }

    private static String written(BitextFormat format, Alignment alignment) {
        return Write.toText(out -> format.write(alignment, RandomText.SIGNATURE, out));
    }
}
