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

/** Slips that an English text shows by two or three words. */
final class EnglishGrammar {

    // Written with a vowel and spoken with a consonant, and the reverse.
    private static final Pattern SPOKEN_CONSONANT =
            Pattern.compile(
                    "(?:uni(?!n|m)|us[aeu]|eu|ewe|one|once|u[bfknrt][aeiouy]|ura|uk|ouij).*");
    private static final Pattern SILENT_H =
            Pattern.compile(
                    "(?:hour|honest|honou?r|heir|herb|histor|hotel|habitual|hallucin|hor).*");
    private static final Set<String> FIRST_DETERMINERS =
            Set.of("the", "a", "an", "their", "its", "our", "your", "my");
    private static final Set<String> SECOND_DETERMINERS =
            Set.of("the", "an", "this", "these", "their", "its", "our", "your", "my");
    private static final Set<String> VERBS =
            Set.of(
                    "is are",
                    "are is",
                    "was were",
                    "were was",
                    "is were",
                    "are was",
                    "is was",
                    "was is",
                    "are were",
                    "has have",
                    "have has",
                    "had has",
                    "had have",
                    "has had had",
                    "is has",
                    "are have",
                    "has is",
                    "have are",
                    "is can",
                    "is will",
                    "can is",
                    "will is",
                    "can are",
                    "will are",
                    "must is",
                    "should is",
                    "to are",
                    "to was",
                    "to were",
                    "to has",
                    "they has",
                    "we has",
                    "you has",
                    "he are",
                    "she are",
                    "it are",
                    "they is",
                    "we is",
                    "you is",
                    "they was",
                    "we was",
                    "can to",
                    "must to",
                    "should to",
                    "does are");
    // "The question it is is", "what they are is", "whether it is will", "as opposed to is".
    private static final Set<String> MAY_JOIN = Set.of("it", "what", "how", "who", "that", "there");
    private static final Pattern SINGULAR_NOUN =
            Pattern.compile(".{2,}(?:tion|sion|ment|ity|ness|ship|ology)");
    private static final Pattern PLURAL_NOUN =
            Pattern.compile(".{2,}(?:tions|sions|ments|ities|nesses|ships|ologies)");
    private static final Set<String> PLURAL_WORDS =
            Set.of("these", "those", "several", "many", "various");
    private static final Set<String> SINGULAR_WORDS = Set.of("this", "every", "each", "another");

    private final List<Token> tokens;
    private final String text;
    private final List<Slip> slips = new ArrayList<>();

    EnglishGrammar(List<Token> tokens, String text) {
        this.tokens = tokens;
        this.text = text;
    }

    List<Slip> slips() {
        for (int i = 1; i < tokens.size(); i++) {
            if (follows(tokens, i, text)) {
                article(i);
                determiners(i);
                verbs(i);
                number(i);
            }
        }
        return slips;
    }

    private void article(int index) {
        Token article = tokens.get(index - 1);
        Token word = tokens.get(index);
        if (!word.isLowerCase() || word.folded().length() < 3 || isCompound(article, text)) {
            return;
        }
        String folded = word.folded();
        boolean vowel = "aeiou".indexOf(folded.charAt(0)) >= 0;
        String written = article.text();
        boolean a = written.equals("a") || (written.equals("A") && article.initial());
        boolean an = written.equals("an") || (written.equals("An") && article.initial());
        boolean wrong =
                (a && vowel && !SPOKEN_CONSONANT.matcher(folded).matches())
                        || (an
                                && !vowel
                                && folded.charAt(0) != 'y'
                                && !SILENT_H.matcher(folded).matches()
                                && folded.chars().anyMatch(c -> "aeiou".indexOf(c) >= 0));
        if (wrong && !isListLetter(index)) {
            slips.add(new Slip(FluencyRule.ARTICLE_SOUND, index - 1, index));
        }
    }

    // "vitamin a is", "part a or b"
    private boolean isListLetter(int index) {
        return Words.has("function", Language.ENGLISH, tokens.get(index).folded());
    }

    private void determiners(int index) {
        Token first = tokens.get(index - 1);
        Token second = tokens.get(index);
        if (FIRST_DETERMINERS.contains(first.text())
                && SECOND_DETERMINERS.contains(second.text())
                && !first.text().equals(second.text())
                && index + 1 < tokens.size()
                && follows(tokens, index + 1, text)) {
            slips.add(new Slip(FluencyRule.TWO_FOR_ONE, index - 1, index));
        }
    }

    private void verbs(int index) {
        String pair = written(tokens.get(index - 1)) + ' ' + tokens.get(index).text();
        if (!VERBS.contains(pair)) {
            return;
        }
        boolean clause =
                index >= 2
                        && (MAY_JOIN.contains(tokens.get(index - 2).folded())
                                || !follows(tokens, index - 1, text));
        if (!clause) {
            slips.add(new Slip(FluencyRule.VERB_AGREEMENT, index - 1, index));
        }
    }

    private void number(int index) {
        Token determiner = tokens.get(index - 1);
        Token noun = tokens.get(index);
        if (!noun.isLowerCase() || isCompound(noun, text) || !endsPhrase(index)) {
            return;
        }
        String word = determiner.folded();
        boolean count =
                NumberWords.of(determiner, Language.ENGLISH, Role.UNIT)
                        .filter(entry -> entry.value() >= 2)
                        .isPresent();
        if ((count || PLURAL_WORDS.contains(word))
                && !isCompound(determiner, text)
                && SINGULAR_NOUN.matcher(noun.folded()).matches()) {
            slips.add(new Slip(FluencyRule.PLURAL_MISSING, index - 1, index));
        } else if (SINGULAR_WORDS.contains(word) && PLURAL_NOUN.matcher(noun.folded()).matches()) {
            slips.add(new Slip(FluencyRule.PLURAL_TOO_MUCH, index - 1, index));
        }
    }

    // A noun before another noun stays singular: "two government officials".
    private boolean endsPhrase(int index) {
        return !follows(tokens, index + 1, text)
                || Words.has("function", Language.ENGLISH, tokens.get(index + 1).folded());
    }
}
