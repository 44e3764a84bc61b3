package org.muwazi.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.muwazi.testing.Seeds;

class TextNormalizerTest {

    private static final Path TABLE = Path.of("src/test/resources/spec/text-normalizer.tsv");

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    // What the normaliser treats, so that random text meets it often.
    private static final int[] TREATED = {
        0x640, 0x64B, 0x64E, 0x651, 0x653, 0x654, 0x655, 0x670, 0x200B, 0x200C, 0x200D, 0x200F,
        0x202B, 0x2067, 0xFEFF, 0xAD, 0xA0, 0x2028, 0x37E, 0x6CC, 0x6A9, 0x6C1, 0x6C0, 0x6C2, 0x6D3,
        0x627, 0x648, 0x64A, 0x660, 0x6F1, 0x66B, 0x66C, 0xFEFB, 0xFDFA, 0xFE70, 0xFC5E, '&', '#',
        ';', 'x', '3', '9', 'a', 'm', 'p', ' ', 0x301, 0xE9
    };

    // Words of every length that a limit is set for, and letters whose small form is special.
    private static final String[] CAPITALS = {
        " NEWSPAPERS",
        "HARBOUR ",
        " UN ",
        " A ",
        "I",
        "\u0130",
        "\u011E",
        "\u00DF",
        "\u01C5",
        "J\u030C ",
        "\u03A3 ",
        "T\u0308",
        " small "
    };

    @TestFactory
    Stream<DynamicTest> table() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(
                        fields ->
                                DynamicTest.dynamicTest(
                                        fields[0],
                                        () ->
                                                assertThat(
                                                                TextNormalizer.normalize(
                                                                        unescaped(fields[1])))
                                                        .as(fields[3])
                                                        .isEqualTo(unescaped(fields[2]))));
    }

    private static String unescaped(String field) {
        return ESCAPE.matcher(field)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        String.valueOf(
                                                (char) Integer.parseInt(match.group(1), 16))));
    }

    @Test
    void normalisingAgainChangesNothing() {
        Seeds.forEach(
                20_000,
                random -> {
                    String once = TextNormalizer.normalize(randomText(random));
                    assertThat(TextNormalizer.normalize(once)).isEqualTo(once);
                });
    }

    @Test
    void nothingRemovableIsLeftAndWhiteSpaceIsSingle() {
        Seeds.forEach(
                2_000,
                random -> {
                    String normal = TextNormalizer.normalize(randomText(random));
                    assertThat(normal)
                            .doesNotContain("  ")
                            .doesNotContain("\u0640")
                            .doesNotContain("\u064B")
                            .doesNotContain("\u200F")
                            .doesNotContain("\u00A0");
                    assertThat(normal).isEqualTo(normal.strip());
                });
    }

    @Test
    void whatIsPutBetweenArabicLettersIsTakenOutAgain() {
        String plain =
                unescaped("\\u0627\\u0644\\u0648\\u0632\\u064A\\u0631 \\u0642\\u0627\\u0644");
        int[] noise = {0x64E, 0x64F, 0x650, 0x651, 0x652, 0x640, 0x200C, 0x200F, 0x202B, 0x200B};
        Seeds.forEach(
                500,
                random -> {
                    StringBuilder noised = new StringBuilder();
                    for (int at = 0; at < plain.length(); at++) {
                        noised.append(plain.charAt(at));
                        for (int i = random.nextInt(3); i > 0; i--) {
                            noised.append((char) noise[random.nextInt(noise.length)]);
                        }
                    }
                    assertThat(TextNormalizer.normalize(noised.toString())).isEqualTo(plain);
                });
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(25); i > 0; i--) {
            switch (random.nextInt(8)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.appendCodePoint(random.nextInt(0x110000));
                case 2 -> text.append("&#").append(random.nextInt(70_000)).append(';');
                case 3 -> text.append("&amp;");
                case 4 -> text.append(CAPITALS[random.nextInt(CAPITALS.length)]);
                default -> text.appendCodePoint(TREATED[random.nextInt(TREATED.length)]);
            }
        }
        return text.toString();
    }

    @Test
    void capitalsTakeLinearTime() {
        for (String capitals : List.of("A ".repeat(500_000), "HARBOUR ".repeat(200_000))) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(5),
                    () ->
                            assertThat(TextNormalizer.normalize(capitals))
                                    .hasSize(capitals.length() - 1));
        }
    }

    @Test
    void nestedEntitiesTakeLinearTime() {
        String nested = "&" + "amp;".repeat(300_000) + "lt;";
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(TextNormalizer.normalize(nested)).isEqualTo("<"));
        String semicolons = ";".repeat(1_000_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(TextNormalizer.normalize(semicolons)).isEqualTo(semicolons));
    }

    @Test
    void nullIsRefused() {
        assertThatThrownBy(() -> TextNormalizer.normalize(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("text");
    }
}
