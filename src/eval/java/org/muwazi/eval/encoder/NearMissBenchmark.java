package org.muwazi.eval.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.eval.Bootstrap;
import org.muwazi.eval.encoder.NearMisses.NearMiss;
import org.muwazi.eval.quality.Figure;

/**
 * How often a sentence is closer to its translation than to a copy of it with one thing changed, in
 * all directions. Half is what an encoder has that sees nothing of the change.
 */
final class NearMissBenchmark {

    private static final String BENCHMARK = "near misses";

    private NearMissBenchmark() {}

    /**
     * One comparison.
     *
     * @param pair of languages, whichever of them was the source
     * @param miss what was compared
     * @param gap cosine with the right sentence minus that with the wrong one
     */
    private record Compared(String pair, NearMiss miss, double gap) {}

    /**
     * Figures of one model.
     *
     * @param bitexts whose targets and, in the other direction, sources are changed
     */
    static List<Figure> figures(OpenedModel model, List<Bitext> bitexts, NearMisses generator) {
        SentenceEncoder encoder = model.encoder(OpenedModel.NORMALIZED);
        List<Compared> all = new ArrayList<>();
        for (Bitext bitext : bitexts) {
            for (Bitext direction : List.of(bitext, bitext.reversed())) {
                List<NearMiss> misses = generator.of(direction);
                double[] gaps = gaps(encoder, misses);
                for (int i = 0; i < gaps.length; i++) {
                    all.add(new Compared(bitext.part(), misses.get(i), gaps[i]));
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        figures.addAll(figures("all, ", true, all, one -> one.miss().family()));
        figures.addAll(figures("kind, ", false, all, one -> one.miss().kind()));
        for (String pair : new TreeSet<>(all.stream().map(Compared::pair).toList())) {
            figures.addAll(
                    figures(
                            pair + ", ",
                            false,
                            all.stream().filter(one -> one.pair().equals(pair)).toList(),
                            one -> one.miss().family()));
        }
        return figures;
    }

    private static double[] gaps(SentenceEncoder encoder, List<NearMiss> misses) {
        Embeddings sources = encoder.encode(misses.stream().map(NearMiss::source).toList());
        Embeddings right = encoder.encode(misses.stream().map(NearMiss::right).toList());
        Embeddings wrong = encoder.encode(misses.stream().map(NearMiss::wrong).toList());
        return gaps(sources, right, wrong);
    }

    /** Cosine with the right one minus cosine with the wrong one, row by row. */
    static double[] gaps(Embeddings sources, Embeddings right, Embeddings wrong) {
        double[] gaps = new double[sources.rows()];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = sources.cosine(i, right, i) - sources.cosine(i, wrong, i);
        }
        return gaps;
    }

    /** 1 where the right one wins, 0 where the wrong one does, a half for a tie. */
    static double won(double gap) {
        return gap > 0 ? 1 : gap < 0 ? 0 : 0.5;
    }

    private static List<Figure> figures(
            String part, boolean headline, List<Compared> all, Function<Compared, String> group) {
        TreeMap<String, List<Compared>> groups = new TreeMap<>();
        all.forEach(
                one -> groups.computeIfAbsent(group.apply(one), key -> new ArrayList<>()).add(one));
        List<Figure> figures = new ArrayList<>();
        groups.forEach(
                (name, members) -> {
                    double[] gaps = members.stream().mapToDouble(Compared::gap).toArray();
                    double[] wins = members.stream().mapToDouble(one -> won(one.gap())).toArray();
                    figures.add(figure(part + name, "right one wins, cosine", wins, headline));
                    figures.add(figure(part + name, "mean gap of the cosines", gaps, false));
                });
        return figures;
    }

    private static Figure figure(String part, String measure, double[] values, boolean headline) {
        return new Figure(
                BENCHMARK,
                part,
                OpenedModel.NORMALIZED,
                measure,
                Bootstrap.mean(values),
                values.length + " near misses",
                headline);
    }
}
