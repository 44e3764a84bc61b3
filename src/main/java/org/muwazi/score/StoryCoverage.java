package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.score.AlignedStory.Row;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

/*
 * What belongs to the story? A row that two versions share does, and so does every row of an original that the user names. A row of one
 * version alone is either what the others left out or what that version has picked up on its page (menus, other articles). Inside the
 * story the first is likelier; before its first and after its last shared row the run as a whole is held against the rest of that
 * version's text: another article is about something else.
 */
/**
 * Which rows are the story, how much of it each version has, and what is missing or added where.
 */
final class StoryCoverage {

    /**
     * Cosine of a run's passage vector to that of the shared passage above which it is of the same
     * subject; the 16 foreign or chrome runs of eval/stories lie below, the ends that other
     * versions lack above (eval/results/verdicts.tsv).
     */
    private static final double SAME_SUBJECT = 0.55;

    /**
     * Share of the story at its end from which on a missing end is called truncation, not a
     * left-out sentence.
     */
    private static final double TRUNCATED = 0.1;

    private static final int EVIDENCE_LENGTH = 90;

    private final AlignedStory story;
    private final int original;
    private final boolean[] inStory;
    private final double total;

    /** Works out the story's rows; {@code original} is -1 where the user named none. */
    StoryCoverage(AlignedStory story, int original) {
        this.story = story;
        this.original = original;
        this.inStory = new boolean[story.rows().size()];
        for (int r = 0; r < inStory.length; r++) {
            inStory[r] = story.rows().get(r).present() >= 2;
        }
        if (original >= 0) {
            addLoneRows(original);
        } else if (story.versions().size() == 2) {
            addLoneRows(0);
            addLoneRows(1);
        }
        double sum = 0;
        for (int r = 0; r < inStory.length; r++) {
            sum += inStory[r] ? story.weight(story.rows().get(r)) : 0;
        }
        total = sum;
    }

    boolean inStory(int row) {
        return inStory[row];
    }

    /** Share of the story, by characters, that a version has; 0 where there is no story. */
    double of(int version) {
        double has = 0;
        for (int r = 0; r < inStory.length; r++) {
            has +=
                    inStory[r] && story.rows().get(r).has(version)
                            ? story.weight(story.rows().get(r))
                            : 0;
        }
        return total == 0 ? 0 : Math.min(1, has / total);
    }

    /** Number of the story's rows that a version lacks after its last one. */
    int missingAtEnd(int version) {
        int missing = 0;
        for (int r = inStory.length - 1; r >= 0 && !story.rows().get(r).has(version); r--) {
            missing += inStory[r] ? 1 : 0;
        }
        return missing;
    }

    /** Share of the story that a version lacks after its last row. */
    double shareMissingAtEnd(int version) {
        double missing = 0;
        for (int r = inStory.length - 1; r >= 0 && !story.rows().get(r).has(version); r--) {
            missing += inStory[r] ? story.weight(story.rows().get(r)) : 0;
        }
        return total == 0 ? 0 : missing / total;
    }

    /** True where the missing end is large enough to be called truncation. */
    boolean isTruncated(int version) {
        return shareMissingAtEnd(version) >= TRUNCATED
                && missingAtEnd(version) >= 2
                && of(version) > 0;
    }

    /**
     * Findings of omission, addition and truncation about a version in one row; spans point into
     * its document.
     */
    List<Finding> findings(int version, int row) {
        Row here = story.rows().get(row);
        if (here.has(version)) {
            boolean alone =
                    here.present() == 1
                            && version != original
                            && story.versions().size() > (original >= 0 ? 1 : 2);
            return alone ? List.of(addition(version, here)) : List.of();
        }
        if (!inStory[row] || version == original) {
            return List.of();
        }
        boolean atEnd = isAfterLast(version, row);
        if (atEnd && isTruncated(version)) {
            return row == firstAfterLast(version) ? List.of(truncation(version)) : List.of();
        }
        return List.of(omission(version, row));
    }

    private Finding addition(int version, Row row) {
        SegmentedDocument segments = story.versions().get(version).segments();
        SegmentRange range = row.ranges().get(version);
        Span span =
                new Span(
                        segments.segments().get(range.start()).span().start(),
                        segments.segments().get(range.end() - 1).span().end());
        return new Finding(
                Kind.ADDITION,
                version,
                span,
                Severity.MAJOR,
                0.5,
                shortened(segments.text(range)),
                Messages.text(original >= 0 ? "addition.original" : "addition.others"));
    }

