package org.muwazi.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.muwazi.embed.Embeddings;
import org.muwazi.text.Language;

/*
 * Aligning every two of n documents costs n^2 / 2 alignments. Candidates come in two steps instead. First, for each document, the
 * documents with the nearest signature (256 signs of random projections of the mean vector, less the mean of the folder) and those that
 * share most rare keys. Then those are ordered by the mean best cosine of their sentences, which tells translations far better than
 * mean vectors do, and a few of each language are kept. Comparing signatures is the one step that looks at all pairs: two nanoseconds
 * each, two seconds for 50,000 documents; everything else grows with n. What was found and what it took: eval/results/pair-speed.tsv.
 */
/** Which documents of a folder are worth aligning: a bounded number for each. Deterministic. */
final class CandidateFinder {

    /** Documents looked at more closely for the signature, and as many for the keys. */
    private static final int LOOKED_AT = 24;

    /** Kept of each language for each document. */
    private static final int KEPT = 4;

    /** A key that more documents share says little, and its list would grow with the folder. */
    private static final int MOST_DOCUMENTS_OF_KEY = 24;

    /** Sentences that stand for a document in the second step. */
    private static final int SAMPLED = 32;

    private final List<EncodedDocument> documents;

    CandidateFinder(List<EncodedDocument> documents) {
        this.documents = documents;
    }

    /** Pairs of indices, the smaller first, in order. */
    List<int[]> candidates() {
        long[][] signatures =
                Signatures.of(documents.stream().map(EncodedDocument::vectors).toList());
        Map<DocumentKey, List<Integer>> index = index();
        Set<Long> pairs = new TreeSet<>();
        Map<Long, Double> known = new HashMap<>();
        for (int d = 0; d < documents.size(); d++) {
            Set<Integer> near = nearest(d, signatures);
            near.addAll(withSharedKeys(d, index));
            for (int other : best(d, near, known)) {
                pairs.add(pair(d, other));
            }
        }
        return pairs.stream().map(p -> new int[] {(int) (p >> 32), (int) (long) p}).toList();
    }

    private static long pair(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }

    private Map<DocumentKey, List<Integer>> index() {
        Map<DocumentKey, List<Integer>> index = new HashMap<>();
        for (int d = 0; d < documents.size(); d++) {
            for (DocumentKey key : documents.get(d).keys()) {
                index.computeIfAbsent(key, k -> new ArrayList<>()).add(d);
            }
        }
        return index;
    }

    private Set<Integer> nearest(int d, long[][] signatures) {
        long[] nearest = new long[LOOKED_AT];
        Arrays.fill(nearest, Long.MAX_VALUE);
        for (int other = 0; other < signatures.length; other++) {
            if (other != d && documents.get(other).vectors().rows() > 0) {
                long entry =
                        ((long) Signatures.distance(signatures[d], signatures[other]) << 32)
                                | other;
                if (entry < nearest[LOOKED_AT - 1]) {
                    int at = -Arrays.binarySearch(nearest, entry) - 1;
                    System.arraycopy(nearest, at, nearest, at + 1, LOOKED_AT - 1 - at);
                    nearest[at] = entry;
                }
            }
        }
        Set<Integer> found = new TreeSet<>();
        for (long entry : nearest) {
            if (entry != Long.MAX_VALUE) {
                found.add((int) entry);
            }
        }
        return found;
    }

    private List<Integer> withSharedKeys(int d, Map<DocumentKey, List<Integer>> index) {
        Map<Integer, Double> votes = new HashMap<>();
        for (DocumentKey key : documents.get(d).keys()) {
            List<Integer> sharing = index.get(key);
            if (sharing.size() <= MOST_DOCUMENTS_OF_KEY) {
                double rarity = 1.0 / sharing.size();
                for (int other : sharing) {
                    if (other != d && documents.get(other).vectors().rows() > 0) {
                        votes.merge(other, rarity, Double::sum);
                    }
                }
            }
        }
        return votes.entrySet().stream()
                .sorted(
                        Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(LOOKED_AT)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The best of each language by the mean best cosine. */
    private List<Integer> best(int d, Set<Integer> others, Map<Long, Double> known) {
        if (documents.get(d).vectors().rows() == 0) {
            return List.of();
        }
        Map<Language, List<Integer>> byLanguage = new EnumMap<>(Language.class);
        for (int other : others) {
            known.computeIfAbsent(pair(d, other), p -> closeness(d, other));
            byLanguage
                    .computeIfAbsent(documents.get(other).language(), l -> new ArrayList<>())
                    .add(other);
        }
        List<Integer> best = new ArrayList<>();
        for (List<Integer> ofLanguage : byLanguage.values()) {
            ofLanguage.sort(
                    Comparator.<Integer>comparingDouble(other -> -known.get(pair(d, other)))
                            .thenComparing(other -> other));
            best.addAll(ofLanguage.subList(0, Math.min(KEPT, ofLanguage.size())));
        }
        return best;
    }

    private double closeness(int a, int b) {
        Embeddings first = documents.get(Math.min(a, b)).vectors();
        Embeddings second = documents.get(Math.max(a, b)).vectors();
        return Math.max(meanBest(first, second), meanBest(second, first));
    }

    /** Mean best cosine in {@code other} of some sentences spread evenly over {@code document}. */
    private static double meanBest(Embeddings document, Embeddings other) {
        int sampled = Math.min(SAMPLED, document.rows());
        double sum = 0;
        for (int s = 0; s < sampled; s++) {
            int i = (int) ((long) s * document.rows() / sampled);
            double best = -1;
            for (int j = 0; j < other.rows(); j++) {
                best = Math.max(best, document.cosine(i, other, j));
            }
            sum += best;
        }
        return sum / sampled;
    }
}
