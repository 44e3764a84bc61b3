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

/** Slips that a French text shows by two or three words. */
final class FrenchGrammar {

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
    // Words without a plural mark that stand between a plural determiner and its noun, or instead.
    private static final Set<String> UNMARKED =
            Set.of(
                    "plus",
                    "moins",
                    "tres",
                    "trop",
                    "bien",
                    "peu",
                    "tout",
                    "non",
                    "quelque",
                    "si",
                    "fort",
                    "aussi",
                    "assez",
                    "deja",
                    "jamais",
                    "toujours",
                    "encore",
                    "demi",
                    "semi",
                    "quasi",
                    "pseudo",
                    "ex",
                    "anti",
                    "pro",
                    "post",
                    "mi",
                    "vice",
                    "mini",
                    "maxi",
                    "super",
                    "dits",
                    "dit",
                    "lui",
                    "leur",
                    "autrement",
                    "beaucoup",
                    "media",
                    "people",
                    "fois",
                    "fan",
                    "quatre",
                    "cent",
                    "mille",
                    "on",
                    "uns",
                    "km",
                    "kg",
                    "tels",
                    "arabo",
                    "franco",
                    "afro",
                    "euro",
                    "socio",
                    "alors",
                    "etant",
                    "ayant",
                    "rarement",
                    "souvent",
                    "parfois",
                    "faible",
                    "simili",
                    "tant",
                    "autant");
    private static final Set<String> NO_ELISION =
            Set.of(
                    "onze",
                    "onzieme",
                    "oui",
                    "ouistiti",
                    "un",
                    "une",
                    "uhlan",
                    "ululer",
                    "ouate",
                    "yaourt",
                    "iode",
                    "iota",
                    "ios",
                    "iphone",
                    "ipad",
                    "email",
                    "uber",
                    "onyx",
                    "ouah",
                    "hui",
                    "huit",
                    "ouighour",
                    "ouighours",
                    "ouolof",
                    "ondatra",
                    "a",
                    "e",
                    "i",
                    "o",
                    "u",
                    "y",
                    "et",
                    "aout");
    private static final Set<String> ELIDED =
            Set.of("le", "la", "de", "ne", "que", "je", "se", "me");
    private static final Set<String> PAIRS =
            Set.of(
                    "de du",
                    "de des",
                    "du de",
                    "du des",
                    "des du",
                    "de au",
                    "de aux",
                    "au de",
                    "\u00e0 au",
                    "\u00e0 aux",
                    "au \u00e0",
                    "aux \u00e0",
                    "le les",
                    "les le",
                    "les la",
                    "un le",
                    "une la",
                    "un une",
                    "une un",
                    "le un",
                    "des les",
                    "les des",
                    "aux les",
                    "au le",
                    "du le",
                    "du la",
                    "la des",
                    "le des",
                    "la du",
                    "le du",
                    "pour de les");
    private static final Pattern INFINITIVE = Pattern.compile(".*(?:er|ir|re|oir)");
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

    FrenchGrammar(List<Token> tokens, String text) {
        this.tokens = tokens;
        this.text = text;
    }

    List<Slip> slips() {
        for (int i = 1; i < tokens.size(); i++) {
            if (follows(tokens, i, text)) {
                plural(i);
                singular(i);
                gender(i);
                elision(i);
                contraction(i);
                pairs(i);
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
                UNMARKED.contains(noun.folded())
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

    private void elision(int index) {
        Token before = tokens.get(index - 1);
        Token word = tokens.get(index);
        if (ELIDED.contains(written(before))
                && (before.isLowerCase() || before.initial())
                && "aeio".indexOf(word.folded().charAt(0)) >= 0
                && word.text().length() > 2
                && !isCompound(before, text)
                && !word.isAllCapitals()
                && word.text()
                        .substring(1)
                        .equals(word.text().substring(1).toLowerCase(java.util.Locale.ROOT))
                && !NO_ELISION.contains(word.folded())
                && (word.isLowerCase() || isExonym(word))
                && !isNumber(word)) {
            slips.add(new Slip(FluencyRule.ELISION, index - 1, index));
        }
    }

    // People and titles often keep the whole preposition; countries and cities do not.
    private static boolean isExonym(Token word) {
        return !Exonyms.mentions(List.of(word), Language.FRENCH).isEmpty();
    }

    private static boolean isNumber(Token word) {
        return word.isNumeral() || word.text().matches("[IVXLC]+");
    }

    // "de le" before a noun; before an infinitive the article is a pronoun.
    private void contraction(int index) {
        if (index + 1 >= tokens.size() || !follows(tokens, index + 1, text)) {
            return;
        }
        String pair = written(tokens.get(index - 1)) + ' ' + tokens.get(index).text();
        boolean uncontracted =
                pair.equals("de le")
                        || pair.equals("de les")
                        || pair.equals("\u00e0 le")
                        || pair.equals("\u00e0 les");
        Token next = tokens.get(index + 1);
        if (uncontracted
                && next.isLowerCase()
                && !INFINITIVE.matcher(next.folded()).matches()
                && !Words.has("function", Language.FRENCH, next.folded())
                && !UNMARKED.contains(next.folded())
                && !next.folded().endsWith("ment")) {
            slips.add(new Slip(FluencyRule.CONTRACTION, index - 1, index));
        }
    }

    private void pairs(int index) {
        Token first = tokens.get(index - 1);
        Token second = tokens.get(index);
        if (second.isLowerCase()
                && (first.isLowerCase() || first.initial())
                && PAIRS.contains(written(first) + ' ' + written(second))
                && index + 1 < tokens.size()
                && follows(tokens, index + 1, text)) {
            slips.add(new Slip(FluencyRule.TWO_FOR_ONE, index - 1, index));
        }
    }
}
