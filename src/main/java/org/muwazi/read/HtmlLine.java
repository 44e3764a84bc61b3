package org.muwazi.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.muwazi.text.SetAside.Reason;
import org.muwazi.text.Span;

/** One rendered line of a page, with what its elements say about it. */
final class HtmlLine {

    /** Share of a line's characters in links from which it is a list of links. */
    private static final double LINKS = 0.33;

    /** Words from which a line is prose; boilerplate is mostly shorter (see HtmlPageTest). */
    private static final int PROSE = 10;

    private final Element element;
    private final HtmlRegion region;
    private final List<Element> parents = new ArrayList<>();
    private final List<Integer> parentUnits = new ArrayList<>();
    private final int start;
    private int end;
    private int linkUnits;
    private int words;
    private boolean main;

    HtmlLine(int start, Element element, HtmlRegion region) {
        this.start = start;
        this.end = start;
        this.element = element;
        this.region = region;
    }

    /** Counts a unit that is not white space made of several. */
    void count(Element parent, boolean inLink, boolean startsWord) {
        int last = parents.size() - 1;
        if (last >= 0 && parents.get(last).equals(parent)) {
            parentUnits.set(last, parentUnits.get(last) + 1);
        } else {
            parents.add(parent);
            parentUnits.add(1);
        }
        linkUnits += inLink ? 1 : 0;
        words += startsWord ? 1 : 0;
    }

    void endAt(int unit) {
        end = unit;
    }

    Span span() {
        return new Span(start, end);
    }

    /** Innermost element at the line's start. */
    Element element() {
        return element;
    }

    /** What the page's elements say the line is. */
    HtmlRegion region() {
        return region;
    }

    /** True if a heading element of this tag holds the line's start. */
    boolean isIn(String tag) {
        return element.closest(tag) != null;
    }

    boolean isHeading() {
        return element.closest("h2, h3, h4, h5, h6") != null;
    }

    int words() {
        return words;
    }

    boolean isLinks() {
        return linkUnits > LINKS * (end - start);
    }

    boolean isProse() {
        return words >= PROSE && !isLinks();
    }

    /** Units of the line whose innermost element is among those given by number. */
    int unitsIn(BitSet elements) {
        int units = 0;
        for (int i = 0; i < parents.size(); i++) {
            if (elements.get(HtmlRegion.number(parents.get(i)))) {
                units += parentUnits.get(i);
            }
        }
        return units;
    }

    int units() {
        return parentUnits.stream().mapToInt(Integer::intValue).sum();
    }

    boolean isMain() {
        return main;
    }

    void setMain(boolean isMain) {
        main = isMain;
    }

    /** Why the line is not the story, where it is not. */
    Reason reason() {
        if (region.isNamed()) {
            return region.reason();
        }
        return isProse() ? Reason.RELATED : Reason.NAVIGATION;
    }

    /** What shows it. */
    String evidence() {
        if (region.isNamed()) {
            return region.evidence();
        }
        return isLinks() ? "links outside the main text" : "outside the main text";
    }
}
