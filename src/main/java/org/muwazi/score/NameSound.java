package org.muwazi.score;

import java.util.List;
import java.util.regex.Pattern;

/** How alike two single words sound, whatever their scripts. */
final class NameSound {

    private static final double SAME_STEM = 0.97;
    private static final Pattern ENDING =
            Pattern.compile(
                    "(?:i?ennes?|[ie]?ens?|[ie]?ans?|iates?|ains?|ais|aises?|ois|oises?|ites?|ics?"
                            + "|iques?|ish|ese|ism|isme|istes?|ists?|ides?|ies?|ia|ae|us|os|is|es|um"
                            + "|on|[seao])$");
    private static final Pattern DERIVED =
            Pattern.compile(
                    "(?:iennes?|[ie]ens?|[ie]ans?|ans|iates?|ains|aises?|oises?|ites?|ics?|iques?"
                            + "|ish|ese|ism|isme|istes?|ists?|ides?|ions?|ments?|ors|ers|eurs|als?)$");

    private NameSound() {}

    /** True where two folded words may begin with the same sound. */
    static boolean beginAlike(String latin, String other) {
        String symbols = SoundTable.latin(latin);
        if (symbols.isEmpty()) {
            return false;
        }
        char first = symbols.charAt(0);
        if (!isArabic(other)) {
            String symbolsB = SoundTable.latin(other);
            return !symbolsB.isEmpty() && LatinSounds.change(first, symbolsB.charAt(0)) <= 0.5;
        }
        for (String form : ArabicWord.forms(other)) {
            if (SoundTable.cost(first, ArabicSounds.carriersDropped(form).charAt(0)) <= 0.3) {
                return true;
            }
        }
        return false;
    }

    /**
     * A word prepared for many comparisons.
     *
     * @param folded by {@link Folding#fold}
     * @param arabic true for Arabic letters
     * @param readings sounds of a Latin word in each of the ways it may be said, none for an Arabic
     *     one
     * @param plain the symbols without what English and French spell differently
     * @param stems the word and its plain symbols without their endings; empty strings where short
     * @param forms an Arabic word with and without its prefixes, empty for a Latin one
     */
    record Word(
            String folded,
            boolean arabic,
            List<String> readings,
            String plain,
            List<String> stems,
            List<String> forms) {

        static Word of(String folded) {
            if (isArabic(folded)) {
                return new Word(
                        folded, true, List.of(), "", List.of("", ""), ArabicWord.forms(folded));
            }
            String symbols = SoundTable.latin(folded);
            String plain = LatinSounds.plain(symbols);
            List<String> stems = List.of(stem(folded), stem(plain));
            return new Word(folded, false, SoundTable.readings(folded), plain, stems, List.of());
        }
    }

    /** Similarity of two folded words of either script. */
    static double similarity(String a, String b) {
        return similarity(Word.of(a), Word.of(b));
    }

    /** Similarity of two words, 0 to 1; symmetric. */
    static double similarity(Word a, Word b) {
        if (a.folded().equals(b.folded())) {
            return 1;
        }
        if (a.arabic() && b.arabic()) {
            return ArabicSounds.similarity(a.folded(), b.folded());
        }
        if (a.arabic() || b.arabic()) {
            Word latin = a.arabic() ? b : a;
            double best = 0;
            for (String form : (a.arabic() ? a : b).forms()) {
                for (String reading : latin.readings()) {
                    best = Math.max(best, ArabicSounds.across(reading, form));
                }
            }
            return best;
        }
        double similarity = LatinSounds.similarity(a.plain(), b.plain());
        // Sparta and Sparte, Moravia and Moravie, Spartans and Spartiates: only the ending differs.
        return haveSameStem(a, b) ? Math.max(SAME_STEM, similarity) : similarity;
    }

    private static boolean haveSameStem(Word a, Word b) {
        for (int i = 0; i < 2; i++) {
            if (!a.stems().get(i).isEmpty() && a.stems().get(i).equals(b.stems().get(i))) {
                return true;
            }
        }
        return false;
    }

    private static String stem(String word) {
        if (word.length() < 5) {
            return "";
        }
        String stem = ENDING.matcher(word).replaceFirst("");
        return stem.length() < 4 ? "" : stem;
    }

    /** True for a Latin word with the ending of a people, a follower or a plural. */
    static boolean isDerived(String folded) {
        return DERIVED.matcher(folded).find();
    }

    private static boolean isArabic(String word) {
        return !word.isEmpty()
                && Character.UnicodeScript.of(word.codePointAt(0))
                        == Character.UnicodeScript.ARABIC;
    }
}
