package org.muwazi.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muwazi.text.Language;
import org.muwazi.text.Span;

/*
 * Names are compared by sound, vowels included. Latin spellings become symbols of sounds first. Two
 * Latin names are compared by an edit distance in which related sounds are near. A Latin and an
 * Arabic name are compared by the same distance over a table of which letters may write a sound: a
 * short vowel that Arabic leaves out costs little, a long vowel of another colour costs as much as a
 * weak consonant, which is what tells Witkev from Witkoff where a consonant skeleton cannot.
 * Exonyms are equal by table.
 */
/** How alike two names are, within and between Latin and Arabic letters. */
public final class NameMatcher {

    private static final double SAME_STEM = 0.97;
    private static final String VOWELS = "aeiou";
    private static final Pattern ENDING =
            Pattern.compile(
                    "(?:i?ennes?|[ie]?ens?|[ie]?ans?|iates?|ains?|ais|aises?|ois|oises?|ites?|ics?"
                            + "|iques?|ish|ese|ism|isme|istes?|ists?|ides?|ies?|ia|ae|us|os|is|es|um"
                            + "|on|[seao])$");
    private static final Pattern DERIVED =
            Pattern.compile(
                    "(?:iennes?|[ie]ens?|[ie]ans?|ans|iates?|ains|aises?|oises?|ites?|ics?|iques?"
                            + "|ish|ese|ism|isme|istes?|ists?|ides?|ions?|ments?|ors|ers|eurs|als?)$");
    private static final char ALEF = '\u0627';
    private static final char WAW = '\u0648';
    private static final char YEH = '\u064a';
    private static final char HEH = '\u0647';
    private static final char AIN = '\u0639';
    private static final char HAMZA = '\u0621';
    private static final char TEH = '\u062a';
    private static final String TSH = "\u062a\u0634";
    private static final String[] RELATED = {
        "bp", "dtDT", "gkqGKC", "szSCTZDQ", "fv", "vw", "jZgSC", "hKG", "yi", "rG", "mn"
    };

    private NameMatcher() {}

    /**
     * A place where a name was found.
     *
     * @param span in the text that was searched
     * @param similarity 0 to 1
     */
    public record Match(Span span, double similarity) {}

    /**
     * Similarity of two names, 1 for the same name or its usual form in the other language, near 0
     * for unrelated ones; symmetric.
     *
     * @param nameA one word or several
     * @param nameB one word or several
     */
    public static double similarity(String nameA, Language a, String nameB, Language b) {
        List<Token> wordsA = Tokens.of(nameA, a);
        List<Token> wordsB = Tokens.of(nameB, b);
        if (wordsA.isEmpty() || wordsB.isEmpty()) {
            return 0;
        }
        BitSet shared = Exonyms.concepts(wordsA, a);
        shared.and(Exonyms.concepts(wordsB, b));
        if (!shared.isEmpty() && wordsA.size() <= 2 && wordsB.size() <= 2) {
            return 1;
        }
        double joined = ofWords(joined(wordsA), joined(wordsB));
        if (wordsA.size() == 1 && wordsB.size() == 1) {
            return joined;
        }
        return Math.max(joined, Math.min(covered(wordsA, wordsB), covered(wordsB, wordsA)));
    }

    /**
     * The stretch of a text that is most like a name.
     *
     * @param name one word or several, in {@code language}
     * @param text searched, in {@code otherLanguage}
     * @return empty where the text has no words
     */
    public static Optional<Match> best(
            String name, Language language, String text, Language otherLanguage) {
        return best(
                Tokens.of(name, language), language, Tokens.of(text, otherLanguage), otherLanguage);
    }

