package org.muwazi.read;

/** Whether a line ends as sentences do. */
final class SentenceEnd {

    private static final String STOPS = ".!?\u2026\u061F\u06D4\u3002\uFF01\uFF1F";

    private static final String CLOSING = "\"'\u00BB\u201D\u2019)]\u203A\u201C";

    private SentenceEnd() {}

    /** True if the last character that is neither a closing quote nor a bracket is a stop. */
    static boolean at(String line) {
        int i = line.length() - 1;
        while (i >= 0
                && (CLOSING.indexOf(line.charAt(i)) >= 0
                        || Lines.isBlank(line.substring(i, i + 1)))) {
            i--;
        }
        return i >= 0 && STOPS.indexOf(line.charAt(i)) >= 0;
    }
}
