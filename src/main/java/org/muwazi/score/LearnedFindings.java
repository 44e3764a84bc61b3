package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.embed.PairQuality;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Language;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * Words that a learned model doubts, as findings: neighbours that are doubted together are one, and
 * what the source says there is told where it is known.
 */
final class LearnedFindings {

    /** Probability from which a word is told of. */
    static final double LIKELY = 0.5;

    /**
     * The same in a version that other evidence found garbled, as a share of the mean of its words:
     * how much is wrong there is not known, so what counts is which words are doubted more than
     * others. On the garbled versions of eval/stories 64 of 100 characters marked by it are marked
     * by hand, and it finds 58 of 100 of these; with .75 it is 62 and 64, with 1.25 68 and 47, with
     * a fixed limit of .15 64 and 57, which on a real garbled story found 18 of 100 where this
     * finds 57.
     */
    static final double SHARE_OF_MEAN = 0.9;

    /**
     * Similarity of sounds from which a doubted word is its counterpart in other letters, and not
     * told of: Montferrand for Montferrand, degrés for degrees. On eval/stories it takes 74 marks
     * away, the share of places marked rightly rises from .714 to .726, that of wrong places marked
     * falls from .761 to .757; at .85 and .7 the former gains nothing more.
     */
    private static final double SAME_WORD = 0.95;

    private final Counterparts counterparts;

    LearnedFindings(Counterparts counterparts) {
        this.counterparts = counterparts;
    }

    /** Findings on the target of a pair, in reading order. */
    List<Finding> of(PairQuality quality, Variant source, Variant target) {
        return of(quality.words(), source, target, LIKELY);
    }

    /**
     * Findings on a row of a garbled version.
     *
     * @param mean probability of the version's words, above 0: a word doubted as much is as likely
     *     right as wrong
     */
    List<Finding> inGarble(PairQuality quality, Variant source, Variant target, double mean) {
        List<PairQuality.Word> words =
                quality.words().stream()
                        .map(w -> new PairQuality.Word(w.span(), w.error() / (w.error() + mean)))
                        .toList();
        return of(words, source, target, SHARE_OF_MEAN / (SHARE_OF_MEAN + 1));
    }

    private List<Finding> of(
            List<PairQuality.Word> words, Variant source, Variant target, double likely) {
        List<PairQuality.Word> doubts = doubts(words, likely);
        if (doubts.isEmpty()) {
            return List.of();
        }
        List<List<Span>> said =
                counterparts.of(
                        source.text(),
                        target.text(),
                        doubts.stream().map(PairQuality.Word::span).toList());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < doubts.size(); i++) {
            Span span = doubts.get(i).span();
            String evidence = span.of(target.text());
            String there = quoted(said.get(i), source);
            if (!isSameInOtherLetters(evidence, target.language(), there, source.language())) {
                findings.add(
                        new Finding(
                                Kind.MISTRANSLATION,
                                1,
                                span,
                                Severity.MAJOR,
                                doubts.get(i).error(),
                                evidence,
                                explanation(evidence, there)));
            }
        }
        return findings;
    }

    /** True where each word that tells something sounds as one of the other text does. */
    private static boolean isSameInOtherLetters(
            String words, Language language, String others, Language otherLanguage) {
        List<Token> told = telling(words, language);
        List<Token> there = telling(others, otherLanguage);
        return !told.isEmpty()
                && told.stream()
                        .allMatch(
                                word ->
                                        there.stream()
                                                .anyMatch(
                                                        other ->
                                                                NameMatcher.similarity(
                                                                                word.text(),
                                                                                language,
                                                                                other.text(),
                                                                                otherLanguage)
                                                                        >= SAME_WORD));
    }

    /** Words doubted together as one, with the mean of their probabilities. */
    private static List<PairQuality.Word> doubts(List<PairQuality.Word> words, double likely) {
        List<PairQuality.Word> doubts = new ArrayList<>();
        int w = 0;
        while (w < words.size()) {
            int end = w;
            double sum = 0;
            while (end < words.size() && words.get(end).error() >= likely) {
                sum += words.get(end).error();
                end++;
            }
            if (end > w) {
                Span span = new Span(words.get(w).span().start(), words.get(end - 1).span().end());
                doubts.add(new PairQuality.Word(span, sum / (end - w)));
            }
            w = end + 1;
        }
        return doubts;
    }

    private static Explanation explanation(String evidence, String said) {
        return said.isEmpty()
                ? Messages.text("mistranslation.learned", evidence)
                : Messages.text("mistranslation.counterpart", evidence, said);
    }

    /** The stretches without the function words at their ends, which are linked at random. */
    private static String quoted(List<Span> stretches, Variant source) {
        List<String> quoted = new ArrayList<>();
        for (Span stretch : stretches) {
            String text = stretch.of(source.text());
            List<Token> telling = telling(text, source.language());
            if (!telling.isEmpty()) {
                int start = telling.get(0).span().start();
                quoted.add(text.substring(start, telling.get(telling.size() - 1).span().end()));
            }
        }
        return String.join(" … ", quoted);
    }

    /** The words but for function words and lone letters, such as what an apostrophe parts. */
    private static List<Token> telling(String text, Language language) {
        return Tokens.of(text, language).stream()
                .filter(token -> !isLoneLetter(token))
                .filter(token -> !Words.has("function", language, token.folded()))
                .toList();
    }

    private static boolean isLoneLetter(Token token) {
        return token.text().length() == 1 && Character.isLetter(token.text().charAt(0));
    }
}