    static Optional<Match> best(
            List<Token> name, Language language, List<Token> text, Language otherLanguage) {
        if (name.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        BitSet concepts = Exonyms.concepts(name, language);
        for (Exonyms.Mention mention : Exonyms.mentions(text, otherLanguage)) {
            if (concepts.get(mention.concept()) && name.size() <= 2) {
                return Optional.of(new Match(mention.span(), 1));
            }
        }
        String whole = joined(name);
        Match best = null;
        int longest = Math.min(text.size(), name.size() + 1);
        for (int start = 0; start < text.size(); start++) {
            for (int words = 1; words <= longest && start + words <= text.size(); words++) {
                double similarity = ofWords(whole, joined(text.subList(start, start + words)));
                if (best == null || similarity > best.similarity()) {
                    Span span =
                            new Span(text.get(start).start(), text.get(start + words - 1).end());
                    best = new Match(span, similarity);
                }
            }
        }
        return Optional.of(best);
    }

    // Mean over the words of one name of their best answer in the other, by length.
    private static double covered(List<Token> words, List<Token> others) {
        double sum = 0;
        double weight = 0;
        for (Token word : words) {
            double best = 0;
            for (Token other : others) {
                best = Math.max(best, ofWords(word.folded(), other.folded()));
            }
            sum += best * word.folded().length();
            weight += word.folded().length();
        }
        return sum / weight;
    }

    private static String joined(List<Token> words) {
        if (words.size() == 1) {
            return words.get(0).folded();
        }
        StringBuilder joined = new StringBuilder();
        for (Token word : words) {
            joined.append(word.folded());
        }
        return joined.toString();
    }

    // ---- single words

    /** True where two folded words may begin with the same sound. */
    static boolean beginAlike(String latin, String other) {
        String symbols = SoundTable.latin(latin);
        if (symbols.isEmpty()) {
            return false;
        }
        char first = symbols.charAt(0);
        if (!isArabic(other)) {
            String symbolsB = SoundTable.latin(other);
            return !symbolsB.isEmpty() && latinChange(first, symbolsB.charAt(0)) <= 0.5;
        }
        for (String form : ArabicWord.forms(other)) {
            if (SoundTable.cost(first, carriersDropped(form).charAt(0)) <= 0.3) {
                return true;
            }
        }
        return false;
    }

    /** Similarity of two folded words of either script. */
    static double ofWords(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        boolean arabicA = isArabic(a);
        boolean arabicB = isArabic(b);
        if (arabicA && arabicB) {
            return arabicOnly(a, b);
        }
        if (arabicA || arabicB) {
            String latin = arabicA ? b : a;
            String symbols = SoundTable.latin(latin);
            double best = 0;
            for (String form : ArabicWord.forms(arabicA ? a : b)) {
                best = Math.max(best, across(symbols, form));
            }
            return best;
        }
        String plainA = plain(SoundTable.latin(a));
        String plainB = plain(SoundTable.latin(b));
        // Sparta and Sparte, Moravia and Moravie, Spartans and Spartiates: only the ending differs.
        if (haveSameStem(a, b) || haveSameStem(plainA, plainB)) {
            return Math.max(SAME_STEM, latinOnly(plainA, plainB));
        }
        return latinOnly(plainA, plainB);
    }

    private static boolean haveSameStem(String a, String b) {
        if (Math.min(a.length(), b.length()) < 5) {
            return false;
        }
        String stemA = ENDING.matcher(a).replaceFirst("");
        String stemB = ENDING.matcher(b).replaceFirst("");
        return stemA.length() >= 4 && stemA.equals(stemB);
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

    // ---- Latin with Latin

    // What English and French spell differently without a difference of sound.
    private static String plain(String symbols) {
        String plain =
                symbols.replace('y', 'i').replace('w', 'v').replace("ii", "i").replace("ie", "e");
        boolean silent = plain.length() > 3 && plain.endsWith("e");
        return silent ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static double latinOnly(String a, String b) {
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
                    best = Math.min(best, cost[i - 1][j] + latinGap(a.charAt(i - 1)));
                }
                if (j > 0) {
                    best = Math.min(best, cost[i][j - 1] + latinGap(b.charAt(j - 1)));
                }
                if (i > 0 && j > 0) {
                    double change = latinChange(a.charAt(i - 1), b.charAt(j - 1));
                    best = Math.min(best, cost[i - 1][j - 1] + change);
                }
                cost[i][j] = best;
            }
        }
        double length = Math.max(latinLength(a), latinLength(b));
        return length == 0 ? 0 : Math.max(0, 1 - cost[a.length()][b.length()] / length);
    }

