package org.muwazi.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

/** Lines, excluded stretches, other languages, size and threads; sentences are in the cases. */
class RuleSegmenterTest {

    private static final Segmenter SEGMENTER = new RuleSegmenter();

    @Test
    void anEmptyTextHasNoSegments() {
        assertThat(segments(Language.ENGLISH, "")).isEmpty();
        assertThat(segments(Language.ARABIC, " \u00A0\n\u200F\n\uFEFF")).isEmpty();
    }

    @Test
    void textOnBothSidesOfAnExcludedStretchFormsSeparateSegments() {
        String text = "The ferry sank Advertisement near the coast. Nobody drowned.";
        int start = text.indexOf("Advertisement");
        Span advertisement = new Span(start, start + "Advertisement".length());

        SegmentedDocument segmented =
                SEGMENTER.segment(
                        new Document("ferry", Language.ENGLISH, text), List.of(advertisement));

        assertThat(segmented.texts())
                .containsExactly("The ferry sank", "near the coast.", "Nobody drowned.");
    }

    @Test
    void anEmptyExcludedStretchStillSeparates() {
        String text = "Prices rose. Wages did not.";

        SegmentedDocument segmented =
                SEGMENTER.segment(
                        new Document("prices", Language.ENGLISH, text), List.of(new Span(6, 6)));

        assertThat(segmented.texts()).containsExactly("Prices", "rose.", "Wages did not.");
    }

    @Test
    void aTextThatIsExcludedWholeHasNoSegments() {
        Document document = new Document("page", Language.FRENCH, "Abonnez-vous. Merci.");

        assertThat(SEGMENTER.segment(document, List.of(new Span(0, 20))).segments()).isEmpty();
    }

    @Test
    void overlappingDescendingOrOverlongExcludedStretchesAreRefused() {
        Document document = new Document("short", Language.ENGLISH, "Rain fell.");

        assertThatThrownBy(
                        () -> SEGMENTER.segment(document, List.of(new Span(2, 5), new Span(4, 6))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[4, 6)");
        assertThatThrownBy(
                        () -> SEGMENTER.segment(document, List.of(new Span(6, 8), new Span(0, 2))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SEGMENTER.segment(document, List.of(new Span(5, 11))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 code units");
    }

    @Test
    void windowsAndOldMacLineEndsEndSegments() {
        assertThat(segments(Language.ENGLISH, "Storm nears\r\nSchools shut\rRoads closed"))
                .containsExactly("Storm nears", "Schools shut", "Roads closed");
    }

    @Test
    void chineseAndJapaneseSplitAtTheirFullStop() {
        assertThat(
                        segments(
                                Language.CHINESE,
                                "\u4ED6\u8D70\u4E86\u3002\u5929\u4EAE\u4E86\uFF01\u597D\u3002"))
                .hasSize(3);
        assertThat(
                        segments(
                                Language.JAPANESE,
                                "\u96E8\u304C\u964D\u308B\u3002\u98A8\u3082\u5F37\u3044\u3002"))
                .hasSize(2);
    }

    @Test
    void otherLanguagesUseTheirOwnAbbreviations() {
        assertThat(segments(Language.GERMAN, "Sie traf Dr. Weber am Bahnhof. Er schwieg."))
                .containsExactly("Sie traf Dr. Weber am Bahnhof.", "Er schwieg.");
        assertThat(segments(Language.SPANISH, "\u00BFQui\u00E9n paga? El Sr. L\u00F3pez calla."))
                .containsExactly("\u00BFQui\u00E9n paga?", "El Sr. L\u00F3pez calla.");
    }

    @Test
    void germanQuotationMarksCloseWithTheSignThatOpensInEnglish() {
        assertThat(segments(Language.GERMAN, "\u201EWir gehen.\u201C Dann war es still."))
                .containsExactly("\u201EWir gehen.\u201C", "Dann war es still.");
    }

    @Test
    void aLineOfAMegabyteIsSegmentedInSeconds() {
        assertThat(segmentsWithin(Duration.ofSeconds(20), "Prices rose. ".repeat(80_000)))
                .isEqualTo(80_000);
    }

    @Test
    void noRepeatedMarkMakesTheTimeGrowFasterThanTheText() {
        // Looking back or ahead over the whole line at each stop would take minutes here.
        for (String piece :
                List.of(
                        "a.",
                        "(",
                        "\"",
                        "\u00AB ",
                        "U.S. ",
                        "1. ",
                        "\u2026",
                        "! ",
                        " \u00A0",
                        "x(!)",
                        "\u062F.",
                        "a.B",
                        ".\u0301",
                        "(a. ",
                        "\u201CA. ")) {
            int segments =
                    segmentsWithin(Duration.ofSeconds(20), piece.repeat(200_000 / piece.length()));
            assertThat(segments).as("repeating %s", piece).isLessThanOrEqualTo(200_000);
        }
    }

    private static int segmentsWithin(Duration limit, String line) {
        return Assertions.assertTimeout(limit, () -> segments(Language.ENGLISH, line).size());
    }

    @Test
    void severalThreadsGetTheSameSegments() throws InterruptedException, ExecutionException {
        String text =
                "Dr. Marsh left the U.S. The plane was late. \u201CWhy?\u201D she asked. "
                        .repeat(50);
        List<String> alone = segments(Language.ENGLISH, text);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                tasks.add(() -> segments(Language.ENGLISH, text));
            }
            for (Future<List<String>> result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> segments(Language language, String text) {
        return SEGMENTER.segment(new Document("test", language, text)).texts();
    }
}
