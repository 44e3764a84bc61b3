package org.muwazi.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Renders elements as lines: a line for each block, white space collapsed, scripts and hidden parts
 * left out, each character with its place in the source.
 */
final class HtmlRenderer implements NodeVisitor {

    private static final Set<String> NOT_SHOWN =
            Set.of(
                    "script",
                    "style",
                    "noscript",
                    "template",
                    "head",
                    "title",
                    "meta",
                    "link",
                    "textarea",
                    "select",
                    "option",
                    "datalist",
                    "object",
                    "iframe",
                    "svg",
                    "canvas",
                    "audio",
                    "video",
                    "math",
                    "map",
                    "noframes");

    private static final Set<String> INLINE = Set.of("ins", "del", "s");

    private static final Set<String> ALSO_BLOCKS =
            Set.of(
                    "button", "legend", "summary", "td", "th", "dt", "dd", "center", "label",
                    "time");

    private final MappedText out;
    private final SourcePlaces places;
    private final int[] textBelow;
    private final List<HtmlLine> lines = new ArrayList<>();
    private final Deque<HtmlRegion> regions = new ArrayDeque<>();
    private HtmlLine line;
    private int hidden;
    private int links;
    private int preformatted;
    private int spaceStart = -1;
    private int spaceEnd = -1;

    /**
     * Renders from a tree whose elements are numbered.
     *
     * @param textBelow length of the text in each element, by number
     */
    HtmlRenderer(DecodedText decoded, int[] textBelow) {
        this.out = new MappedText(decoded);
        this.places = new SourcePlaces(decoded.text());
        this.textBelow = textBelow;
        regions.push(HtmlRegion.NONE);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            if (hidden == 0) {
                text(text);
            }
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
    }

    private void open(Element element) {
        hidden += isHidden(element) ? 1 : 0;
        links += element.normalName().equals("a") ? 1 : 0;
        preformatted += element.normalName().equals("pre") ? 1 : 0;
        double share = (double) textBelow[HtmlRegion.number(element)] / Math.max(1, textBelow[0]);
        regions.push(HtmlRegion.of(element, regions.peek(), share));
        if (isBlock(element) || element.normalName().equals("br")) {
            endLine();
        }
    }

    private void close(Element element) {
        if (isBlock(element)) {
            endLine();
        }
        regions.pop();
        hidden -= isHidden(element) ? 1 : 0;
        links -= element.normalName().equals("a") ? 1 : 0;
        preformatted -= element.normalName().equals("pre") ? 1 : 0;
    }

    private static boolean isBlock(Element element) {
        String tag = element.normalName();
        return ALSO_BLOCKS.contains(tag) || (element.isBlock() && !INLINE.contains(tag));
    }

    private static boolean isHidden(Element element) {
        if (NOT_SHOWN.contains(element.normalName()) || element.hasAttr("hidden")) {
            return true;
        }
        String style = element.attr("style");
        if (style.isEmpty()) {
            return false;
        }
        String bare = style.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return bare.contains("display:none") || bare.contains("visibility:hidden");
    }

    private void text(TextNode node) {
        String text = node.getWholeText();
        int[] place = places.of(node, text);
        Element parent = node.parent();
        for (int i = 0; i < text.length(); i++) {
            unit(text.charAt(i), place[2 * i], place[2 * i + 1], parent);
        }
    }

    private void unit(char c, int start, int end, Element parent) {
        boolean lineFeed = c == '\n' || c == '\r';
        if (preformatted > 0 && lineFeed) {
            endLine();
            return;
        }
        if (c == ' ' || c == '\t' || c == '\f' || lineFeed) {
            if (line != null) {
                // One space stands for a run of white space; a run that goes on behind a tag is
                // represented by its first part.
                boolean goesOn = spaceEnd == start;
                spaceStart = spaceStart < 0 ? start : spaceStart;
                spaceEnd = spaceEnd < 0 || goesOn ? end : spaceEnd;
            }
            return;
        }
        boolean startsWord = line == null || spaceStart >= 0;
        if (line == null) {
            if (out.length() > 0) {
                out.append('\n', out.originEnd(), out.originEnd());
            }
            line = new HtmlLine(out.length(), parent, regions.peek());
            lines.add(line);
        } else if (spaceStart >= 0) {
            out.append(' ', spaceStart, spaceEnd);
        }
        spaceStart = -1;
        spaceEnd = -1;
        out.append(c, start, end);
        line.count(parent, links > 0, startsWord);
        line.endAt(out.length());
    }

    private void endLine() {
        line = null;
        spaceStart = -1;
        spaceEnd = -1;
    }

    /** Renders part of a text node as a line of its own. */
    void line(TextNode node, int from, int to) {
        endLine();
        String text = node.getWholeText();
        int[] place = places.of(node, text);
        for (int i = from; i < to; i++) {
            unit(text.charAt(i), place[2 * i], place[2 * i + 1], node.parent());
        }
        endLine();
    }

    List<HtmlLine> lines() {
        return lines;
    }

    MappedText text() {
        return out;
    }
}
