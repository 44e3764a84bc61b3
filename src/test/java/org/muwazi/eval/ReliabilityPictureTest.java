package org.muwazi.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class ReliabilityPictureTest {

    private static final Path RESULTS = Path.of("eval", "results");

    @Test
    void highScoresOfTheLearnedEstimatorHaveFewerCriticalErrorsThanLowOnes() throws IOException {
        XYChart chart =
                ReliabilityPicture.scores(
                        ReliabilityPicture.rows(RESULTS.resolve("score-limits.tsv")));

        XYSeries learned = series(chart, "learned");
        assertThat(series(chart, "fast").getXData()).isNotEmpty();
        assertThat(learned.getXData()).hasSize(10);
        List<Double> shares = IntStream.range(0, 10).mapToObj(i -> learned.getYData()[i]).toList();
        List<Double> sorted = new ArrayList<>(shares);
        sorted.sort((a, b) -> Double.compare(b, a));
        assertThat(shares).isEqualTo(sorted);
    }

    @Test
    void probabilitiesOfBeadsStandBesideWhatCameTrue() throws IOException {
        XYChart chart =
                ReliabilityPicture.beads(
                        ReliabilityPicture.rows(RESULTS.resolve("bead-confidence.tsv")));

        XYSeries beads = series(chart, "beads of all tiers");
        assertThat(beads.getXData().length).isGreaterThanOrEqualTo(10);
        for (int i = 0; i < beads.getXData().length; i++) {
            assertThat(beads.getYData()[i]).isBetween(0.0, 1.0);
        }
        XYSeries promised = series(chart, "as promised");
        assertThat(promised.getXData()).isEqualTo(promised.getYData());
    }

    private static XYSeries series(XYChart chart, String name) {
        return chart.getSeriesCollection().stream()
                .filter(series -> series.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
