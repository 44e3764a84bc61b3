package org.muwazi.read;

import java.util.Arrays;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/*
 * jsoup tells where a text node begins and ends in the source, not where its characters do: entities
 * make the two differ. Node and source are walked side by side: equal characters stand for
 * themselves, and at "&" the longest reference that decodes to what the node says next is taken.
 * Where they part ways (the parser moved the text, or dropped a NUL), the walk looks for the next
 * place at which they agree; what lies between is mapped as a whole.
 */
/** Places of the characters of text nodes in the source. */
final class SourcePlaces {

    /** Longest character reference: "&CounterClockwiseContourIntegral;" has 33 characters. */
    private static final int LONGEST_REFERENCE = 40;

    private final String source;

    SourcePlaces(String source) {
        this.source = source;
    }

    /**
     * Start and end in the source of each UTF-16 unit of a node's text: entries 2i and 2i + 1.
     *
     * @param text the node's text with its white space as it is
     */
    int[] of(TextNode node, String text) {
        int[] places = new int[2 * text.length()];
        int at = Math.max(0, Math.min(node.sourceRange().startPos(), source.length()));
        int end = Math.max(at, Math.min(node.sourceRange().endPos(), source.length()));
        int i = 0;
        while (i < text.length()) {
            if (at >= end) {
                Arrays.fill(places, 2 * i, places.length, end);
                break;
            }
            int[] reference = source.charAt(at) == '&' ? reference(text, i, at, end) : NO_REFERENCE;
            int units = Math.max(1, reference[0]);
            int width = Math.max(1, reference[1]);
            for (int unit = 0; unit < units; unit++) {
                places[2 * (i + unit)] = at;
                places[2 * (i + unit) + 1] = at + width;
            }
            i += units;
            at += width;
            if (reference[0] == 0 && source.charAt(at - 1) != text.charAt(i - 1)) {
                int skipped = resynchronise(text, i, at, end);
                places[2 * (i - 1) + 1] = at + skipped;
                at += skipped;
            }
        }
        return places;
    }

    private static final int[] NO_REFERENCE = {0, 0};

    // Units of text that the reference at this place decodes to, and its length in the source.
    private int[] reference(String text, int i, int at, int end) {
        int most = Math.min(LONGEST_REFERENCE, end - at);
        int length = 1;
        while (length < most && isReferencePart(source.charAt(at + length))) {
            length++;
        }
        if (length < most && source.charAt(at + length) == ';') {
            length++;
        }
        for (; length > 2; length--) {
            String decoded = Parser.unescapeEntities(source.substring(at, at + length), false);
            boolean whole = decoded.length() < length && !decoded.isEmpty();
            if (whole && decoded.charAt(0) != '&' && text.startsWith(decoded, i)) {
                return new int[] {decoded.length(), length};
            }
            if (whole && decoded.equals("&") && text.charAt(i) == '&') {
                return new int[] {1, length};
            }
        }
        return NO_REFERENCE;
    }

    private static boolean isReferencePart(char c) {
        return c == '#' || (c < 0x80 && Character.isLetterOrDigit(c));
    }

    // How many source characters to skip so that the next eight characters of the text stand there.
    private int resynchronise(String text, int i, int at, int end) {
        if (i >= text.length()) {
            return 0;
        }
        String next = text.substring(i, Math.min(text.length(), i + 8));
        int found = source.indexOf(next, at);
        return found >= 0 && found + next.length() <= end ? found - at : 0;
    }
}
