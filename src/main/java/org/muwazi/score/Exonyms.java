package org.muwazi.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muwazi.text.Language;
import org.muwazi.text.Span;

/**
 * Names that differ between the languages, from {@code exonyms.tsv}: countries with the words made
 * from them, places, peoples, figures of history, organisations.
 */
final class Exonyms {

    private static final int SHORTEST_FORM = 4;
    private static final int LONG_FORM = 8;
    private static final int LONGEST_ENDING = 5;

    private static final Map<String, List<Form>> FORMS = load();
    private static final Map<String, List<Form>> BY_CONCEPT = byConcept();

    private Exonyms() {}

    /**
     * One way to say a concept.
     *
     * @param concept line of the table
     * @param language it belongs to
     * @param words folded; a word that ends in {@code *} stands for all that begin so
     * @param capitals true where the text must have capitals too
     */
    private record Form(int concept, Language language, List<String> words, boolean capitals) {}

    /**
     * A concept named in a text.
     *
     * @param concept line of the table
     * @param span from the first to the last word
     * @param first index of the first token
     * @param end index after the last token
     */
    record Mention(int concept, Span span, int first, int end) {}

    /** The concepts named, in reading order, the longest name at each place. */
    static List<Mention> mentions(List<Token> tokens, Language language) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int longest = 0;
            List<Form> here = new ArrayList<>();
            for (String word : words(tokens.get(i), language)) {
                for (Form form : FORMS.getOrDefault(key(language, word), List.of())) {
                    if (matches(form, tokens, i, language) && !here.contains(form)) {
                        here.add(form);
                        longest = Math.max(longest, form.words().size());
                    }
                }
            }
            for (Form form : here) {
                if (form.words().size() == longest) {
                    int end = i + longest;
                    Span span = new Span(tokens.get(i).start(), tokens.get(end - 1).end());
                    mentions.add(new Mention(form.concept(), span, i, end));
                }
            }
        }
        return mentions;
    }

    /** The concepts named anywhere in a text. */
    static BitSet concepts(List<Token> tokens, Language language) {
        BitSet concepts = new BitSet();
        for (Mention mention : mentions(tokens, language)) {
            concepts.set(mention.concept());
        }
        return concepts;
    }

    /**
     * True where a word is one letter away from a one-word form of a concept, or two where the form
     * is long. Short forms are left out: every three letters are near some word.
     */
    static boolean isMisspelled(int concept, Token token, Language language) {
        for (Form form : BY_CONCEPT.getOrDefault(concept + " " + language, List.of())) {
            if (form.words().size() == 1 && !form.capitals()) {
                for (String word : words(token, language)) {
                    if (isNear(word, form.words().get(0))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isNear(String word, String pattern) {
        boolean prefix = pattern.endsWith("*");
        String form = prefix ? pattern.substring(0, pattern.length() - 1) : pattern;
        if (form.length() < SHORTEST_FORM || word.charAt(0) != form.charAt(0)) {
            return false;
        }
        int allowed = form.length() >= LONG_FORM ? 2 : 1;
        if (!prefix) {
            return EditDistance.of(word, form) <= allowed;
        }
        for (int length = form.length() - 1; length <= form.length() + 1; length++) {
            if (length <= word.length()
                    && word.length() - length <= LONGEST_ENDING
                    && EditDistance.of(word.substring(0, length), form) <= allowed) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(Form form, List<Token> tokens, int start, Language language) {
        if (start + form.words().size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < form.words().size(); i++) {
            Token token = tokens.get(start + i);
            if (form.capitals()
                    && !token.text()
                            .equals(form.words().get(i).toUpperCase(java.util.Locale.ROOT))) {
                return false;
            }
            String pattern = form.words().get(i);
            if (words(token, language).stream().noneMatch(word -> fits(word, pattern))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String word, String pattern) {
        return pattern.endsWith("*")
                ? word.startsWith(pattern.substring(0, pattern.length() - 1))
                : word.equals(pattern);
    }

    private static List<String> words(Token token, Language language) {
        return language == Language.ARABIC
                ? ArabicWord.forms(token.folded())
                : List.of(token.folded());
    }

    // Forms are found by the first letters of their first word, so that prefixes need no search.
    private static String key(Language language, String word) {
        return language + word.substring(0, Math.min(2, word.length()));
    }

    private static Map<String, List<Form>> byConcept() {
        Map<String, List<Form>> byConcept = new HashMap<>();
        for (Map.Entry<String, List<Form>> entry : FORMS.entrySet()) {
            for (Form form : entry.getValue()) {
                byConcept
                        .computeIfAbsent(
                                form.concept() + " " + form.language(), k -> new ArrayList<>(2))
                        .add(form);
            }
        }
        return byConcept;
    }

    private static Map<String, List<Form>> load() {
        Map<String, List<Form>> forms = new HashMap<>();
        Language[] columns = {Language.ENGLISH, Language.FRENCH, Language.ARABIC};
        int concept = 0;
        for (String[] row : Tables.rows("exonyms.tsv", 3)) {
            for (int column = 0; column < columns.length; column++) {
                for (String form : row[column].split("\\|")) {
                    add(forms, concept, columns[column], form);
                }
            }
            concept++;
        }
        return forms;
    }

    private static void add(
            Map<String, List<Form>> forms, int concept, Language language, String form) {
        List<String> words = new ArrayList<>();
        for (String word : form.split("[ -]")) {
            words.add(Folding.fold(word));
        }
        boolean capitals =
                language != Language.ARABIC
                        && form.codePoints().allMatch(c -> c == ' ' || Character.isUpperCase(c));
        forms.computeIfAbsent(key(language, words.get(0)), key -> new ArrayList<>(2))
                .add(new Form(concept, language, words, capitals));
    }
}
