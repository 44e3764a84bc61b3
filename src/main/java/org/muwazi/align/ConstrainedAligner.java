package org.muwazi.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.muwazi.text.SegmentedDocument;

/**
 * Aligns within what is given: each part between hard limits and given beads is aligned as if it
 * were the whole, so a limit gives what aligning the parts one by one would. Given beads come back
 * as they are, with cost 0.
 */
public final class ConstrainedAligner implements SentenceAligner {

    private final SentenceAligner aligner;
    private final AlignmentConstraints constraints;

    /** An aligner of the parts with {@code aligner}. */
    public ConstrainedAligner(SentenceAligner aligner, AlignmentConstraints constraints) {
        this.aligner = Objects.requireNonNull(aligner, "aligner");
        this.constraints = Objects.requireNonNull(constraints, "constraints");
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also if an anchor does not fit the documents; {@link
     *     AlignmentConstraints#fault} says which and why
     */
    @Override
    public Alignment align(SegmentedDocument source, SegmentedDocument target) {
        if (constraints.isEmpty()) {
            return aligner.align(source, target);
        }
        constraints
                .fault(source.size(), target.size())
                .ifPresent(
                        fault -> {
                            throw new IllegalArgumentException(
                                    "anchor " + (fault.anchor() + 1) + ": " + fault.reason());
                        });
        Set<Integer> sourceTaken = new HashSet<>();
        Set<Integer> targetTaken = new HashSet<>();
        List<Bead> beads = new ArrayList<>();
        for (Bead anchor : constraints.anchors()) {
            for (int i = anchor.sourceStart(); i < anchor.sourceEnd(); i++) {
                sourceTaken.add(i);
            }
            for (int j = anchor.targetStart(); j < anchor.targetEnd(); j++) {
                targetTaken.add(j);
            }
            beads.add(
                    new Bead(
                            anchor.sourceStart(),
                            anchor.sourceEnd(),
                            anchor.targetStart(),
                            anchor.targetEnd(),
                            0,
                            anchor.moved()));
        }
        int[] from = {0, 0};
        for (int[] wall : walls(source.size(), target.size())) {
            Excerpt left = Excerpt.of(source, from[0], wall[0], i -> !sourceTaken.contains(i));
            Excerpt right = Excerpt.of(target, from[1], wall[2], j -> !targetTaken.contains(j));
            beads.addAll(between(left, right));
            from = new int[] {wall[1], wall[3]};
        }
        return Alignment.ordered(source, target, beads);
    }

    private List<Bead> between(Excerpt left, Excerpt right) {
        if (left.size() + right.size() == 0) {
            return List.of();
        }
        List<Bead> beads = aligner.align(left.document(), right.document()).beads();
        double nullCost =
                beads.stream().filter(Bead::isNull).mapToDouble(Bead::cost).findFirst().orElse(0);
        return Excerpt.restored(beads, left, right, nullCost);
    }

    /** Limits and beads in their place, which part the documents, and the end of both. */
    private List<int[]> walls(int sources, int targets) {
        List<int[]> walls = new ArrayList<>();
        for (int k = 0; k < constraints.sourceLimits().size(); k++) {
            int source = constraints.sourceLimits().get(k);
            int target = constraints.targetLimits().get(k);
            walls.add(new int[] {source, source, target, target});
        }
        for (Bead anchor : constraints.anchors()) {
            if (!anchor.isNull() && !anchor.moved()) {
                walls.add(
                        new int[] {
                            anchor.sourceStart(),
                            anchor.sourceEnd(),
                            anchor.targetStart(),
                            anchor.targetEnd()
                        });
            }
        }
        walls.sort(
                Comparator.<int[]>comparingInt(wall -> wall[0])
                        .thenComparingInt(wall -> wall[1])
                        .thenComparingInt(wall -> wall[2])
                        .thenComparingInt(wall -> wall[3]));
        walls.add(new int[] {sources, sources, targets, targets});
        return walls;
    }
}
