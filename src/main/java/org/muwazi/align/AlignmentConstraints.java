package org.muwazi.align;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a user fixes beforehand: hard limits that no bead crosses, and beads that are given.
 *
 * @param sourceLimits for each hard limit the number of source segments before it, ascending;
 *     several may stand at one place
 * @param targetLimits the same for the target, as many
 * @param anchors beads to be kept as they are, null beads among them, in any order; those not
 *     {@linkplain Bead#moved() moved} ascend on both sides
 */
public record AlignmentConstraints(
        List<Integer> sourceLimits, List<Integer> targetLimits, List<Bead> anchors) {

    /** Nothing is fixed. */
    public static final AlignmentConstraints NONE =
            new AlignmentConstraints(List.of(), List.of(), List.of());

    /**
     * Why an anchor cannot be kept.
     *
     * @param anchor its position in {@link #anchors}, from 0
     * @param reason in words for users, without the place
     */
    public record Fault(int anchor, String reason) {}

    /** Copies the lists; checks that the limits are as many on both sides and ascend. */
    public AlignmentConstraints {
        sourceLimits = List.copyOf(sourceLimits);
        targetLimits = List.copyOf(targetLimits);
        anchors = List.copyOf(anchors);
        if (sourceLimits.size() != targetLimits.size()) {
            throw new IllegalArgumentException(
                    sourceLimits.size()
                            + " hard limits in the source and "
                            + targetLimits.size()
                            + " in the target");
        }
        for (int k = 1; k < sourceLimits.size(); k++) {
            if (sourceLimits.get(k) < sourceLimits.get(k - 1)
                    || targetLimits.get(k) < targetLimits.get(k - 1)) {
                throw new IllegalArgumentException("hard limit " + k + " does not ascend");
            }
        }
    }

    /** True where nothing is fixed. */
    public boolean isEmpty() {
        return sourceLimits.isEmpty() && anchors.isEmpty();
    }

    /**
     * The first anchor that cannot be kept: outside the documents, overlapping or crossing another,
     * or crossing a hard limit.
     */
    public Optional<Fault> fault(int sources, int targets) {
        int[] sourceOwner = new int[sources];
        int[] targetOwner = new int[targets];
        Arrays.fill(sourceOwner, -1);
        Arrays.fill(targetOwner, -1);
        for (int a = 0; a < anchors.size(); a++) {
            Bead bead = anchors.get(a);
            String reason = outside(bead, sources, targets);
            reason =
                    reason.isEmpty()
                            ? claimed(
                                    sourceOwner, bead.sourceStart(), bead.sourceEnd(), "source", a)
                            : reason;
            reason =
                    reason.isEmpty()
                            ? claimed(
                                    targetOwner, bead.targetStart(), bead.targetEnd(), "target", a)
                            : reason;
            reason = reason.isEmpty() ? crossed(a) : reason;
            if (!reason.isEmpty()) {
                return Optional.of(new Fault(a, reason));
            }
        }
        return Optional.empty();
    }

    private static String outside(Bead bead, int sources, int targets) {
        if (bead.sourceEnd() > sources) {
            return "source " + (bead.sourceEnd() - 1) + " is not there: the source has " + sources;
        }
        if (bead.targetEnd() > targets) {
            return "target " + (bead.targetEnd() - 1) + " is not there: the target has " + targets;
        }
        return "";
    }

    private static String claimed(int[] owner, int start, int end, String side, int anchor) {
        for (int i = start; i < end; i++) {
            if (owner[i] >= 0) {
                return side + " " + i + " is in anchor " + (owner[i] + 1) + " already";
            }
            owner[i] = anchor;
        }
        return "";
    }

    /** What an anchor crosses of the limits and of the anchors before it; empty if nothing. */
    private String crossed(int anchor) {
        Bead bead = anchors.get(anchor);
        if (bead.isNull()) {
            return "";
        }
        for (int k = 0; k < sourceLimits.size(); k++) {
            boolean before =
                    bead.sourceEnd() <= sourceLimits.get(k)
                            && bead.targetEnd() <= targetLimits.get(k);
            boolean after =
                    bead.sourceStart() >= sourceLimits.get(k)
                            && bead.targetStart() >= targetLimits.get(k);
            if (!before && !after) {
                return "crosses hard limit " + (k + 1);
            }
        }
        for (int other = 0; other < anchor && !bead.moved(); other++) {
            Bead earlier = anchors.get(other);
            if (!earlier.isNull()
                    && !earlier.moved()
                    && (bead.sourceStart() < earlier.sourceStart())
                            != (bead.targetStart() < earlier.targetStart())) {
                return "crosses anchor " + (other + 1) + "; mark one of them \"moved\": true";
            }
        }
        return "";
    }
}
