package org.muwazi.score;

import static org.muwazi.score.FluencyDetector.follows;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.score.NumberWords.Role;
import org.muwazi.text.Language;

/** Slips that an Arabic text shows by two words. */
final class ArabicGrammar {

    private static final char TEH_MARBUTA = '\u0629';
    private static final char FOLDED_TEH_MARBUTA = '\u0647';
    private static final char ALEF = '\u0627';
    private static final char YEH = '\u064a';

    private final List<Token> tokens;
    private final String text;
    private final List<Slip> slips = new ArrayList<>();

    ArabicGrammar(List<Token> tokens, String text) {
        this.tokens = tokens;
        this.text = text;
    }

    List<Slip> slips() {
        for (int i = 1; i < tokens.size(); i++) {
            if (follows(tokens, i, text)) {
                prepositions(i);
                demonstrative(i);
                counted(i);
                adjective(i);
            }
        }
        return slips;
    }

    private void prepositions(int index) {
        String pair = tokens.get(index - 1).folded() + '_' + tokens.get(index).folded();
        if (Words.has("preposition-pair", Language.ARABIC, pair)) {
            slips.add(new Slip(FluencyRule.TWO_FOR_ONE, index - 1, index));
        }
    }

    // "These two" wants a dual, and a feminine one where it is feminine itself.
    private void demonstrative(int index) {
        String word = tokens.get(index - 1).folded();
        String noun = tokens.get(index).folded();
        if (!ArabicWord.hasArticle(noun)) {
            return;
        }
        boolean feminine = Words.has("these-two-feminine", Language.ARABIC, word);
        boolean masculine = Words.has("these-two-masculine", Language.ARABIC, word);
        boolean dual = noun.endsWith("\u064a\u0646") || noun.endsWith("\u0627\u0646");
        boolean feminineDual =
                noun.endsWith("\u062a\u064a\u0646") || noun.endsWith("\u062a\u0627\u0646");
        boolean wrong =
                (feminine && !(feminineDual || Words.has("feminine-dual", Language.ARABIC, noun)))
                        || (masculine && !dual);
        boolean wrongGender =
                Words.has("after-preposition", Language.ARABIC, previous(index - 1))
                        && Words.has("this-masculine", Language.ARABIC, word)
                        && endsInTehMarbuta(tokens.get(index));
        if (wrong || wrongGender) {
            slips.add(new Slip(FluencyRule.DEMONSTRATIVE, index - 1, index));
        }
    }

    private String previous(int index) {
        return index > 0 ? tokens.get(index - 1).folded() : "";
    }

    // Three to ten want a plural; a word in teh marbuta is a singular, some plurals apart.
    private void counted(int index) {
        Token number = tokens.get(index - 1);
        Token noun = tokens.get(index);
        boolean count =
                NumberWords.of(number, Language.ARABIC, Role.UNIT)
                        .filter(entry -> entry.value() >= 3 && entry.value() <= 10)
                        .isPresent();
        if (count
                && endsInTehMarbuta(noun)
                && noun.folded().length() > 3
                && noun.folded().charAt(0) != ALEF
                && !ArabicWord.hasArticle(number.folded())
                && !ArabicWord.hasArticle(noun.folded())
                && NumberWords.of(noun, Language.ARABIC).isEmpty()
                && !isTeen(index - 1)
                && !Words.has("plural-in-teh", Language.ARABIC, noun.folded())) {
            slips.add(new Slip(FluencyRule.COUNTED_NOUN, index - 1, index));
        }
    }

    // In eleven to nineteen and in ranks the noun is singular.
    private boolean isTeen(int index) {
        return index > 0 && !NumberWords.of(tokens.get(index - 1), Language.ARABIC).isEmpty();
    }

    // A feminine noun with a masculine adjective of origin, both without article; with articles the
    // adjective may belong to the word before.
    private void adjective(int index) {
        Token noun = tokens.get(index - 1);
        Token origin = tokens.get(index);
        String folded = origin.folded();
        if (!endsInTehMarbuta(noun)
                || folded.charAt(folded.length() - 1) != YEH
                || folded.length() < 5
                || !ArabicWord.forms(folded).contains(folded)
                || ArabicWord.hasArticle(noun.folded())
                || ArabicWord.hasArticle(folded)) {
            return;
        }
        boolean known =
                !Exonyms.mentions(List.of(origin), Language.ARABIC).isEmpty()
                        && isNationality(folded);
        if (known) {
            slips.add(new Slip(FluencyRule.GENDER, index - 1, index));
        }
    }

    private static boolean isNationality(String folded) {
        return ArabicWord.forms(folded).stream()
                .anyMatch(form -> Words.has("nationality", Language.ARABIC, form));
    }

    private static boolean endsInTehMarbuta(Token token) {
        String word = token.text();
        int end = word.length();
        while (end > 0 && Character.getType(word.charAt(end - 1)) == Character.NON_SPACING_MARK) {
            end--;
        }
        return end > 0
                && word.charAt(end - 1) == TEH_MARBUTA
                && token.folded().charAt(token.folded().length() - 1) == FOLDED_TEH_MARBUTA;
    }
}
