package org.muwazi.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.muwazi.embed.Embeddings;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;

/*
 * The second pass for a story. Each pair's own second pass says which segments stand out of order. What those correspond to in the
 * other versions, moved there or not, is one row; all segments of such rows are taken out of all versions, the rest is aligned jointly as
 * ever, and the rows are put back. So the pairs stay inside the rows, and no triangle contradicts itself.
 */
/** Finds the rows of a story that stand out of order in one of its versions. */
final class StoryMoves {

    private final StoryAlignment monotone;
    private final List<Embeddings> vectors;
    private final AlignmentParameters parameters;
    private final int count;
    private final List<Alignment> pairs = new ArrayList<>();

    private StoryMoves(
            StoryAlignment monotone, List<Embeddings> vectors, AlignmentParameters parameters) {
        this.monotone = monotone;
        this.vectors = vectors;
        this.parameters = parameters;
        this.count = monotone.versions().size();
    }

    /** The same versions with moved rows; the alignment itself where nothing is out of order. */
    static StoryAlignment found(
            StoryAlignment monotone, List<Embeddings> vectors, AlignmentParameters parameters) {
        return new StoryMoves(monotone, vectors, parameters).found();
    }

    private StoryAlignment found() {
        boolean any = false;
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                Alignment pair =
                        MovedBlocks.found(
                                monotone.pair(a, b), vectors.get(a), vectors.get(b), parameters);
                pairs.add(pair);
                any |= pair.beads().stream().anyMatch(Bead::moved);
            }
        }
        if (!any) {
            return monotone;
        }
        if (count == 2) {
            return assembled(rowsOf(pairs.get(0)), pairs);
        }
        List<List<SegmentRange>> rows = movedRows();
        return rows.isEmpty() ? monotone : withRows(rows);
    }

    private static List<List<SegmentRange>> rowsOf(Alignment pair) {
        List<List<SegmentRange>> rows = new ArrayList<>();
        for (Bead bead : pair.beads()) {
            rows.add(
                    List.of(
                            new SegmentRange(bead.sourceStart(), bead.sourceEnd()),
                            new SegmentRange(bead.targetStart(), bead.targetEnd())));
        }
        return rows;
    }

    /** What moved beads hold, with what the other versions have for it: one range a version. */
    private List<List<SegmentRange>> movedRows() {
        SegmentGroups groups = new SegmentGroups();
        Set<SegmentGroups.Place> moved = new HashSet<>();
        forEachJoining(
                (a, b, bead) -> {
                    if (bead.moved()) {
                        groups.join(places(a, b, bead));
                        moved.addAll(places(a, b, bead));
                    }
                });
        // The versions in which it did not move: one step only, so that a bead of several segments
        // there does not draw half the story in.
        forEachJoining(
                (a, b, bead) -> {
                    List<SegmentGroups.Place> places = places(a, b, bead);
                    if (!bead.moved() && places.stream().anyMatch(moved::contains)) {
                        groups.join(places);
                    }
                });
        List<List<SegmentRange>> rows = new ArrayList<>();
        for (List<SegmentGroups.Place> group : groups.all()) {
            List<SegmentRange> row = ranges(group);
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private interface PairBead {
        void see(int a, int b, Bead bead);
    }

    private void forEachJoining(PairBead seen) {
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                for (Bead bead : pairs.get(StoryAlignment.index(a, b, count)).beads()) {
                    if (!bead.isNull()) {
                        seen.see(a, b, bead);
                    }
                }
            }
        }
    }

    private static List<SegmentGroups.Place> places(int a, int b, Bead bead) {
        List<SegmentGroups.Place> places = new ArrayList<>();
        for (int i = bead.sourceStart(); i < bead.sourceEnd(); i++) {
            places.add(new SegmentGroups.Place(a, i));
        }
        for (int j = bead.targetStart(); j < bead.targetEnd(); j++) {
            places.add(new SegmentGroups.Place(b, j));
        }
        return places;
    }

    /** One range a version; nothing where a version's segments are not neighbours. */
    private List<SegmentRange> ranges(List<SegmentGroups.Place> group) {
        Map<Integer, TreeSet<Integer>> byVersion = new TreeMap<>();
        group.forEach(
                place ->
                        byVersion
                                .computeIfAbsent(place.version(), v -> new TreeSet<>())
                                .add(place.segment()));
        List<SegmentRange> row = new ArrayList<>();
        for (int v = 0; v < count; v++) {
            TreeSet<Integer> segments = byVersion.getOrDefault(v, new TreeSet<>());
            if (segments.isEmpty()) {
                row.add(new SegmentRange(0, 0));
            } else if (segments.last() - segments.first() + 1 == segments.size()) {
                row.add(new SegmentRange(segments.first(), segments.last() + 1));
            } else {
                return List.of();
            }
        }
        return row;
    }

    private StoryAlignment withRows(List<List<SegmentRange>> moved) {
        List<Excerpt> rest = new ArrayList<>();
        List<SegmentedDocument> documents = new ArrayList<>();
        List<Embeddings> tables = new ArrayList<>();
        for (int v = 0; v < count; v++) {
            Set<Integer> taken = new HashSet<>();
            for (List<SegmentRange> row : moved) {
                for (int i = row.get(v).start(); i < row.get(v).end(); i++) {
                    taken.add(i);
                }
            }
            SegmentedDocument whole = monotone.versions().get(v);
            Excerpt excerpt = Excerpt.of(whole, 0, whole.size(), i -> !taken.contains(i));
            rest.add(excerpt);
            documents.add(excerpt.document());
            tables.add(excerpt.vectors(vectors.get(v)));
        }
        StoryAlignment joint = new StoryAligner(parameters).align(documents, tables);
        List<List<SegmentRange>> rows = new ArrayList<>();
        for (StoryBead bead : joint.beads()) {
            List<SegmentRange> row = new ArrayList<>();
            for (int v = 0; v < count; v++) {
                SegmentRange range = bead.ranges().get(v);
                if (!rest.get(v).isUnbroken(range.start(), range.end())) {
                    // Joined over the gap that a moved row left: the rest is better off as it was.
                    List<List<SegmentRange>> fewer = without(moved, rest.get(v), range, v);
                    return fewer.isEmpty() ? monotone : withRows(fewer);
                }
                row.add(rest.get(v).restored(range));
            }
            rows.add(row);
        }
        rows.addAll(moved);
        List<Alignment> whole = new ArrayList<>();
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                whole.add(wholePair(joint.pair(a, b), rest, moved, a, b));
            }
        }
        boolean crossing = whole.stream().anyMatch(p -> p.beads().stream().anyMatch(Bead::moved));
        return crossing ? assembled(rows, whole) : monotone;
    }

    /** The moved rows that do not lie in the gaps of a range. */
    private static List<List<SegmentRange>> without(
            List<List<SegmentRange>> moved, Excerpt rest, SegmentRange range, int version) {
        int first = rest.place(range.start());
        int last = rest.place(range.end() - 1);
        return moved.stream()
                .filter(
                        row ->
                                row.get(version).isEmpty()
                                        || row.get(version).start() < first
                                        || row.get(version).start() > last)
                .toList();
    }

    private Alignment wholePair(
            Alignment joint, List<Excerpt> rest, List<List<SegmentRange>> moved, int a, int b) {
        List<Bead> beads =
                Excerpt.restored(joint.beads(), rest.get(a), rest.get(b), parameters.gapOpen());
        for (List<SegmentRange> row : moved) {
            SegmentRange left = row.get(a);
            SegmentRange right = row.get(b);
            if (!left.isEmpty() && !right.isEmpty()) {
                double cosine =
                        vectors.get(a)
                                .cosine(
                                        left.start(),
                                        left.end(),
                                        vectors.get(b),
                                        right.start(),
                                        right.end());
                beads.add(
                        new Bead(
                                left.start(),
                                left.end(),
                                right.start(),
                                right.end(),
                                Math.max(0, 1 - cosine),
                                true));
            } else {
                for (int i = left.start(); i < left.end(); i++) {
                    beads.add(new Bead(i, i + 1, 0, 0, parameters.gapOpen(), false));
                }
                for (int j = right.start(); j < right.end(); j++) {
                    beads.add(new Bead(0, 0, j, j + 1, parameters.gapOpen(), false));
                }
            }
        }
        return new Alignment(
                monotone.versions().get(a), monotone.versions().get(b), MovedMarks.inOrder(beads));
    }

    /** Rows in one order, those marked in which a pair's bead is. */
    private StoryAlignment assembled(List<List<SegmentRange>> rows, List<Alignment> whole) {
        boolean[] isMoved = new boolean[rows.size()];
        Map<SegmentGroups.Place, Integer> rowOf = new HashMap<>();
        for (int r = 0; r < rows.size(); r++) {
            for (int i = rows.get(r).get(0).start(); i < rows.get(r).get(0).end(); i++) {
                rowOf.put(new SegmentGroups.Place(0, i), r);
            }
            for (int v = 1; v < count; v++) {
                for (int i = rows.get(r).get(v).start(); i < rows.get(r).get(v).end(); i++) {
                    rowOf.put(new SegmentGroups.Place(v, i), r);
                }
            }
        }
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                for (Bead bead : whole.get(StoryAlignment.index(a, b, count)).beads()) {
                    if (bead.moved()) {
                        isMoved[rowOf.get(new SegmentGroups.Place(a, bead.sourceStart()))] = true;
                    }
                }
            }
        }
        List<StoryBead> beads = RowSequence.of(rows, isMoved).stream().map(this::costed).toList();
        return new StoryAlignment(monotone.versions(), beads, whole);
    }

    private StoryBead costed(StoryBead bead) {
        double distance = 0;
        int joined = 0;
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                SegmentRange left = bead.ranges().get(a);
                SegmentRange right = bead.ranges().get(b);
                if (!left.isEmpty() && !right.isEmpty()) {
                    double cosine =
                            vectors.get(a)
                                    .cosine(
                                            left.start(),
                                            left.end(),
                                            vectors.get(b),
                                            right.start(),
                                            right.end());
                    distance += Math.max(0, 1 - cosine);
                    joined++;
                }
            }
        }
        return new StoryBead(bead.ranges(), joined == 0 ? 0 : distance / joined, bead.moved());
    }
}
