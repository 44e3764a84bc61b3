package org.muwazi.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muwazi.eval.BeadList.Link;

/** What became of moved units and of those beside them; counts add up over documents. */
final class MovedCounts {

    /** Header of {@link #row}. */
    static final String HEADER =
            "documents\tbeads\tstrict F1\tstrict F1 uncut\tlax F1\tswaps\tboth found"
                    + "\tboth found and marked\tmoved beads\tmoved found\tmoved marked\tneighbours"
                    + "\tneighbours right\tneighbours kept\tmoved in a gold bead\tfalse moved"
                    + "\tfalse moved per 1000";

    /** Units beside a moved one that count as its neighbours, on each side. */
    private static final int REACH = 2;

    private final BeadCounts beads = new BeadCounts();
    private final BeadCounts uncut = new BeadCounts();
    private int documents;
    private int goldBeads;
    private int swaps;
    private int bothFound;
    private int bothMarked;
    private int moved;
    private int found;
    private int marked;
    private int neighbours;
    private int neighboursRight;
    private int rightBefore;
    private int neighboursKept;
    private int cutting;
    private int falseMoved;

    /**
     * Adds a document.
     *
     * @param test all beads found
     * @param testMoved those marked moved
     * @param unmoved units of which the same aligner finds the bead where nothing was moved
     */
    void add(GoldUnits pair, BeadList test, Set<Link> testMoved, Set<Integer> unmoved) {
        List<Link> gold = pair.links();
        beads.add(new BeadList(gold), test);
        List<Link> joined = uncut(gold, test.beads(), testMoved);
        uncut.add(new BeadList(gold), new BeadList(joined));
        Set<Link> all = new HashSet<>(test.beads());
        all.addAll(joined);
        documents++;
        goldBeads += (int) gold.stream().filter(link -> !link.isNull()).count();
        Set<Link> allowed = new HashSet<>(crossing(gold));
        for (Link link : testMoved) {
            boolean inside =
                    gold.stream()
                            .anyMatch(
                                    bead ->
                                            bead.source().containsAll(link.source())
                                                    && bead.target().containsAll(link.target()));
            cutting += inside && !allowed.contains(link) ? 1 : 0;
            falseMoved += inside || allowed.contains(link) ? 0 : 1;
        }
        boolean[] isMoved = new boolean[gold.size()];
        for (int u = 0; u < gold.size(); u++) {
            isMoved[u] = pair.units().get(u).moved() && !gold.get(u).isNull();
            if (isMoved[u]) {
                moved++;
                found += all.contains(gold.get(u)) ? 1 : 0;
                marked += testMoved.contains(gold.get(u)) ? 1 : 0;
            }
        }
        for (int u = 0; u < gold.size(); u++) {
            if (isMoved[u] && u + 1 < gold.size() && isMoved[u + 1] && crosses(gold, u)) {
                addSwap(gold.get(u), gold.get(u + 1), all, testMoved);
            }
            if (!isMoved[u] && !gold.get(u).isNull() && isNeighbour(isMoved, u)) {
                neighbours++;
                neighboursRight += all.contains(gold.get(u)) ? 1 : 0;
                rightBefore += unmoved.contains(u) ? 1 : 0;
                neighboursKept += unmoved.contains(u) && all.contains(gold.get(u)) ? 1 : 0;
            }
        }
    }

    private void addSwap(Link first, Link second, Set<Link> all, Set<Link> testMoved) {
        swaps++;
        boolean both = all.contains(first) && all.contains(second);
        boolean marks = testMoved.contains(first) && testMoved.contains(second);
        bothFound += both ? 1 : 0;
        bothMarked += both && marks ? 1 : 0;
    }

    /**
     * Beads with a gold bead instead of the moved beads that cut it up exactly: gold written for
     * monotone aligners has two sentences that changed places as one bead 2-2.
     */
    static List<Link> uncut(List<Link> gold, List<Link> test, Set<Link> moved) {
        List<Link> beads = new ArrayList<>(test);
        for (Link bead : gold) {
            List<Link> parts =
                    moved.stream()
                            .filter(link -> bead.source().containsAll(link.source()))
                            .filter(link -> bead.target().containsAll(link.target()))
                            .toList();
            int sources = parts.stream().mapToInt(link -> link.source().size()).sum();
            int targets = parts.stream().mapToInt(link -> link.target().size()).sum();
            if (parts.size() > 1
                    && sources == bead.source().size()
                    && targets == bead.target().size()) {
                beads.removeAll(parts);
                beads.add(bead);
            }
        }
        return beads;
    }

    private static boolean crosses(List<Link> gold, int u) {
        return gold.get(u).target().get(0) > gold.get(u + 1).target().get(0);
    }

    /** Gold beads that cross another: marking one of these is no false alarm. */
    private static List<Link> crossing(List<Link> gold) {
        List<Link> joining = gold.stream().filter(link -> !link.isNull()).toList();
        return joining.stream()
                .filter(
                        one ->
                                joining.stream()
                                        .anyMatch(
                                                other ->
                                                        (one.source().get(0)
                                                                                - other.source()
                                                                                        .get(0))
                                                                        * (one.target().get(0)
                                                                                - other.target()
                                                                                        .get(0))
                                                                < 0))
                .toList();
    }

    private static boolean isNeighbour(boolean[] isMoved, int u) {
        for (int v = Math.max(0, u - REACH); v <= Math.min(isMoved.length - 1, u + REACH); v++) {
            if (isMoved[v]) {
                return true;
            }
        }
        return false;
    }

    /** Figures in the order of {@link #HEADER}; empty where there is nothing of the kind. */
    String row() {
        return String.join(
                "\t",
                Integer.toString(documents),
                Integer.toString(goldBeads),
                share(beads.strictF1()),
                share(uncut.strictF1()),
                share(beads.laxF1()),
                Integer.toString(swaps),
                share(bothFound, swaps),
                share(bothMarked, swaps),
                Integer.toString(moved),
                share(found, moved),
                share(marked, moved),
                Integer.toString(neighbours),
                share(neighboursRight, neighbours),
                share(neighboursKept, rightBefore),
                Integer.toString(cutting),
                Integer.toString(falseMoved),
                String.format(
                        Locale.ROOT, "%.2f", goldBeads == 0 ? 0 : 1000.0 * falseMoved / goldBeads));
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "" : share((double) part / whole);
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
