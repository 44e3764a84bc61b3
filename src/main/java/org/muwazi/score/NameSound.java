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

    /** A word prepared for many comparisons. */
    static final class Word {

        private final String folded;
        private final boolean arabic;
        // Without what English and French spell differently; empty for an Arabic word.
        private final String plain;
        // The word and its plain symbols without their endings; empty strings where short.
        private final List<String> stems;
        // An Arabic word with and without its prefixes, none for a Latin one.
        private final List<String> forms;
        // Made when first asked for: only a word held against an Arabic one needs them.
        private volatile List<String> readings;

        private Word(
                String folded,
                boolean arabic,
                String plain,
                List<String> stems,
                List<String> forms) {
            this.folded = folded;
            this.arabic = arabic;
            this.plain = plain;
            this.stems = stems;
            this.forms = forms;
        }

        /**
         * A word.
         *
         * @param folded by {@link Folding#fold}
         */
        static Word of(String folded) {
            if (isArabic(folded)) {
                return new Word(folded, true, "", List.of("", ""), ArabicWord.forms(folded));
            }
            String plain = LatinSounds.plain(SoundTable.latin(folded));
            return new Word(folded, false, plain, List.of(stem(folded), stem(plain)), List.of());
        }

        /** Sounds of a Latin word in each of the ways it may be said. */
        private List<String> readings() {
            if (readings == null) {
                readings = SoundTable.readings(folded);
            }
            return readings;
        }
    }

    /** Similarity of two folded words of either script. */
    static double similarity(String a, String b) {
        return similarity(Word.of(a), Word.of(b));
    }

    /** Similarity of two words, 0 to 1; symmetric. */
    static double similarity(Word a, Word b) {
        if (a.folded.equals(b.folded)) {
            return 1;
        }
        if (a.arabic && b.arabic) {
            return ArabicSounds.similarity(a.folded, b.folded);
        }
        if (a.arabic || b.arabic) {
            Word latin = a.arabic ? b : a;
            double best = 0;
            for (String form : (a.arabic ? a : b).forms) {
                for (String reading : latin.readings()) {
                    best = Math.max(best, ArabicSounds.across(reading, form));
                }
            }
            return best;
        }
        double similarity = LatinSounds.similarity(a.plain, b.plain);
        // Sparta and Sparte, Moravia and Moravie, Spartans and Spartiates: only the ending differs.
        return haveSameStem(a, b) ? Math.max(SAME_STEM, similarity) : similarity;
    }

    private static boolean haveSameStem(Word a, Word b) {
        for (int i = 0; i < 2; i++) {
            if (!a.stems.get(i).isEmpty() && a.stems.get(i).equals(b.stems.get(i))) {
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
