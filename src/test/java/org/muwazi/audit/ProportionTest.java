package org.muwazi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {

    // By hand: (0.1 + 3.8415/20 -+ 1.96 * sqrt(0.09/10 + 3.8415/400)) / (1 + 3.8415/10).
    @Test
    void theIntervalIsThatOfWilson() {
        Proportion one = new Proportion(1, 10);
        assertThat(one.low()).isCloseTo(0.0179, within(0.0005));
        assertThat(one.high()).isCloseTo(0.4042, within(0.0005));
    }

    @Test
    void noneAndAllStillHaveAnInterval() {
        assertThat(new Proportion(0, 20).low()).isZero();
        assertThat(new Proportion(0, 20).high()).isCloseTo(0.161, within(0.001));
        assertThat(new Proportion(20, 20).low()).isCloseTo(0.839, within(0.001));
        assertThat(new Proportion(20, 20).high()).isEqualTo(1);
    }

    @Test
    void moreThanAllIsNoShare() {
        assertThatThrownBy(() -> new Proportion(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Proportion(0, 0).share()).isNaN();
    }
}
