package org.muwazi.eval.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.eval.Bootstrap;
import org.muwazi.eval.quality.Figure;
import org.muwazi.mine.Margin;
import org.muwazi.text.Language;

/**
 * Translations found in languages that are not scored, so that training for three languages is seen
 * to cost the others nothing: alone, where they are easily found, and among near misses of each of
 * them.
 */
final class LanguageBenchmark {

    private static final String BENCHMARK = "other languages";

    private LanguageBenchmark() {}

    /** Figures of one model: each pair with English, all of them, and all pairs without English. */
    static List<Figure> figures(OpenedModel model, LanguageSentences sentences) {
        SentenceEncoder encoder = model.encoder(OpenedModel.NORMALIZED);
        List<List<Language>> withEnglish = pairs(sentences.languages(), true);
        List<List<Language>> others = pairs(sentences.languages(), false);
        List<Figure> figures = new ArrayList<>();
        for (boolean twins : new boolean[] {false, true}) {
            Search search = new Search(encoder, sentences, twins);
            for (List<Language> pair : withEnglish) {
                String part = sentences.plain(pair.get(0), pair.get(1)).part();
                figures.addAll(search.figures(part, List.of(pair)));
            }
            figures.addAll(search.figures("English and each other", withEnglish));
            figures.addAll(search.figures("pairs without English", others));
        }
        return figures;
    }

    private static List<List<Language>> pairs(List<Language> languages, boolean english) {
        List<List<Language>> pairs = new ArrayList<>();
        for (int i = 0; i < languages.size(); i++) {
            for (int j = i + 1; j < languages.size(); j++) {
                List<Language> pair = List.of(languages.get(i), languages.get(j));
                if (pair.contains(Language.ENGLISH) == english) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    /** One pool of sentences a language. */
    private record Search(SentenceEncoder encoder, LanguageSentences sentences, boolean twins) {

        List<Figure> figures(String part, List<List<Language>> pairs) {
            List<Figure> figures = new ArrayList<>();
            for (Margin margin : List.of(Margin.COSINE, Margin.RATIO)) {
                List<Retrieval.Found> found =
                        pairs.stream().map(pair -> found(pair, margin)).toList();
                String measure = "top-1, " + (margin == Margin.RATIO ? "margin" : "cosine");
                if (pairs.size() == 1) {
                    String first = pairs.get(0).get(0).iso639_1();
                    String second = pairs.get(0).get(1).iso639_1();
                    double[] there = found.get(0).forward();
                    double[] back = found.get(0).backward();
                    figures.add(figure(part, measure + ", " + first + " finds " + second, there));
                    figures.add(figure(part, measure + ", " + second + " finds " + first, back));
                }
                double[] both =
                        found.stream().flatMapToDouble(one -> Arrays.stream(one.both())).toArray();
                figures.add(figure(part, measure + ", both ways", both));
            }
            return figures;
        }

        private Retrieval.Found found(List<Language> pair, Margin margin) {
            Bitext bitext =
                    twins
                            ? sentences.withTwins(pair.get(0), pair.get(1))
                            : sentences.plain(pair.get(0), pair.get(1));
            Embeddings sources = encoder.encode(bitext.sources());
            Embeddings targets = encoder.encode(bitext.targets());
            return Retrieval.of(sources, targets, margin);
        }

        private Figure figure(String part, String measure, double[] found) {
            return new Figure(
                    BENCHMARK + (twins ? ", with twins" : ", without twins"),
                    part,
                    OpenedModel.NORMALIZED,
                    measure,
                    Bootstrap.mean(found),
                    found.length + " sentences",
                    twins
                            && part.startsWith("English")
                            && measure.equals(RetrievalBenchmark.MARGIN_BOTH));
        }
    }
}
