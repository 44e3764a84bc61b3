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

    /** True where closing quotation marks or brackets follow the last stop mark. */
    boolean endsWithClosingMark() {
        return end > marksEnd;
    }
}
