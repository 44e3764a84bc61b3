package org.muwazi.score;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final Map<Character, List<String[]>> BY_FIRST =
            Stream.of(GROUPS).collect(Collectors.groupingBy(group -> group[0].charAt(0)));

    /*
     * Arabic writes a foreign name as it is said, and how letters are said depends on where a name comes from: Olivier and Nantes end
     * silently, Tadeusz ends in sh, Fathy has a t and an h. Each pattern with its replacement is a habit of one language; the habits of one
     * language are applied together.
     */
    private static final String[][] FRENCH = {
        {"iers?$", "ie"},
        {"^mont(?=[bcdfgjklmnpqrstvz])", "mon"},
        {"(?:(?<=[a-z]{2})es?|(?<=[aeiounr])(?:ts|ds|[tdsxzp]))$", ""},
        {"ch", "sh"},
        {"g(?=[eiy])", "j"},
        {"ign|gn", "ny"},
    };
    private static final String[][] SLAVIC = {{"sz", "sh"}, {"cz", "tch"}, {"w", "v"}};
    private static final String[][] SPANISH = {{"z|c(?=[ei])", "th"}, {"j|g(?=[ei])", "kh"}};
    private static final List<List<Habit>> LANGUAGES =
            Stream.of(FRENCH, SLAVIC, SPANISH).map(SoundTable::habits).toList();

    /** A spelling that is said like another. */
    private record Habit(Pattern spelled, String said) {}

    private SoundTable() {}

    private static List<Habit> habits(String[][] table) {
        return Stream.of(table).map(row -> new Habit(Pattern.compile(row[0]), row[1])).toList();
    }

    /**
     * The ways to say a folded Latin word: as its letters stand, as in French, Polish and Spanish,
     * and with "th" for two sounds; different ones only, the first as by {@link #latin}.
     */
    static List<String> readings(String folded) {
        Set<String> readings = new LinkedHashSet<>();
        readings.add(latin(folded));
        for (List<Habit> habits : LANGUAGES) {
            String said = folded;
            for (Habit habit : habits) {
                said = habit.spelled().matcher(said).replaceAll(habit.said());
            }
            readings.add(latin(said));
        }
        if (folded.contains("th")) {
            // The apostrophe keeps the two letters apart and is then dropped.
            readings.add(latin(folded.replace("th", "t'h")));
        }
        readings.remove("");
        return List.copyOf(readings);
    }

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
        for (String[] group : BY_FIRST.getOrDefault(word.charAt(at), List.of())) {
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
