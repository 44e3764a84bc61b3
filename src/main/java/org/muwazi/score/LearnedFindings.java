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
     * The same in a version that other evidence found garbled. There half of the words are wrong
     * and not the sixth that the model has learnt to expect, which makes even odds of what it takes
     * for .15 (odds of .18 times the change in prior odds, 5).
     */
    static final double LIKELY_IN_GARBLE = 0.15;

    private LearnedFindings() {}

    /**
     * Findings on the target, in reading order.
     *
     * @param target the text that was judged
     * @param likely probability from which a word is told of
     */
    static List<Finding> of(PairQuality quality, String target, double likely) {
        List<Finding> findings = new ArrayList<>();
        List<PairQuality.Word> words = quality.words();
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
