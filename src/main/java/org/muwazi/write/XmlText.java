package org.muwazi.write;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What XML 1.0 can hold of a string.
 *
 * <p>Its fifth edition (section 2.2, production 2) allows tab, line feed, carriage return and
 * U+0020 to U+10FFFF without the surrogates, U+FFFE and U+FFFF; nothing else may stand in a
 * document, not even escaped. Woodstox refuses some of these and lets U+FFFE and U+FFFF through, so
 * every text goes through here first.
 */
final class XmlText {

    private XmlText() {}

    /** The text without the characters that XML forbids; the same string where there are none. */
    static String sanitised(String text) {
        if (text.codePoints().allMatch(XmlText::isAllowed)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isAllowed).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** How often each forbidden character occurs in the texts, by code point. */
    static SortedMap<Integer, Integer> leftOut(Collection<String> texts) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (String text : texts) {
            text.codePoints()
                    .filter(codePoint -> !isAllowed(codePoint))
                    .forEach(codePoint -> counts.merge(codePoint, 1, Integer::sum));
        }
        return counts;
    }

    static boolean isAllowed(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || codePoint >= 0x10000;
    }
}
