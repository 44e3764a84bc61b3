package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.TranslationUnit;

/** The detectors of this package, and their joint use. */
public final class Detectors {

    private static final List<Detector> STANDARD =
            List.of(
                    new EmptyDetector(),
                    new UntranslatedDetector(),
                    new NumberDetector(),
                    new UnitDetector(),
                    new NameDetector(),
                    new RepetitionDetector(),
                    new LengthDetector(),
                    new DebrisDetector(),
                    new NegationDetector(),
                    new FluencyDetector());

    private Detectors() {}

    /**
     * Those whose false alarms on clean human translations stay low enough to be asked always; the
     * figures are in {@code eval/results/detectors.tsv}.
     */
    public static List<Detector> standard() {
        return STANDARD;
    }

    /**
     * All findings about a unit, in reading order. A translation that is empty, copied or in the
     * wrong language gets that one finding only, since all others would follow from it.
     */
    public static List<Finding> detect(List<Detector> detectors, TranslationUnit unit) {
        List<Finding> findings = new ArrayList<>();
        for (Detector detector : detectors) {
            List<Finding> found = detector.detect(unit);
            for (Finding finding : found) {
                if (isAboutTheWhole(finding, unit)) {
                    return List.of(finding);
                }
            }
            findings.addAll(found);
        }
        return Places.inReadingOrder(findings);
    }

    /** True for the one finding that stands for a whole translation that is none. */
    static boolean isAboutTheWhole(Finding finding, TranslationUnit unit) {
        boolean guard =
                finding.kind() == Finding.Kind.EMPTY
                        || finding.kind() == Finding.Kind.WRONG_LANGUAGE
                        || finding.kind() == Finding.Kind.UNTRANSLATED;
        return guard
                && finding.severity() == Severity.CRITICAL
                && finding.span().length() >= unit.target().text().strip().length();
    }
}
