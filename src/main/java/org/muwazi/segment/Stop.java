package org.muwazi.segment;

/**
 * A place where a sentence may end: stop marks with the closing quotation marks and brackets that
 * belong to them.
 *
 * @param start first code unit of the first stop mark
 * @param marksStart first code unit of the last run of stop marks, which decides what kind of stop
 *     it is; differs from {@code start} in {@code ?».}
 * @param marksEnd one past that run
 * @param end one past the last mark or closing mark
 * @param next first code unit after it that is not blank, or the length of the text
 */
record Stop(int start, int marksStart, int marksEnd, int end, int next) {

    /** True where the next word follows without white space. */
    boolean isGlued(String text) {
        for (int i = end; i < next; i++) {
            if (CharacterClasses.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** True for two dots or more, or the ellipsis sign, without a question or exclamation mark. */
    boolean isEllipsis(String text) {
        int dots = 0;
        for (int i = marksStart; i < marksEnd; i++) {
            char c = text.charAt(i);
            dots += c == '…' ? 2 : c == '.' ? 1 : 0;
        }
        return dots >= 2 && !isEmphatic(text);
    }

    /** True where a question or exclamation mark is among the last stop marks. */
    boolean isEmphatic(String text) {
        for (int i = marksStart; i < marksEnd; i++) {
            if (CharacterClasses.isEmphatic(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** True where closing quotation marks or brackets follow the last stop mark. */
    boolean endsWithClosingMark() {
        return end > marksEnd;
    }
}
