package org.muwazi.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muwazi.embed.Embeddings;

/*
 * A sentence that stands elsewhere shows in what the monotone alignment left over: both of its versions are unaligned, or forced into a
 * bead with strangers, and each is by far the closest to the other among all that is left over. How far, is the margin: the cosine
 * minus the best cosine of either to any other. In 34,000 sentences of clean and changed text 47 pairs with a margin above .1 and a
 * cosine above .4 did not belong together, and 39 of them were shorter than 25 characters: menus and captions. So the margin of short
 * segments counts for less, and a sentence that stands there twice has no margin at all.
 *
 * Nearness and company lower the demand: a link beside an accepted one, or one that crosses its neighbour inside a single bead, has
 * far fewer rivals than one across the whole document.
 */
/** Finds pairs of single segments that correspond out of order. */
final class DisplacedLinks {

    /** A source and a target segment. */
    record Link(int source, int target) {}

    /**
     * Margin that a link of its own must have, after weighting by length; other values are in
     * decisions/0010, what this one gives in eval/results/moved.tsv (eval/run moved GOLD).
     */
    private static final double MARGIN = 0.1;

    /** The same for a link over at most {@link #CLOSE} beads. */
    private static final double CLOSE_MARGIN = 0.05;

    /** The same for a link that has company or crosses another inside one bead. */
    private static final double NEAR_MARGIN = 0.03;

    /** How much lower than the aligner's own threshold the cosine of such a link may be. */
    private static final double LENIENCE = 0.1;

    private static final int CLOSE = 3;

    /** Characters of the shorter side from which on a margin counts in full. */
    private static final double FULL_LENGTH = 40;

    /** Two links keep company that lie so close on both sides, in the same order. */
    private static final int COMPANY = 2;

    /**
     * Pairs of loose segments that are compared at most, some 10^9 multiplications at 512
     * dimensions; beyond, only those within a smaller distance are.
     */
    private static final long MOST_PAIRS = 2_000_000;

    private final Alignment alignment;
    private final LooseSegments loose;
    private final double threshold;

    private DisplacedLinks(Alignment alignment, LooseSegments loose, double threshold) {
        this.alignment = alignment;
        this.loose = loose;
        this.threshold = threshold;
    }

    private record Candidate(Link link, double similarity, double margin) {}

    /** Links in the order of the source; no segment is in two of them. */
    static List<Link> of(
            Alignment monotone, Embeddings source, Embeddings target, double threshold) {
        LooseSegments loose = LooseSegments.of(monotone, source, target);
        if (loose.sources().isEmpty() || loose.targets().isEmpty()) {
            return List.of();
        }
        DisplacedLinks links = new DisplacedLinks(monotone, loose, threshold);
        return links.accepted(links.displaced(links.mutual(source, target)));
    }

    /** Links of segments that are closest to each other among the loose ones within reach. */
    private List<Candidate> mutual(Embeddings source, Embeddings target) {
        int reach = reach();
        Map<Integer, Best> ofTarget = new HashMap<>();
        Map<Integer, Best> ofSource = new HashMap<>();
        for (int i : loose.sources()) {
            Best row = new Best();
            for (int j : loose.targets()) {
                if (loose.distance(i, j) <= reach) {
                    double similarity = source.cosine(i, target, j);
                    row.see(j, similarity);
                    ofTarget.computeIfAbsent(j, key -> new Best()).see(i, similarity);
                }
            }
            ofSource.put(i, row);
        }
        List<Candidate> mutual = new ArrayList<>();
        for (int i : loose.sources()) {
            Best row = ofSource.get(i);
            if (row.at >= 0 && ofTarget.get(row.at).at == i) {
                double next = Math.max(row.next, ofTarget.get(row.at).next);
                mutual.add(
                        new Candidate(new Link(i, row.at), row.similarity, row.similarity - next));
            }
        }
        return mutual;
    }

    /** The greatest distance at which not too many pairs are compared. */
    private int reach() {
        int reach = alignment.beads().size();
        while (reach > 1 && pairs(reach) > MOST_PAIRS) {
            reach /= 2;
        }
        return reach;
    }

    private long pairs(int reach) {
        long pairs = 0;
        int low = 0;
        int high = 0;
        List<Integer> targets = loose.targets();
        for (int i : loose.sources()) {
            int rank = loose.sourceRank(i);
            while (low < targets.size() && loose.targetRank(targets.get(low)) < rank - reach) {
                low++;
            }
            while (high < targets.size() && loose.targetRank(targets.get(high)) <= rank + reach) {
                high++;
            }
            pairs += high - low;
        }
        return pairs;
    }

    /** Without those that the alignment has in order already. */
    private List<Candidate> displaced(List<Candidate> candidates) {
        Map<Integer, List<Link>> inside = new HashMap<>();
        for (Candidate candidate : candidates) {
            Link link = candidate.link();
            if (loose.inOneBead(link.source(), link.target())) {
                inside.computeIfAbsent(loose.sourceBead(link.source()), b -> new ArrayList<>())
                        .add(link);
            }
        }
        return candidates.stream()
                .filter(
                        candidate -> {
                            Link link = candidate.link();
                            return !loose.inOneBead(link.source(), link.target())
                                    || inside.get(loose.sourceBead(link.source())).stream()
                                            .anyMatch(other -> crosses(link, other));
                        })
                .toList();
    }

    private static boolean crosses(Link one, Link other) {
        return (one.source() - other.source()) * (one.target() - other.target()) < 0;
    }

    private List<Link> accepted(List<Candidate> candidates) {
        Set<Link> accepted = new HashSet<>();
        List<Candidate> open = new ArrayList<>(candidates);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Candidate candidate : List.copyOf(open)) {
                Link link = candidate.link();
                boolean near =
                        loose.inOneBead(link.source(), link.target())
                                || accepted.stream().anyMatch(other -> company(link, other));
                if (isAccepted(candidate, near)) {
                    accepted.add(link);
                    open.remove(candidate);
                    grew = true;
                }
            }
        }
        return accepted.stream().sorted(Comparator.comparingInt(Link::source)).toList();
    }

    private boolean isAccepted(Candidate candidate, boolean near) {
        Link link = candidate.link();
        int characters =
                Math.min(
                        alignment.source().segments().get(link.source()).text().length(),
                        alignment.target().segments().get(link.target()).text().length());
        double weighted = candidate.margin() * Math.min(1, characters / FULL_LENGTH);
        if (near) {
            return weighted > NEAR_MARGIN && candidate.similarity() > threshold - LENIENCE;
        }
        boolean close = loose.distance(link.source(), link.target()) <= CLOSE;
        return weighted > (close ? CLOSE_MARGIN : MARGIN) && candidate.similarity() > threshold;
    }

    private static boolean company(Link one, Link other) {
        int sources = one.source() - other.source();
        int targets = one.target() - other.target();
        return Math.abs(sources) <= COMPANY
                && Math.abs(targets) <= COMPANY
                && sources * targets > 0;
    }

    /** Best and second best partner of a segment. */
    private static final class Best {

        private int at = -1;
        private double similarity = -1;
        private double next = -1;

        void see(int other, double value) {
            if (value > similarity) {
                next = similarity;
                similarity = value;
                at = other;
            } else {
                next = Math.max(next, value);
            }
        }
    }
}
