package org.muwazi.align;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muwazi.embed.Embeddings;
import org.muwazi.text.SegmentedDocument;

/*
 * The second pass. A monotone path cannot hold two crossing beads: it folds them into one, or gives one of them up, and what it does with
 * the rest harms the neighbours. So the displaced segments are taken out of both documents, what is left is aligned again, as if
 * nothing had moved, and the displaced ones are aligned among themselves, block by block. Marks come last, from the beads as they
 * are (MovedMarks), so that nothing is called moved where nothing crosses.
 *
 * Rejected: repairing the monotone beads in place. It leaves the neighbours as the crossing bent them.
 */
/** Finds what stands out of order and puts it into beads of its own. Deterministic. */
final class MovedBlocks {

    /** A gap of more segments than this between two links parts their blocks. */
    private static final int LARGEST_GAP = 2;

    /**
     * What the fit must gain for a free segment to join the end of a block; eval/results/moved.tsv
     * (eval/run moved GOLD).
     */
    private static final double GAIN = 0.02;

    /** Characters added to both lengths: a few letters more do not matter in short sentences. */
    private static final int LENGTH_FLOOR = 8;

    private final Alignment monotone;
    private final Embeddings source;
    private final Embeddings target;
    private final AlignmentParameters parameters;

    private MovedBlocks(
            Alignment monotone,
            Embeddings source,
            Embeddings target,
            AlignmentParameters parameters) {
        this.monotone = monotone;
        this.source = source;
        this.target = target;
        this.parameters = parameters;
    }

    /** The same documents with moved beads; the alignment itself where nothing is out of order. */
    static Alignment found(
            Alignment monotone,
            Embeddings source,
            Embeddings target,
            AlignmentParameters parameters) {
        List<DisplacedLinks.Link> links =
                DisplacedLinks.of(monotone, source, target, parameters.threshold());
        if (links.isEmpty()) {
            return monotone;
        }
        return new MovedBlocks(monotone, source, target, parameters).with(links);
    }

    private Alignment with(List<DisplacedLinks.Link> links) {
        Set<Integer> sources = new HashSet<>();
        Set<Integer> targets = new HashSet<>();
        for (DisplacedLinks.Link link : links) {
            sources.add(link.source());
            targets.add(link.target());
        }
        List<Bead> beads = new ArrayList<>();
        boolean[] sourceFree = new boolean[source.rows()];
        boolean[] targetFree = new boolean[target.rows()];
        for (Bead bead : rest(sources, targets)) {
            if (!bead.isNull()) {
                beads.add(bead);
            } else if (bead.sourceStart() < bead.sourceEnd()) {
                sourceFree[bead.sourceStart()] = true;
            } else {
                targetFree[bead.targetStart()] = true;
            }
        }
        for (int[] block : blocks(links, sourceFree, targetFree)) {
            beads.addAll(aligned(block));
        }
        Alignment whole = completed(beads);
        List<DisplacedLinks.Link> crossing = crossing(links, whole);
        if (crossing.isEmpty()) {
            return monotone;
        }
        return crossing.size() == links.size() ? whole : with(crossing);
    }

    /**
     * The links that lie in moved beads. One that crosses nothing goes back to the rest: whether it
     * holds is for the monotone alignment to say.
     */
    private static List<DisplacedLinks.Link> crossing(
            List<DisplacedLinks.Link> links, Alignment whole) {
        Set<Integer> moved = new HashSet<>();
        for (Bead bead : whole.beads()) {
            for (int i = bead.sourceStart(); bead.moved() && i < bead.sourceEnd(); i++) {
                moved.add(i);
            }
        }
        return links.stream().filter(link -> moved.contains(link.source())).toList();
    }

    private List<Bead> rest(Set<Integer> sources, Set<Integer> targets) {
        Excerpt left = Excerpt.of(monotone.source(), 0, source.rows(), i -> !sources.contains(i));
        Excerpt right = Excerpt.of(monotone.target(), 0, target.rows(), j -> !targets.contains(j));
        return beads(left, right);
    }

    private List<Bead> beads(Excerpt left, Excerpt right) {
        Alignment alignment =
                EmbeddingAligner.align(
                        left.document(),
                        left.vectors(source),
                        right.document(),
                        right.vectors(target),
                        parameters);
        return Excerpt.restored(alignment.beads(), left, right, parameters.gapOpen());
    }

