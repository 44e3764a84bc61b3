package org.muwazi.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.muwazi.text.Language;
import org.muwazi.text.SetAside;
import org.muwazi.text.SourceText;
import org.muwazi.text.Span;

class HtmlPageTest {

    private static final StoryReader READER = new StoryReader();

    private static SourceText read(String html) {
        return READER.read(
                html,
                "page.html",
                Optional.empty(),
                ReadOptions.standard().withForm(ReadOptions.Form.HTML));
    }

    private static List<String> story(SourceText read) {
        List<String> kept = new ArrayList<>();
        String text = read.document().text();
        for (Span line : Lines.of(text)) {
            if (read.setAside().stream().noneMatch(aside -> aside.span().overlaps(line))) {
                kept.add(line.of(text));
            }
        }
        return kept;
    }

    private static List<String> aside(SourceText read) {
        return read.setAside().stream()
                .map(stretch -> stretch.reason() + " " + stretch.span().of(read.document().text()))
                .toList();
    }

    @Test
    void keepsTheStoryOfAFrenchPage() {
        SourceText read = read(TestFiles.text("html/fr.html"));

        assertThat(story(read))
                .containsExactly(
                        "Le phare de Skerra passe à l’automatique",
                        "Par Tom Aldous",
                        "Les deux derniers gardiens du phare de Skerra ont quitté le rocher"
                                + " mardi\u00A0; un ordinateur, sur la côte, a pris le relais.",
                        "«\u00A0La lampe clignote comme avant\u00A0», dit Moira Tate, 58\u00A0ans."
                                + " «\u00A0Mais personne n’entendra plus les mouettes.\u00A0»",
                        "Une tour de 1895",
                        "La construction avait coûté quatre vies & 61\u2009000 livres, et la lampe"
                                + " brûla de l'huile de baleine jusqu'en 1911. 😀");
        assertThat(read.document().language()).isEqualTo(Language.FRENCH);
    }

    @Test
    void namesAReasonForEachPartOfThePage() {
        SourceText read = read(TestFiles.text("html/fr.html"));

        assertThat(aside(read))
                .contains(
                        "NAVIGATION Monde",
                        "SHARING Facebook Copier le lien",
                        "CAPTION Le phare vu du large",
                        "RELATED À lire aussi",
                        "LEGAL © 2026 La Vigie du Nord",
                        "RELATED Le bac de Skerra deux fois par semaine");
        assertThat(read.setAside()).allMatch(stretch -> !stretch.evidence().isBlank());
        assertThat(read.document().text()).doesNotContain("caché").doesNotContain("non");
    }

    @Test
    void leadsEachCharacterBackToItsSource() {
        for (String name :
                List.of("html/fr.html", "html/ar-form.html", "html/en-no-paragraphs.html")) {
            String html = TestFiles.text(name);
            SourceText read = read(html);
            String text = read.document().text();
            for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
                int end = text.offsetByCodePoints(i, 1);
                String shown = text.substring(i, end);
                Span span = new Span(i, end);
                String source = characters(html, read.offsets().characters(span));
                if (shown.equals("\n")) {
                    assertThat(source).isEmpty();
                } else if (shown.equals(" ")) {
                    assertThat(source).isBlank().isNotEmpty();
                } else {
                    assertThat(Parser.unescapeEntities(source, false)).isEqualTo(shown);
                }
                assertThat(bytes(html, read, span)).isEqualTo(source);
            }
        }
    }

    private static String characters(String html, Span codePoints) {
        int start = html.offsetByCodePoints(0, codePoints.start());
        return html.substring(start, html.offsetByCodePoints(start, codePoints.length()));
    }

    private static String bytes(String html, SourceText read, Span span) {
        byte[] all = html.getBytes(UTF_8);
        int first = (int) read.offsets().firstByte(span);
        return new String(all, first, (int) read.offsets().endByte(span) - first, UTF_8);
    }

    @Test
    void findsTheStoryOfAPageWithOneFormAroundIt() {
        SourceText read = read(TestFiles.text("html/ar-form.html"));

        assertThat(story(read)).hasSize(4);
        assertThat(aside(read)).hasSize(4);
        assertThat(read.document().language()).isEqualTo(Language.ARABIC);
    }

    @Test
    void findsTheStoryOfAPageWithoutParagraphs() {
        SourceText read = read(TestFiles.text("html/en-no-paragraphs.html"));

        assertThat(story(read)).hasSize(4).first().isEqualTo("Square loaf returns to Lundford");
        assertThat(aside(read))
                .containsExactly(
                        "NAVIGATION Home | Archive | Links",
                        "NAVIGATION Back to the archive Write to us");
    }

    @Test
    void putsTheTitleFirstWhereThePageShowsNoHeadline() {
        String prose =
                "<p>Three bakeries in Lundford have returned to a recipe last sold in 1952, and"
                        + " queues now start before dawn.</p>";

        SourceText read =
                read(
                        "<html><head><title>Square loaf is back - Lundford Post</title></head><body>"
                                + prose
                                + prose.replace("Three", "Four")
                                + "</body></html>");

        assertThat(story(read)).hasSize(3).first().isEqualTo("Square loaf is back");
    }

    @Test
    void doesNotRepeatAHeadlineThatIsShown() {
        SourceText read = read(TestFiles.text("html/fr.html"));

        assertThat(read.document().text().split("Le phare de Skerra passe", -1)).hasSize(2);
    }

    @Test
    void takesTheLanguageOfThePageWhereItsWordsDoNotTell() {
        SourceText read =
                read("<html lang='fr'><body><p>Skerra, Lundford, Moira Tate</p></body></html>");

        assertThat(read.document().language()).isEqualTo(Language.FRENCH);
    }

    @Test
    void readsBrokenMarkup() {
        SourceText read =
                read(
                        "<p>The pilots <b>voted <i>on</b> Monday</i> &amp &bogus; &#xD800; <td>to end"
                                + " <table><p>their strike</table> <a href='</p>x");

        assertThat(read.document().text())
                .contains("The pilots voted on Monday")
                .contains("&bogus;");
    }

    @Test
    void readsAHundredThousandNestedElementsWithinSeconds() {
        String html =
                "<html><body>"
                        + "<div>".repeat(100_000)
                        + "<p>The pilots of the harbour voted on Monday to end their strike.</p>";

        SourceText read = assertTimeout(Duration.ofSeconds(20), () -> read(html));

        assertThat(story(read))
                .containsExactly("The pilots of the harbour voted on Monday to end their strike.");
    }

    @Test
    void keepsThePagesOwnWordsWhereNothingIsProse() {
        assertThat(story(read("<html><body><h1>The strike is over</h1></body></html>")))
                .containsExactly("The strike is over");
    }

    @Test
    void recognisesHtmlByWhatItIsMadeOf() {
        assertThat(HtmlForm.isHtml("<!DOCTYPE html><p>x")).isTrue();
        assertThat(HtmlForm.isHtml("\n<!-- saved --><html><body>x")).isTrue();
        assertThat(HtmlForm.isHtml("<p>One.</p>\n<p>Two.</p>")).isTrue();
        assertThat(HtmlForm.isHtml("<b>Note</b>: the tag <p> starts a paragraph.")).isFalse();
        assertThat(HtmlForm.isHtml("a < b and c > d")).isFalse();
        assertThat(HtmlForm.isHtml("")).isFalse();
    }

    @Test
    void evidenceNamesTheElement() {
        SourceText read = read(TestFiles.text("html/fr.html"));

        assertThat(read.setAside())
                .extracting(SetAside::evidence)
                .contains("stands in <figcaption>", "stands in an element named \"related\"");
    }
}
