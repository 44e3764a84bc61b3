package org.muwazi.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogisticFitTest {

    @Test
    void aConstantAloneFitsTheLogOddsOfTheShare() {
        double[][] rows = {{1}, {1}, {1}, {1}};
        boolean[] truth = {true, true, true, false};
        double[] w = LogisticFit.newton(rows, truth, new double[] {1, 1, 1, 1}, new double[1]);
        assertThat(w[0]).isCloseTo(Math.log(3), within(1e-9));
        assertThat(LogisticFit.probability(w, rows[0])).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void weightsOfExamplesCountAsCopies() {
        double[][] rows = {{1, 0}, {1, 1}, {1, 2}, {1, 1}};
        boolean[] truth = {false, true, true, false};
        double[] ridge = {0.1, 0.1};
        double[] weighted = LogisticFit.newton(rows, truth, new double[] {2, 1, 1, 1}, ridge);
        double[][] copied = {{1, 0}, {1, 0}, {1, 1}, {1, 2}, {1, 1}};
        boolean[] copies = {false, false, true, true, false};
        double[] plain = LogisticFit.newton(copied, copies, new double[] {1, 1, 1, 1, 1}, ridge);
        assertThat(weighted).containsExactly(plain, within(1e-9));
    }

    @Test
    void aBalancedFitPutsNoOddsBetweenTheClasses() {
        double[][] features = {{0}, {0}, {0}, {0}, {0}, {1}};
        boolean[] truth = {false, false, false, false, false, true};
        LogisticFit fit = LogisticFit.of(features, truth, i -> true);
        // Half-way between the two values neither class is likelier, however many of each.
        assertThat(fit.logOdds(new double[] {0.5})).isCloseTo(0, within(0.3));
        assertThat(fit.logOdds(new double[] {1})).isPositive();
        assertThat(fit.logOdds(new double[] {0})).isNegative();
    }
}
