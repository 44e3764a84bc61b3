package org.muwazi.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

/*
 * With three versions, what one of them lacks is asked of both others. A number that both have and the third does not is the third's fault;
 * a number that only one of the others has may as well be that one's. So a finding counts by the share of the witnesses who bear it out,
 * squared: where one of two contradicts, the other is likelier at fault than the version. A witness whose own language is broken counts
 * for less. An original that the user names is the only witness needed.
 */
/** Findings about one version's text in a row, from all versions it can be held against. */
final class RowFindings {

    /** Findings less sure than this say more about the detector than about the text. */
    static final double LEAST_CONFIDENCE = 0.3;

    /**
     * Similarity from which a witness's name is the one that a corrupted form stands for, and from
     * which two names are the same.
     */
    private static final double MEANT = 0.6;

    private static final double SAME_NAME = 0.83;

    /**
     * How much more alike a witness's name must be to another witness's than the target's form is.
     */
    private static final double CLEARLY = 0.03;

    /** What is left of a spelling that no witness decides, in a version that can be believed. */
    private static final double UNDECIDED = 0.3;

    private final List<Detector> detectors;

    RowFindings(List<Detector> detectors) {
        this.detectors = List.copyOf(detectors);
    }

    /**
     * A version that another is held against.
     *
     * @param text its text in the row
     * @param around its text in the row, the one before and the one after
     * @param reliability how far it can be believed, above 0 to 1
     * @param original true for the version that the user named as the original
     */
    record Witness(Variant text, Variant around, double reliability, boolean original) {}

    /**
     * The text that is looked at.
     *
     * @param text in the row
     * @param around in the row, the one before and the one after
     * @param reliability how far it can be believed, above 0 to 1
     */
    record Target(Variant text, Variant around, double reliability) {}

    /**
     * What is found on {@code target} when it is held against each witness, however far either can
     * be believed; the costly half, the same in every hearing.
     *
     * @param witnesses the versions to hold it against, at least one
     */
    List<Raised> raise(List<Witness> witnesses, Target target) {
        List<Raised> raised = new ArrayList<>();
        for (int w = 0; w < witnesses.size(); w++) {
            TranslationUnit unit = new TranslationUnit("", witnesses.get(w).text(), target.text());
            List<Raised> before = List.copyOf(raised);
            Map<TranslationUnit, List<Finding>> nextDoor = new HashMap<>();
            for (Finding finding : Detectors.detect(detectors, unit)) {
                if (finding.version() == 1
                        && !isNextDoor(finding, witnesses.get(w), target, nextDoor)) {
                    Optional<Raised> known = known(before, finding);
                    if (known.isEmpty()) {
                        Raised fresh = new Raised(finding);
                        raised.add(fresh);
                        known = Optional.of(fresh);
                    }
                    known.get().support(finding, w);
                }
            }
        }
        return List.copyOf(raised);
    }

    /**
     * What of it can be believed, in reading order, spans in the target's text, version 1.
     *
     * @param raised by {@link #raise} for the same texts
     */
    static List<Finding> weigh(List<Raised> raised, List<Witness> witnesses, Target target) {
        List<Finding> kept = new ArrayList<>();
        for (Raised one : raised) {
            Finding finding = one.finding;
            double believed =
                    finding.confidence()
                            * belief(one, witnesses, target.text(), target.reliability());
            if (believed >= LEAST_CONFIDENCE) {
                kept.add(
                        new Finding(
                                finding.kind(),
                                1,
                                finding.span(),
                                finding.severity(),
                                believed,
                                finding.evidence(),
                                finding.explanation()));
            }
        }
        return Places.inReadingOrder(kept);
    }

    /**
     * True where the number or name that seems lost stands in the row before or after, or what
     * seems added is the witness's there: a sentence cut elsewhere is not a changed fact.
     */
    private boolean isNextDoor(
            Finding finding,
            Witness witness,
            Target target,
            Map<TranslationUnit, List<Finding>> heard) {
        if (finding.kind() != Finding.Kind.NUMBER && finding.kind() != Finding.Kind.NAME) {
            return false;
        }
        boolean lost = finding.span().isEmpty();
        TranslationUnit wider =
                lost
                        ? new TranslationUnit("", witness.text(), target.around())
                        : new TranslationUnit("", witness.around(), target.text());
        return heard.computeIfAbsent(wider, unit -> Detectors.detect(detectors, unit)).stream()
                .noneMatch(
                        again ->
                                again.kind() == finding.kind()
                                        && again.span().isEmpty() == lost
                                        && again.evidence().equals(finding.evidence()));
    }

