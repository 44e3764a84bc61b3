package org.muwazi.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muwazi.testing.Seeds;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

/** What holds for every text, language and set of excluded stretches. */
class RuleSegmenterLawsTest {

    private static final Segmenter SEGMENTER = new RuleSegmenter();

    private static final List<Language> LANGUAGES = List.of(Language.values());

    /** Whatever the rules look at, and characters that break careless code. */
    private static final String[] PIECES = {
        ".",
        ".",
        ".",
        "!",
        "?",
        "...",
        "\u2026",
        "\u061F",
        "\u061B",
        "\u060C",
        "\u06D4",
        "\u3002",
        " ",
        " ",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\u00A0",
        "\u202F",
        "\u2028",
        "\u200F",
        "\u200B",
        "\uFEFF",
        "\u0000",
        "\"",
        "'",
        "\u2019",
        "\u00AB",
        "\u00BB",
        "\u201C",
        "\u201D",
        "\u201E",
        "(",
        ")",
        "[",
        "]",
        "-",
        "\u2013",
        "\u2022",
        ",",
        ":",
        ";",
        "%",
        "$",
        "@",
        "_",
        "/",
        "1",
        "2024",
        "\u0663",
        "IV",
        "J",
        "U.S",
        "Dr",
        "No",
        "M",
        "etc",
        "a.m",
        "The",
        "said",
        "Le",
        "reached",
        "iPhone",
        "www.",
        "\u062F",
        "\u0623.\u062F",
        "\u0642\u0627\u0644",
        "\u0648\u0642\u0627\u0644",
        "\u0627\u0644\u0646\u0632\u0627\u0639",
        "\u0647\u0640",
        "\u064B",
        "\u0301",
        "\u200D",
        "\u0915",
        "\u0E01",
        "\u6771\u4EAC",
        "\uD83D\uDE80",
        "\uD83D",
        "\uDE80",
        "\uD835\uDC00",
        "\u1362",
        "\uFFFF"
    };

    @Test
    void eachSegmentIsTheSliceOfItsSpanAndNeitherStartsNorEndsBlank() {
        forRandomTexts(
                (document, excluded, segmented) -> {
                    int previousEnd = 0;
                    for (Segment segment : segmented.segments()) {
                        Span span = segment.span();
                        assertThat(span.start()).isGreaterThanOrEqualTo(previousEnd);
                        assertThat(segment.text()).isEqualTo(span.of(document.text()));
                        assertThat(isBlank(segment.text().codePointAt(0))).isFalse();
                        assertThat(isBlank(segment.text().codePointBefore(span.length())))
                                .isFalse();
                        assertThat(segment.text()).doesNotContain("\n");
                        previousEnd = span.end();
                    }
                });
    }

    @Test
    void everythingThatIsNotBlankAndNotExcludedIsInASegment() {
        forRandomTexts(
                (document, excluded, segmented) -> {
                    boolean[] covered = new boolean[document.text().length()];
                    segmented.segments().forEach(segment -> fill(covered, segment.span()));
                    excluded.forEach(span -> fill(covered, span));
                    for (int i = 0; i < covered.length; i++) {
                        assertThat(covered[i] || isBlank(document.text().charAt(i)))
                                .as("code unit %d", i)
                                .isTrue();
                    }
                });
    }

    @Test
    void noSegmentTouchesAnExcludedStretch() {
        forRandomTexts(
                (document, excluded, segmented) -> {
                    for (Segment segment : segmented.segments()) {
                        assertThat(excluded).noneMatch(span -> span.overlaps(segment.span()));
                    }
                });
    }

    @Test
    void aSegmentWithoutLetterOrDigitStandsAloneBetweenLineEndsOrExcludedStretches() {
        forRandomTexts(
                (document, excluded, segmented) -> {
                    for (Segment segment : segmented.segments()) {
                        if (segment.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
                            assertThat(isAlone(document.text(), excluded, segment.span())).isTrue();
                        }
                    }
                });
    }

    @Test
    void segmentingTwiceGivesTheSame() {
        forRandomTexts(
                (document, excluded, segmented) ->
                        assertThat(new RuleSegmenter().segment(document, excluded))
                                .isEqualTo(segmented));
    }

    @Test
    void aLineIsSegmentedAsItWouldBeAlone() {
        forRandomTexts(
                (document, excluded, segmented) -> {
                    List<String> lineByLine = new ArrayList<>();
                    for (String line : document.text().split("\n", -1)) {
                        Document alone = new Document("line", document.language(), line);
                        lineByLine.addAll(SEGMENTER.segment(alone).texts());
                    }
                    assertThat(SEGMENTER.segment(document).texts()).isEqualTo(lineByLine);
                });
    }

    private interface Claim {
        void check(Document document, List<Span> excluded, SegmentedDocument segmented);
    }

    private static void forRandomTexts(Claim claim) {
        Seeds.forEach(
                400,
                random -> {
                    Document document =
                            new Document(
                                    "random",
                                    LANGUAGES.get(random.nextInt(LANGUAGES.size())),
                                    text(random));
                    List<Span> excluded = excluded(random, document.text().length());
                    claim.check(document, excluded, SEGMENTER.segment(document, excluded));
                });
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(120);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(20) == 0) {
                text.append((char) random.nextInt(0x10000));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    private static List<Span> excluded(Random random, int length) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        while (random.nextInt(3) == 0 && from < length) {
            int start = from + random.nextInt(length - from + 1);
            int end = start + random.nextInt(length - start + 1);
            spans.add(new Span(start, end));
            from = end;
        }
        return spans;
    }

    private static void fill(boolean[] covered, Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            covered[i] = true;
        }
    }

    private static boolean isAlone(String text, List<Span> excluded, Span span) {
        int before = span.start();
        while (before > 0
                && isBlank(text.charAt(before - 1))
                && !isBorder(text, excluded, before - 1, before)) {
            before--;
        }
        int after = span.end();
        while (after < text.length()
                && isBlank(text.charAt(after))
                && !isBorder(text, excluded, after, after)) {
            after++;
        }
        return (before == 0 || isBorder(text, excluded, before - 1, before))
                && (after == text.length() || isBorder(text, excluded, after, after));
    }

    private static boolean isBorder(String text, List<Span> excluded, int unit, int place) {
        return CharacterClasses.isLineEnd(text.charAt(unit))
                || excluded.stream().anyMatch(span -> span.start() <= place && place <= span.end());
    }

    /** The definition in words of the class, written apart from the one under test. */
    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || isInvisible(c);
    }

    private static boolean isInvisible(int c) {
        return "\u00AD\u061C\u180E\uFEFF".indexOf(c) >= 0
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F);
    }
}
