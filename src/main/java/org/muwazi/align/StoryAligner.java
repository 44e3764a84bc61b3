package org.muwazi.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.muwazi.embed.Embeddings;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;

/*
 * Two versions: the pair's own dynamic program. Three: the joint program over the cube. Four and more: the three that agree best
 * jointly, then each further version against the beads so far, in the order of how well it agrees; a joint program over four and more
 * dimensions would cost 3^n moves a cell and gains little once three versions hold the grid. A story whose corridor is too wide for
 * the joint program (three long versions with little in common) is built up in that second way from a pair.
 */
/** Aligns all versions of a story at once, consistently by construction. Deterministic. */
public final class StoryAligner {

    /**
     * Cells of the cube searched whole; above it a corridor around the pairs' paths is. About half
     * a second.
     */
    private static final long WHOLE_CUBE_CELLS = 150_000;

    /** Cells above which the joint program gives way to building up; 48 bytes each. */
    private static final long MAXIMUM_JOINT_CELLS = 4_000_000;

    /** Half width of the corridor: twice the largest bead. */
    private static final int CORRIDOR_WIDTH = 6;

    private final AlignmentParameters parameters;

    /** An aligner with the parameters of the encoder that makes the vectors. */
    public StoryAligner(AlignmentParameters parameters) {
        this.parameters = Objects.requireNonNull(parameters, "parameters");
    }

    /**
     * Aligns the versions.
     *
     * @param versions two or more, any of them possibly without segments
     * @param vectors one table a version, one row a segment
     * @throws IllegalArgumentException if the tables do not fit
     */
    public StoryAlignment align(List<SegmentedDocument> versions, List<Embeddings> vectors) {
        if (versions.size() < 2 || versions.size() != vectors.size()) {
            throw new IllegalArgumentException(
                    versions.size() + " versions with " + vectors.size() + " tables of vectors");
        }
        Pairs pairs = new Pairs(versions, vectors);
        List<Integer> order = order(pairs, versions.size());
        List<Integer> placed = new ArrayList<>();
        List<StoryBead> beads;
        if (versions.size() >= 3) {
            List<Integer> three = order.subList(0, 3).stream().sorted().toList();
            beads = joint(pairs, three);
            placed.addAll(beads.isEmpty() ? three.subList(0, 2) : three);
            if (beads.isEmpty()) {
                beads = fromPair(pairs, three.get(0), three.get(1));
            }
        } else {
            beads = fromPair(pairs, 0, 1);
            placed.addAll(List.of(0, 1));
        }
        for (int version : order) {
            if (!placed.contains(version)) {
                beads = withVersion(pairs, beads, placed, version);
                placed.add(version);
            }
        }
        return new StoryAlignment(versions, costed(pairs, beads), pairAlignments(pairs, beads));
    }