    /**
     * Runs of links that ascend on both sides with nothing but free segments between, and the free
     * segments around them; as {sourceStart, sourceEnd, targetStart, targetEnd}.
     */
    private List<int[]> blocks(
            List<DisplacedLinks.Link> links, boolean[] sourceFree, boolean[] targetFree) {
        List<int[]> blocks = new ArrayList<>();
        for (DisplacedLinks.Link link : links) {
            int[] last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last != null
                    && link.target() >= last[3]
                    && isGap(sourceFree, last[1], link.source())
                    && isGap(targetFree, last[3], link.target())) {
                last[1] = link.source() + 1;
                last[3] = link.target() + 1;
            } else {
                blocks.add(
                        new int[] {
                            link.source(), link.source() + 1, link.target(), link.target() + 1
                        });
            }
        }
        // Each side in its own order: which block gets a segment between two must not depend on
        // which document is called the source.
        List<int[]> grown = new ArrayList<>();
        blocks.forEach(block -> grown.add(block.clone()));
        for (int b = 0; b < blocks.size(); b++) {
            growSource(blocks.get(b), grown.get(b), sourceFree);
        }
        List<Integer> byTarget = new ArrayList<>();
        for (int b = 0; b < blocks.size(); b++) {
            byTarget.add(b);
        }
        byTarget.sort(java.util.Comparator.comparingInt(b -> blocks.get(b)[2]));
        for (int b : byTarget) {
            growTarget(blocks.get(b), grown.get(b), targetFree);
        }
        return grown;
    }

    /** Takes in free source segments before and after that bring the block's ends closer. */
    private void growSource(int[] block, int[] grown, boolean[] free) {
        int first = block[0];
        while (isFree(free, first - 1)
                && block[0] - first < LARGEST_GAP
                && fit(first - 1, block[0] + 1, block[2], block[2] + 1)
                        > fit(first, block[0] + 1, block[2], block[2] + 1) + GAIN) {
            free[--first] = false;
        }
        int end = block[1];
        while (isFree(free, end)
                && end - block[1] < LARGEST_GAP
                && fit(block[1] - 1, end + 1, block[3] - 1, block[3])
                        > fit(block[1] - 1, end, block[3] - 1, block[3]) + GAIN) {
            free[end++] = false;
        }
        grown[0] = first;
        grown[1] = end;
    }

    private void growTarget(int[] block, int[] grown, boolean[] free) {
        int first = block[2];
        while (isFree(free, first - 1)
                && block[2] - first < LARGEST_GAP
                && fit(block[0], block[0] + 1, first - 1, block[2] + 1)
                        > fit(block[0], block[0] + 1, first, block[2] + 1) + GAIN) {
            free[--first] = false;
        }
        int end = block[3];
        while (isFree(free, end)
                && end - block[3] < LARGEST_GAP
                && fit(block[1] - 1, block[1], block[3] - 1, end + 1)
                        > fit(block[1] - 1, block[1], block[3] - 1, end) + GAIN) {
            free[end++] = false;
        }
        grown[2] = first;
        grown[3] = end;
    }

    /** Cosine of two blocks less what their lengths speak against it, as in a bead's score. */
    private double fit(int sourceStart, int sourceEnd, int targetStart, int targetEnd) {
        double distance =
                Math.log(
                        characters(monotone.source(), sourceStart, sourceEnd)
                                / characters(monotone.target(), targetStart, targetEnd));
        return source.cosine(sourceStart, sourceEnd, target, targetStart, targetEnd)
                - parameters.lengthWeight() * distance * distance;
    }

    private static double characters(SegmentedDocument document, int start, int end) {
        int characters = LENGTH_FLOOR;
        for (int i = start; i < end; i++) {
            characters += document.segments().get(i).text().length();
        }
        return characters;
    }

    private static boolean isFree(boolean[] free, int at) {
        return at >= 0 && at < free.length && free[at];
    }

    private static boolean isGap(boolean[] free, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!free[i]) {
                return false;
            }
        }
        return end - start <= LARGEST_GAP;
    }

    /** A block's own beads, without the null ones. */
    private List<Bead> aligned(int[] block) {
        Excerpt left = Excerpt.of(monotone.source(), block[0], block[1], i -> true);
        Excerpt right = Excerpt.of(monotone.target(), block[2], block[3], j -> true);
        return beads(left, right).stream().filter(bead -> !bead.isNull()).toList();
    }

    private Alignment completed(List<Bead> joining) {
        List<Bead> beads = new ArrayList<>(joining);
        boolean[] sourceHeld = new boolean[source.rows()];
        boolean[] targetHeld = new boolean[target.rows()];
        for (Bead bead : joining) {
            java.util.Arrays.fill(sourceHeld, bead.sourceStart(), bead.sourceEnd(), true);
            java.util.Arrays.fill(targetHeld, bead.targetStart(), bead.targetEnd(), true);
        }
        for (int i = 0; i < sourceHeld.length; i++) {
            if (!sourceHeld[i]) {
                beads.add(new Bead(i, i + 1, 0, 0, parameters.gapOpen(), false));
            }
        }
        for (int j = 0; j < targetHeld.length; j++) {
            if (!targetHeld[j]) {
                beads.add(new Bead(0, 0, j, j + 1, parameters.gapOpen(), false));
            }
        }
        return new Alignment(monotone.source(), monotone.target(), MovedMarks.inOrder(beads));
    }
}
