package org.muwazi.score;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muwazi.score.FluencyTokens.Kind;
import org.muwazi.score.FluencyTokens.Piece;
import org.muwazi.score.FluencyTokens.Script;
import org.muwazi.text.Language;

/*
 * Frequent words stand for themselves, the others for their shape, prefix and suffix: so the model sees
 * order and agreement and not the subject, and no name is punished. The rules are those of symbols.py
 * beside the model.
 */
/** Pieces of text to the symbols of a language's fluency model. */
final class FluencySymbols {

    // Longest first within a family; the order is part of the model.
    private static final List<String> PREFIXES =
            List.of(
                    "\u0628\u0627\u0644",
                    "\u0643\u0627\u0644",
                    "\u0644\u0644",
                    "\u0627\u0644",
                    "\u0633\u064a",
                    "\u0633\u062a",
                    "\u0644",
                    "\u0628",
                    "\u0643",
                    "\u064a",
                    "\u062a",
                    "\u0646",
                    "\u0627",
                    "\u0645",
                    "\u0633");
    private static final List<String> SUFFIXES =
            List.of(
                    "\u0647\u0645\u0627",
                    "\u062a\u0647\u0627",
                    "\u062a\u0647\u0645",
                    "\u0627\u062a\u0647",
                    "\u064a\u0629",
                    "\u0627\u062a",
                    "\u0648\u0646",
                    "\u064a\u0646",
                    "\u0627\u0646",
                    "\u0648\u0627",
                    "\u0647\u0627",
                    "\u0647\u0645",
                    "\u0647\u0646",
                    "\u0643\u0645",
                    "\u0646\u0627",
                    "\u062a\u0647",
                    "\u0629",
                    "\u0647",
                    "\u064a",
                    "\u0627",
                    "\u062a",
                    "\u0646");
    private static final String ARTICLE = "\u0627\u0644";
    private static final String TO_THE = "\u0644\u0644";
    private static final int LONGEST_SUFFIX = 4;

    private final Language language;
    private final Map<String, Integer> ids;
    private final Set<String> words;
    private final Set<String> suffixes;

    /**
     * Symbols of one language.
     *
     * @param ids number of each symbol
     * @param words those symbols that are words
     * @param suffixes of words in Latin letters that have a class
     */
    FluencySymbols(
            Language language, Map<String, Integer> ids, Set<String> words, Set<String> suffixes) {
        this.language = language;
        this.ids = Map.copyOf(ids);
        this.words = Set.copyOf(words);
        this.suffixes = Set.copyOf(suffixes);
    }

    /** Number of a symbol, -1 where the training text never had it. */
    int id(String symbol) {
        return ids.getOrDefault(symbol, -1);
    }

    /** One symbol, or two where an Arabic conjunction is written to the word. */
    List<String> of(Piece piece) {
        if (piece.kind() == Kind.SIGN) {
            return List.of(piece.form());
        }
        if (piece.kind() == Kind.NUMBER) {
            return List.of(number(piece.form()));
        }
        if (language == Language.ARABIC) {
            return arabic(piece);
        }
        return List.of(
                piece.script() == Script.LATIN
                        ? latin(piece.form(), piece.initial())
                        : "<foreign>");
    }

    private static String number(String form) {
        long digits = form.chars().filter(c -> FluencyTokens.script(c) == Script.DIGIT).count();
        return "<" + Math.min(digits, 5) + ">";
    }

    private String latin(String form, boolean initial) {
        String lower = form.toLowerCase(Locale.ROOT);
        if (initial && words.contains(lower)) {
            return lower;
        }
        if (words.contains(form)) {
            return form;
        }
        if (!lower.equals(form)) {
            boolean capitals = form.length() > 1 && form.toUpperCase(Locale.ROOT).equals(form);
            return capitals ? "<CAPITALS>" : "<Capital>";
        }
        for (int length = Math.min(LONGEST_SUFFIX, form.length() - 1); length > 0; length--) {
            String suffix = form.substring(form.length() - length);
            if (suffixes.contains(suffix)) {
                return "~" + suffix;
            }
        }
        return "~";
    }

    private List<String> arabic(Piece piece) {
        if (piece.script() != Script.ARABIC) {
            return List.of(piece.script() == Script.LATIN ? "<latin>" : "<foreign>");
        }
        String form = piece.form();
        boolean conjunction =
                form.length() >= 4 && (form.charAt(0) == '\u0648' || form.charAt(0) == '\u0641');
        if (conjunction && !words.contains(form)) {
            String rest = form.substring(1);
            if (words.contains(rest) || rest.startsWith(ARTICLE) || rest.startsWith(TO_THE)) {
                return List.of(form.charAt(0) + "+", arabicClass(rest));
            }
        }
        return List.of(arabicClass(form));
    }

    private String arabicClass(String form) {
        if (words.contains(form)) {
            return form;
        }
        String prefix = "";
        for (String candidate : PREFIXES) {
            if (form.startsWith(candidate) && form.length() - candidate.length() >= 2) {
                prefix = candidate;
                break;
            }
        }
        String stem = form.substring(prefix.length());
        for (String suffix : SUFFIXES) {
            if (stem.endsWith(suffix) && stem.length() - suffix.length() >= 2) {
                return prefix + "~" + suffix;
            }
        }
        return prefix + "~";
    }
}
