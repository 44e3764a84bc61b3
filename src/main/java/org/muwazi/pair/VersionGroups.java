package org.muwazi.pair;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.align.RelationEvidence;
import org.muwazi.text.PairRelation.Relation;

/*
 * Links are taken from the surest down. A link that would join two groups is held against all of both: it stands when most of their
 * pairs are versions of one another as well. Parts of one article are near enough that one in a hundred passes for a translation, and
 * connected components would run such stories together; but of nine pairs of two stories in three languages one passes, not five. Two
 * halves of one text have nothing in common, so a partial link that is quite sure needs only half of the pairs
 * where it adds one document; allowed between larger groups as well, that cost .014 of the groups' F1 (eval/results/pair.tsv: .972). A page
 * with a whole other article appended belongs to two stories; it goes where the surer link leads, and its other links are listed as
 * contradicted.
 */
/** Gathers linked documents into groups without contradiction. */
final class VersionGroups {

    /**
     * Members of each group that a link is held against; the ones that came first are the surest.
     */
    private static final int ASKED = 6;

    /**
     * Score from which on a partial link is believed against half of the pairs. By reason, not
     * measurement.
     */
    private static final double SURE = 0.98;

    private final Comparisons comparisons;
    private final List<List<Integer>> groupOf = new ArrayList<>();

    VersionGroups(Comparisons comparisons, int documents) {
        this.comparisons = comparisons;
        for (int d = 0; d < documents; d++) {
            groupOf.add(new ArrayList<>(List.of(d)));
        }
        List<int[]> links = new ArrayList<>();
        for (int[] pair : comparisons.pairs()) {
            if (comparisons.joins(pair[0], pair[1])) {
                links.add(pair);
            }
        }
        // Stable: equal evidence stays in the order of the documents.
        links.sort(
                (x, y) ->
                        Comparisons.stronger(
                                comparisons.of(x[0], x[1]), comparisons.of(y[0], y[1])));
        // Twice: what joins two groups may only be clear when both are complete.
        links.forEach(this::join);
        links.forEach(this::join);
    }

    private void join(int[] link) {
        List<Integer> first = groupOf.get(link[0]);
        List<Integer> second = groupOf.get(link[1]);
        if (sameGroup(link[0], link[1]) || !belong(link, first, second)) {
            return;
        }
        first.addAll(second);
        second.forEach(member -> groupOf.set(member, first));
    }

    private boolean belong(int[] link, List<Integer> first, List<Integer> second) {
        int joined = 0;
        int asked = 0;
        for (int a : first.subList(0, Math.min(ASKED, first.size()))) {
            for (int b : second.subList(0, Math.min(ASKED, second.size()))) {
                joined += comparisons.joins(a, b) ? 1 : 0;
                asked++;
            }
        }
        RelationEvidence evidence = comparisons.of(link[0], link[1]);
        boolean sureHalf =
                Math.min(first.size(), second.size()) == 1
                        && evidence.relation() == Relation.PARTIAL
                        && evidence.score() >= SURE;
        return 2 * joined > asked || (sureHalf && 2 * joined == asked);
    }

    /** True where both are versions of one story. */
    boolean sameGroup(int a, int b) {
        // The very same list: two groups never hold the same members.
        return groupOf.get(a).contains(b);
    }

    /** The groups of two and more, members ascending, by their first member. */
    List<List<Integer>> groups() {
        List<List<Integer>> groups = new ArrayList<>();
        for (int d = 0; d < groupOf.size(); d++) {
            List<Integer> members = groupOf.get(d).stream().sorted().toList();
            if (members.size() > 1 && members.get(0) == d) {
                groups.add(members);
            }
        }
        return groups;
    }
}
