package org.muwazi.eval.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.muwazi.eval.Bootstrap;
import org.muwazi.eval.Bootstrap.Interval;
import org.muwazi.eval.Confusion;
import org.muwazi.eval.GoldStory;
import org.muwazi.eval.StoryRun;
import org.muwazi.pipeline.StoryPipeline;
import org.muwazi.read.StoryReader;
import org.muwazi.score.Finding;
import org.muwazi.score.ScoredStory;
import org.muwazi.text.Span;

/**
 * The findings of a check of {@code eval/stories} against the errors marked by hand, and the
 * verdicts. Characters: F1 of the characters marked. Places: precision is the share of the findings
 * that touch a mark, recall the share of the marks that a finding touches. Intervals resample
 * versions.
 */
final class StoryFindings {

    private static final String NAME = "eval/stories";
    private static final String SCORER = "check";

    private final StoryPipeline pipeline;
    private final List<GoldStory> stories;
    private final List<Figure> figures = new ArrayList<>();

    private StoryFindings(StoryPipeline pipeline, List<GoldStory> stories) {
        this.pipeline = pipeline;
        this.stories = stories;
    }

    static List<Figure> figures(StoryPipeline pipeline, Path folder) throws IOException {
        StoryFindings findings = new StoryFindings(pipeline, GoldStory.all(folder));
        for (StoryRun.Mode mode : StoryRun.Mode.values()) {
            findings.measure(mode);
        }
        return findings.figures;
    }

    private void measure(StoryRun.Mode mode) throws IOException {
        StoryReader reader = new StoryReader();
        List<MarkedSpans> damaged = new ArrayList<>();
        List<MarkedSpans> good = new ArrayList<>();
        Map<String, List<Double>> verdicts = new TreeMap<>();
        long lost = 0;
        for (GoldStory story : stories) {
            for (StoryRun run : StoryRun.of(story, mode)) {
                ScoredStory scored = pipeline.check(run.read(reader, mode));
                for (int v = 0; v < run.versions().size(); v++) {
                    GoldStory.Version version = run.versions().get(v);
                    if (version.isRelated()) {
                        continue;
                    }
                    String label = scored.versions().get(v).verdict().label();
                    verdicts.computeIfAbsent(version.verdict(), key -> new ArrayList<>())
                            .add(label.equals(version.verdict()) ? 1.0 : 0.0);
                    MarkedSpans spans = spans(story, version, scored, v);
                    (version.kind().equals("damaged") ? damaged : good).add(spans);
                    lost += marks(story, version) - spans.gold().size();
                }
            }
        }
        String part = mode.name().toLowerCase(java.util.Locale.ROOT);
        String n = damaged.size() + " damaged versions";
        List<Confusion> characters = damaged.stream().map(MarkedSpans::characters).toList();
        // With the original named the findings hardly differ; the plain check is what users run.
        boolean headline = mode == StoryRun.Mode.PLAIN;
        add(part, "character F1", characters(characters, Confusion::f1), n, headline);
        add(part, "place F1", places(damaged, StoryFindings::f1), n, headline);
        add(part, "place precision", places(damaged, sums -> sums[1] / sums[2]), n, false);
        add(part, "place recall", places(damaged, sums -> sums[0] / sums[3]), n, false);
        add(
                part,
                "characters marked in good versions",
                characters(
                        good.stream().map(MarkedSpans::characters).toList(),
                        sum ->
                                (double) sum.falsePositives()
                                        / (sum.falsePositives() + sum.trueNegatives())),
                good.size() + " good versions",
                false);
        add(part, "marks not located", new Interval(lost, Double.NaN, Double.NaN), n, false);
        verdicts.forEach(
                (gold, right) ->
                        add(
                                part,
                                "verdict " + gold + ", right",
                                Bootstrap.mean(right.stream().mapToDouble(r -> r).toArray()),
                                right.size() + " versions",
                                false));
    }

    private static long marks(GoldStory story, GoldStory.Version version) {
        return story.errors().stream().filter(e -> e.version().equals(version.id())).count();
    }

    private static MarkedSpans spans(
            GoldStory story, GoldStory.Version version, ScoredStory scored, int v) {
        String text = scored.versions().get(v).source().document().text();
        List<Span> found =
                scored.rows().stream()
                        .flatMap(row -> row.findings().stream())
                        .filter(finding -> finding.version() == v)
                        .map(Finding::span)
                        .toList();
        return new MarkedSpans(MarkedSpans.locate(story, version, text), found, text.length());
    }

    private static Interval characters(
            List<Confusion> versions, ToDoubleFunction<Confusion> figure) {
        return Bootstrap.of(versions.size(), Confusion.statistic(versions, figure));
    }

    /** A figure of marks found, findings that are right, findings, marks. */
    private static Interval places(List<MarkedSpans> versions, ToDoubleFunction<double[]> figure) {
        return Bootstrap.of(
                versions.size(),
                counts -> {
                    double[] sums = new double[4];
                    for (int i = 0; i < counts.length; i++) {
                        MarkedSpans spans = versions.get(i);
                        sums[0] += counts[i] * spans.marksFound();
                        sums[1] += counts[i] * spans.foundRightly();
                        sums[2] += counts[i] * spans.found().size();
                        sums[3] += counts[i] * spans.gold().size();
                    }
                    return figure.applyAsDouble(sums);
                });
    }

    private static double f1(double[] sums) {
        double precision = sums[2] == 0 ? 0 : sums[1] / sums[2];
        double recall = sums[3] == 0 ? 0 : sums[0] / sums[3];
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private void add(String part, String measure, Interval interval, String n, boolean headline) {
        figures.add(new Figure(NAME, part, SCORER, measure, interval, n, headline));
    }
}
