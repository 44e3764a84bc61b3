package org.muwazi.score;

/** Distance of two names in Latin letters, by their sound symbols. */
final class LatinSounds {

    private static final String VOWELS = "aeiou";
    private static final String[] RELATED = {
        "bp", "dtDT", "gkqGKC", "szSCTZDQ", "fv", "vw", "jZgSC", "hKG", "yi", "rG", "mn"
    };

    private LatinSounds() {}

    // What English and French spell differently without a difference of sound.
    static String plain(String symbols) {
        String plain =
                symbols.replace('y', 'i').replace('w', 'v').replace("ii", "i").replace("ie", "e");
        boolean silent = plain.length() > 3 && plain.endsWith("e");
        return silent ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** Similarity of two plain symbol strings, 0 to 1. */
    static double similarity(String a, String b) {
        if (a.equals(b)) {
            return a.isEmpty() ? 0 : 1;
        }
        double[][] cost = new double[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 && j == 0) {
                    continue;
                }
                double best = Double.MAX_VALUE;
                if (i > 0) {
                    best = Math.min(best, cost[i - 1][j] + gap(a.charAt(i - 1)));
                }
                if (j > 0) {
                    best = Math.min(best, cost[i][j - 1] + gap(b.charAt(j - 1)));
                }
                if (i > 0 && j > 0) {
                    double change = change(a.charAt(i - 1), b.charAt(j - 1));
                    best = Math.min(best, cost[i - 1][j - 1] + change);
                }
                cost[i][j] = best;
            }
        }
        double length = Math.max(length(a), length(b));
        return length == 0 ? 0 : Math.max(0, 1 - cost[a.length()][b.length()] / length);
    }

    private static double gap(char c) {
        return c == 'h' ? 0.3 : isVowel(c) ? 0.5 : 1;
    }

    /** Cost of one symbol for another, 0 for the same. */
    static double change(char a, char b) {
        if (a == b) {
            return 0;
        }
        String pair = a < b ? "" + a + b : "" + b + a;
        if (isVowel(a) && isVowel(b)) {
            boolean close = pair.equals("ae") || pair.equals("ei") || pair.equals("ou");
            return close ? 0.35 : 0.7;
        }
        // Shabaab and Chabab, Qadesh and Kadesh: habits of romanisation.
        if (pair.equals("CS") || pair.equals("kq")) {
            return 0.1;
        }
        return areRelated(a, b) ? 0.5 : 1.2;
    }

    private static boolean areRelated(char a, char b) {
        for (String group : RELATED) {
            if (group.indexOf(a) >= 0 && group.indexOf(b) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static double length(String symbols) {
        double length = 0;
        for (int i = 0; i < symbols.length(); i++) {
            length += isVowel(symbols.charAt(i)) ? 0.6 : 1;
        }
        return length;
    }

    /** True for the symbols of vowels. */
    static boolean isVowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }
}