    /** Versions by how much they agree with the others, best first; ties by position. */
    private List<Integer> order(Pairs pairs, int count) {
        if (count <= 3) {
            return IntStream.range(0, count).boxed().toList();
        }
        double[] agreement = new double[count];
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                double total = pairs.program(a, b).total();
                agreement[a] += total;
                agreement[b] += total;
            }
        }
        return IntStream.range(0, count)
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingDouble(v -> -agreement[v])
                                .thenComparing(v -> v))
                .toList();
    }

    private List<StoryBead> fromPair(Pairs pairs, int a, int b) {
        List<StoryBead> beads = new ArrayList<>();
        for (int[] bead : pairs.solved(a, b)) {
            SegmentRange[] ranges = pairs.emptyRanges();
            ranges[a] = new SegmentRange(bead[0], bead[1]);
            ranges[b] = new SegmentRange(bead[2], bead[3]);
            beads.add(new StoryBead(List.of(ranges), 0, false));
        }
        return beads;
    }

    /** The joint alignment of three versions; no beads where it is too large. */
    private List<StoryBead> joint(Pairs pairs, List<Integer> three) {
        int[] size = three.stream().mapToInt(v -> pairs.versions.get(v).size()).toArray();
        long cube = (size[0] + 1L) * (size[1] + 1L) * (size[2] + 1L);
        int[][] of = {{0, 1}, {0, 2}, {1, 2}};
        BeadScore[] scores = new BeadScore[3];
        Corridor[] corridors = new Corridor[3];
        for (int p = 0; p < 3; p++) {
            int a = three.get(of[p][0]);
            int b = three.get(of[p][1]);
            scores[p] = pairs.score(a, b);
            corridors[p] =
                    cube <= WHOLE_CUBE_CELLS
                            ? Corridor.whole(size[of[p][0]], size[of[p][1]])
                            : Corridor.around(
                                    pairs.solved(a, b),
                                    size[of[p][0]],
                                    size[of[p][1]],
                                    CORRIDOR_WIDTH);
        }
        long cells = JointDynamicProgram.cells(size, corridors);
        if (cells > MAXIMUM_JOINT_CELLS
                || (size[0] + 1L) * (size[1] + 1L) > 4 * MAXIMUM_JOINT_CELLS) {
            return List.of();
        }
        List<StoryBead> beads = new ArrayList<>();
        for (int[] bead : new JointDynamicProgram(scores, parameters, size, corridors).solve()) {
            SegmentRange[] ranges = pairs.emptyRanges();
            for (int v = 0; v < 3; v++) {
                ranges[three.get(v)] = new SegmentRange(bead[2 * v], bead[2 * v + 1]);
            }
            beads.add(new StoryBead(List.of(ranges), 0, false));
        }
        return beads;
    }

    /** Aligns a further version with the beads so far and lays it into them. */
    private List<StoryBead> withVersion(
            Pairs pairs, List<StoryBead> beads, List<Integer> placed, int version) {
        if (beads.isEmpty()) {
            List<StoryBead> alone = new ArrayList<>();
            for (int i = 0; i < pairs.versions.get(version).size(); i++) {
                SegmentRange[] ranges = pairs.emptyRanges();
                ranges[version] = new SegmentRange(i, i + 1);
                alone.add(new StoryBead(List.of(ranges), 0, false));
            }
            return alone;
        }
        List<PairBlocks> blocks = new ArrayList<>();
        double[] ratios = new double[pairs.versions.size()];
        double median = 0;
        double background = 0;
        List<StoryBead> reduced = new ArrayList<>();
        for (StoryBead bead : beads) {
            reduced.add(new StoryBead(placed.stream().map(bead.ranges()::get).toList(), 0, false));
        }
        for (int p = 0; p < placed.size(); p++) {
            PairBlocks pair = pairs.blocks(placed.get(p), version);
            Anchors anchors = Anchors.of(pair);
            blocks.add(pair);
            ratios[p] = anchors.lengthRatio();
            median += anchors.medianSimilarity() / placed.size();
            background += anchors.backgroundSimilarity() / placed.size();
        }
        ProfileBlocks profile = new ProfileBlocks(reduced, blocks, ratios);
        BeadScore score =
                new BeadScore(profile, parameters, new Anchors(List.of(), median, background, 1));
        List<StoryBead> laid = new ArrayList<>();
        for (int[] bead : new PairDynamicProgram(score, parameters).solve()) {
            SegmentRange[] ranges = pairs.emptyRanges();
            for (int row = bead[0]; row < bead[1]; row++) {
                for (int v : placed) {
                    ranges[v] = union(ranges[v], beads.get(row).ranges().get(v));
                }
            }
            ranges[version] = new SegmentRange(bead[2], bead[3]);
            laid.add(new StoryBead(List.of(ranges), 0, false));
        }
        return laid;
    }

    private static SegmentRange union(SegmentRange first, SegmentRange second) {
        if (first.isEmpty()) {
            return second;
        }
        return second.isEmpty() ? first : new SegmentRange(first.start(), second.end());
    }

    private static List<StoryBead> costed(Pairs pairs, List<StoryBead> beads) {
        List<StoryBead> costed = new ArrayList<>(beads.size());
        for (StoryBead bead : beads) {
            double distance = 0;
            int count = 0;
            for (int a = 0; a < bead.ranges().size(); a++) {
                for (int b = a + 1; b < bead.ranges().size(); b++) {
                    SegmentRange left = bead.ranges().get(a);
                    SegmentRange right = bead.ranges().get(b);
                    if (!left.isEmpty() && !right.isEmpty()) {
                        distance +=
                                Math.max(
                                        0,
                                        1
                                                - pairs.blocks(a, b)
                                                        .similarity(
                                                                left.start(),
                                                                left.end(),
                                                                right.start(),
                                                                right.end()));
                        count++;
                    }
                }
            }
            costed.add(
                    new StoryBead(bead.ranges(), count == 0 ? 0 : distance / count, bead.moved()));
        }
        return costed;
    }

    /** Each pair's alignment inside the story's beads. */
    private List<Alignment> pairAlignments(Pairs pairs, List<StoryBead> beads) {
        List<Alignment> alignments = new ArrayList<>();
        for (int a = 0; a < pairs.versions.size(); a++) {
            for (int b = a + 1; b < pairs.versions.size(); b++) {
                List<Bead> inside = new ArrayList<>();
                for (StoryBead bead : beads) {
                    addInside(pairs, a, b, bead, inside);
                }
                alignments.add(
                        new Alignment(
                                pairs.versions.get(a),
                                pairs.versions.get(b),
                                NullOrder.deletionsFirst(inside)));
            }
        }
        return alignments;
    }

    private void addInside(Pairs pairs, int a, int b, StoryBead bead, List<Bead> inside) {
        SegmentRange left = bead.ranges().get(a);
        SegmentRange right = bead.ranges().get(b);
        if (!left.isEmpty() && !right.isEmpty()) {
            for (int[] cut :
                    InnerBeads.beads(
                            pairs.score(a, b),
                            left.start(),
                            left.end(),
                            right.start(),
                            right.end())) {
                inside.add(bead(pairs.blocks(a, b), cut, bead.moved()));
            }
            return;
        }
        for (int i = left.start(); i < left.end(); i++) {
            inside.add(new Bead(i, i + 1, 0, 0, parameters.gapOpen(), bead.moved()));
        }
        for (int j = right.start(); j < right.end(); j++) {
            inside.add(new Bead(0, 0, j, j + 1, parameters.gapOpen(), bead.moved()));
        }
    }

    private Bead bead(PairBlocks blocks, int[] cut, boolean moved) {
        if (cut[0] == cut[1]) {
            return new Bead(0, 0, cut[2], cut[3], parameters.gapOpen(), moved);
        }
        if (cut[2] == cut[3]) {
            return new Bead(cut[0], cut[1], 0, 0, parameters.gapOpen(), moved);
        }
        double similarity = blocks.similarity(cut[0], cut[1], cut[2], cut[3]);
        return new Bead(cut[0], cut[1], cut[2], cut[3], Math.max(0, 1 - similarity), moved);
    }

    /** What is worked out of each two versions, once. */
    private final class Pairs {

        private final List<SegmentedDocument> versions;
        private final PairBlocks[][] blocks;
        private final BeadScore[][] scores;
        private final PairDynamicProgram[][] programs;
        private final List<?>[][] paths;
        private final BlockVectors[] vectors;

        Pairs(List<SegmentedDocument> versions, List<Embeddings> tables) {
            this.versions = versions;
            int n = versions.size();
            blocks = new PairBlocks[n][n];
            scores = new BeadScore[n][n];
            programs = new PairDynamicProgram[n][n];
            paths = new List<?>[n][n];
            vectors = new BlockVectors[n];
            for (int v = 0; v < n; v++) {
                vectors[v] = new BlockVectors(versions.get(v), tables.get(v));
            }
        }

        SegmentRange[] emptyRanges() {
            SegmentRange[] ranges = new SegmentRange[versions.size()];
            java.util.Arrays.fill(ranges, new SegmentRange(0, 0));
            return ranges;
        }

        PairBlocks blocks(int a, int b) {
            if (blocks[a][b] == null) {
                blocks[a][b] = EmbeddingAligner.blocks(vectors[a], vectors[b]);
            }
            return blocks[a][b];
        }

        BeadScore score(int a, int b) {
            if (scores[a][b] == null) {
                PairBlocks pair = blocks(a, b);
                scores[a][b] = new BeadScore(pair, parameters, Anchors.of(pair));
            }
            return scores[a][b];
        }

        PairDynamicProgram program(int a, int b) {
            solved(a, b);
            return programs[a][b];
        }

        @SuppressWarnings("unchecked")
        List<int[]> solved(int a, int b) {
            if (paths[a][b] == null) {
                programs[a][b] =
                        new PairDynamicProgram(score(a, b), parameters, blocks(a, b).corridor());
                paths[a][b] = programs[a][b].solve();
            }
            return (List<int[]>) paths[a][b];
        }
    }
}
