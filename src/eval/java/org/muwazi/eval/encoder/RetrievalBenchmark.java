package org.muwazi.eval.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
        for (Bitext set : sets) {
            Embeddings sources = encoder.encode(set.sources());
            Embeddings targets = encoder.encode(set.targets());
            Retrieval.Found cosine = Retrieval.of(sources, targets, Margin.COSINE);
            Retrieval.Found margin = Retrieval.of(sources, targets, Margin.RATIO);
            figures.addAll(figures(set, "cosine", cosine));
            figures.addAll(figures(set, "margin", margin));
            if (set.set().equals(Bitext.TOGETHER)) {
                figures.addAll(byLength(set, margin.both()));
            }
        }
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
                measure.equals(MARGIN_BOTH) && !set.set().equals("stories"));
    }

    private static List<Figure> byLength(Bitext set, double[] found) {
        List<Figure> figures = new ArrayList<>();
        for (int b = 0; b < WORDS.size(); b++) {
            int bucket = b;
            double[] among =
                    IntStream.range(0, found.length)
                            .filter(i -> bucket(set.targets().get(i)) == bucket)
                            .mapToDouble(i -> found[i])
                            .toArray();
            figures.add(
                    new Figure(
                            "translations, " + set.set() + ", by length of the second language",
                            set.part() + ", " + label(bucket),
                            OpenedModel.NORMALIZED,
                            MARGIN_BOTH,
                            Bootstrap.mean(among),
                            among.length + " sentences",
                            false));
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
