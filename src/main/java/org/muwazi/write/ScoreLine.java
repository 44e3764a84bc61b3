package org.muwazi.write;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.muwazi.json.Json;
import org.muwazi.score.QualityEstimate;
import org.muwazi.text.Language;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/**
 * One line of {@code muwazi score}. Offsets are Unicode code points of the side they name.
 *
 * @param line of the input, counted from 0
 * @param score 0 to 1 in four decimals
 * @param verdict {@code ok}, {@code review} or {@code garbled}
 * @param findings in reading order
 */
public record ScoreLine(long line, BigDecimal score, String verdict, List<Finding> findings) {

    /**
     * Evidence at a place of one side.
     *
     * @param kind what was found
     * @param category MQM path
     * @param severity {@code minor}, {@code major} or {@code critical}
     * @param confidence 0 to 1
     * @param side {@code source} or {@code target}
     * @param start first code point of that side's text
     * @param end one past the last code point
     * @param evidence the words at fault, or what is missing
     * @param explanation one sentence, in the language asked for
     */
    public record Finding(
            String kind,
            String category,
            String severity,
            BigDecimal confidence,
            String side,
            int start,
            int end,
            String evidence,
            String explanation) {}

    /** Copies the list. */
    public ScoreLine {
        findings = List.copyOf(findings);
    }

    /** The line of a scored pair, explained in English. */
    public static ScoreLine of(long line, TranslationUnit unit, QualityEstimate estimate) {
        return of(line, unit, estimate, Language.ENGLISH);
    }

    /**
     * The line of a scored pair.
     *
     * @param estimate its findings name version 0 for the source, 1 for the target
     * @param told language of the explanations
     * @throws IllegalArgumentException if that language is not scored
     */
    public static ScoreLine of(
            long line, TranslationUnit unit, QualityEstimate estimate, Language told) {
        return new ScoreLine(
                line,
                Decimals.score(estimate.score()),
                estimate.verdict().label(),
                estimate.findings().stream().map(finding -> finding(unit, finding, told)).toList());
    }

    /** A JSON object without line feeds. */
    public String json() {
        return Json.line(this);
    }

    /**
     * {@code score TAB verdict TAB findings}, the findings as {@code side start-end kind (severity)
     * "evidence"; ...}; escaped as {@link TsvField} says, without line feed.
     */
    public String tsv() {
        String inShort =
                findings.stream()
                        .map(
                                f ->
                                        f.side()
                                                + " "
                                                + f.start()
                                                + "-"
                                                + f.end()
                                                + " "
                                                + f.kind()
                                                + " ("
                                                + f.severity()
                                                + ") \""
                                                + f.evidence()
                                                + "\"")
                        .collect(Collectors.joining("; "));
        return score.toPlainString() + "\t" + verdict + "\t" + TsvField.encode(inShort);
    }

    private static Finding finding(
            TranslationUnit unit, org.muwazi.score.Finding finding, Language told) {
        boolean source = finding.version() == 0;
        Span span = finding.span().toCodePoints((source ? unit.source() : unit.target()).text());
        return new Finding(
                finding.kind().label(),
                finding.kind().category(),
                finding.severity().label(),
                Decimals.score(finding.confidence()),
                source ? "source" : "target",
                span.start(),
                span.end(),
                finding.evidence(),
                finding.explanation().in(told));
    }
}
