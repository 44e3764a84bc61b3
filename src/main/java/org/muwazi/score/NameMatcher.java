package org.muwazi.score;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
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
        double joined = NameSound.similarity(joined(wordsA), joined(wordsB));
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
                double similarity =
                        NameSound.similarity(whole, joined(text.subList(start, start + words)));
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
                best = Math.max(best, NameSound.similarity(word.folded(), other.folded()));
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
}
