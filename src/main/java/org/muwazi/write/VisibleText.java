package org.muwazi.write;

import java.util.stream.Collectors;
import org.muwazi.score.Explanation;
import org.muwazi.text.Language;

/**
 * Characters that a page must not pass on as they are: those that HTML cannot hold, and those that
 * reorder or hide what stands around them, so that a reader is shown something else than the file
 * says.
 */
final class VisibleText {

    private static final int FIRST_EMBEDDING = 0x202A;
    private static final int LAST_EMBEDDING = 0x202E;
    private static final int FIRST_ISOLATE = 0x2066;
    private static final int LAST_ISOLATE = 0x2069;

    private static final String RIGHT_TO_LEFT_ISOLATE = "\u2067";
    private static final String POP_ISOLATE = "\u2069";

    private static final String[] EMBEDDINGS = {"LRE", "RLE", "PDF", "LRO", "RLO"};
    private static final String[] ISOLATES = {"LRI", "RLI", "FSI", "PDI"};

    private VisibleText() {}

    /**
     * True for a character that is shown by its name: controls other than tab and line ends, bidi
     * embeddings, overrides and isolates, lone surrogates, U+FFFE, U+FFFF, U+FEFF and U+200B. The
     * marks U+200E, U+200F and U+061C and the joiners stay, since honest Arabic text needs them.
     */
    static boolean isHidden(int codePoint) {
        return (codePoint < 0x20 && codePoint != '\t' && codePoint != '\n' && codePoint != '\r')
                || (codePoint >= 0x7F && codePoint <= 0x9F)
                || (codePoint >= FIRST_EMBEDDING && codePoint <= LAST_EMBEDDING)
                || (codePoint >= FIRST_ISOLATE && codePoint <= LAST_ISOLATE)
                || TsvField.isSurrogate(codePoint)
                || codePoint == 0xFEFF
                || codePoint == 0x200B
                || (codePoint & 0xFFFE) == 0xFFFE;
    }

    /** {@code RLO} for U+202E and its like, {@code U+0007} for others. */
    static String name(int codePoint) {
        if (codePoint >= FIRST_EMBEDDING && codePoint <= LAST_EMBEDDING) {
            return EMBEDDINGS[codePoint - FIRST_EMBEDDING];
        }
        if (codePoint >= FIRST_ISOLATE && codePoint <= LAST_ISOLATE) {
            return ISOLATES[codePoint - FIRST_ISOLATE];
        }
        return codePointName(codePoint);
    }

    /** {@code U+0041}. */
    static String codePointName(int codePoint) {
        return String.format(java.util.Locale.ROOT, "U+%04X", codePoint);
    }

    /** A sentence of ours; hidden characters of its quotations are replaced by their names. */
    static String plain(Explanation explanation, Language told) {
        return explanation.parts(told).stream()
                .map(part -> part.quoted() ? plain(part.text()) : part.text())
                .collect(Collectors.joining());
    }

    /** The same within an English line, whose direction it does not take. */
    static String inline(Explanation explanation, Language told) {
        String sentence = plain(explanation, told);
        return told.isRightToLeft() ? RIGHT_TO_LEFT_ISOLATE + sentence + POP_ISOLATE : sentence;
    }

    /** The text with each hidden character replaced by its name in brackets, for attributes. */
    static String plain(String text) {
        if (text.codePoints().noneMatch(VisibleText::isHidden)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .forEach(
                        codePoint -> {
                            if (isHidden(codePoint)) {
                                visible.append('[').append(name(codePoint)).append(']');
                            } else {
                                visible.appendCodePoint(codePoint);
                            }
                        });
        return visible.toString();
    }
}
