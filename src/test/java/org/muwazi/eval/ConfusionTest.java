package org.muwazi.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** F1 and MCC worked out by hand. */
class ConfusionTest {

    private static final Confusion SIX_OF_TWELVE = new Confusion(6, 1, 2, 3);

    @Test
    void f1IsTheHarmonicMeanOfPrecisionAndRecall() {
        // Precision 6/7, recall 6/8.
        assertThat(SIX_OF_TWELVE.f1()).isCloseTo(0.8, within(1e-12));
        // Of the rest: precision 3/5, recall 3/4.
        assertThat(SIX_OF_TWELVE.f1OfTheRest()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(SIX_OF_TWELVE.f1Product()).isCloseTo(1.6 / 3, within(1e-12));
    }

    @Test
    void mccIsTheCorrelationOfTheTwoByTwoTable() {
        // (6*3 - 1*2) / sqrt(7 * 8 * 4 * 5) = 16 / sqrt(1120)
        assertThat(SIX_OF_TWELVE.mcc()).isCloseTo(16 / Math.sqrt(1120), within(1e-12));
        assertThat(new Confusion(5, 0, 0, 5).mcc()).isCloseTo(1, within(1e-12));
        assertThat(new Confusion(0, 5, 5, 0).mcc()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void whatNeverFindsAnythingHasNeitherF1NorCorrelation() {
        Confusion silent = new Confusion(0, 0, 4, 6);
        assertThat(silent.f1()).isZero();
        assertThat(silent.mcc()).isZero();
    }

    @Test
    void aSampleCountsAnExampleAsOftenAsItWasDrawn() {
        List<Confusion> examples = List.of(Confusion.of(true, true), Confusion.of(true, false));
        // Three found and one missed: precision 1, recall 3/4.
        assertThat(Confusion.statistic(examples, Confusion::f1).applyAsDouble(new int[] {3, 1}))
                .isCloseTo(6 / 7.0, within(1e-12));
    }
}
