package org.muwazi.eval.words;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.muwazi.align.SoftmaxIntersection;
import org.muwazi.align.WordAligner;
import org.muwazi.align.WordAlignment;
import org.muwazi.align.WordMatcher;
import org.muwazi.embed.NormalizingWordEncoder;
import org.muwazi.embed.WordEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.eval.Bootstrap;
import org.muwazi.eval.words.GoldLinks.Link;

/**
 * Word alignment on hand-made links: baselines without a model, and the word vectors of each model
 * with each rule.
 *
 * <p>Prints a TSV row for each pair of languages, half of the gold, scorer and rule, with 95 %
 * intervals over sentences. Rules and their numbers are chosen on the half {@code choice}; the rows
 * of the library's own rule on the half {@code held} are the main figures: for each pair of
 * languages of the first model named, over all of the others.
 */
public final class WordEvaluation {

    /** The rule of {@link WordAligner} as the library has it. */
    private static final String OWN = "library";

    private static final List<String> HALVES = List.of("choice", "held");

    private WordEvaluation() {}

    /** Something that links words: who, by which rule, and whether it is the first model named. */
    private record Method(String scorer, String rule, boolean main, List<List<Set<Link>>> links) {}

    /** Arguments: folder with the gold files, then {@code NAME=MODELDIR}, any number of them. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<GoldLinks> gold = new ArrayList<>();
        for (String languages : GoldLinks.LANGUAGES) {
            gold.add(GoldLinks.read(Path.of(args[0]), languages));
        }
        List<Method> systems = new ArrayList<>();
        systems.add(new Method("no model", "diagonal", false, links(gold, Baselines::diagonal)));
        systems.add(
                new Method("no model", "equal words", false, links(gold, Baselines::equalWords)));
        List<String> signatures = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            String[] named = args[i].split("=", 2);
            if (named.length != 2) {
                throw new IllegalArgumentException(args[i] + " is not NAME=MODELDIR");
            }
            try (OnnxSentenceEncoder encoder = OnnxSentenceEncoder.open(Path.of(named[1]))) {
                WordEncoder words =
                        new RememberedWords(new NormalizingWordEncoder(encoder.words()));
                systems.addAll(systems(named[0], i == 1, words, gold));
                signatures.add(named[0] + ":" + words.signature());
            }
        }
        out.println(
                "headline\tpair\thalf\tscorer\trule\tsentences\tfound\tsure\tprecision\trecall\tf1"
                        + "\tf1 low\tf1 high\taer\taer low\taer high");
        print(out, gold, systems);
        out.println("# signature: words|" + String.join("|", signatures) + "|version:1");
    }

    private static List<List<Set<Link>>> links(List<GoldLinks> gold, Linker linker) {
        return gold.stream()
                .map(
                        file ->
                                file.pairs().stream()
                                        .map(pair -> linker.link(pair.source(), pair.target()))
                                        .toList())
                .toList();
    }

    /** From a source and a target text to links. */
    private interface Linker {
        Set<Link> link(String source, String target);
    }

    private static List<Method> systems(
            String name, boolean main, WordEncoder words, List<GoldLinks> gold) {
        Map<String, WordAligner> aligners = new LinkedHashMap<>();
        aligners.put(OWN, new WordAligner(words));
        rules().forEach((rule, matcher) -> aligners.put(rule, new WordAligner(words, matcher)));
        List<Method> systems = new ArrayList<>();
        aligners.forEach(
                (rule, aligner) ->
                        systems.add(
                                new Method(
                                        name,
                                        rule,
                                        main,
                                        links(gold, (s, t) -> found(aligner.align(s, t))))));
        return systems;
    }

    private static Set<Link> found(WordAlignment alignment) {
        return alignment.links().stream()
                .map(link -> new Link(link.source(), link.target()))
                .collect(Collectors.toSet());
    }

    /** The rules in question: those of the field as published, and what is added to them. */
    private static Map<String, WordMatcher> rules() {
        Map<String, WordMatcher> plain = new LinkedHashMap<>();
        plain.put("argmax", new MutualArgmax(1));
        plain.put("itermax", new MutualArgmax(2));
        for (double temperature : List.of(0.01, 0.02, 0.05)) {
            for (double threshold : List.of(0.05, 0.1, 0.2)) {
                plain.put(
                        "softmax " + temperature + " " + threshold,
                        new SoftmaxIntersection(temperature, threshold));
            }
        }
        Map<String, WordMatcher> rules = new LinkedHashMap<>(plain);
        for (double diagonal : List.of(0.0, 0.15, 0.3)) {
            for (double neighbours : List.of(0.0, 0.1, 0.2, 0.3)) {
                if (diagonal + neighbours > 0) {
                    plain.forEach(
                            (rule, matcher) ->
                                    rules.put(
                                            rule
                                                    + " diagonal "
                                                    + diagonal
                                                    + " neighbours "
                                                    + neighbours,
                                            similarities ->
                                                    matcher.match(
                                                            similarities
                                                                    .withDiagonal(diagonal)
                                                                    .withNeighbours(neighbours))));
                }
            }
        }
        return rules;
    }

    private static void print(PrintStream out, List<GoldLinks> gold, List<Method> systems) {
        for (Method system : systems) {
            for (int half = 0; half < HALVES.size(); half++) {
                boolean shown = half == 0 || isShown(system);
                List<LinkCounts> all = new ArrayList<>();
                for (int file = 0; file < gold.size() && shown; file++) {
                    List<LinkCounts> counts = new ArrayList<>();
                    List<GoldLinks.Pair> pairs = gold.get(file).pairs();
                    for (int i = half; i < pairs.size(); i += HALVES.size()) {
                        counts.add(LinkCounts.of(system.links().get(file).get(i), pairs.get(i)));
                    }
                    row(out, gold.get(file).languages(), HALVES.get(half), system, counts);
                    all.addAll(counts);
                }
                if (shown) {
                    row(out, "all", HALVES.get(half), system, all);
                }
            }
        }
    }

    // Of the many numbers tried, only what is compared in the text is looked at on the other half.
    private static boolean isShown(Method system) {
        return !system.rule().contains("diagonal ") && !system.rule().startsWith("softmax");
    }

    private static void row(
            PrintStream out, String pair, String half, Method system, List<LinkCounts> counts) {
        LinkCounts sum = LinkCounts.NONE;
        for (LinkCounts each : counts) {
            sum = sum.plus(each, 1);
        }
        boolean whole = pair.equals("all");
        boolean compared = system.rule().equals(OWN) || system.scorer().equals("no model");
        boolean headline = half.equals("held") && compared && whole != system.main();
        out.println(
                String.join(
                        "\t",
                        headline ? "yes" : "no",
                        pair,
                        half,
                        system.scorer(),
                        system.rule(),
                        Integer.toString(counts.size()),
                        Long.toString(sum.found()),
                        Long.toString(sum.sure()),
                        figure(sum.precision()),
                        figure(sum.recall()),
                        interval(counts, LinkCounts::f1),
                        interval(counts, LinkCounts::errorRate)));
    }

    private static String figure(double value) {
        return new Bootstrap.Interval(value, value, value).tabbed().split("\t", -1)[0];
    }

    private static String interval(
            List<LinkCounts> counts, ToDoubleFunction<LinkCounts> statistic) {
        return Bootstrap.of(
                        counts.size(),
                        times -> {
                            LinkCounts sum = LinkCounts.NONE;
                            for (int i = 0; i < times.length; i++) {
                                sum = sum.plus(counts.get(i), times[i]);
                            }
                            return statistic.applyAsDouble(sum);
                        })
                .tabbed();
    }
}
