package org.muwazi.cli;

/**
 * Text from files made fit for a line on a terminal: a news page must neither break the line nor
 * steer the terminal.
 */
final class Visible {

    private static final int HEX_DIGITS = 4;

    private Visible() {}

    /**
     * Control characters and direction overrides as {@code \}{@code uXXXX}, line ends as {@code
     * \n}, {@code \r}; everything else as it is.
     */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == '\n') {
                                line.append("\\n");
                            } else if (c == '\r') {
                                line.append("\\r");
                            } else if (steers(c)) {
                                String hex = Integer.toHexString(c);
                                line.append("\\u")
                                        .append("0".repeat(HEX_DIGITS - hex.length()))
                                        .append(hex);
                            } else {
                                line.appendCodePoint(c);
                            }
                        });
        return line.toString();
    }

    /**
     * A quotation of at most {@code most} code points, white space of any kind shown as one space.
     */
    static String quote(String text, int most) {
        String flat = text.replaceAll("[\\s\\u00A0\\u2028\\u2029]+", " ").strip();
        if (flat.codePointCount(0, flat.length()) > most) {
            flat = flat.substring(0, flat.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
        }
        return "\"" + line(flat) + "\"";
    }

    private static boolean steers(int c) {
        boolean control = Character.getType(c) == Character.CONTROL && c != '\t';
        boolean lineEnd = c == 0x2028 || c == 0x2029;
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return control || lineEnd || direction;
    }
}
