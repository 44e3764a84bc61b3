package org.muwazi.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muwazi.eval.MiningScore.Gold;
import org.muwazi.mine.MinedPair;

/** Precision, recall and F1 worked out by hand. */
class MiningScoreTest {

    private static final Set<Gold> GOLD =
            Set.of(new Gold(0, 5), new Gold(1, 6), new Gold(2, 7), new Gold(3, 8));

    private static final List<MinedPair> RANKED =
            List.of(
                    new MinedPair(0, 5, 0.9f),
                    new MinedPair(1, 6, 0.8f),
                    new MinedPair(9, 9, 0.7f),
                    new MinedPair(2, 7, 0.6f),
                    new MinedPair(4, 4, 0.5f));

    @Test
    void bestThresholdIsWhereF1IsHighest() {
        MiningScore best = MiningScore.best(GOLD, RANKED);
        // Four mined, three right, four gold: 3/4 and 3/4; after two it was 1 and 1/2, 0.667.
        assertThat(best.f1()).isCloseTo(0.75, within(1e-9));
        assertThat(best.threshold()).isCloseTo(0.6, within(1e-6));
    }

    @Test
    void thresholdFromElsewhereCountsWhatReachesIt() {
        MiningScore at = MiningScore.at(GOLD, RANKED, 0.65);
        assertThat(at.precision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(at.recall()).isCloseTo(0.5, within(1e-9));
        assertThat(at.f1()).isCloseTo(4 / 7.0, within(1e-9));
    }

    @Test
    void pairsOfOneScoreStandOrFallTogether() {
        List<MinedPair> tied = List.of(new MinedPair(0, 5, 0.9f), new MinedPair(7, 7, 0.9f));
        assertThat(MiningScore.best(Set.of(new Gold(0, 5)), tied).f1())
                .isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void nothingRightIsZeroAndNotNotANumber() {
        assertThat(MiningScore.best(GOLD, List.of()).f1()).isZero();
        assertThat(MiningScore.at(GOLD, List.of(), 0).f1()).isZero();
    }
}
