package org.muwazi.read;

/*
 * Says whether decoded text consists of words. A wrong one-byte charset turns letters into symbols,
 * capitals inside words and mixed scripts:
 *
 *   windows-1256 read as windows-1252   capitals, accents and signs in a row
 *   ISO-8859-6 read as windows-1256     Arabic and Latin letters in one word
 *   Latin text read as ISO-8859-6       Latin and Arabic letters in one word
 *
 * Only words with a character above U+007F are judged, since ASCII reads the same everywhere; each
 * counts with the number of such characters.
 */
/** Share of the non-ASCII characters of a text that look as if they were decoded rightly. */
final class WordPlausibility {

    /** Letters with marks that Western European languages write, both cases. */
    private static final String WESTERN =
            "\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u00E7\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED"
                    + "\u00EE\u00EF\u00F1\u00F2\u00F3\u00F4\u00F5\u00F6\u00F8\u00F9\u00FA\u00FB\u00FC"
                    + "\u00FF\u0153\u00DF";

    /**
     * Signs of ordinary text: quotation marks, dashes, dots, spaces, degree, section, currencies.
     */
    private static final String SIGNS =
            "\u00AB\u00BB\u2018\u2019\u201A\u201C\u201D\u201E\u2013\u2014\u2026\u2022\u00A0\u00B0"
                    + "\u00B7\u00A7\u20AC\u00A3\u00A9\u00AE\u2122\u00BF\u00A1\u00BA\u00AA\u060C\u061B"
                    + "\u061F\u200C\u200D\u200E\u200F\u00B2\u00B3\u00D7\u00BD\u2039\u203A";

    private WordPlausibility() {}

    /**
     * The share.
     *
     * @return 0 to 1; 1 where nothing stands above U+007F
     */
    static double of(CharSequence text) {
        double good = 0;
        int all = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isWordCharacter(text.charAt(i))) {
                int marked = nonAscii(text, start, i);
                all += marked;
                if (marked > 0) {
                    good += marked * word(text, start, i);
                }
                if (i < text.length() && text.charAt(i) > 0x7F) {
                    all++;
                    good += sign(text, i);
                }
                start = i + 1;
            }
        }
        return all == 0 ? 1 : good / all;
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == '\u0640';
    }

    private static int nonAscii(CharSequence text, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            count += text.charAt(i) > 0x7F ? 1 : 0;
        }
        return count;
    }

    private static double word(CharSequence text, int start, int end) {
        int arabic = 0;
        int western = 0;
        int capitalsInside = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x0600 && c <= 0x06FF) {
                arabic++;
            } else if (c < 0x80 || WESTERN.indexOf(Character.toLowerCase(c)) >= 0) {
                western++;
                capitalsInside += i > start && Character.isUpperCase(c) ? 1 : 0;
            } else {
                return 0;
            }
        }
        int length = end - start;
        if (arabic == length) {
            return arabicWord(text, start, end);
        }
        if (western == length) {
            // A word in capitals is fine; one capital inside a small word is not.
            boolean allCapitals = capitalsInside == length - 1;
            int marked = nonAscii(text, start, end);
            boolean onlyMarks = length > 2 && marked > length / 2;
            return onlyMarks || (capitalsInside > 0 && !allCapitals) ? 0 : 1;
        }
        return 0;
    }

    // Words of one Arabic letter stand alone seldom (and, by), and teh marbuta ends a word.
    private static double arabicWord(CharSequence text, int start, int end) {
        for (int i = start; i < end - 1; i++) {
            boolean letterFollows = Character.isLetter(text.charAt(i + 1));
            char c = text.charAt(i);
            if ((c == '\u0629' || c == '\u0649') && letterFollows) {
                return 0;
            }
        }
        return end - start == 1 ? 0.7 : 1;
    }

    // Quotation marks, dashes and the like stand at the edge of words; a mark between two letters
    // is the apostrophe, the hyphen's cousins or the Arabic joiners.
    private static double sign(CharSequence text, int i) {
        char c = text.charAt(i);
        if (SIGNS.indexOf(c) < 0) {
            return 0;
        }
        boolean letterBefore = i > 0 && Character.isLetter(text.charAt(i - 1));
        boolean letterAfter = i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
        boolean joins =
                "\u2019\u2018\u2013\u2014\u00B7\u200C\u200D\u200E\u200F\u00A0\u2026".indexOf(c)
                        >= 0;
        boolean arabicPunctuation = c == '\u060C' || c == '\u061B' || c == '\u061F';
        return letterBefore && letterAfter && !joins && !arabicPunctuation ? 0 : 1;
    }
}
