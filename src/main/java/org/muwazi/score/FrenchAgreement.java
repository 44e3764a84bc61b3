package org.muwazi.score;

import static org.muwazi.score.FluencyDetector.follows;
import static org.muwazi.score.FluencyDetector.isCompound;
import static org.muwazi.score.FluencyDetector.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.muwazi.score.NumberWords.Role;
import org.muwazi.text.Language;

/** Number and gender of a French determiner and the word after it. */
final class FrenchAgreement {

    private static final Set<String> PLURAL_DETERMINERS =
            Set.of("des", "ces", "mes", "tes", "ses", "nos", "vos", "plusieurs", "quelques");
    // "les" is also a pronoun; after these it is the article.
    private static final Set<String> BEFORE_ARTICLE =
            Set.of(
                    "dans", "avec", "sur", "par", "sous", "chez", "vers", "entre", "contre",
                    "selon", "tous", "toutes", "depuis", "pendant");
    private static final Set<String> SINGULAR_DETERMINERS =
            Set.of("un", "une", "ce", "cette", "chaque", "du", "au", "notre", "votre", "sa", "ma");
    private static final Set<String> FEMININE = Set.of("une", "cette", "la", "sa", "ma");
    private static final Set<String> MASCULINE = Set.of("un", "ce", "cet", "du", "au", "le");
    private static final Pattern VERB = Pattern.compile(".*(?:er|ir|re|oir|ent|ont|ant|ut|it|ait)");
    private static final Pattern PLURAL_NOUN =
            Pattern.compile(".{2,}(?:tions|sions|ments|it\u00e9s|ances|ences|euses|logies|ismes)");
    private static final Pattern FEMININE_NOUN =
            Pattern.compile(
                    ".{2,}(?:[^s]tion|estion|sion|bilit\u00e9|vit\u00e9|lit\u00e9|rit\u00e9|logie)");
    private static final Pattern MASCULINE_NOUN = Pattern.compile(".{2,}(?:isme|ement)");
    private static final Set<String> NOT_FEMININE =
            Set.of("bastion", "cation", "cit\u00e9", "actualit\u00e9s");

    private final List<Token> tokens;
    private final String text;
    private final List<Slip> slips = new ArrayList<>();

    FrenchAgreement(List<Token> tokens, String text) {
        this.tokens = tokens;
        this.text = text;
    }

    List<Slip> slips() {
        for (int i = 1; i < tokens.size(); i++) {
            if (follows(tokens, i, text)) {
                plural(i);
                singular(i);
                gender(i);
            }
        }
        return slips;
    }

    private void plural(int index) {
        Token noun = tokens.get(index);
        boolean counted = isCount(index - 1);
        if (!(counted || isPluralDeterminer(index - 1))
                || isCompound(noun, text)
                || isCompound(tokens.get(index - 1), text)
                || noun.folded().length() < 4
                || !noun.text().chars().allMatch(Character::isLetter)) {
            return;
        }
        char last = noun.folded().charAt(noun.folded().length() - 1);
        boolean marked = last == 's' || last == 'x' || last == 'z';
        boolean other =
                Words.has("unmarked", Language.FRENCH, noun.folded())
                        || Words.has("function", Language.FRENCH, noun.folded())
                        || !NumberWords.of(noun, Language.FRENCH).isEmpty();
        if (marked || other) {
            return;
        }
        if (noun.isLowerCase()) {
            if (!looksForeign(noun.folded())
                    && !(counted && VERB.matcher(noun.folded()).matches())) {
                slips.add(new Slip(FluencyRule.PLURAL_MISSING, index - 1, index));
            }
        } else if (counted
                && !noun.initial()
                && noun.isCapitalised()
                && !noun.isAllCapitals()
                && tokens.get(index - 1).initial()
                && isOrdinaryNext(index)) {
            slips.add(new Slip(FluencyRule.CAPITAL, index - 1, index));
        }
    }

    // After a name comes a name, a verb or a comma; after a capitalised noun, mostly an adjective.
    private boolean isOrdinaryNext(int index) {
        return follows(tokens, index + 1, text) && tokens.get(index + 1).isLowerCase();
    }

    private static boolean looksForeign(String folded) {
        return folded.endsWith("a")
                || folded.endsWith("i")
                || folded.endsWith("o")
                || folded.endsWith("k")
                || folded.endsWith("men")
                || folded.endsWith("um")
                || folded.endsWith("ng");
    }

    // Two to ten in words, standing alone.
    private boolean isCount(int index) {
        Token token = tokens.get(index);
        boolean unit =
                NumberWords.of(token, Language.FRENCH, Role.UNIT)
                        .filter(entry -> entry.value() >= 2)
                        .isPresent();
        return unit
                && !token.folded().equals("neuf")
                && (token.isLowerCase() || token.initial())
                && !isCompound(token, text);
    }

    private boolean isPluralDeterminer(int index) {
        String word = written(tokens.get(index));
        if (PLURAL_DETERMINERS.contains(word)) {
            return tokens.get(index).isLowerCase() || tokens.get(index).initial();
        }
        return word.equals("les")
                && index > 0
                && BEFORE_ARTICLE.contains(tokens.get(index - 1).folded())
                && follows(tokens, index, text);
    }

    private void singular(int index) {
        Token determiner = tokens.get(index - 1);
        if (SINGULAR_DETERMINERS.contains(written(determiner))
                && tokens.get(index).isLowerCase()
                && PLURAL_NOUN.matcher(written(tokens.get(index))).matches()) {
            slips.add(new Slip(FluencyRule.PLURAL_TOO_MUCH, index - 1, index));
        }
    }

    private void gender(int index) {
        String determiner = written(tokens.get(index - 1));
        Token noun = tokens.get(index);
        if (!noun.isLowerCase() || isCompound(noun, text)) {
            return;
        }
        String word = written(noun);
        boolean feminine =
                MASCULINE.contains(determiner)
                        && FEMININE_NOUN.matcher(word).matches()
                        && !NOT_FEMININE.contains(word)
                        && !word.endsWith("bastion");
        boolean masculine =
                FEMININE.contains(determiner)
                        && !(determiner.equals("la") && word.endsWith("ement"))
                        && MASCULINE_NOUN.matcher(word).matches();
        if (feminine || masculine) {
            slips.add(new Slip(FluencyRule.GENDER, index - 1, index));
        }
    }
}
