package org.muwazi.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.muwazi.score.Explanation;
import org.muwazi.score.Finding;
import org.muwazi.score.Reason;
import org.muwazi.score.ScoredRow;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.ScoredVersion;
import org.muwazi.score.Severity;
import org.muwazi.score.Verdict;
import org.muwazi.testing.Seeds;
import org.muwazi.text.Language;
import org.muwazi.text.OffsetMap;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.SetAside;
import org.muwazi.text.SourceText;
import org.muwazi.text.Span;

class HtmlReportTest {

    private static String html(ScoredStory story) {
        return Write.toText(out -> HtmlReport.write(story, out));
    }

    private static Document page(ScoredStory story) {
        return Jsoup.parse(html(story));
    }

    /** English and Arabic with the same text of one segment, and these findings in it. */
    private static ScoredStory story(String text, List<Finding> findings) {
        List<ScoredVersion> versions = new ArrayList<>();
        for (Language language : List.of(Language.ENGLISH, Language.ARABIC)) {
            var document = new org.muwazi.text.Document(language.iso639_1(), language, text);
            SegmentedDocument segments =
                    new SegmentedDocument(
                            document,
                            List.of(new org.muwazi.text.Segment(new Span(0, text.length()), text)));
            versions.add(
                    new ScoredVersion(
                            new SourceText(
                                    document,
                                    text,
                                    StandardCharsets.UTF_8,
                                    OffsetMap.identity(text),
                                    List.of(),
                                    List.of(text)),
                            segments,
                            false,
                            Verdict.REVIEW,
                            0.5,
                            1,
                            List.of(
                                    new Reason(
                                            "name",
                                            1,
                                            Explanation.verbatim(text),
                                            List.of(new Span(0, 1))))));
        }
        ScoredRow row =
                new ScoredRow(
                        List.of(new SegmentRange(0, 1), new SegmentRange(0, 1)),
                        false,
                        List.of(OptionalDouble.of(0.5), OptionalDouble.empty()),
                        findings);
        return new ScoredStory(text, versions, List.of(), List.of(row), RandomText.SIGNATURE);
    }

    private static Finding finding(Finding.Kind kind, Span span, Severity severity) {
        return new Finding(
                kind, 0, span, severity, 0.5, "evidence", Explanation.verbatim("Because."));
    }

    @Test
    void ferryReportIsWrittenAsTheGoldenFileSays() throws IOException {
        // Style and script are files of their own and would only be repeated here.
        String body =
                html(StoryFixture.read("ferry"))
                        .replaceAll("(?s)<style>.*?</style>", "<style></style>")
                        .replaceAll("(?s)<script>.*?</script>", "<script></script>")
                        .replaceAll("sha256-[A-Za-z0-9+/]{43}=", "sha256-...");
        Golden.check(
                StoryFixture.GOLDEN.resolve("ferry").resolve("expected").resolve("report.html"),
                body);
    }

    @Test
    void everyCellHoldsExactlyTheTextOfItsSegments() {
        Seeds.forEach(
                150,
                random -> {
                    ScoredStory story = RandomText.story(random);
                    List<Element> rows = page(story).select("#rows > li");
                    assertThat(rows).hasSameSizeAs(story.rows());
                    for (int r = 0; r < rows.size(); r++) {
                        List<Element> cells = rows.get(r).select(".cell");
                        for (int v = 0; v < cells.size(); v++) {
                            SegmentRange range = story.rows().get(r).ranges().get(v);
                            String expected =
                                    range.isEmpty()
                                            ? ""
                                            : VisibleText.plain(
                                                    story.versions().get(v).segments().text(range));
                            assertThat(lineFeeds(textOf(cells.get(v))))
                                    .isEqualTo(lineFeeds(expected));
                        }
                    }
                });
    }

    /** Without numbers and gaps; names of hidden characters in brackets. */
    private static String textOf(Element cell) {
        Element copy = cell.clone();
        copy.select(".ref, .gap, .name, .none, .score").remove();
        copy.select(".control").forEach(c -> c.text("[" + c.text() + "]"));
        Element text = copy.selectFirst(".text");
        return text == null ? copy.wholeText().strip() : text.wholeText();
    }

    /** What an HTML parser makes of line ends. */
    private static String lineFeeds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    @Test
    void everyFindingIsExplainedOnceAndReferredToOnceFromItsText() {
        Seeds.forEach(
                150,
                random -> {
                    ScoredStory story = RandomText.story(random);
                    List<Element> rows = page(story).select("#rows > li");
                    for (int r = 0; r < rows.size(); r++) {
                        ScoredRow row = story.rows().get(r);
                        assertThat(rows.get(r).select(".notes > ol > li"))
                                .hasSameSizeAs(row.findings());
                        for (int v = 0; v < story.versions().size(); v++) {
                            int version = v;
                            long expected =
                                    row.ranges().get(v).isEmpty()
                                            ? 0
                                            : row.findings().stream()
                                                    .filter(f -> f.version() == version)
                                                    .count();
                            assertThat(rows.get(r).select(".cell").get(v).select(".ref"))
                                    .hasSize((int) expected);
                        }
                    }
                });
    }

