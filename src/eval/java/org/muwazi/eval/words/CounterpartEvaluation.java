package org.muwazi.eval.words;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.muwazi.align.WordAligner;
import org.muwazi.align.WordAlignment;
import org.muwazi.align.WordSpans;
import org.muwazi.embed.NormalizingWordEncoder;
import org.muwazi.embed.WordEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.eval.Bootstrap;
import org.muwazi.text.Span;

/**
 * How often a wrong word is explained by the right word of the source. In each sentence of the
 * hand-made links, each linked stretch of the translation in turn is replaced by words of another
 * sentence, and {@link WordAlignment#sourceOf} is asked what the source says there.
 *
 * <p>Prints a TSV row for each pair of languages and length of the stretch: how many were asked, in
 * how many something was answered, how many answers have a word that is linked by hand with what
 * stood there, and the share of all words answered that are; with 95 % intervals over sentences.
 */
public final class CounterpartEvaluation {

    private static final long SEED = 20261122;
    private static final List<Integer> LENGTHS = List.of(1, 3);

    private CounterpartEvaluation() {}

    /**
     * Sums over the stretches of one sentence.
     *
     * @param asked stretches
     * @param answered of them
     * @param hits answers with a word linked by hand
     * @param words in all answers
     * @param right of them
     */
    private record Counts(int asked, int answered, int hits, int words, int right) {

        Counts plus(Counts other, int times) {
            return new Counts(
                    asked + times * other.asked,
                    answered + times * other.answered,
                    hits + times * other.hits,
                    words + times * other.words,
                    right + times * other.right);
        }
    }

    /** Arguments: folder with the gold files, folder of the model. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (OnnxSentenceEncoder encoder = OnnxSentenceEncoder.open(Path.of(args[1]))) {
            WordEncoder words = new NormalizingWordEncoder(encoder.words());
            WordAligner aligner = new WordAligner(words);
            out.println(
                    "headline\tpair\tlength\tsentences\tasked\tanswered\tanswered low\tanswered high"
                            + "\thit\thit low\thit high\tprecision\tprecision low\tprecision high");
            for (int length : LENGTHS) {
                List<Counts> all = new ArrayList<>();
                for (String languages : GoldLinks.LANGUAGES) {
                    GoldLinks gold = GoldLinks.read(Path.of(args[0]), languages);
                    List<Counts> counts = counts(aligner, gold.pairs(), length);
                    row(out, languages, length, counts);
                    all.addAll(counts);
                }
                row(out, "all", length, all);
            }
            out.println("# signature: counterparts|" + words.signature() + "|seed:" + SEED);
        }
    }

    private static List<Counts> counts(
            WordAligner aligner, List<GoldLinks.Pair> pairs, int length) {
        List<Counts> counts = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            // Words of the sentence half the collection away: the same language, another matter.
            String other = pairs.get((i + pairs.size() / 2) % pairs.size()).target();
            counts.add(counts(aligner, pairs.get(i), other, length, new Random(SEED + i)));
        }
        return counts;
    }

    private static Counts counts(
            WordAligner aligner, GoldLinks.Pair pair, String other, int length, Random random) {
        List<Span> words = WordSpans.of(pair.target());
        List<Span> foreign = WordSpans.of(other);
        Counts counts = new Counts(0, 0, 0, 0, 0);
        for (int from = 0; from + length <= words.size(); from += length) {
            int first = from;
            Set<Integer> wanted = linked(pair.possible(), first, first + length);
            if (linked(pair.sure(), first, first + length).isEmpty()) {
                continue;
            }
            int at = random.nextInt(Math.max(1, foreign.size() - length + 1));
            int last = Math.min(at + length, foreign.size()) - 1;
            String wrong = other.substring(foreign.get(at).start(), foreign.get(last).end());
            int start = words.get(first).start();
            String damaged =
                    pair.target().substring(0, start)
                            + wrong
                            + pair.target().substring(words.get(first + length - 1).end());
            WordAlignment alignment = aligner.align(pair.source(), damaged);
            List<Span> found = alignment.sourceOf(new Span(start, start + wrong.length()));
            counts = counts.plus(count(alignment.sourceWords(), found, wanted), 1);
        }
        return counts;
    }

    private static Set<Integer> linked(Set<GoldLinks.Link> links, int from, int to) {
        Set<Integer> sources = new HashSet<>();
        for (GoldLinks.Link link : links) {
            if (link.target() >= from && link.target() < to) {
                sources.add(link.source());
            }
        }
        return sources;
    }

    private static Counts count(List<Span> words, List<Span> found, Set<Integer> wanted) {
        int answered = 0;
        int right = 0;
        for (int s = 0; s < words.size(); s++) {
            Span word = words.get(s);
            if (found.stream().anyMatch(word::overlaps)) {
                answered++;
                right += wanted.contains(s) ? 1 : 0;
            }
        }
        return new Counts(1, answered > 0 ? 1 : 0, right > 0 ? 1 : 0, answered, right);
    }

    private static void row(PrintStream out, String pair, int length, List<Counts> counts) {
        out.println(
                String.join(
                        "\t",
                        pair.equals("all") ? "yes" : "no",
                        pair,
                        Integer.toString(length),
                        Integer.toString(counts.size()),
                        Integer.toString(counts.stream().mapToInt(Counts::asked).sum()),
                        interval(counts, sum -> share(sum.answered(), sum.asked())),
                        interval(counts, sum -> share(sum.hits(), sum.answered())),
                        interval(counts, sum -> share(sum.right(), sum.words()))));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static String interval(List<Counts> counts, ToDoubleFunction<Counts> statistic) {
        return Bootstrap.of(
                        counts.size(),
                        times -> {
                            Counts sum = new Counts(0, 0, 0, 0, 0);
                            for (int i = 0; i < times.length; i++) {
                                sum = sum.plus(counts.get(i), times[i]);
                            }
                            return statistic.applyAsDouble(sum);
                        })
                .tabbed();
    }
}
