package org.muwazi.pair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.muwazi.align.AlignmentParameters;
import org.muwazi.align.RelationEvidence;

/**
 * Finds which documents of a collection belong together.
 *
 * <p>Each document is compared with a bounded number of candidates, so that time grows with their
 * number and not with its square; documents that share a group are compared with one another as far
 * as needed to keep it free of contradiction. The order in which documents are given does not
 * matter. Deterministic; safe for use by several threads.
 */
public final class DocumentPairing {

    /** Hears how far the comparing has come. */
    public interface Listener {

        /** Some of the comparisons are done. */
        void compared(int done, int all);
    }

    private final AlignmentParameters parameters;

    /** Pairing with the aligner's parameters of the encoder that made the vectors. */
    public DocumentPairing(AlignmentParameters parameters) {
        this.parameters = Objects.requireNonNull(parameters, "parameters");
    }

    /** The same as {@link #pair(List, Listener)} without a listener. */
    public PairedDocuments pair(List<EncodedDocument> documents) {
        return pair(documents, (done, all) -> {});
    }

    /**
     * Compares documents and gathers them into groups.
     *
     * @param documents in any languages, ids all different; without segments they belong to nothing
     * @throws IllegalArgumentException if two documents have one id, or vectors of different
     *     dimensions
     */
    public PairedDocuments pair(List<EncodedDocument> documents, Listener listener) {
        List<EncodedDocument> sorted =
                documents.stream().sorted(Comparator.comparing(EncodedDocument::id)).toList();
        for (int d = 1; d < sorted.size(); d++) {
            if (sorted.get(d).id().equals(sorted.get(d - 1).id())) {
                throw new IllegalArgumentException(
                        "two documents have the id " + sorted.get(d).id());
            }
        }
        Comparisons comparisons = new Comparisons(sorted, parameters);
        List<List<String>> tooLong = new ArrayList<>();
        List<int[]> candidates = new CandidateFinder(sorted).candidates();
        for (int c = 0; c < candidates.size(); c++) {
            int a = candidates.get(c)[0];
            int b = candidates.get(c)[1];
            if (comparisons.canCompare(a, b)) {
                comparisons.of(a, b);
            } else {
                tooLong.add(List.of(sorted.get(a).id(), sorted.get(b).id()));
            }
            listener.compared(c + 1, candidates.size());
        }
        VersionGroups groups = new VersionGroups(comparisons, sorted.size());
        return result(sorted, comparisons, groups, tooLong);
    }

    private static PairedDocuments result(
            List<EncodedDocument> documents,
            Comparisons comparisons,
            VersionGroups groups,
            List<List<String>> tooLong) {
        List<DocumentLink> links = new ArrayList<>();
        Map<Long, Integer> ranks = comparisons.ranks();
        for (int[] pair : comparisons.pairs()) {
            int a = pair[0];
            int b = pair[1];
            RelationEvidence evidence = comparisons.of(a, b);
            Set<DocumentKey> shared = new TreeSet<>(documents.get(a).keys());
            shared.retainAll(documents.get(b).keys());
            links.add(
                    new DocumentLink(
                            documents.get(a).id(),
                            documents.get(b).id(),
                            evidence.relation(),
                            evidence.score(),
                            evidence,
                            List.copyOf(shared),
                            ranks.get(Comparisons.directed(a, b)),
                            ranks.get(Comparisons.directed(b, a)),
                            comparisons.joins(a, b) && !groups.sameGroup(a, b)));
        }
        List<List<String>> named = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        boolean[] grouped = new boolean[documents.size()];
        for (List<Integer> group : groups.groups()) {
            named.add(group.stream().map(member -> documents.get(member).id()).toList());
            group.forEach(member -> grouped[member] = true);
        }
        for (int d = 0; d < grouped.length; d++) {
            if (!grouped[d]) {
                alone.add(documents.get(d).id());
            }
        }
        return new PairedDocuments(links, named, alone, tooLong);
    }
}
