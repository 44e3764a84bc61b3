package org.muwazi.score;

import static org.muwazi.score.FluencyDetector.follows;
import static org.muwazi.score.FluencyDetector.isCompound;
import static org.muwazi.score.FluencyDetector.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.muwazi.text.Language;

/** Slips that a French text shows by two or three words. */
final class FrenchGrammar {

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

    private final List<Token> tokens;
    private final String text;
    private final List<Slip> slips;

    FrenchGrammar(List<Token> tokens, String text) {
        this.tokens = tokens;
        this.text = text;
        slips = new ArrayList<>(new FrenchAgreement(tokens, text).slips());
    }

    List<Slip> slips() {
        for (int i = 1; i < tokens.size(); i++) {
            if (follows(tokens, i, text)) {
                elision(i);
                contraction(i);
                pairs(i);
            }
        }
        return slips;
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
                && !Words.has("unmarked", Language.FRENCH, next.folded())
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