    private static double latinGap(char c) {
        return c == 'h' ? 0.3 : isVowel(c) ? 0.5 : 1;
    }

    private static double latinChange(char a, char b) {
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

    private static double latinLength(String symbols) {
        double length = 0;
        for (int i = 0; i < symbols.length(); i++) {
            length += isVowel(symbols.charAt(i)) ? 0.6 : 1;
        }
        return length;
    }

    private static boolean isVowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }

    // ---- Latin with Arabic

    private static double across(String latin, String arabic) {
        String letters = carriersDropped(arabic);
        int n = latin.length();
        int m = letters.length();
        double[] before = new double[m + 1];
        double[] row = new double[m + 1];
        for (int j = 1; j <= m; j++) {
            before[j] = before[j - 1] + arabicGap(letters, j - 1);
        }
        for (int i = 1; i <= n; i++) {
            char symbol = latin.charAt(i - 1);
            double gap = symbolGap(latin, i - 1);
            row[0] = before[0] + gap;
            for (int j = 1; j <= m; j++) {
                char letter = letters.charAt(j - 1);
                double change = before[j - 1] + change(symbol, letter);
                double drop = before[j] + gap;
                double insert = row[j - 1] + arabicGap(letters, j - 1);
                row[j] = Math.min(change, Math.min(drop, insert));
            }
            double[] swap = before;
            before = row;
            row = swap;
        }
        double length = Math.max(symbolLength(latin), arabicLength(letters));
        return length == 0 ? 0 : Math.max(0, 1 - before[m] / length);
    }

    // An alef at the head only carries the long vowel after it.
    private static String carriersDropped(String arabic) {
        boolean carrier =
                arabic.length() > 2
                        && arabic.charAt(0) == ALEF
                        && (arabic.charAt(1) == WAW || arabic.charAt(1) == YEH);
        String letters = carrier ? arabic.substring(1) : arabic;
        return letters.replace(TSH, "\u0686");
    }

    private static double change(char symbol, char letter) {
        double cost = SoundTable.cost(symbol, letter);
        return cost == 1 && isVowel(symbol) ? 1.2 : cost;
    }

    private static double symbolGap(String latin, int index) {
        char symbol = latin.charAt(index);
        if (isVowel(symbol)) {
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

    private static double arabicGap(String letters, int index) {
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

    private static double symbolLength(String latin) {
        double length = 0;
        for (int i = 0; i < latin.length(); i++) {
            length += isVowel(latin.charAt(i)) ? 0.4 : 1;
        }
        return length;
    }

    private static double arabicLength(String letters) {
        double length = 0;
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            length += c == ALEF || c == WAW || c == YEH || c == HAMZA ? 0.5 : 1;
        }
        return length;
    }

    // ---- Arabic with Arabic

    private static double arabicOnly(String a, String b) {
        double best = 0;
        for (String formA : ArabicWord.forms(a)) {
            for (String formB : ArabicWord.forms(b)) {
                best = Math.max(best, arabicForms(formA, formB));
            }
        }
        return best;
    }

    private static double arabicForms(String a, String b) {
        double[][] cost = new double[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 && j == 0) {
                    continue;
                }
                double best = Double.MAX_VALUE;
                if (i > 0) {
                    best = Math.min(best, cost[i - 1][j] + arabicGap(a, i - 1));
                }
                if (j > 0) {
                    best = Math.min(best, cost[i][j - 1] + arabicGap(b, j - 1));
                }
                if (i > 0 && j > 0) {
                    double change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                    best = Math.min(best, cost[i - 1][j - 1] + change);
                }
                cost[i][j] = best;
            }
        }
        double length = Math.max(arabicLength(a), arabicLength(b));
        return length == 0 ? 0 : Math.max(0, 1 - cost[a.length()][b.length()] / length);
    }

    /** The similarity of each word of the text to a name, for reports and measuring. */
    static List<Match> all(String name, Language language, String text, Language otherLanguage) {
        List<Match> matches = new ArrayList<>();
        for (Token token : Tokens.of(text, otherLanguage)) {
            String folded = Folding.fold(name);
            matches.add(new Match(token.span(), ofWords(folded, token.folded())));
        }
        return matches;
    }
}
