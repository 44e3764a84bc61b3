package org.muwazi.eval;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws how far numbers can be believed, from the tables of {@code eval/results}: the share of
 * pairs with a critical error by the score of {@code muwazi score}, and the share of beads that are
 * right by their probability.
 */
public final class ReliabilityPicture {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private ReliabilityPicture() {}

    /** Arguments: folder of the results, the picture to write (PNG). */
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path results = Path.of(args[0]);
        List<XYChart> charts =
                List.of(
                        scores(rows(results.resolve("score-limits.tsv"))),
                        beads(rows(results.resolve("bead-confidence.tsv"))));
        BitmapEncoder.saveBitmap(charts, 1, charts.size(), args[1], BitmapFormat.PNG);
    }

    static List<Map<String, String>> rows(Path table) throws IOException {
        return ResultFiles.rows(
                Files.readAllLines(table).stream().filter(line -> !line.startsWith("#")).toList());
    }

    static XYChart scores(List<Map<String, String>> rows) {
        XYChart chart =
                chart(
                        "A critical error, where one pair in ten has one",
                        "score (tenths)",
                        "share of pairs",
                        LegendPosition.InsideNE);
        for (String estimator : List.of("learned", "fast")) {
            series(
                    chart,
                    estimator,
                    rows,
                    row ->
                            row.get("part").equals("reliability")
                                    && row.get("estimator").equals(estimator)
                                    && !row.get("prior 10 %").isEmpty(),
                    row -> (number(row, "garbled below") + number(row, "review below")) / 2,
                    row -> number(row, "prior 10 %"));
        }
        return chart;
    }

    static XYChart beads(List<Map<String, String>> rows) {
        XYChart chart =
                chart(
                        "A bead is right",
                        "probability that it is right",
                        "share right",
                        LegendPosition.InsideSE);
        series(
                chart,
                "beads of all tiers",
                rows,
                row ->
                        row.get("kind").equals("joining and null")
                                && row.get("tier").equals("all")
                                && !row.get("bin").startsWith("ECE"),
                row -> number(row, "mean probability"),
                row -> number(row, "share right"));
        double[] ends = {0.5, 1};
        chart.addSeries("as promised", ends, ends).setMarker(SeriesMarkers.NONE);
        chart.getStyler().setXAxisMin(0.5).setYAxisMin(0.5);
        return chart;
    }

    private static double number(Map<String, String> row, String name) {
        return Double.parseDouble(row.get(name));
    }

    private static XYChart chart(String title, String x, String y, LegendPosition legend) {
        XYChart chart =
                new XYChartBuilder()
                        .width(WIDTH)
                        .height(HEIGHT)
                        .title(title)
                        .xAxisTitle(x)
                        .yAxisTitle(y)
                        .build();
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setLegendPosition(legend);
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
        return chart;
    }

    private static void series(
            XYChart chart,
            String name,
            List<Map<String, String>> rows,
            Predicate<Map<String, String>> wanted,
            Function<Map<String, String>, Double> x,
            Function<Map<String, String>, Double> y) {
        List<Map<String, String>> found = rows.stream().filter(wanted).toList();
        chart.addSeries(name, found.stream().map(x).toList(), found.stream().map(y).toList());
    }
}
