package org.muwazi.write;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.muwazi.score.Finding;
import org.muwazi.score.ScoredRow;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.Severity;

/** The small picture of a version's scores from its first row to its last. */
final class ScoreStrip {

    /** More bars than this are too thin to hit with a pointer at 360 pixels. */
    private static final int MOST_BARS = 120;

    /** Drawing units of a bar with its gap. */
    private static final int STEP = 6;

    /** Drawing units of a bar of score 1. */
    private static final int HEIGHT = 40;

    private ScoreStrip() {}

    /** One bar a row, or one for the worst of as many rows as it takes to stay legible. */
    static ReportPage.Strip of(ScoredStory story, int version) {
        int rows = story.rows().size();
        int rowsPerBar = Math.max(1, (rows + MOST_BARS - 1) / MOST_BARS);
        List<ReportPage.Bar> bars = new ArrayList<>();
        int lowest = -1;
        for (int from = 0; from < rows; from += rowsPerBar) {
            int worst = from;
            for (int r = from; r < Math.min(rows, from + rowsPerBar); r++) {
                if (shownScore(story, version, r) < shownScore(story, version, worst)) {
                    worst = r;
                }
            }
            bars.add(bar(story, version, worst, bars.size() * STEP));
            if (scoreOf(story, version, worst).isPresent()
                    && (lowest < 0
                            || shownScore(story, version, worst)
                                    < shownScore(story, version, lowest))) {
                lowest = worst;
            }
        }
        ReportPage.Link link = new ReportPage.Link("", "");
        if (lowest >= 0) {
            String score = Decimals.twoPlaces(scoreOf(story, version, lowest).getAsDouble());
            link = new ReportPage.Link(ReportPages.rowAnchor(lowest), score + " in row " + lowest);
        }
        return new ReportPage.Strip(Math.max(STEP, bars.size() * STEP), bars, rowsPerBar, link);
    }

    private static OptionalDouble scoreOf(ScoredStory story, int version, int row) {
        return story.rows().get(row).scores().get(version);
    }

    /** Rows without a score come after all that have one. */
    private static double shownScore(ScoredStory story, int version, int row) {
        return scoreOf(story, version, row).orElse(2);
    }

    private static ReportPage.Bar bar(ScoredStory story, int version, int row, int x) {
        OptionalDouble score = scoreOf(story, version, row);
        ScoredRow scored = story.rows().get(row);
        boolean absent = scored.ranges().get(version).isEmpty();
        int height = score.isPresent() ? (int) Math.round(score.getAsDouble() * HEIGHT) : 0;
        List<Finding> findings =
                scored.findings().stream().filter(f -> f.version() == version).toList();
        String title =
                "row "
                        + row
                        + ": "
                        + (absent
                                ? "nothing here"
                                : score.isPresent()
                                        ? Decimals.twoPlaces(score.getAsDouble())
                                        : "no score")
                        + (findings.isEmpty()
                                ? ""
                                : ", " + findings.size() + plural(findings.size()));
        return new ReportPage.Bar(
                ReportPages.rowAnchor(row),
                x,
                HEIGHT - height,
                height,
                score.isPresent() ? level(findings) : "absent",
                title);
    }

    private static String plural(int findings) {
        return findings == 1 ? " finding" : " findings";
    }

    private static String level(List<Finding> findings) {
        return findings.stream()
                .map(Finding::severity)
                .max(java.util.Comparator.comparingInt(Severity::weight))
                .map(Severity::label)
                .orElse("none");
    }
}
