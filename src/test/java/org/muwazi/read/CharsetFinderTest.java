package org.muwazi.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetFinderTest {

    @ParameterizedTest
    @CsvSource({
        "ar, windows-1256, 60",
        "ar, windows-1256, 200",
        "ar, windows-1256, 700",
        "ar, ISO-8859-6, 60",
        "ar, ISO-8859-6, 200",
        "ar, ISO-8859-6, 700",
        "fr, windows-1252, 60",
        "fr, windows-1252, 200",
        "fr, windows-1252, 700",
        "ar, UTF-16LE, 60",
        "ar, UTF-16BE, 60",
        "fr, UTF-16LE, 60",
        "fr, UTF-16BE, 700",
        "en, UTF-16LE, 200",
        "ar, UTF-8, 60",
        "fr, UTF-8, 700"
    })
    void tellsTheCharsetFromTheBytesAlone(String page, String name, int length) {
        String text = encodable(TestFiles.page(page + ".tsv"), Charset.forName(name));
        String sample = text.substring(text.length() - length);

        CharsetFinder.Found found = CharsetFinder.of(sample.getBytes(Charset.forName(name)));

        assertThat(new String(sample.getBytes(Charset.forName(name)), found.charset()))
                .isEqualTo(sample);
        assertThat(found.warning().isPresent()).isEqualTo(!name.equals("UTF-8"));
    }

    private static String encodable(String text, Charset charset) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (charset.newEncoder().canEncode(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, 3", "UTF-16LE, 2", "UTF-16BE, 2", "UTF-32LE, 4", "UTF-32BE, 4"})
    void believesAByteOrderMark(String name, int markLength) {
        byte[] bytes = ("\uFEFF" + TestFiles.page("ar.tsv")).getBytes(Charset.forName(name));

        CharsetFinder.Found found = CharsetFinder.of(bytes);

        assertThat(found.charset().name()).isEqualTo(name);
        assertThat(found.markLength()).isEqualTo(markLength);
        assertThat(found.warning()).isEmpty();
    }

    @Test
    void readsUtf8ThatDeclaresAnotherCharsetAsUtf8() {
        String html =
                TestFiles.text("html/fr.html")
                        .replace("charset=\"utf-8\"", "charset=\"windows-1252\"");

        assertThat(CharsetFinder.of(html.getBytes(StandardCharsets.UTF_8)).charset())
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void believesADeclarationThatFitsTheBytes() {
        String html =
                "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1256'>"
                        + TestFiles.page("ar.tsv").replace("\u00A9", "");

        CharsetFinder.Found found =
                CharsetFinder.of(html.getBytes(Charset.forName("windows-1256")));

        assertThat(found.charset().name()).isEqualTo("windows-1256");
        assertThat(found.warning()).isEmpty();
    }

    @Test
    void doesNotBelieveADeclarationThatMakesNoWords() {
        String html =
                "<html><head><meta charset=iso-8859-1>"
                        + TestFiles.page("ar.tsv").replace("\u00A9", "");

        assertThat(
                        CharsetFinder.of(html.getBytes(Charset.forName("windows-1256")))
                                .charset()
                                .name())
                .isEqualTo("windows-1256");
    }

    @Test
    void readsTheLigatureOfLatin9() {
        byte[] bytes =
                "Une sœur du maire a visité le chœur de l'église, près du cœur de la cité."
                        .getBytes(Charset.forName("ISO-8859-15"));

        assertThat(CharsetFinder.of(bytes).charset().name()).isEqualTo("ISO-8859-15");
    }

    @Test
    void readsRussianInItsOldCharset() {
        Charset cyrillic = Charset.forName("windows-1251");
        assumeThat(cyrillic.canEncode()).isTrue();
        String text =
                TestFiles.rows("languages.tsv").stream()
                        .filter(row -> row[0].equals("ru"))
                        .map(row -> row[1])
                        .findFirst()
                        .orElseThrow();

        assertThat(
                        new String(
                                text.getBytes(cyrillic),
                                CharsetFinder.of(text.getBytes(cyrillic)).charset()))
                .isEqualTo(text);
    }

    @Test
    void keepsUtf8WithOneBrokenByteAsUtf8() {
        byte[] bytes = TestFiles.page("fr.tsv").getBytes(StandardCharsets.UTF_8);
        bytes[200] = (byte) 0xFF;

        assertThat(CharsetFinder.of(bytes).charset()).isEqualTo(StandardCharsets.UTF_8);
    }
}
