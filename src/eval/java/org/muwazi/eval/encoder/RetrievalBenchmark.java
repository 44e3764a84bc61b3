package org.muwazi.eval.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.eval.Bootstrap;
import org.muwazi.eval.quality.Figure;
import org.muwazi.mine.Margin;

/** Translations found among all others of a set, by cosine and by margin, and by length. */
final class RetrievalBenchmark {

    /** Measure of the main figures. */
    static final String MARGIN_BOTH = "top-1, margin, both ways";

    // Fewest words of a bucket; the last is open.
    private static final List<Integer> WORDS = List.of(1, 10, 20, 30);

    private RetrievalBenchmark() {}

    /** Figures of one model. */
    static List<Figure> figures(OpenedModel model, List<Bitext> sets) {
        SentenceEncoder encoder = model.encoder(OpenedModel.NORMALIZED);
        List<Figure> figures = new ArrayList<>();
        List<double[]> margins = new ArrayList<>();
        for (Bitext set : sets) {
            Embeddings sources = encoder.encode(set.sources());
            Embeddings targets = encoder.encode(set.targets());
            Retrieval.Found cosine = Retrieval.of(sources, targets, Margin.COSINE);
            Retrieval.Found margin = Retrieval.of(sources, targets, Margin.RATIO);
            margins.add(margin.both());
            figures.addAll(figures(set, "cosine", cosine));
            figures.addAll(figures(set, "margin", margin));
        }
        figures.addAll(byLength(sets, margins));
        return figures;
    }

    private static List<Figure> figures(Bitext set, String scoring, Retrieval.Found found) {
        String there = set.source().iso639_1() + " finds " + set.target().iso639_1();
        String back = set.target().iso639_1() + " finds " + set.source().iso639_1();
        String measure = "top-1, " + scoring + ", ";
        return List.of(
                figure(set, measure + there, found.forward()),
                figure(set, measure + back, found.backward()),
                figure(set, measure + "both ways", found.both()));
    }

    private static Figure figure(Bitext set, String measure, double[] found) {
        return new Figure(
                "translations, " + set.set(),
                set.part(),
                OpenedModel.NORMALIZED,
                measure,
                Bootstrap.mean(found),
                found.length + " sentences",
                measure.equals(MARGIN_BOTH));
    }

    /** All sets together, each sentence among those of its own set. */
    private static List<Figure> byLength(List<Bitext> sets, List<double[]> found) {
        List<Figure> figures = new ArrayList<>();
        for (String part : sets.stream().map(Bitext::part).distinct().toList()) {
            for (int bucket = 0; bucket < WORDS.size(); bucket++) {
                List<Double> among = new ArrayList<>();
                for (int s = 0; s < sets.size(); s++) {
                    for (int i = 0; i < found.get(s).length; i++) {
                        if (sets.get(s).part().equals(part)
                                && bucket(sets.get(s).targets().get(i)) == bucket) {
                            among.add(found.get(s)[i]);
                        }
                    }
                }
                if (!among.isEmpty()) {
                    figures.add(
                            new Figure(
                                    "translations, by length of the second language",
                                    part + ", " + label(bucket),
                                    OpenedModel.NORMALIZED,
                                    MARGIN_BOTH,
                                    Bootstrap.mean(
                                            among.stream().mapToDouble(one -> one).toArray()),
                                    among.size() + " sentences",
                                    false));
                }
            }
        }
        return figures;
    }

    /** Number of the bucket that a text falls into, from 0. */
    static int bucket(String text) {
        int words = text.strip().split("\\s+").length;
        int bucket = 0;
        while (bucket + 1 < WORDS.size() && words >= WORDS.get(bucket + 1)) {
            bucket++;
        }
        return bucket;
    }

    private static String label(int bucket) {
        return bucket + 1 == WORDS.size()
                ? WORDS.get(bucket) + " words and more"
                : String.format(
                        Locale.ROOT, "%d-%d words", WORDS.get(bucket), WORDS.get(bucket + 1) - 1);
    }
}
