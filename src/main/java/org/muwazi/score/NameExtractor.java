package org.muwazi.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.muwazi.text.Language;
import org.muwazi.text.Span;

/*
 * In English and French a capital inside a sentence marks a name, unless the word is one that
 * institutions and titles capitalise: those are translated word by word. At the head of a sentence
 * the capital says nothing; the word counts only beside another capital, or when it stands
 * capitalised elsewhere. Arabic has no capitals: words in Latin letters and known exonyms are all
 * that can be told without the other side, whose names are sought by sound.
 */
/** Finds proper names in running text. */
public final class NameExtractor {

    // Roman numerals, and contractions of which only the first letter is capital.
    private static final Pattern NUMBERED =
            Pattern.compile("[ivxlc]+(?:er|e|eme)?|i'[a-z]+|[a-z]+n't");
    private static final Pattern LAST_DIGITS = Pattern.compile("\\d+$");
    private static final Pattern ABBREVIATIONS = Pattern.compile("\\p{Lu}{2,}s");
    private static final Pattern COMMON_ENGLISH =
            Pattern.compile(
                    ".*(?:tion|sion|ment|ity|ness|ship|ings?|ance|ence|ency|ical|ional|ive|able|ible"
                            + "|ary|ory|ology|phy|ments|tions|ities|ers|ors|ies|ists?|isms?|ials?|ous|ful|less|ures?|als)");
    private static final Pattern COMMON_FRENCH =
            Pattern.compile(
                    ".*(?:tion|sion|ment|ite|ence|ance|ique|iques|ages?|eur|eurs|euse|trice|ives?|ifs?"
                            + "|ables?|ibles?|aires?|oires?|ologie|tions|ments|ites|istes?|ismes?|elles?|iels?|aux|ees?|ures?|eux)");

    private NameExtractor() {}

    /**
     * The names of a text in reading order, without overlap.
     *
     * @return empty for languages that are not scored
     */
    public static List<NameMention> names(String text, Language language) {
        if (!language.isScored()) {
            return List.of();
        }
        List<Token> tokens = Tokens.of(text, language);
        return language == Language.ARABIC ? arabic(text, tokens) : latin(text, tokens, language);
    }

    private static List<NameMention> arabic(String text, List<Token> tokens) {
        List<NameMention> names = new ArrayList<>();
        boolean[] taken = new boolean[tokens.size()];
        for (Exonyms.Mention mention : Exonyms.mentions(tokens, Language.ARABIC)) {
            if (!taken[mention.first()]) {
                java.util.Arrays.fill(taken, mention.first(), mention.end(), true);
                names.add(new NameMention(mention.span().of(text), mention.span(), true));
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!taken[i] && token.isLatin() && token.isCapitalised()) {
                names.add(new NameMention(token.text(), token.span(), true));
            }
        }
        names.sort(java.util.Comparator.comparing(NameMention::span));
        return names;
    }

    private static List<NameMention> latin(String text, List<Token> tokens, Language language) {
        List<NameMention> names = new ArrayList<>();
        Set<String> inside = new HashSet<>();
        for (Token token : tokens) {
            if (!token.initial() && isNameWord(token, language)) {
                inside.add(token.folded());
            }
        }
        int i = 0;
        while (i < tokens.size()) {
            if (!isNameWord(tokens.get(i), language)) {
                i++;
                continue;
            }
            int end = endOfName(tokens, i, text, language);
            Token first = tokens.get(i);
            boolean certain = !first.initial() || end - i > 1 || inside.contains(first.folded());
            Span span = new Span(first.start(), tokens.get(end - 1).end());
            names.add(new NameMention(span.of(text), span, certain));
            i = end;
        }
        return names;
    }

    private static int endOfName(List<Token> tokens, int start, String text, Language language) {
        int end = start + 1;
        while (end < tokens.size() && isJoined(tokens, end, text)) {
            if (isNameWord(tokens.get(end), language)) {
                end++;
            } else if (Words.has("particle", language, tokens.get(end).folded())
                    && !tokens.get(end).folded().equals("of")
                    && !tokens.get(end).folded().equals("de")
                    && end + 1 < tokens.size()
                    && isJoined(tokens, end + 1, text)
                    && isNameWord(tokens.get(end + 1), language)) {
                end += 2;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean isJoined(List<Token> tokens, int index, String text) {
        for (int i = tokens.get(index - 1).end(); i < tokens.get(index).start(); i++) {
            char c = text.charAt(i);
            if (!Tokens.isSpace(c) && c != '-' && c != '.' && !Tokens.isApostrophe(c)) {
                return false;
            }
        }
        return !tokens.get(index).initial();
    }

    /**
     * True for a capitalised word of three letters or more that is neither an abbreviation nor a
     * word that is capitalised without being a name.
     */
    static boolean isNameWord(Token token, Language language) {
        String folded = token.folded();
        return token.isCapitalised()
                && token.isLatin()
                && folded.length() >= 3
                && !token.isAllCapitals()
                && !Words.has("function", language, folded)
                && !Words.has("title", language, folded)
                && !Words.has("common", language, LAST_DIGITS.matcher(folded).replaceFirst(""))
                // French keeps English titles, which Arabic translates.
                && !Words.has("common", Language.ENGLISH, folded)
                && !ABBREVIATIONS.matcher(token.text()).matches()
                && !NUMBERED.matcher(folded).matches()
                && NumberWords.of(token, language).isEmpty();
    }

    /** True for a word that by its ending is an ordinary word, capitalised in a title. */
    static boolean looksCommon(String folded, Language language) {
        Pattern endings = language == Language.FRENCH ? COMMON_FRENCH : COMMON_ENGLISH;
        return folded.length() > 5 && endings.matcher(folded).matches();
    }
}
