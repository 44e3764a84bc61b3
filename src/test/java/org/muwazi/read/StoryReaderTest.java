package org.muwazi.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muwazi.read.ReadOptions.Form;
import org.muwazi.read.ReadOptions.MalformedBytes;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.SetAside;
import org.muwazi.text.SourceText;
import org.muwazi.text.Span;

/** The table of inputs that users hit, as far as reading goes; one test a row. */
class StoryReaderTest {

    private static final StoryReader READER = new StoryReader();
    private static final String STORY =
            "The pilots of the harbour voted on Monday.\nThey had been on strike for a week.\n";

    @TempDir private Path folder;

    private static SourceText read(byte[] bytes) throws IOException {
        return READER.read(
                new ByteArrayInputStream(bytes), "-", Optional.empty(), ReadOptions.standard());
    }

    private static SourceText read(String text) throws IOException {
        return read(text.getBytes(UTF_8));
    }

    @Test
    void namesTheDocumentAfterTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("story.en.txt"), STORY);

        SourceText read = READER.read(file, Optional.empty(), ReadOptions.standard());

        assertThat(read.document().id()).isEqualTo("story.en");
        assertThat(read.file()).isEqualTo(file.toString());
        assertThat(read.document().language()).isEqualTo(Language.ENGLISH);
        assertThat(read.document().text()).isEqualTo(STORY);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void readsStandardInputAndStrings() throws IOException {
        assertThat(read(STORY).file()).isEqualTo("-");
        assertThat(
                        READER.read(STORY, "story", Optional.empty(), ReadOptions.standard())
                                .document()
                                .text())
                .isEqualTo(STORY);
    }

    @Test
    void readsAFileWithoutAFinalLineEnd() throws IOException {
        assertThat(read(STORY.strip()).document().text()).isEqualTo(STORY.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n \u00A0\n\t\n", "\uFEFF"})
    void refusesEmptyAndBlankFiles(String blank) {
        assertThatThrownBy(() -> read(blank))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("-: holds no text; give a file with the story in it");
    }

    @Test
    void readsABlankFileOfStatedLanguageWithAWarning() {
        SourceText read =
                READER.read("\n", "a.txt", Optional.of(Language.FRENCH), ReadOptions.standard());

        assertThat(read.document().language()).isEqualTo(Language.FRENCH);
        assertThat(read.warnings()).containsExactly("holds no text");
    }

    @Test
    void stripsTheByteOrderMarkAndCountsItInBytesOnly() throws IOException {
        SourceText read = read("\uFEFF" + STORY);

        assertThat(read.document().text()).isEqualTo(STORY);
        assertThat(read.offsets().firstByte(new Span(0, 3))).isEqualTo(3);
        assertThat(read.offsets().characters(new Span(0, 3))).isEqualTo(new Span(0, 3));
    }

    @Test
    void turnsCrLfIntoOneLineFeedThatLeadsBackToBoth() throws IOException {
        SourceText read = read(STORY.replace("\n", "\r\n"));

        assertThat(read.document().text()).isEqualTo(STORY);
        int lineFeed = STORY.indexOf('\n');
        assertThat(read.offsets().firstByte(new Span(lineFeed, lineFeed + 1))).isEqualTo(lineFeed);
        assertThat(read.offsets().endByte(new Span(lineFeed, lineFeed + 1)))
                .isEqualTo(lineFeed + 2);
        assertThat(read.offsets().firstByte(new Span(lineFeed + 1, lineFeed + 2)))
                .isEqualTo(lineFeed + 2);
    }

    @Test
    void takesCarriageReturnsAsLineEndsWhereNoLineFeedIs() throws IOException {
        SourceText read = read(STORY.replace('\n', '\r'));

        assertThat(read.document().text()).isEqualTo(STORY);
        assertThat(read.warnings())
                .containsExactly("has no line feed; carriage returns were taken as line ends");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\u2028", "\u2029", "\u0085", "\u000B", "\f"})
    void keepsOtherSeparatorsInTheirLine(String separator) throws IOException {
        String text = STORY.replace("of the", "of" + separator + "the");

        assertThat(read(text).document().text()).isEqualTo(text);
    }

    @Test
    void keepsNulAndWarns() throws IOException {
        SourceText read = read(STORY.replace("strike", "str\0ike"));

        assertThat(read.document().text()).contains("str\0ike");
        assertThat(read.warnings()).containsExactly("holds 1 NUL characters, kept in the text");
    }

    @Test
    void namesLineAndByteOfMalformedUtf8() {
        byte[] bytes = ("L’été est là.\n" + STORY).getBytes(UTF_8);
        int at = "L’été est là.\nThe ".getBytes(UTF_8).length;
        bytes[at] = (byte) 0xFF;

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage(
                        "-:2: byte 0xFF at offset "
                                + at
                                + " is not UTF-8; save the file as UTF-8, or let such bytes be"
                                + " replaced (--on-malformed=replace)");
    }

    @Test
    void takesOneStrayByteForDamageAndNotForACharset() {
        byte[] bytes = STORY.getBytes(UTF_8);
        bytes[60] = (byte) 0xE9;

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageStartingWith("-:2: byte 0xE9 at offset 60 is not UTF-8");
    }

    @Test
    void replacesMalformedBytesWhereAskedAndKeepsOffsetsExact() throws IOException {
        byte[] bytes = ("L’été est là.\n" + STORY).getBytes(UTF_8);
        int at = "L’été est là.\nThe ".getBytes(UTF_8).length;
        bytes[at] = (byte) 0xFF;

        SourceText read =
                READER.read(
                        new ByteArrayInputStream(bytes),
                        "-",
                        Optional.of(Language.ENGLISH),
                        ReadOptions.standard().withOnMalformed(MalformedBytes.REPLACE));

        int unit = read.document().text().indexOf('\uFFFD');
        assertThat(read.offsets().firstByte(new Span(unit, unit + 1))).isEqualTo(at);
        assertThat(read.offsets().endByte(new Span(unit, unit + 1))).isEqualTo(at + 1);
        assertThat(read.warnings())
                .containsExactly("1 byte sequences are not UTF-8 and were replaced by U+FFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1256", "ISO-8859-6"})
    void convertsOldArabicCharsetsWithANote(String charset) throws IOException {
        String text = TestFiles.rows("languages.tsv").get(0)[1] + "\n";

        SourceText read = read(text.getBytes(Charset.forName(charset)));

        assertThat(read.document().text()).isEqualTo(text);
        assertThat(read.charset().name()).isEqualTo(charset);
        assertThat(read.document().language()).isEqualTo(Language.ARABIC);
        assertThat(read.warnings()).hasSize(1);
        assertThat(read.warnings().get(0)).startsWith("read as " + charset).contains("confidence");
        assertThat(read.offsets().endByte(new Span(0, 7))).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsUtf16WithAndWithoutMark(String charset) throws IOException {
        String text = TestFiles.page("ar.tsv");

        SourceText without = read(text.getBytes(Charset.forName(charset)));
        SourceText with = read(("\uFEFF" + text).getBytes(Charset.forName(charset)));

        assertThat(without.document().text()).isEqualTo(text);
        assertThat(with.document().text()).isEqualTo(text);
        assertThat(with.offsets().firstByte(new Span(5, 6))).isEqualTo(12);
    }

    @Test
    void readsGzipAndCountsOffsetsAfterUnpacking() throws IOException {
        SourceText read = read(TestFiles.gzip(STORY.getBytes(UTF_8)));

        assertThat(read.document().text()).isEqualTo(STORY);
        assertThat(read.offsets().endByte(new Span(0, STORY.length()))).isEqualTo(STORY.length());
    }

    @Test
    void readsALineOfAMegabyte() throws IOException {
        String line = "The pilots voted on Monday. ".repeat(40_000);

        assertThat(read(line).document().text()).hasSize(line.length());
    }

    @Test
    void countsCodePointsAndBytesOfCharactersBeyondTheFirstPlane() throws IOException {
        String text = "The 😀 voted and it was the end of 𒀀 for all of them.\n";

        SourceText read = read(text);

        int at = text.indexOf("voted");
        assertThat(read.offsets().characters(new Span(at, at + 5))).isEqualTo(new Span(6, 11));
        assertThat(read.offsets().firstByte(new Span(at, at + 5))).isEqualTo(9);
    }

    @Test
    void keepsBidiControlsInTheText() throws IOException {
        String text = STORY.replace("Monday", "\u202BMonday\u202C\u2066");

        assertThat(read(text).document().text()).isEqualTo(text);
    }

    @Test
    void namesAMissingFile() {
        Path file = folder.resolve("none.txt");

        assertThatThrownBy(() -> READER.read(file, Optional.empty(), ReadOptions.standard()))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(file + ": no such file");
    }

    @Test
    void namesADirectory() {
        assertThatThrownBy(() -> READER.read(folder, Optional.empty(), ReadOptions.standard()))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(folder + ": is a directory; name a file");
    }

    @Test
    void namesAnUnreadableFile() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.txt"), STORY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("root reads everything").isFalse();

        assertThatThrownBy(() -> READER.read(file, Optional.empty(), ReadOptions.standard()))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("may not be read");
    }

    @Test
    void letsTheStatedLanguageWinAndWarns() {
        SourceText read =
                READER.read(STORY, "a", Optional.of(Language.FRENCH), ReadOptions.standard());

        assertThat(read.document().language()).isEqualTo(Language.FRENCH);
        assertThat(read.warnings()).hasSize(1);
        assertThat(read.warnings().get(0))
                .startsWith("stated to be French but looks like English")
                .endsWith("taken as French");
    }

    @Test
    void asksForTheLanguageWhereItCannotTell() {
        assertThatThrownBy(() -> read("12 345 — 67 %"))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("cannot tell its language")
                .hasMessageContaining("--lang");
    }

    @Test
    void setsNothingAsideWhereAskedTo() throws IOException {
        String page = TestFiles.page("en.tsv");

        assertThat(read(page).setAside()).isNotEmpty();
        assertThat(
                        READER.read(
                                        page,
                                        "a",
                                        Optional.empty(),
                                        ReadOptions.standard().withKeepAll(true))
                                .setAside())
                .isEmpty();
    }

    @Test
    void staysTextWhereTagsAreOnlyMentioned() throws IOException {
        String text =
                "The tag <b> is bold and <i> is italic, and the pilots of the harbour know it.\n";

        assertThat(read(text).document().text()).isEqualTo(text);
    }

    @Test
    void readsHtmlByItsContentOrWhenTold() throws IOException {
        Path file = Files.writeString(folder.resolve("page.txt"), TestFiles.text("html/fr.html"));

        assertThat(READER.read(file, Optional.empty(), ReadOptions.standard()).document().text())
                .doesNotContain("<");
        assertThat(
                        READER.read(
                                        file,
                                        Optional.empty(),
                                        ReadOptions.standard().withForm(Form.TEXT))
                                .document()
                                .text())
                .contains("<p>");
    }

    @Test
    void readsWesternLatinWithANote() throws IOException {
        byte[] bytes =
                "La mairie a annoncé qu'elle fermerait le vieux pont, décision très critiquée."
                        .getBytes(ISO_8859_1);

        SourceText read = read(bytes);

        assertThat(read.document().text()).contains("annoncé");
        assertThat(read.warnings().get(0)).startsWith("read as windows-1252");
    }

    @Test
    void setsAsideShareButtonsAndRelatedHeadlinesOfACopiedPage() throws IOException {
        SourceText read =
                read(
                        """
                        Harbour pilots vote to end their strike
                        Share Save Print
                        The pilots of the northern harbour voted on Monday to end a strike of days.
                        Forty ships had been waiting outside the breakwater, the harbour said.
                        12 comments
                        Related articles
                        Fishermen fear a cold spring
                        """);

        assertThat(read.setAside().stream().map(SetAside::reason).toList())
                .isEqualTo(
                        List.of(
                                SetAside.Reason.SHARING,
                                SetAside.Reason.COMMENTS,
                                SetAside.Reason.RELATED,
                                SetAside.Reason.RELATED));
    }
}
