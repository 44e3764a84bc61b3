package org.muwazi.eval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muwazi.eval.BeadList.Link;

/**
 * Strict and lax precision and recall of beads as vecalign's scorer defines them (after Sennrich
 * and Volk 2011): a bead is strictly right if gold has the same bead, laxly right if it shares a
 * sentence pair with gold; recall is taken over the gold beads that join something. Counts add up
 * over documents.
 */
final class BeadCounts {

    private int strictRight;
    private int laxRight;
    private int found;
    private int strictRecalled;
    private int laxRecalled;
    private int wanted;
    private int nullRight;
    private int nullFound;
    private int nullWanted;

    void add(BeadList goldBeads, BeadList testBeads) {
        List<Link> gold = goldBeads.normalised(goldBeads).beads();
        List<Link> test = testBeads.normalised(goldBeads).beads();
        int[] precision = right(test, gold);
        strictRight += precision[0];
        laxRight += precision[1];
        found += precision[2];
        int[] recall = right(joining(gold), joining(test));
        strictRecalled += recall[0];
        laxRecalled += recall[1];
        wanted += recall[2];
        Set<Link> goldNulls = nulls(gold);
        Set<Link> testNulls = nulls(test);
        nullWanted += goldNulls.size();
        nullFound += testNulls.size();
        testNulls.retainAll(goldNulls);
        nullRight += testNulls.size();
    }

    void add(BeadCounts other) {
        strictRight += other.strictRight;
        laxRight += other.laxRight;
        found += other.found;
        strictRecalled += other.strictRecalled;
        laxRecalled += other.laxRecalled;
        wanted += other.wanted;
        nullRight += other.nullRight;
        nullFound += other.nullFound;
        nullWanted += other.nullWanted;
    }

    double strictPrecision() {
        return ratio(strictRight, found);
    }

    double strictRecall() {
        return ratio(strictRecalled, wanted);
    }

    double strictF1() {
        return f1(strictPrecision(), strictRecall());
    }

    double laxPrecision() {
        return ratio(laxRight, found);
    }

    double laxRecall() {
        return ratio(laxRecalled, wanted);
    }

    double laxF1() {
        return f1(laxPrecision(), laxRecall());
    }

    double nullF1() {
        return f1(ratio(nullRight, nullFound), ratio(nullRight, nullWanted));
    }

    int wanted() {
        return wanted;
    }

    /**
     * Strictly right, laxly right and number of distinct beads of {@code test} held against {@code
     * gold}.
     */
    private static int[] right(List<Link> test, List<Link> gold) {
        Set<Link> goldSet = new HashSet<>(gold);
        Map<Integer, Set<Integer>> partners = new HashMap<>();
        for (Link bead : gold) {
            for (int i : bead.source()) {
                partners.computeIfAbsent(i, key -> new HashSet<>()).addAll(bead.target());
            }
        }
        int[] counts = new int[3];
        for (Link bead : new LinkedHashSet<>(test)) {
            boolean strict = goldSet.contains(bead);
            boolean lax =
                    strict
                            || bead.source().stream()
                                    .anyMatch(
                                            i ->
                                                    partners.getOrDefault(i, Set.of()).stream()
                                                            .anyMatch(bead.target()::contains));
            counts[0] += strict ? 1 : 0;
            counts[1] += lax ? 1 : 0;
            counts[2]++;
        }
        return counts;
    }

    private static List<Link> joining(List<Link> beads) {
        return beads.stream().filter(bead -> !bead.isNull()).toList();
    }

    private static Set<Link> nulls(List<Link> beads) {
        Set<Link> nulls = new HashSet<>(beads);
        nulls.removeIf(bead -> !bead.isNull());
        return nulls;
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