    @Test
    void everyLinkLeadsToOnePlaceInThePage() {
        Seeds.forEach(
                100,
                random -> {
                    Document page = page(RandomText.story(random));
                    List<String> ids = page.select("[id]").eachAttr("id");
                    assertThat(ids).doesNotHaveDuplicates();
                    Set<String> known = new HashSet<>(ids);
                    for (Element link : page.select("a")) {
                        assertThat(link.attr("href")).startsWith("#");
                        assertThat(known).contains(link.attr("href").substring(1));
                    }
                });
    }

    @Test
    void sentencesSayWhatLanguageAndDirectionTheyAreIn() {
        Finding finding =
                new Finding(
                        Finding.Kind.UNTRANSLATED,
                        0,
                        new Span(0, 4),
                        Severity.MAJOR,
                        1,
                        "Ferry\u202e",
                        new Explanation(
                                "untranslated.copied",
                                List.of(new Explanation.Words("Ferry\u202e"))));
        ScoredStory story = story("Ferry", List.of(finding));
        Document page =
                Jsoup.parse(Write.toText(out -> HtmlReport.write(story, Language.ARABIC, out)));
        for (String sentences : List.of(".headline", ".reasons li > p[lang]", ".why")) {
            assertThat(page.select(sentences))
                    .as(sentences)
                    .isNotEmpty()
                    .allMatch(p -> p.attr("lang").equals("ar") && p.attr("dir").equals("rtl"));
        }
        // Ours isolate the quotation; what the text itself brings along is named and does nothing.
        assertThat(page.selectFirst(".why").text()).contains("\u2068FerryRLO\u2069");
        assertThat(page.selectFirst(".why .control").text()).isEqualTo("RLO");
        assertThat(page.selectFirst("mark[title]").attr("title"))
                .startsWith("1. untranslated, major: \u2067")
                .endsWith("\u2069")
                .contains("Ferry[RLO]")
                .doesNotContain("\u202e");
    }

    @Test
    void hostileTextStaysText() {
        String hostile =
                "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>]]>&amp;--></style>"
                        + "</title><a href=javascript:alert(3)>${x}@if(true)";
        Document page =
                page(
                        story(
                                hostile,
                                List.of(
                                        new Finding(
                                                Finding.Kind.NAME,
                                                0,
                                                new Span(3, 40),
                                                Severity.MAJOR,
                                                1,
                                                hostile,
                                                Explanation.verbatim(hostile)))));
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.select("img, iframe, link, object, [style], [src]")).isEmpty();
        for (Element element : page.getAllElements()) {
            assertThat(element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        }
        assertThat(page.select("h1").text()).isEqualTo(hostile);
        assertThat(textOf(page.selectFirst(".cell"))).isEqualTo(hostile);
        assertThat(page.select("mark[title]").get(0).attr("title"))
                .isEqualTo("1. name, major: " + hostile);
    }

    @Test
    void charactersThatReorderOrHideTextAreShownByTheirNames() {
        String text = "pay \u202E001\u202C \u2066now\u2069 \u0000\uFEFF\uD800 \u200Fok";
        String html =
                html(
                        story(
                                text,
                                List.of(
                                        finding(
                                                Finding.Kind.NUMBER,
                                                new Span(3, 8),
                                                Severity.MAJOR))));
        assertThat(html)
                .doesNotContain(
                        "\u202E", "\u202C", "\u2066", "\u2069", "\u0000", "\uFEFF", "\uD800");
        assertThat(html).contains("\u200F");
        List<String> names = Jsoup.parse(html).selectFirst(".cell").select(".control").eachText();
        assertThat(names).containsExactly("RLO", "PDF", "LRI", "PDI", "U+0000", "U+FEFF", "U+D800");
    }

    @Test
    void overlappingFindingsAreCutIntoPiecesAndTheGraverOneIsDrawn() {
        String text = "The old bell of the pier";
        Document page =
                page(
                        story(
                                text,
                                List.of(
                                        finding(
                                                Finding.Kind.FLUENCY,
                                                new Span(4, 19),
                                                Severity.MINOR),
                                        finding(
                                                Finding.Kind.NAME,
                                                new Span(8, 24),
                                                Severity.CRITICAL))));
        List<String> pieces =
                page.selectFirst(".cell").select("mark").stream()
                        .map(mark -> mark.className() + ":" + mark.wholeText())
                        .toList();
        assertThat(pieces)
                .containsExactly(
                        "fluency minor:old ",
                        "meaning critical:bell of the",
                        "meaning critical: pier");
        assertThat(page.selectFirst(".cell").select("mark").get(1).attr("title"))
                .contains("1. fluency, minor: Because.")
                .contains("2. name, critical: Because.");
    }

