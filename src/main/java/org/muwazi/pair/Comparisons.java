package org.muwazi.pair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muwazi.align.Alignment;
import org.muwazi.align.AlignmentParameters;
import org.muwazi.align.EmbeddingAligner;
import org.muwazi.align.RelationEvidence;
import org.muwazi.text.Language;
import org.muwazi.text.PairRelation.Relation;

/** What alignment shows of each two documents that were compared, each pair once. */
final class Comparisons {

    /**
     * Pairs of sentences above which two documents are not compared: their evidence looks at all of
     * them, which at this size takes ten seconds.
     */
    private static final long MOST_SENTENCE_PAIRS = 64_000_000;

    private final List<EncodedDocument> documents;
    private final AlignmentParameters parameters;
    private final Map<Long, RelationEvidence> evidence = new TreeMap<>();

    Comparisons(List<EncodedDocument> documents, AlignmentParameters parameters) {
        this.documents = documents;
        this.parameters = parameters;
    }

    /** False for two documents that are too long to be compared. */
    boolean canCompare(int a, int b) {
        return (long) documents.get(a).document().size() * documents.get(b).document().size()
                <= MOST_SENTENCE_PAIRS;
    }

    /** What the two have in common; aligned when asked for the first time. */
    RelationEvidence of(int a, int b) {
        return evidence.computeIfAbsent(
                key(a, b),
                pair -> {
                    EncodedDocument source = documents.get(Math.min(a, b));
                    EncodedDocument target = documents.get(Math.max(a, b));
                    Alignment alignment =
                            EmbeddingAligner.align(
                                    source.document(),
                                    source.vectors(),
                                    target.document(),
                                    target.vectors(),
                                    parameters);
                    return RelationEvidence.of(alignment, source.vectors(), target.vectors());
                });
    }

    /** True where one of two that can be compared translates the other, in whole or in part. */
    boolean joins(int a, int b) {
        return canCompare(a, b) && of(a, b).relation().compareTo(Relation.PARTIAL) <= 0;
    }

    /** All that were compared, by the smaller and then the larger index. */
    List<int[]> pairs() {
        return evidence.keySet().stream()
                .map(key -> new int[] {(int) (key >> Integer.SIZE), (int) (long) key})
                .toList();
    }

    /** Ranks of each document's partners by how well they match, within a language; from 1. */
    Map<Long, Integer> ranks() {
        Map<Integer, Map<Language, List<Integer>>> partners = new HashMap<>();
        for (int[] pair : pairs()) {
            add(partners, pair[0], pair[1]);
            add(partners, pair[1], pair[0]);
        }
        Map<Long, Integer> ranks = new HashMap<>();
        partners.forEach(
                (document, byLanguage) ->
                        byLanguage
                                .values()
                                .forEach(
                                        others -> {
                                            others.sort((x, y) -> closer(document, x, y));
                                            for (int r = 0; r < others.size(); r++) {
                                                ranks.put(directed(document, others.get(r)), r + 1);
                                            }
                                        }));
        return ranks;
    }

    private void add(Map<Integer, Map<Language, List<Integer>>> partners, int document, int other) {
        partners.computeIfAbsent(document, d -> new HashMap<>())
                .computeIfAbsent(documents.get(other).language(), l -> new ArrayList<>())
                .add(other);
    }

    /** Order of two partners of a document, the better first. */
    private int closer(int document, int x, int y) {
        int byEvidence = stronger(of(document, x), of(document, y));
        return byEvidence != 0 ? byEvidence : Integer.compare(x, y);
    }

    /** Negative where the first speaks more for a translation. */
    static int stronger(RelationEvidence first, RelationEvidence second) {
        int byScore = Double.compare(second.score(), first.score());
        return byScore != 0 ? byScore : Double.compare(second.mass(), first.mass());
    }

    static long directed(int from, int to) {
        return ((long) from << Integer.SIZE) | to;
    }

    private static long key(int a, int b) {
        return directed(Math.min(a, b), Math.max(a, b));
    }
}
