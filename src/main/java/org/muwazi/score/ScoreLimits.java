package org.muwazi.score;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.muwazi.text.Language;

/**
 * Scores below which a pair is garbled, or has to be looked at: those that one in a hundred, and
 * one in twenty, of good human translations do not reach (split conformal limits, Vovk et al.
 * 2005), for each direction, with and without the learned model. From {@code eval/run
 * calibrate-score}; what they keep on translations they were not set on is in {@code
 * eval/results/score-limits.tsv}.
 *
 * @param garbledBelow 0 to 1
 * @param reviewBelow {@code garbledBelow} to 1
 */
record ScoreLimits(double garbledBelow, double reviewBelow) {

    private static final String TABLE = "score-limits.tsv";

    private static final int COLUMNS = 5;

    private static final List<String[]> ROWS = Tables.rows(TABLE, COLUMNS);

    private static final Map<List<String>, ScoreLimits> LIMITS =
            ROWS.stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    row -> List.of(row[0], row[1], row[2]),
                                    row ->
                                            new ScoreLimits(
                                                    Double.parseDouble(row[3]),
                                                    Double.parseDouble(row[4]))));

    ScoreLimits {
        if (!(garbledBelow >= 0 && garbledBelow <= reviewBelow && reviewBelow <= 1)) {
            throw new IllegalArgumentException(
                    "limits " + garbledBelow + " and " + reviewBelow + " are not in order");
        }
    }

    /**
     * The limits of a direction.
     *
     * @param estimator {@code learned} or {@code fast}
     * @throws IllegalArgumentException if that was not calibrated
     */
    static ScoreLimits of(String estimator, Language from, Language to) {
        ScoreLimits limits = LIMITS.get(List.of(estimator, from.iso639_1(), to.iso639_1()));
        if (limits == null) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "no limits for %s from %s to %s",
                            estimator,
                            from.englishName(),
                            to.englishName()));
        }
        return limits;
    }

    /** All limits in one line, for signatures. */
    static String signature(String estimator) {
        return ROWS.stream()
                .filter(row -> row[0].equals(estimator))
                .map(row -> row[1] + row[2] + ":" + row[3] + "/" + row[4])
                .reduce((a, b) -> a + "+" + b)
                .orElseThrow();
    }
}
