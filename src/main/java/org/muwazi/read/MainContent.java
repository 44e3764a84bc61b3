package org.muwazi.read;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Marks the lines of a page that are its main content; see the essay at {@link HtmlPage}. */
final class MainContent {

    /** readability4j takes time quadratic in nested elements; articles have hundreds. */
    private static final int ELEMENTS_FOR_READABILITY = 20_000;

    /** Share of the page's prose that readability4j must find to be believed. */
    private static final double ENOUGH_PROSE = 0.3;

    /** Lines without prose between two of prose that the density rule bridges. */
    private static final int BRIDGE = 3;

    private MainContent() {}

    /**
     * Gives each element its number, in document order.
     *
     * @return length of the text in each element, by number
     */
    static int[] number(Document page) {
        Numbering numbering = new Numbering();
        NodeTraversor.traverse(numbering, page);
        return numbering.lengths();
    }

    /** Marks the lines of a numbered page. */
    static void mark(Document page, int elements, List<HtmlLine> lines) {
        long prose =
                lines.stream().filter(MainContent::isStoryLike).mapToLong(HtmlLine::units).sum();
        BitSet kept = elements <= ELEMENTS_FOR_READABILITY ? readability(page) : new BitSet();
        long found = 0;
        for (HtmlLine line : lines) {
            boolean main = 2 * line.unitsIn(kept) > line.units();
            line.setMain(main && !line.region().isNamed());
            found += line.isMain() && line.isProse() ? line.units() : 0;
        }
        if (found < ENOUGH_PROSE * prose || found == 0) {
            markByDensity(lines);
        }
        fillGaps(lines);
    }

    private static boolean isStoryLike(HtmlLine line) {
        return line.isProse() && !line.region().isNamed();
    }

    // readability4j asks nothing of the page beyond the tree; whatever it stumbles over in broken
    // markup, the density rule does the work instead.
    private static BitSet readability(Document page) {
        BitSet kept = new BitSet();
        try {
            Element content = new Readability4J("", page.clone()).parse().getArticleContent();
            if (content != null) {
                for (Element element : content.getElementsByAttribute(HtmlRegion.NUMBER)) {
                    kept.set(HtmlRegion.number(element));
                }
            }
        } catch (RuntimeException e) {
            return new BitSet();
        }
        return kept;
    }

    private static void markByDensity(List<HtmlLine> lines) {
        int last = -1;
        boolean any = lines.stream().anyMatch(MainContent::isStoryLike);
        for (int i = 0; i < lines.size(); i++) {
            HtmlLine line = lines.get(i);
            line.setMain(any ? isStoryLike(line) : !line.region().isNamed() && !line.isLinks());
            if (any && line.isMain()) {
                for (int k = last + 1; last >= 0 && i - last <= BRIDGE + 1 && k < i; k++) {
                    HtmlLine between = lines.get(k);
                    between.setMain(!between.region().isNamed() && !between.isLinks());
                }
                last = i;
            }
        }
    }

    private static void fillGaps(List<HtmlLine> lines) {
        int first = 0;
        int last = lines.size() - 1;
        while (first < lines.size() && !lines.get(first).isMain()) {
            first++;
        }
        while (last >= 0 && !lines.get(last).isMain()) {
            last--;
        }
        for (int i = first; i <= last; i++) {
            HtmlLine line = lines.get(i);
            if (!line.isMain() && !line.region().isNamed() && !line.isLinks()) {
                line.setMain(line.isProse() || line.isHeading());
            }
        }
    }

    /** Numbers elements and sums up their text. */
    private static final class Numbering implements NodeVisitor {

        private final Deque<Integer> open = new ArrayDeque<>();
        private int[] lengths = new int[256];
        private int next;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                element.attr(HtmlRegion.NUMBER, Integer.toString(next));
                if (next == lengths.length) {
                    lengths = Arrays.copyOf(lengths, 2 * next);
                }
                open.push(next++);
            } else if (node instanceof TextNode text && !open.isEmpty()) {
                lengths[open.peek()] += text.text().strip().length();
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element) {
                int number = open.pop();
                if (!open.isEmpty()) {
                    lengths[open.peek()] += lengths[number];
                }
            }
        }

        int[] lengths() {
            return Arrays.copyOf(lengths, next);
        }
    }
}
