package org.muwazi.eval.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.muwazi.eval.Bootstrap;
import org.muwazi.eval.Bootstrap.Interval;

/** Figures of several language pairs, and their mean. */
final class Judged {

    private Judged() {}

    /** One language pair: its name, how many examples it has and a figure of a sample of them. */
    record Part(String name, int size, ToDoubleFunction<int[]> statistic) {

        Interval interval() {
            return Bootstrap.of(size, statistic);
        }
    }

    /** The mean of the figures of all parts, each counting alike. */
    static Interval mean(List<Part> parts) {
        int all = parts.stream().mapToInt(Part::size).sum();
        return Bootstrap.of(
                all,
                counts -> {
                    double sum = 0;
                    int at = 0;
                    for (Part part : parts) {
                        int[] own = java.util.Arrays.copyOfRange(counts, at, at + part.size());
                        sum += part.statistic().applyAsDouble(own);
                        at += part.size();
                    }
                    return sum / parts.size();
                });
    }

    /** A line for each part and one for the mean. */
    static List<Figure> figures(
            String benchmark, String measure, PairScorer scorer, List<Part> parts) {
        List<Figure> figures = new ArrayList<>();
        for (Part part : parts) {
            figures.add(
                    new Figure(
                            benchmark,
                            part.name(),
                            scorer.name(),
                            measure,
                            part.interval(),
                            part.size() + " sentences",
                            false));
        }
        if (!parts.isEmpty()) {
            figures.add(
                    new Figure(
                            benchmark,
                            "mean of " + parts.size() + " pairs",
                            scorer.name(),
                            measure,
                            mean(parts),
                            parts.stream().mapToInt(Part::size).sum() + " sentences",
                            scorer.name().equals(Scorers.COSINE)));
        }
        return figures;
    }

    /** Says that a scorer cannot score a part, so that a missing figure is not taken for one. */
    static Figure unscored(String benchmark, String part, PairScorer scorer, int sentences) {
        return new Figure(
                benchmark,
                part,
                scorer.name(),
                "not scored",
                new Interval(Double.NaN, Double.NaN, Double.NaN),
                sentences + " sentences",
                false);
    }
}
