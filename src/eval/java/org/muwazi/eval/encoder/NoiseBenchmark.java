package org.muwazi.eval.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.eval.Bootstrap;
import org.muwazi.eval.quality.Figure;
import org.muwazi.mine.Margin;
import org.muwazi.text.Language;

/**
 * How far noise moves a sentence: whether it still finds itself among the clean sentences, and its
 * translation. Only sentences that the noise changed are counted; the others stay among the
 * candidates. What the noise costs is counted over the same sentences, found clean minus found
 * noised.
 */
final class NoiseBenchmark {

    /** Names the lines without noise, which the others are to be held against. */
    static final String CLEAN = "no noise";

    private static final String LOST = "lost to the noise, " + RetrievalBenchmark.MARGIN_BOTH;

    private static final List<String> HEADLINES =
            List.of(
                    ArabicNoise.SHORT_VOWELS.label(),
                    ArabicNoise.LETTERS_FOLDED.label(),
                    TypingNoise.LETTERS_SWAPPED.label(),
                    TypingNoise.UPPER_CASE.label());

    private static final long SEED = 20_261_122L;

    private NoiseBenchmark() {}

    /**
     * Figures of one model.
     *
     * @param bitexts whose sources are noised, each language once
     */
    static List<Figure> figures(OpenedModel model, List<Bitext> bitexts) {
        List<Figure> figures = new ArrayList<>();
        for (Bitext bitext : bitexts) {
            if (bitext.source() == Language.ARABIC) {
                // Both, for the normaliser takes most of this noise out.
                for (String scorer : List.of(OpenedModel.RAW, OpenedModel.NORMALIZED)) {
                    figures.addAll(
                            new Noised(model, bitext, scorer)
                                    .figures("Arabic noise", List.of(ArabicNoise.values())));
                }
            }
            figures.addAll(
                    new Noised(model, bitext, OpenedModel.NORMALIZED)
                            .figures("typing noise", List.of(TypingNoise.values())));
        }
        return figures;
    }

    /** The clean sentences of one language, encoded once. */
    private static final class Noised {

        private final Bitext bitext;
        private final String scorer;
        private final SentenceEncoder encoder;
        private final Embeddings clean;
        private final Embeddings translations;
        private final double[] found;

        Noised(OpenedModel model, Bitext bitext, String scorer) {
            this.bitext = bitext;
            this.scorer = scorer;
            this.encoder = model.encoder(scorer);
            this.clean = encoder.encode(bitext.sources());
            this.translations = encoder.encode(bitext.targets());
            this.found = Retrieval.of(clean, translations, Margin.RATIO).both();
        }

        List<Figure> figures(String benchmark, List<? extends Noise> noises) {
            int[] all = IntStream.range(0, bitext.rows()).toArray();
            List<Figure> figures = new ArrayList<>();
            figures.add(
                    figure(List.of(benchmark, CLEAN, RetrievalBenchmark.MARGIN_BOTH), found, all));
            for (Noise noise : noises) {
                if (noise.concerns(bitext.source())) {
                    figures.addAll(figures(benchmark, noise));
                }
            }
            return figures;
        }

        private List<Figure> figures(String benchmark, Noise noise) {
            Random random = new Random(SEED + noise.label().hashCode());
            List<String> texts =
                    bitext.sources().stream().map(text -> noise.apply(text, random)).toList();
            int[] changed =
                    IntStream.range(0, texts.size())
                            .filter(i -> !texts.get(i).equals(bitext.sources().get(i)))
                            .toArray();
            Embeddings noised = encoder.encode(texts);
            double[] foundNoised = Retrieval.of(noised, translations, Margin.RATIO).both();
            double[] lost =
                    IntStream.range(0, found.length)
                            .mapToDouble(i -> found[i] - foundNoised[i])
                            .toArray();
            double[] cosines =
                    IntStream.range(0, texts.size())
                            .mapToDouble(i -> noised.cosine(i, clean, i))
                            .toArray();
            return List.of(
                    figure(
                            List.of(benchmark, noise.label(), "finds itself, top-1, cosine"),
                            Retrieval.of(noised, clean, Margin.COSINE).forward(),
                            changed),
                    figure(
                            List.of(benchmark, noise.label(), RetrievalBenchmark.MARGIN_BOTH),
                            foundNoised,
                            changed),
                    figure(List.of(benchmark, noise.label(), LOST), lost, changed),
                    figure(
                            List.of(benchmark, noise.label(), "mean cosine with itself"),
                            cosines,
                            changed));
        }

        /** Names: benchmark, noise, measure. */
        private Figure figure(List<String> names, double[] values, int[] counted) {
            boolean headline =
                    scorer.equals(OpenedModel.NORMALIZED)
                            && names.get(2).equals(RetrievalBenchmark.MARGIN_BOTH)
                            && HEADLINES.contains(names.get(1));
            return new Figure(
                    names.get(0),
                    bitext.part() + ", " + names.get(1),
                    scorer,
                    names.get(2),
                    Bootstrap.mean(Arrays.stream(counted).mapToDouble(i -> values[i]).toArray()),
                    counted.length + " sentences",
                    headline);
        }
    }
}
