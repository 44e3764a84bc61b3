package org.muwazi.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.muwazi.testing.Seeds;

/** Rank correlation and AUC worked out by hand. */
class RankStatisticsTest {

    @Test
    void spearmanWithoutTiesIsOneMinusSixTimesTheSquaredDifferences() {
        // Ranks 1 2 3 4 5 beside 2 1 4 3 5: squared differences 4, so 1 - 24/120.
        double[] x = {10, 20, 30, 40, 50};
        double[] y = {0.2, 0.1, 0.4, 0.3, 0.5};
        assertThat(RankStatistics.spearmanOf(x, y)).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void tiedValuesShareTheirMeanRank() {
        // Ranks 1 2.5 2.5 4 beside 1 2 3 4: covariance 4.5, variances 4.5 and 5.
        double[] x = {1, 2, 2, 3};
        double[] y = {1, 2, 3, 4};
        assertThat(RankStatistics.spearmanOf(x, y))
                .isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-12));
    }

    @Test
    void spearmanOfASideThatIsAllAlikeIsNotANumber() {
        assertThat(RankStatistics.spearmanOf(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isNaN();
    }

    @Test
    void aucIsTheShareOfPairsInTheRightOrderWithTiesAsHalves() {
        // Positives .9 and .5 against .5 and .1: three right and one tie of four.
        double[] scores = {0.9, 0.5, 0.5, 0.1};
        boolean[] positive = {true, true, false, false};
        assertThat(RankStatistics.aucOf(scores, positive)).isCloseTo(0.875, within(1e-12));
    }

    @Test
    void aucWithoutAPositiveExampleIsNotANumber() {
        assertThat(RankStatistics.aucOf(new double[] {1, 2}, new boolean[2])).isNaN();
    }

    @Test
    void anExampleThatCountsTwiceIsAnExampleThatStandsTwice() {
        Seeds.forEach(
                50,
                random -> {
                    int n = 8;
                    double[] x = new double[n];
                    double[] y = new double[n];
                    boolean[] positive = new boolean[n];
                    int[] counts = new int[n];
                    double[] longX = new double[2 * n];
                    double[] longY = new double[2 * n];
                    boolean[] longPositive = new boolean[2 * n];
                    for (int i = 0; i < n; i++) {
                        x[i] = random.nextInt(4);
                        y[i] = random.nextInt(4);
                        positive[i] = i < 3;
                        counts[i] = 2;
                        for (int k : new int[] {i, i + n}) {
                            longX[k] = x[i];
                            longY[k] = y[i];
                            longPositive[k] = positive[i];
                        }
                    }
                    assertThat(RankStatistics.spearman(x, y).applyAsDouble(counts))
                            .satisfiesAnyOf(
                                    value -> assertThat(value).isNaN(),
                                    value ->
                                            assertThat(value)
                                                    .isCloseTo(
                                                            RankStatistics.spearmanOf(longX, longY),
                                                            within(1e-9)));
                    assertThat(RankStatistics.auc(x, positive).applyAsDouble(counts))
                            .isCloseTo(RankStatistics.aucOf(longX, longPositive), within(1e-9));
                });
    }
}
