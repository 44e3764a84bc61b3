package org.muwazi.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.muwazi.text.SetAside;
import org.muwazi.text.SetAside.Reason;
import org.muwazi.text.Span;

/*
 * The document's text is the whole page as rendered, in order, so that nothing is lost and each
 * character leads back to the source. Which of its lines are the story is decided in three steps:
 *
 *   1. readability4j names the main content. It changes the tree it works on, so it gets a copy, in
 *      which each element carries a number; the numbers that survive tell which elements of the
 *      original are meant.
 *   2. Where it finds nothing or a small part of the prose (one form round the page, no paragraphs),
 *      the density of text against links decides line by line.
 *   3. The first heading of the page is kept, lines of prose between lines of the main content are
 *      kept, and what the page's own elements call navigation, footer, caption, comments or related
 *      is set aside.
 */
/** Reads HTML: text as rendered, with what stands outside the main content set aside. */
final class HtmlPage {

    /** jsoup closes elements above this depth; deeper pages are made by accident or malice. */
    private static final int DEEPEST = 512;

    private HtmlPage() {}

    /** Separators between a headline and the site's name in a page's title. */
    private static final Pattern TITLE_SEPARATOR =
            Pattern.compile("\\s+[|\u2013\u2014\u00BB\u00B7:-]+\\s+");

    /** Words of a headline at least; a site's name is shorter. */
    private static final int HEADLINE_WORDS = 3;

    /** Lines between a headline without element and the story: byline and date. */
    private static final int ABOVE = 3;

    /** Reads a page; broken markup never throws. */
    static Extract read(DecodedText decoded, PhraseTable phrases) {
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
        Document page = parser.parseInput(decoded.text(), "");
        int[] textBelow = MainContent.number(page);
        Rendered rendered = render(page, decoded, textBelow, false);
        if (!rendered.adoptsHeadline(page)) {
            rendered = render(page, decoded, textBelow, true);
        }
        List<SetAside> aside = new ArrayList<>();
        String text = rendered.text.text();
        for (HtmlLine line : rendered.lines) {
            if (!line.isMain()) {
                // The words of a line tell more than its place: "Advertisement" in an <aside>.
                ChromeLine words = ChromeLine.of(line.span(), line.span().of(text), phrases);
                Reason reason = words.isChrome() ? words.reason() : line.reason();
                aside.add(new SetAside(line.span(), reason, line.evidence()));
            }
        }
        return new Extract(rendered.text, aside, declaredLanguage(page));
    }

    private static Optional<String> declaredLanguage(Document page) {
        return Optional.ofNullable(page.selectFirst("html"))
                .map(html -> html.hasAttr("lang") ? html.attr("lang") : html.attr("xml:lang"))
                .filter(code -> !code.isBlank());
    }

    private static Rendered render(
            Document page, DecodedText decoded, int[] textBelow, boolean withTitle) {
        HtmlRenderer renderer = new HtmlRenderer(decoded, textBelow);
        if (withTitle) {
            Element title = page.selectFirst("head > title");
            for (TextNode node : title == null ? List.<TextNode>of() : title.textNodes()) {
                Span part = headlineIn(node.getWholeText());
                renderer.line(node, part.start(), part.end());
            }
        }
        int titleLines = renderer.lines().size();
        NodeTraversor.traverse(renderer, page.body());
        List<HtmlLine> lines = renderer.lines();
        MainContent.mark(page, textBelow.length, lines.subList(titleLines, lines.size()));
        lines.subList(0, titleLines).forEach(line -> line.setMain(true));
        return new Rendered(renderer.text(), lines);
    }

    // "Headline - Site" and "Site | Headline": the longest part, if it is long enough to be one;
    // nothing otherwise.
    private static Span headlineIn(String title) {
        Matcher matcher = TITLE_SEPARATOR.matcher(title);
        Span best = new Span(0, 0);
        int start = 0;
        while (matcher.find()) {
            best = longer(best, new Span(start, matcher.start()));
            start = matcher.end();
        }
        best = longer(best, new Span(start, title.length()));
        boolean enough = PhraseTable.tokens(best.of(title)).size() >= HEADLINE_WORDS;
        return enough ? best : new Span(0, 0);
    }

    private static Span longer(Span a, Span b) {
        return b.length() > a.length() ? b : a;
    }

    /** The text of a page and its lines. */
    private record Rendered(MappedText text, List<HtmlLine> lines) {

        // The first heading becomes part of the main content even where it stands outside, with
        // the byline and date below it, unless it is the site's name.
        boolean adoptsHeadline(Document page) {
            String title = WordForms.fold(page.title());
            String whole = text.text();
            for (int i = 0; i < lines.size(); i++) {
                HtmlLine line = lines.get(i);
                boolean inTitle = title.contains(WordForms.fold(line.span().of(whole)));
                boolean headline =
                        line.isIn("h1")
                                ? inTitle || line.isMain() || line.words() >= HEADLINE_WORDS
                                : inTitle && line.words() >= HEADLINE_WORDS;
                if (headline && !line.isLinks()) {
                    line.setMain(true);
                    adoptByline(i + 1);
                    return true;
                }
            }
            return adoptsLineAbove();
        }

        // Old pages have no heading elements: a line of a few words right above the story.
        private boolean adoptsLineAbove() {
            int prose = 0;
            while (prose < lines.size()
                    && !(lines.get(prose).isMain() && lines.get(prose).isProse())) {
                prose++;
            }
            for (int i = prose - 1; i >= Math.max(0, prose - ABOVE) && prose < lines.size(); i--) {
                HtmlLine line = lines.get(i);
                boolean headline =
                        line.words() >= HEADLINE_WORDS
                                && !line.region().isNamed()
                                && !line.isLinks();
                if (headline) {
                    line.setMain(true);
                    return true;
                }
            }
            return false;
        }

        private void adoptByline(int start) {
            int prose = start;
            while (prose < lines.size()
                    && !(lines.get(prose).isMain() && lines.get(prose).isProse())) {
                prose++;
            }
            for (int i = start; i < prose && prose < lines.size(); i++) {
                HtmlLine line = lines.get(i);
                line.setMain(line.isMain() || (!line.region().isNamed() && !line.isLinks()));
            }
        }
    }
}
