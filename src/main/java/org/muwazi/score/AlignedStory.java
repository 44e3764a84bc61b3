package org.muwazi.score;

import java.util.List;
import java.util.Objects;
import org.muwazi.embed.Embeddings;
import org.muwazi.text.Language;
import org.muwazi.text.PairRelation;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Signature;
import org.muwazi.text.SourceText;

/**
 * An aligned story as scoring sees it: texts, vectors and which segments stand in one row.
 *
 * @param id names the story
 * @param versions in the story's order
 * @param rows in reading order, every segment of every version in one of them
 * @param pairs the relation of each two versions
 * @param making how texts, vectors and rows were made
 */
public record AlignedStory(
        String id,
        List<Version> versions,
        List<Row> rows,
        List<PairRelation> pairs,
        List<Signature> making) {

    /**
     * One version.
     *
     * @param source as read
     * @param segments what was aligned
     * @param vectors one row a segment
     * @param original true where the user said so
     */
    public record Version(
            SourceText source, SegmentedDocument segments, Embeddings vectors, boolean original) {

        /** Checks that there is a vector for each segment. */
        public Version {
            if (vectors.rows() != segments.size()) {
                throw new IllegalArgumentException(
                        segments.size() + " segments but " + vectors.rows() + " vectors");
            }
        }
    }

    /**
     * One aligned row.
     *
     * @param ranges the segments of each version, empty where it has nothing
     * @param moved true where the row is out of order in one of the versions
     */
    public record Row(List<SegmentRange> ranges, boolean moved) {

        /** Copies the ranges. */
        public Row {
            ranges = List.copyOf(ranges);
        }

        /** True where the version has something. */
        public boolean has(int version) {
            return !ranges.get(version).isEmpty();
        }

        /** Number of versions that have something. */
        public int present() {
            return (int) ranges.stream().filter(range -> !range.isEmpty()).count();
        }
    }

    /** Copies the lists and checks that each row has a range for each version. */
    public AlignedStory {
        Objects.requireNonNull(id, "id");
        versions = List.copyOf(versions);
        rows = List.copyOf(rows);
        pairs = List.copyOf(pairs);
        making = List.copyOf(making);
        for (Row row : rows) {
            if (row.ranges().size() != versions.size()) {
                throw new IllegalArgumentException(
                        "a row of "
                                + row.ranges().size()
                                + " versions in a story of "
                                + versions.size());
            }
        }
    }

    /** True where one of two versions translates the other, at least in part. */
    boolean areVersions(int a, int b) {
        return pairs.stream()
                .anyMatch(
                        pair ->
                                pair.source() == Math.min(a, b)
                                        && pair.target() == Math.max(a, b)
                                        && pair.relation().compareTo(PairRelation.Relation.PARTIAL)
                                                <= 0);
    }

    /** True where a version translates none of the others and is translated by none. */
    boolean standsAlone(int version) {
        for (int w = 0; w < versions.size(); w++) {
            if (w != version && areVersions(w, version)) {
                return false;
            }
        }
        return true;
    }

    /** Language of a version. */
    Language language(int version) {
        return versions.get(version).source().document().language();
    }

    /** Text of a version in a row; empty where it has nothing. */
    String text(Row row, int version) {
        return versions.get(version).segments().text(row.ranges().get(version));
    }

    /** Characters of a version in a row. */
    int length(Row row, int version) {
        int length = 0;
        SegmentRange range = row.ranges().get(version);
        for (int i = range.start(); i < range.end(); i++) {
            length += versions.get(version).segments().segments().get(i).text().length();
        }
        return length;
    }

    /** Mean characters of the versions present in a row: how much of the story it is. */
    double weight(Row row) {
        double sum = 0;
        for (int v = 0; v < versions.size(); v++) {
            sum += length(row, v);
        }
        return sum / Math.max(1, row.present());
    }
}
