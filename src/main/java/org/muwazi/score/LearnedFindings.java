package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.embed.PairQuality;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Span;

/** Words that a learned model doubts, as findings: neighbours that are doubted together are one. */
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

    private LearnedFindings() {}

    /** Findings on the target of a pair, in reading order. */
    static List<Finding> of(PairQuality quality, String target) {
        return of(quality.words(), target, LIKELY);
    }

    /**
     * Findings on a row of a garbled version.
     *
     * @param mean probability of the version's words, above 0: a word doubted as much is as likely
     *     right as wrong
     */
    static List<Finding> inGarble(PairQuality quality, String target, double mean) {
        List<PairQuality.Word> words =
                quality.words().stream()
                        .map(w -> new PairQuality.Word(w.span(), w.error() / (w.error() + mean)))
                        .toList();
        return of(words, target, SHARE_OF_MEAN / (SHARE_OF_MEAN + 1));
    }

    private static List<Finding> of(List<PairQuality.Word> words, String target, double likely) {
        List<Finding> findings = new ArrayList<>();
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
                findings.add(finding(span, target, sum / (end - w)));
            }
            w = end + 1;
        }
        return findings;
    }

    private static Finding finding(Span span, String target, double error) {
        String evidence = span.of(target);
        return new Finding(
                Kind.MISTRANSLATION,
                1,
                span,
                Severity.MAJOR,
                error,
                evidence,
                Messages.text("mistranslation.learned", evidence));
    }
}
