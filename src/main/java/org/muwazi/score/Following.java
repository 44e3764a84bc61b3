package org.muwazi.score;

import java.util.Optional;
import org.muwazi.score.AlignedStory.Row;
import org.muwazi.text.Language;

/*
 * A translation that was made from a translation repeats its mistakes, so it lies nearer to that than to the original. Cosines differ by
 * language pair even where all is well (French and Arabic lie further apart than French and English), so what is compared is by how much
 * the nearness to one version exceeds the nearness to the other, less what ordinary translations of these languages have.
 */
/**
 * Which version another one was made from, as far as vectors can tell.
 *
 * @param followed index of the version it lies nearer to
 * @param instead index of the version it would be expected nearer to, or as near
 * @param shift by how much nearer it is than ordinary translations are, in cosine, mean of the rows
 */
record Following(int followed, int instead, double shift) {

    /**
     * Shift from which a version follows another. On eval/stories versions that were not made from
     * a translation reach .055, garbled ones that were .096 to .17; a real one has .068.
     */
    static final double LEAST_SHIFT = 0.065;

    /** Rows that all three versions need in common; with fewer the mean says little. */
    private static final int LEAST_ROWS = 10;

    /**
     * The version that another one follows most clearly; to follow the original is no news.
     *
     * @return empty where there are no two others in two other languages, or none is clearly
     *     followed
     */
    static Optional<Following> of(AlignedStory story, int version) {
        Optional<Following> clearest = Optional.empty();
        for (int a = 0; a < story.versions().size(); a++) {
            for (int b = 0; b < story.versions().size(); b++) {
                if (!story.versions().get(a).original() && areComparable(story, version, a, b)) {
                    double shift = shift(story, version, a, b);
                    if (shift >= LEAST_SHIFT
                            && clearest.map(other -> shift > other.shift()).orElse(true)) {
                        clearest = Optional.of(new Following(a, b, shift));
                    }
                }
            }
        }
        return clearest;
    }

    private static boolean areComparable(AlignedStory story, int version, int a, int b) {
        Language own = story.language(version);
        return a != b
                && a != version
                && b != version
                && own != story.language(a)
                && own != story.language(b)
                && story.language(a) != story.language(b)
                && story.areVersions(version, a)
                && story.areVersions(version, b);
    }

    private static double shift(AlignedStory story, int version, int a, int b) {
        double sum = 0;
        int rows = 0;
        for (Row row : story.rows()) {
            if (row.has(version) && row.has(a) && row.has(b)) {
                sum +=
                        RowMeaning.cosine(story, row, version, a)
                                - RowMeaning.cosine(story, row, version, b);
                rows++;
            }
        }
        if (rows < LEAST_ROWS) {
            return 0;
        }
        Language own = story.language(version);
        double expected =
                SemanticCloseness.translated(own, story.language(a))
                        - SemanticCloseness.translated(own, story.language(b));
        return sum / rows - expected;
    }
}