    private Finding omission(int version, int row) {
        int witness = witness(row);
        String missing = shortened(story.text(story.rows().get(row), witness));
        return new Finding(
                Kind.OMISSION,
                version,
                placeBefore(version, row),
                Severity.MAJOR,
                0.5,
                missing,
                Messages.text(
                        "omission.row",
                        missing,
                        story.versions().get(witness).source().document().id()));
    }

    private Finding truncation(int version) {
        int row = firstAfterLast(version);
        Explanation.Figure share = Explanation.Figure.of(100 * (1 - shareMissingAtEnd(version)), 0);
        return new Finding(
                Kind.TRUNCATION,
                version,
                placeBefore(version, row),
                Severity.CRITICAL,
                0.9,
                shortened(story.text(story.rows().get(row), witness(row))),
                Messages.text("truncation", share, missingAtEnd(version)));
    }

    private boolean isAfterLast(int version, int row) {
        return row >= firstAfterLast(version);
    }

    private int firstAfterLast(int version) {
        int last = inStory.length;
        while (last > 0 && !story.rows().get(last - 1).has(version)) {
            last--;
        }
        while (last < inStory.length && !inStory[last]) {
            last++;
        }
        return last;
    }

    /**
     * The version whose text tells best what is missing in a row: the original, else the first that
     * has it.
     */
    private int witness(int row) {
        Row here = story.rows().get(row);
        if (original >= 0 && here.has(original)) {
            return original;
        }
        int witness = 0;
        while (!here.has(witness)) {
            witness++;
        }
        return witness;
    }

    /** The empty place after what the version has before a row. */
    private Span placeBefore(int version, int row) {
        int at = 0;
        for (int r = 0; r < row; r++) {
            SegmentRange range = story.rows().get(r).ranges().get(version);
            if (!range.isEmpty()) {
                int end =
                        story.versions()
                                .get(version)
                                .segments()
                                .segments()
                                .get(range.end() - 1)
                                .span()
                                .end();
                at = Math.max(at, end);
            }
        }
        return new Span(at, at);
    }

    /**
     * Marks as story the rows that one version has alone: all between shared rows, end runs where
     * they are of the same subject.
     */
    private void addLoneRows(int version) {
        int first = -1;
        int last = -1;
        for (int r = 0; r < inStory.length; r++) {
            Row row = story.rows().get(r);
            if (row.has(version) && row.present() >= 2) {
                first = first < 0 ? r : first;
                last = r;
            }
        }
        if (first < 0) {
            return;
        }
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int r = 0; r < inStory.length; r++) {
            if (!story.rows().get(r).has(version) || inStory[r]) {
                continue;
            }
            if (r < first) {
                before.add(r);
            } else if (r > last) {
                after.add(r);
            } else {
                inStory[r] = true;
            }
        }
        for (List<Integer> run : List.of(before, after)) {
            if (!run.isEmpty() && sameSubject(version, run, first, last)) {
                run.forEach(r -> inStory[r] = true);
            }
        }
    }

    private boolean sameSubject(int version, List<Integer> run, int firstShared, int lastShared) {
        SegmentRange start = story.rows().get(run.get(0)).ranges().get(version);
        SegmentRange end = story.rows().get(run.get(run.size() - 1)).ranges().get(version);
        SegmentRange sharedStart = story.rows().get(firstShared).ranges().get(version);
        SegmentRange sharedEnd = story.rows().get(lastShared).ranges().get(version);
        var vectors = story.versions().get(version).vectors();
        return vectors.cosine(
                        start.start(), end.end(), vectors, sharedStart.start(), sharedEnd.end())
                >= SAME_SUBJECT;
    }

    static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= EVIDENCE_LENGTH) {
            return text;
        }
        int end = text.offsetByCodePoints(0, EVIDENCE_LENGTH);
        int space = text.lastIndexOf(' ', end);
        return text.substring(0, space > EVIDENCE_LENGTH / 2 ? space : end) + "\u2026";
    }
}
