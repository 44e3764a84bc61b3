package org.muwazi.score;

import java.util.HashMap;
import java.util.Map;

/**
 * Reads Latin spellings into symbols of sounds, and knows from {@code sounds.tsv} which Arabic
 * letters may write them.
 */
final class SoundTable {

    private static final Map<Integer, Double> COSTS = load();

    // Longest first; what stands left of the arrow is replaced by what stands right of it.
    private static final String[][] GROUPS = {
        {"tsch", "tC"},
        {"sch", "S"},
        {"tch", "C"},
        {"eigh", "ei"},
        {"ough", "o"},
        {"augh", "a"},
        {"igh", "ai"},
        {"ngk", "nk"},
        {"mps", "ms"},
        {"ph", "f"},
        {"sh", "S"},
        {"ch", "C"},
        {"kh", "K"},
        {"gh", "G"},
        {"th", "T"},
        {"dh", "D"},
        {"zh", "Z"},
        {"dj", "j"},
        {"eau", "o"},
        {"au", "o"},
        {"ou", "u"},
        {"oo", "u"},
        {"ee", "i"},
        {"ck", "k"},
        {"cq", "k"},
        {"qu", "k"},
        {"gue", "g"},
        {"x", "ks"},
        {"ce", "se"},
        {"ci", "si"},
        {"cy", "si"},
        {"c", "k"},
        {"'", ""}
    };

    private SoundTable() {}

    /** The symbols of a folded Latin word: doubled letters once, digraphs as capitals. */
    static String latin(String folded) {
        StringBuilder symbols = new StringBuilder(folded.length());
        boolean silent = folded.startsWith("kn") || folded.startsWith("wr");
        int i = silent ? 1 : 0;
        while (i < folded.length()) {
            String[] group = groupAt(folded, i);
            String piece = group == null ? folded.substring(i, i + 1) : group[1];
            i += group == null ? 1 : group[0].length() - (keepsVowel(group[0]) ? 1 : 0);
            if (keepsVowel(group == null ? "" : group[0])) {
                piece = "s";
            }
            append(symbols, piece);
        }
        return symbols.toString();
    }

    private static boolean keepsVowel(String group) {
        return group.equals("ce") || group.equals("ci") || group.equals("cy");
    }

    private static String[] groupAt(String word, int at) {
        for (String[] group : GROUPS) {
            if (word.startsWith(group[0], at)) {
                return group;
            }
        }
        return null;
    }

    private static void append(StringBuilder symbols, String piece) {
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            boolean doubled = symbols.length() > 0 && symbols.charAt(symbols.length() - 1) == c;
            if (Character.isLetterOrDigit(c) && !doubled) {
                symbols.append(c);
            }
        }
    }

    /** 0 where the Arabic letter is a usual way to write the sound, 1 where it cannot be. */
    static double cost(char latin, char arabic) {
        return COSTS.getOrDefault((latin << 16) | arabic, 1.0);
    }

    private static Map<Integer, Double> load() {
        Map<Integer, Double> costs = new HashMap<>();
        for (String[] row : Tables.rows("sounds.tsv", 3)) {
            for (String letter : row[2].split(" ")) {
                costs.merge(
                        (row[0].charAt(0) << 16) | letter.charAt(0),
                        Double.parseDouble(row[1]),
                        Math::min);
            }
        }
        return costs;
    }
}
