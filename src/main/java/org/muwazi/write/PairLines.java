package org.muwazi.write;

import java.io.IOException;
import java.util.stream.Collectors;
import org.muwazi.score.Finding;
import org.muwazi.score.QualityEstimate;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/**
 * The formats of {@code muwazi score}: one line a pair. Offsets are code points of the side's text.
 */
public final class PairLines {

    private static final String SOURCE = "source";
    private static final String TARGET = "target";

    private PairLines() {}

    /**
     * {@code source, target, score, verdict, findings}, separated by tabs, without a header. The
     * two texts are written as they are, so that a line begins as it did in the input; findings are
     * {@code kind:severity:side:start-end}, joined by semicolons, such as {@code
     * number:major:target:12-15;name:critical:target:0-6}.
     *
     * @param unit whose texts hold no tab and no line feed
     */
    public static void writeTsv(TranslationUnit unit, QualityEstimate estimate, Appendable out)
            throws IOException {
        out.append(unit.source().text())
                .append('\t')
                .append(unit.target().text())
                .append('\t')
                .append(Decimals.score(estimate.score()).toPlainString())
                .append('\t')
                .append(estimate.verdict().label())
                .append('\t')
                .append(
                        estimate.findings().stream()
                                .map(finding -> compact(unit, finding))
                                .collect(Collectors.joining(";")))
                .append('\n');
    }

    private static String compact(TranslationUnit unit, Finding finding) {
        Span place = place(unit, finding);
        return finding.kind().label()
                + ":"
                + finding.severity().label()
                + ":"
                + side(finding)
                + ":"
                + place.start()
                + "-"
                + place.end();
    }

    private static String side(Finding finding) {
        return finding.version() == 0 ? SOURCE : TARGET;
    }

    private static Span place(TranslationUnit unit, Finding finding) {
        TranslationUnit.Variant variant = finding.version() == 0 ? unit.source() : unit.target();
        return finding.span().toCodePoints(variant.text());
    }
}
