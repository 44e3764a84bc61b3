package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/*
 * With three versions, what one of them lacks is asked of both others. A number that both have and the third does not is the third's fault;
 * a number that only one of the others has may as well be that one's. So a finding against one witness counts by the share of witnesses
 * who bear it out. An original that the user names is the only witness needed.
 */
/** Findings about one version's text in a row, from all versions it can be held against. */
final class RowFindings {

    /** Findings less sure than this say more about the detector than about the text. */
    static final double LEAST_CONFIDENCE = 0.3;

    private final List<Detector> detectors;

    RowFindings(List<Detector> detectors) {
        this.detectors = List.copyOf(detectors);
    }

    /**
     * Findings on {@code target}, in reading order, spans in the target's text, version 1.
     *
     * @param witnesses the versions to hold it against, at least one
     */
    List<Finding> of(List<TranslationUnit.Variant> witnesses, TranslationUnit.Variant target) {
        List<Finding> merged = new ArrayList<>();
        List<Integer> support = new ArrayList<>();
        for (TranslationUnit.Variant witness : witnesses) {
            List<Finding> fresh = new ArrayList<>();
            for (Finding finding :
                    Detectors.detect(detectors, new TranslationUnit("", witness, target))) {
                if (finding.version() != 1) {
                    continue;
                }
                int known = indexOf(merged, finding);
                if (known >= 0) {
                    support.set(known, support.get(known) + 1);
                    if (finding.confidence() > merged.get(known).confidence()) {
                        merged.set(known, finding);
                    }
                } else {
                    fresh.add(finding);
                }
            }
            for (Finding finding : fresh) {
                merged.add(finding);
                support.add(1);
            }
        }
        List<Finding> kept = new ArrayList<>();
        for (int i = 0; i < merged.size(); i++) {
            Finding finding = merged.get(i);
            double share = Math.min(1, (double) support.get(i) / witnesses.size());
            double confidence = finding.confidence() * share;
            if (confidence >= LEAST_CONFIDENCE) {
                kept.add(
                        new Finding(
                                finding.kind(),
                                1,
                                finding.span(),
                                finding.severity(),
                                confidence,
                                finding.evidence(),
                                finding.explanation()));
            }
        }
        return Places.inReadingOrder(kept);
    }

    private static int indexOf(List<Finding> findings, Finding wanted) {
        for (int i = 0; i < findings.size(); i++) {
            Finding known = findings.get(i);
            if (known.kind() == wanted.kind()
                    && (samePlace(known.span(), wanted.span())
                            || (known.span().isEmpty()
                                    && known.evidence().equals(wanted.evidence())))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean samePlace(Span first, Span second) {
        return first.equals(second) || first.overlaps(second);
    }
}
