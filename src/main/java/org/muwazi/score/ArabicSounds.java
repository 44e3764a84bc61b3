package org.muwazi.score;

/** Distance of an Arabic word to a Latin one, by its sound symbols, and to another Arabic word. */
final class ArabicSounds {

    private static final char ALEF = '\u0627';
    private static final char WAW = '\u0648';
    private static final char YEH = '\u064a';
    private static final char HEH = '\u0647';
    private static final char AIN = '\u0639';
    private static final char HAMZA = '\u0621';
    private static final char TEH = '\u062a';
    private static final String TSH = "\u062a\u0634";
    private static final String DJ = "\u062f\u062c";

    private ArabicSounds() {}

    /** Similarity of Latin symbols and a folded Arabic word without prefixes, 0 to 1. */
    static double across(String latin, String arabic) {
        String letters = carriersDropped(arabic);
        int n = latin.length();
        int m = letters.length();
        double[] before = new double[m + 1];
        double[] row = new double[m + 1];
        for (int j = 1; j <= m; j++) {
            before[j] = before[j - 1] + gap(letters, j - 1);
        }
        for (int i = 1; i <= n; i++) {
            char symbol = latin.charAt(i - 1);
            double gap = symbolGap(latin, i - 1);
            row[0] = before[0] + gap;
            for (int j = 1; j <= m; j++) {
                char letter = letters.charAt(j - 1);
                double change = before[j - 1] + change(symbol, letter);
                double drop = before[j] + gap;
                double insert = row[j - 1] + gap(letters, j - 1);
                row[j] = Math.min(change, Math.min(drop, insert));
            }
            double[] swap = before;
            before = row;
            row = swap;
        }
        double length = Math.max(lengthOfSymbols(latin), lengthOf(letters));
        return length == 0 ? 0 : Math.max(0, 1 - before[m] / length);
    }

    // An alef at the head only carries the long vowel after it.
    static String carriersDropped(String arabic) {
        boolean carrier =
                arabic.length() > 2
                        && arabic.charAt(0) == ALEF
                        && (arabic.charAt(1) == WAW || arabic.charAt(1) == YEH);
        String letters = carrier ? arabic.substring(1) : arabic;
        // Abidjan with dal and jeem is one sound, as dj is.
        return letters.replace(TSH, "\u0686").replace(DJ, "\u062c");
    }

    private static double change(char symbol, char letter) {
        double cost = SoundTable.cost(symbol, letter);
        return cost == 1 && LatinSounds.isVowel(symbol) ? 1.2 : cost;
    }

    private static double symbolGap(String latin, int index) {
        char symbol = latin.charAt(index);
        if (LatinSounds.isVowel(symbol)) {
            return index == 0 ? 0.5 : 0.12;
        }
        return switch (symbol) {
            case 'h', 'y' -> 0.35;
            case 'G', 'w' -> 0.5;
            // Silent at the end of French words.
            case 't', 's', 'd', 'r' -> index == latin.length() - 1 ? 0.7 : 1;
            default -> 1;
        };
    }

    private static double gap(String letters, int index) {
        return switch (letters.charAt(index)) {
            case ALEF -> 0.25;
            case AIN -> 0.3;
            case HAMZA -> 0.1;
            case YEH -> 0.4;
            case WAW -> 0.45;
            case TEH ->
                    index + 1 < letters.length() && isSibilant(letters.charAt(index + 1)) ? 0.3 : 1;
            case HEH -> index == letters.length() - 1 ? 0.2 : 0.8;
            default -> 1;
        };
    }

    private static boolean isSibilant(char c) {
        return c == '\u0633' || c == '\u0632' || c == '\u0635';
    }

    private static double lengthOfSymbols(String latin) {
        double length = 0;
        for (int i = 0; i < latin.length(); i++) {
            length += LatinSounds.isVowel(latin.charAt(i)) ? 0.4 : 1;
        }
        return length;
    }

    private static double lengthOf(String letters) {
        double length = 0;
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            length += c == ALEF || c == WAW || c == YEH || c == HAMZA ? 0.5 : 1;
        }
        return length;
    }

    /** Similarity of two folded Arabic words, prefixes apart, 0 to 1. */
    static double similarity(String a, String b) {
        double best = 0;
        for (String formA : ArabicWord.forms(a)) {
            for (String formB : ArabicWord.forms(b)) {
                best = Math.max(best, ofForms(formA, formB));
            }
        }
        return best;
    }

    private static double ofForms(String a, String b) {
        double[][] cost = new double[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 && j == 0) {
                    continue;
                }
                double best = Double.MAX_VALUE;
                if (i > 0) {
                    best = Math.min(best, cost[i - 1][j] + gap(a, i - 1));
                }
                if (j > 0) {
                    best = Math.min(best, cost[i][j - 1] + gap(b, j - 1));
                }
                if (i > 0 && j > 0) {
                    double change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                    best = Math.min(best, cost[i - 1][j - 1] + change);
                }
                cost[i][j] = best;
            }
        }
        double length = Math.max(lengthOf(a), lengthOf(b));
        return length == 0 ? 0 : Math.max(0, 1 - cost[a.length()][b.length()] / length);
    }
}
