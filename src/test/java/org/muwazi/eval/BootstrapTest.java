package org.muwazi.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.muwazi.eval.Bootstrap.Interval;

class BootstrapTest {

    @Test
    void anIntervalOfAMeanIsAboutTwoStandardErrorsWide() {
        double[] values = new double[400];
        Arrays.fill(values, 0, 200, 1);
        Interval interval = Bootstrap.mean(values);

        // Standard error of a share of one half of 400: 0.025.
        assertThat(interval.value()).isCloseTo(0.5, within(1e-12));
        assertThat(interval.low()).isCloseTo(0.45, within(0.01));
        assertThat(interval.high()).isCloseTo(0.55, within(0.01));
    }

    @Test
    void theSameExamplesGiveTheSameInterval() {
        double[] values = {0.1, 0.5, 0.2, 0.9, 0.4};
        assertThat(Bootstrap.mean(values)).isEqualTo(Bootstrap.mean(values));
    }

    @Test
    void everyResampleHasAsManyExamplesAsThereAre() {
        Interval sizes = Bootstrap.of(7, counts -> Arrays.stream(counts).sum());
        assertThat(sizes).isEqualTo(new Interval(7, 7, 7));
    }

    @Test
    void resamplesWithoutAValueAreLeftOut() {
        // One positive among two: a third or so of the resamples lack it, or lack the other.
        Interval auc =
                Bootstrap.of(
                        2, RankStatistics.auc(new double[] {0, 1}, new boolean[] {false, true}));
        assertThat(auc).isEqualTo(new Interval(1, 1, 1));
    }

    @Test
    void nothingHasNoInterval() {
        Interval nothing = Bootstrap.mean(new double[0]);
        assertThat(nothing.value()).isNaN();
        assertThat(nothing.tabbed()).isEqualTo("\t\t");
    }
}