    @Test
    void aFindingThatCutsACharacterInTwoTakesAllOfIt() {
        Document page =
                page(
                        story(
                                "a😀b",
                                List.of(
                                        finding(
                                                Finding.Kind.DEBRIS,
                                                new Span(2, 3),
                                                Severity.MINOR))));
        assertThat(page.selectFirst(".cell mark").wholeText()).isEqualTo("😀");
    }

    @Test
    void policyAllowsTheOneStyleAndTheOneScriptAndNothingElse() throws NoSuchAlgorithmException {
        Document page = page(StoryFixture.read("ferry"));
        String policy = page.select("meta[http-equiv]").attr("content");
        assertThat(policy)
                .isEqualTo(
                        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '"
                                + hash(page.selectFirst("style").data())
                                + "'; script-src '"
                                + hash(page.selectFirst("script").data())
                                + "'");
    }

    private static String hash(String text) throws NoSuchAlgorithmException {
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nothingIsLoadedFromAnywhere() {
        String html = html(StoryFixture.read("ferry"));
        assertThat(html).doesNotContain("http:", "https:", "url(", "@import");
    }

    @Test
    void textsCarryTheirLanguageAndDirection() {
        Document page = page(StoryFixture.read("ferry"));
        assertThat(page.select(".cell .text[lang=ar][dir=rtl]")).hasSize(12);
        assertThat(page.select(".cell .text[lang=fr][dir=ltr]")).hasSize(12);
        assertThat(page.select(".cell .text:not([lang])")).isEmpty();
    }

    @Test
    void rowsThatNotEveryVersionHasSayInWhichTheyStand() {
        Document page = page(StoryFixture.read("ferry"));
        assertThat(page.select("#row-11 .unmatched").text()).isEqualTo("missing in fr");
        assertThat(page.select("#row-12 .unmatched").text()).isEqualTo("only in fr");
        assertThat(page.select("#row-12 .nothing")).hasSize(2);
        assertThat(page.select("#row-6 .moved").text()).isEqualTo("moved in ar");
        assertThat(page.select(".flag")).hasSize(3);
    }

    @Test
    void worstFirstGoesByScoreAfterRowsThatAVersionLacks() {
        Document page = page(StoryFixture.read("ferry"));
        List<String> worstFirst =
                page.select("#rows > li").stream()
                        .sorted(
                                (a, b) ->
                                        Integer.compare(
                                                Integer.parseInt(a.attr("data-rank")),
                                                Integer.parseInt(b.attr("data-rank"))))
                        .map(Element::id)
                        .toList();
        assertThat(worstFirst.subList(0, 4)).containsExactly("row-11", "row-12", "row-1", "row-6");
        assertThat(worstFirst.get(12)).isEqualTo("row-3");
    }

    @Test
    void reasonsLinkToTheRowsOfTheirPlaces() {
        Document page = page(StoryFixture.read("ferry"));
        Element name = page.select(".version.garbled .reasons > li").first();
        assertThat(name.select(".places a").eachText())
                .containsExactly("row 1", "row 2", "row 8", "row 10");
        assertThat(page.select("#row-10 .cell").get(1).text()).contains("Tisserand");
    }

    @Test
    void whatWasSetAsideIsListedWithItsReasonAndText() {
        Document page = page(StoryFixture.read("ferry"));
        assertThat(page.select(".asides li .kind").eachText())
                .containsExactly(
                        SetAside.Reason.NAVIGATION.label(),
                        SetAside.Reason.RELATED.label(),
                        SetAside.Reason.CAPTION.label());
        assertThat(page.select("#aside-0-1 .text").text())
                .isEqualTo("Read next: Five quiet beaches for a long weekend");
    }

    @Test
    void charactersThatTmxCannotHoldAreListed() {
        assertThat(page(story("a\u0001b\u0001\uFFFE", List.of())).select(".reading").text())
                .contains("left out of it (with their number): U+0001 (4), U+FFFE (2)");
        assertThat(page(StoryFixture.read("ferry")).select(".reading").text())
                .contains("No character had to be left out of it.");
    }

    @Test
    void headlineNamesEveryVersionWithItsVerdict() {
        assertThat(page(StoryFixture.read("ferry")).select(".headline").text())
                .isEqualTo("Version fr is garbled. Version ar needs review. Version en is ok.");
        assertThat(page(story("x", List.of())).select(".headline").text())
                .isEqualTo("All 2 versions need review.");
    }

    @Test
    void aStoryOfTwoThousandRowsHasStripsOfAtMost120Bars() {
        String text = "One sentence of the story. ".repeat(10).strip();
        ScoredStory long2000 = longStory(text, 2000);
        Document page = page(long2000);
        assertThat(page.select("#rows > li")).hasSize(2000);
        assertThat(page.select(".strip").first().select("a[tabindex]")).hasSize(118);
        assertThat(page.select(".strip figcaption").first().text())
                .contains("the lowest of 17 rows in each bar")
                .endsWith("lowest 0.10 in row 1234");
    }

    private static ScoredStory longStory(String sentence, int rows) {
        String text = String.join("\n", Collections.nCopies(rows, sentence));
        List<ScoredVersion> versions = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            var document = new org.muwazi.text.Document(id, Language.ENGLISH, text);
            versions.add(
                    new ScoredVersion(
                            new SourceText(
                                    document,
                                    id,
                                    StandardCharsets.UTF_8,
                                    OffsetMap.identity(text),
                                    List.of(),
                                    List.of()),
                            StoryFixture.segments(document, List.of()),
                            false,
                            Verdict.OK,
                            0.9,
                            1,
                            List.of()));
        }
        List<ScoredRow> scored = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            int start = r * (sentence.length() + 1);
            scored.add(
                    new ScoredRow(
                            Collections.nCopies(3, new SegmentRange(r, r + 1)),
                            false,
                            Collections.nCopies(3, OptionalDouble.of(0.9)),
                            List.of(
                                    finding(
                                            Finding.Kind.FLUENCY,
                                            new Span(start + 4, start + 12),
                                            Severity.MINOR))));
        }
        ScoredRow worst = scored.get(Math.min(1234, rows - 1));
        scored.set(
                Math.min(1234, rows - 1),
                new ScoredRow(
                        worst.ranges(),
                        false,
                        Collections.nCopies(3, OptionalDouble.of(0.1)),
                        worst.findings()));
        return new ScoredStory("long", versions, List.of(), scored, RandomText.SIGNATURE);
    }

    @Test
    void aStoryWithoutRowsStillMakesAPage() {
        ScoredStory ferry = StoryFixture.read("ferry");
        ScoredStory empty =
                new ScoredStory("empty", List.of(), List.of(), List.of(), ferry.signature());
        assertThat(page(empty).select(".none").text()).isEqualTo("No version has text to compare.");
    }

    @Test
    void coloursOfTextHaveTheContrastThatWcagAsksOfSmallText() {
        String css = page(StoryFixture.read("ferry")).selectFirst("style").data();
        String[] themes = css.split(Pattern.quote(":root {"), -1);
        assertThat(themes).hasSize(4);
        for (int t = 1; t < themes.length; t++) {
            String theme = themes[t].substring(0, themes[t].indexOf('}'));
            double[] paper = colour(theme, "paper");
            for (String name :
                    List.of(
                            "ink",
                            "soft",
                            "link",
                            "ok",
                            "review",
                            "garbled",
                            "meaning",
                            "missing",
                            "added",
                            "untranslated",
                            "fluency",
                            "debris")) {
                assertThat(contrast(colour(theme, name), paper))
                        .as("%s in theme %d", name, t)
                        .isGreaterThanOrEqualTo(4.5);
            }
            for (String family :
                    List.of("meaning", "missing", "added", "untranslated", "fluency", "debris")) {
                double[] tinted = mixed(colour(theme, family), percent(theme), paper);
                assertThat(contrast(colour(theme, "ink"), tinted))
                        .as("text on the gravest %s in theme %d", family, t)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    private static double percent(String theme) {
        var matcher = Pattern.compile("--tint-critical: (\\d+)%").matcher(theme);
        assertThat(matcher.find()).isTrue();
        return Integer.parseInt(matcher.group(1)) / 100.0;
    }

    private static double[] colour(String theme, String name) {
        var matcher = Pattern.compile("--" + name + ": #([0-9a-f]{3,6});").matcher(theme);
        assertThat(matcher.find()).as(name).isTrue();
        String hex = matcher.group(1);
        int digits = hex.length() / 3;
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            String part = hex.substring(i * digits, (i + 1) * digits);
            rgb[i] = Integer.parseInt(digits == 1 ? part + part : part, 16) / 255.0;
        }
        return rgb;
    }

    private static double[] mixed(double[] colour, double share, double[] other) {
        double[] mixed = new double[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = colour[i] * share + other[i] * (1 - share);
        }
        return mixed;
    }

    /** Contrast ratio of WCAG 2.2. */
    private static double contrast(double[] a, double[] b) {
        double first = luminance(a) + 0.05;
        double second = luminance(b) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(double[] rgb) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            linear[i] =
                    rgb[i] <= 0.04045 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
}