    /**
     * Share of the witnesses who can tell that bear a finding out, squared, and how far the best of
     * those who raised it can be believed.
     */
    private static double belief(
            Raised raised, List<Witness> witnesses, Variant target, double reliability) {
        double bearing = 0;
        double telling = 0;
        double best = 0;
        boolean decided =
                raised.finding.kind() != Finding.Kind.NAME
                        || raised.finding.span().isEmpty()
                        || raised.by.cardinality() > 1;
        for (int w = 0; w < witnesses.size(); w++) {
            double weight = witnesses.get(w).reliability();
            Stand stand = raised.by.get(w) ? Stand.BEARS_OUT : stand(raised, witnesses, w, target);
            if (stand == Stand.BEARS_OUT) {
                bearing += weight;
                // Who bears out only follows; what is claimed is as good as the one who claims it.
                best = Math.max(best, raised.by.get(w) ? weight : 0);
                decided |= !raised.by.get(w) || witnesses.get(w).original();
            }
            telling += stand == Stand.CANNOT_TELL ? 0 : weight;
        }
        double share = telling == 0 ? 0 : bearing / telling;
        // Guindi and Gindi, Assouan and Aswan: two languages may spell one name in two ways. Where
        // no witness decides, the version
        // whose language is broken is at fault.
        double blame = decided ? 1 : 1 - (1 - UNDECIDED) * reliability;
        return share * share * best * blame;
    }

    /** What a witness who did not raise a finding says of it. */
    private enum Stand {
        BEARS_OUT,
        CONTRADICTS,
        CANNOT_TELL
    }

    /**
     * Whoever did not raise a finding contradicts it, but for the spelling of a name: names are
     * looked for from texts with capitals, so an Arabic witness seldom speaks up, and its letters
     * may fit both spellings.
     */
    private static Stand stand(Raised raised, List<Witness> witnesses, int asked, Variant target) {
        Finding finding = raised.finding;
        if (finding.kind() == Finding.Kind.FLUENCY) {
            return Stand.BEARS_OUT;
        }
        if (finding.kind() != Finding.Kind.NAME || finding.span().isEmpty()) {
            return Stand.CONTRADICTS;
        }
        Variant other = witnesses.get(asked).text();
        double asFound = best(finding.evidence(), target, other);
        double asMeant = 0;
        for (int w = 0; w < witnesses.size(); w++) {
            if (raised.by.get(w)) {
                Variant witness = witnesses.get(w).text();
                asMeant =
                        Math.max(
                                asMeant,
                                nameMeant(finding, witness, target)
                                        .map(name -> best(name, witness, other))
                                        .orElse(0.0));
            }
        }
        if (asMeant >= SAME_NAME && asMeant > asFound + CLEARLY) {
            return Stand.BEARS_OUT;
        }
        return asFound >= SAME_NAME && asFound > asMeant + CLEARLY
                ? Stand.CONTRADICTS
                : Stand.CANNOT_TELL;
    }

    /**
     * The name in a witness that a corrupted form in the target stands for; empty where nothing
     * stands for it.
     */
    private static Optional<String> nameMeant(Finding finding, Variant witness, Variant target) {
        String best = null;
        double similarity = MEANT;
        for (NameMention mention : NameExtractor.names(witness.text(), witness.language())) {
            for (String word : mention.text().split("\\s+", -1)) {
                double here =
                        NameMatcher.similarity(
                                word, witness.language(), finding.evidence(), target.language());
                if (here > similarity) {
                    similarity = here;
                    best = word;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static double best(String name, Variant from, Variant other) {
        return NameMatcher.best(name, from.language(), other.text(), other.language())
                .map(NameMatcher.Match::similarity)
                .orElse(0.0);
    }

    /** A finding with the witnesses who raised it. */
    static final class Raised {

        private Finding finding;
        private final BitSet by = new BitSet();

        Raised(Finding finding) {
            this.finding = finding;
        }

        void support(Finding same, int witness) {
            by.set(witness);
            if (same.confidence() > finding.confidence()) {
                finding = same;
            }
        }
    }

    private static Optional<Raised> known(List<Raised> raised, Finding wanted) {
        for (Raised one : raised) {
            Finding known = one.finding;
            boolean samePlace =
                    samePlace(known.span(), wanted.span())
                            || (known.span().isEmpty()
                                    && known.evidence().equals(wanted.evidence()));
            if (known.kind() == wanted.kind() && samePlace) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static boolean samePlace(Span first, Span second) {
        return !first.isEmpty() && (first.equals(second) || first.overlaps(second));
    }
}
