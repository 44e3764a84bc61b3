package org.muwazi.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muwazi.read.ReadOptions.Form;
import org.muwazi.read.ReadOptions.MalformedBytes;
import org.muwazi.testing.Seeds;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.SourceText;
import org.muwazi.text.Span;

class ReadLawsTest {

    private static final StoryReader READER = new StoryReader();
    private static final String PIECES =
            "aé\u0627\u0644\u064B\u00A0\u202E\u2028\t  .,<>&;/pdiv=\"'\0\uFEFF";

    private static SourceText read(byte[] bytes, ReadOptions options) throws IOException {
        return READER.read(
                new ByteArrayInputStream(bytes), "-", Optional.of(Language.ENGLISH), options);
    }

    private static String randomText(Random random, int most) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(12)) {
                case 0 -> text.append("\r\n");
                case 1 -> text.append('\n');
                case 2 -> text.appendCodePoint(0x1F600 + random.nextInt(40));
                case 3 -> text.append("The harbour ");
                default -> text.append(PIECES.charAt(random.nextInt(PIECES.length())));
            }
        }
        return text.toString();
    }

    @Test
    void randomBytesGiveATextOrTheDocumentedException() {
        Seeds.forEach(
                300,
                random -> {
                    byte[] bytes = new byte[random.nextInt(300)];
                    random.nextBytes(bytes);
                    if (bytes.length > 3 && random.nextInt(4) == 0) {
                        bytes[0] = 0x1F;
                        bytes[1] = (byte) 0x8B;
                        bytes[2] = 8;
                    }
                    List<Form> forms = List.of(Form.AUTO, Form.TEXT, Form.HTML);
                    ReadOptions options =
                            ReadOptions.standard()
                                    .withForm(forms.get(random.nextInt(forms.size())))
                                    .withOnMalformed(
                                            random.nextBoolean()
                                                    ? MalformedBytes.REPORT
                                                    : MalformedBytes.REPLACE);
                    try {
                        SourceText read = read(bytes, options);
                        assertThat(read.offsets().length())
                                .isEqualTo(read.document().text().length());
                    } catch (MalformedInputException e) {
                        assertThat(e.getMessage()).startsWith("-:").doesNotContain("\n");
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    @Test
    void bytesOfASpanDecodeToItsText() {
        List<String> charsets = List.of("UTF-8", "UTF-16LE", "UTF-16BE");
        Seeds.forEach(
                200,
                random -> {
                    Charset charset = Charset.forName(charsets.get(random.nextInt(3)));
                    byte[] bytes = ("\uFEFFa" + randomText(random, 200)).getBytes(charset);
                    SourceText read;
                    try {
                        read = read(bytes, ReadOptions.standard().withForm(Form.TEXT));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                    String text = read.document().text();
                    for (int start = 0; start < text.length(); start += 7) {
                        int end = Math.min(text.length(), start + 1 + random.nextInt(20));
                        // A span that cuts a surrogate pair leads to the whole character.
                        if (Character.isLowSurrogate(text.charAt(start))
                                || Character.isHighSurrogate(text.charAt(end - 1))) {
                            continue;
                        }
                        Span span = new Span(start, end);
                        int first = (int) read.offsets().firstByte(span);
                        int last = (int) read.offsets().endByte(span);
                        assertThat(
                                        new String(bytes, first, last - first, charset)
                                                .replace("\r\n", "\n"))
                                .isEqualTo(span.of(text));
                    }
                });
    }

    @Test
    void offsetsNeverGoBackAndStretchesStayInTheText() {
        Seeds.forEach(
                200,
                random -> {
                    String html = "<html>" + randomText(random, 300);
                    SourceText read =
                            READER.read(
                                    html,
                                    "page",
                                    Optional.of(Language.FRENCH),
                                    ReadOptions.standard());
                    for (int i = 0; i < read.document().text().length(); i++) {
                        Span unit = new Span(i, i + 1);
                        assertThat(read.offsets().endByte(unit))
                                .isGreaterThanOrEqualTo(read.offsets().firstByte(unit));
                    }
                    assertThat(read.setAside())
                            .allMatch(s -> s.span().end() <= read.document().text().length());
                });
    }

    @Test
    void readingTwiceGivesTheSame() {
        for (String page : List.of("en.tsv", "fr.tsv", "ar.tsv")) {
            String text = TestFiles.page(page);
            SourceText once = READER.read(text, "a", Optional.empty(), ReadOptions.standard());
            SourceText again = READER.read(text, "a", Optional.empty(), ReadOptions.standard());

            assertThat(again.setAside()).isEqualTo(once.setAside());
            assertThat(again.document()).isEqualTo(once.document());
        }
    }
}
