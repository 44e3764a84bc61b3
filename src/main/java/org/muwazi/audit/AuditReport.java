package org.muwazi.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muwazi.damage.Family;
import org.muwazi.text.Signature;

/**
 * What came out of an audit.
 *
 * @param options how it was done
 * @param available clean pairs that the sample was drawn from
 * @param clean figures of the clean sample
 * @param families figures of each family that applied, in the order of families
 * @param notApplied families that did not, with the reason
 * @param leftOut pairs that are no clean translations
 * @param signature of the estimator
 */
public record AuditReport(
        AuditOptions options,
        long available,
        CleanFigures clean,
        List<FamilyFigures> families,
        Map<Family, String> notApplied,
        List<LeftOut> leftOut,
        Signature signature) {

    /** Copies the lists. */
    public AuditReport {
        families = List.copyOf(families);
        leftOut = List.copyOf(leftOut);
        notApplied = Collections.unmodifiableMap(new LinkedHashMap<>(notApplied));
    }
}
