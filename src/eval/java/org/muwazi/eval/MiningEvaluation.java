package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muwazi.embed.NearestNeighbours;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxNearestNeighbours;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.eval.MiningScore.Gold;
import org.muwazi.mine.Margin;
import org.muwazi.mine.MinedPair;
import org.muwazi.mine.MiningOptions;
import org.muwazi.mine.NeighbourSearch;
import org.muwazi.mine.Neighbours;
import org.muwazi.mine.PairSelection;
import org.muwazi.mine.Penalties;
import org.muwazi.mine.SearchPlan;
import org.muwazi.mine.SentencePool;
import org.muwazi.mine.Thresholds;
import org.muwazi.mine.VectorTable;

/**
 * F1 of mining for each margin, with and without penalties, and for each number of neighbours: on
 * gold with a dev and a test half for each pair of languages, and on stories whose neighbours in
 * the other language were taken away for half of them.
 */
public final class MiningEvaluation {

    private static final List<Integer> NEIGHBOURS = List.of(1, 2, 4, 8, 16, 32);
    private static final List<String> PAIRS = List.of("ara-eng", "fra-eng", "ara-fra");
    private static final List<List<String>> STORY_PAIRS =
            List.of(List.of("ar", "en"), List.of("fr", "en"), List.of("ar", "fr"));
    private static final double STEP = 0.005;

    private final PrintStream out;
    private final SentenceEncoder encoder;
    private final NearestNeighbours search;
    private final Path texts;

    private MiningEvaluation(
            PrintStream out, SentenceEncoder encoder, NearestNeighbours search, Path texts) {
        this.out = out;
        this.encoder = encoder;
        this.search = search;
        this.texts = texts;
    }

    /** Sentences of both sides, lines of gold pairs, and the neighbours for each k. */
    private record Task(
            SentencePool source,
            SentencePool target,
            Set<Gold> gold,
            Map<Integer, Neighbours> neighbours) {

        List<MinedPair> ranked(Margin margin, Penalties penalties, int k) {
            MiningOptions all = new MiningOptions(margin, penalties, k, margin.lowest());
            return PairSelection.select(neighbours.get(k), source, target, all).stream()
                    .map(
                            pair ->
                                    new MinedPair(
                                            source.line(pair.source()),
                                            target.line(pair.target()),
                                            pair.score()))
                    .toList();
        }
    }

    /** Arguments: model folder, folder with {@code mine_tico}, folder of stories. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path texts = Files.createTempDirectory("mining-evaluation-");
        try (SentenceEncoder encoder =
                        new NormalizingEncoder(OnnxSentenceEncoder.open(Path.of(args[0])));
                NearestNeighbours search = new OnnxNearestNeighbours()) {
            MiningEvaluation evaluation = new MiningEvaluation(out, encoder, search, texts);
            out.println(
                    "set\tpair\tmargin\tpenalties\tneighbours\tgold\tdev best F1\tthreshold"
                            + "\ttest F1\ttest precision\ttest recall\ttest best F1");
            evaluation.gold(Path.of(args[1], "mine_tico"));
            evaluation.stories(GoldStory.all(Path.of(args[2])));
            out.println(
                    "# signature: mining|candidates:both directions|encoder:"
                            + encoder.signature()
                            + "|version:1");
        } finally {
            try (var left = Files.list(texts)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(texts);
        }
    }

    // ---- gold with a dev half

    private void gold(Path folder) throws IOException {
        Map<String, Task> dev = new LinkedHashMap<>();
        Map<String, Task> test = new LinkedHashMap<>();
        for (String pair : PAIRS) {
            dev.put(pair, task(folder.resolve(pair), "dev"));
            test.put(pair, task(folder.resolve(pair), "test"));
        }
        for (Margin margin : Margin.values()) {
            for (Penalties penalties : Penalties.values()) {
                for (int k : NEIGHBOURS) {
                    // The cosine alone has no neighbourhood; k only limits its candidates.
                    if (margin != Margin.COSINE || k == MiningOptions.NEIGHBOURS) {
                        compare(dev, test, new Setting(margin, penalties, k));
                    }
                }
            }
        }
    }

    private record Setting(Margin margin, Penalties penalties, int k) {
        String fields() {
            return margin.name().toLowerCase(Locale.ROOT)
                    + "\t"
                    + (penalties == Penalties.NONE ? "no" : "yes")
                    + "\t"
                    + k;
        }

        List<MinedPair> ranked(Task task) {
            return task.ranked(margin, penalties, k);
        }
    }

    private void compare(Map<String, Task> dev, Map<String, Task> test, Setting setting) {
        double[] sums = new double[3];
        for (String pair : PAIRS) {
            MiningScore tuned =
                    MiningScore.best(dev.get(pair).gold(), setting.ranked(dev.get(pair)));
            List<MinedPair> ranked = setting.ranked(test.get(pair));
            Set<Gold> gold = test.get(pair).gold();
            MiningScore at = MiningScore.at(gold, ranked, tuned.threshold());
            MiningScore best = MiningScore.best(gold, ranked);
            print("mine_tico\t" + pair, setting, gold.size(), tuned, at, best);
            sums[0] += tuned.f1();
            sums[1] += at.f1();
            sums[2] += best.f1();
        }
        out.printf(
                Locale.ROOT,
                "mine_tico\tmean, own threshold\t%s\t-\t%.4f\t-\t%.4f\t-\t-\t%.4f%n",
                setting.fields(),
                sums[0] / PAIRS.size(),
                sums[1] / PAIRS.size(),
                sums[2] / PAIRS.size());
        common(dev, test, setting);
    }

    /** One threshold for all pairs of languages, chosen on dev: the default of the command. */
    private void common(Map<String, Task> dev, Map<String, Task> test, Setting setting) {
        List<Ranked> rankedDev = rankedAll(dev, setting);
        double chosen = setting.margin().lowest();
        double best = -1;
        for (int step = -20; step * STEP <= 3; step++) {
            double threshold = step * STEP;
            double mean = mean(rankedDev, threshold);
            if (mean > best + 1e-12) {
                best = mean;
                chosen = threshold;
            }
        }
        out.printf(
                Locale.ROOT,
                "mine_tico\tmean, one threshold\t%s\t-\t%.4f\t%.4f\t%.4f\t-\t-\t-%n",
                setting.fields(),
                best,
                chosen,
                mean(rankedAll(test, setting), chosen));
    }

    private record Ranked(Set<Gold> gold, List<MinedPair> pairs) {}

    private static List<Ranked> rankedAll(Map<String, Task> tasks, Setting setting) {
        return tasks.values().stream()
                .map(task -> new Ranked(task.gold(), setting.ranked(task)))
                .toList();
    }

    private static double mean(List<Ranked> all, double threshold) {
        return all.stream()
                .mapToDouble(
                        ranked -> MiningScore.at(ranked.gold(), ranked.pairs(), threshold).f1())
                .average()
                .orElseThrow();
    }

    private void print(
            String name,
            Setting setting,
            int gold,
            MiningScore dev,
            MiningScore at,
            MiningScore best) {
        out.printf(
                Locale.ROOT,
                "%s\t%s\t%d\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f%n",
                name,
                setting.fields(),
                gold,
                dev.f1(),
                at.threshold(),
                at.f1(),
                at.precision(),
                at.recall(),
                best.f1());
    }

    private Task task(Path folder, String half) throws IOException {
        Set<Gold> gold = new HashSet<>();
        for (String line : Files.readAllLines(folder.resolve(half + ".gold"))) {
            String[] field = line.split("\t", -1);
            gold.add(new Gold(Integer.parseInt(field[0]), Integer.parseInt(field[1])));
        }
        return task(
                Files.readAllLines(folder.resolve(half + ".src")),
                Files.readAllLines(folder.resolve(half + ".tgt")),
                gold);
    }

    private Task task(List<String> source, List<String> target, Set<Gold> gold) throws IOException {
        SentencePool sources = pool(source);
        SentencePool targets = pool(target);
        VectorTable sourceVectors = vectors(sources);
        VectorTable targetVectors = vectors(targets);
        SearchPlan plan = SearchPlan.fitting(256L << 20, 1, encoder.dimension());
        Map<Integer, Neighbours> neighbours = new LinkedHashMap<>();
        for (int k : NEIGHBOURS) {
            neighbours.put(
                    k,
                    new NeighbourSearch(search, plan, k)
                            .search(sourceVectors, targetVectors, pairs -> {}));
        }
        return new Task(sources, targets, gold, neighbours);
    }

    private SentencePool pool(List<String> lines) throws IOException {
        Path file = Files.createTempFile(texts, "pool", ".text");
        try (SentencePool.Builder builder = SentencePool.builder(file)) {
            for (int i = 0; i < lines.size(); i++) {
                builder.add(i, lines.get(i));
            }
            return builder.build();
        }
    }

    private VectorTable vectors(SentencePool pool) throws IOException {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < pool.size(); i++) {
            sentences.add(pool.text(i));
        }
        return VectorTable.of(encoder.encode(sentences));
    }

    // ---- stories

    /**
     * The sources are all stories but the last quarter, the targets all but the first quarter: gold
     * are the one-to-one beads of those that both have.
     */
    private void stories(List<GoldStory> stories) throws IOException {
        int quarter = stories.size() / 4;
        for (List<String> pair : STORY_PAIRS) {
            List<String> source = new ArrayList<>();
            List<String> target = new ArrayList<>();
            Set<Gold> gold = new HashSet<>();
            for (int story = 0; story < stories.size(); story++) {
                GoldStory told = stories.get(story);
                boolean inSource = story < stories.size() - quarter;
                boolean inTarget = story >= quarter;
                if (inSource && inTarget) {
                    addGold(told, pair, new Gold(source.size(), target.size()), gold);
                }
                source.addAll(inSource ? told.version(pair.get(0)).sentences() : List.of());
                target.addAll(inTarget ? told.version(pair.get(1)).sentences() : List.of());
            }
            Task task = task(source, target, gold);
            for (Margin margin : Margin.values()) {
                for (Penalties penalties : Penalties.values()) {
                    Setting setting = new Setting(margin, penalties, MiningOptions.NEIGHBOURS);
                    List<MinedPair> ranked = setting.ranked(task);
                    double threshold = Thresholds.of(margin, penalties);
                    MiningScore at = MiningScore.at(gold, ranked, threshold);
                    MiningScore best = MiningScore.best(gold, ranked);
                    out.printf(
                            Locale.ROOT,
                            "stories\t%s\t%s\t%d\t-\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f%n",
                            String.join("-", pair),
                            setting.fields(),
                            gold.size(),
                            threshold,
                            at.f1(),
                            at.precision(),
                            at.recall(),
                            best.f1());
                }
            }
        }
    }

    private static void addGold(GoldStory story, List<String> pair, Gold offset, Set<Gold> gold)
            throws IOException {
        boolean turned = !story.beads().containsKey(pair);
        BeadList beads = story.beads().get(turned ? List.of(pair.get(1), pair.get(0)) : pair);
        for (BeadList.Link link : beads.beads()) {
            if (link.source().size() == 1 && link.target().size() == 1) {
                int source = (turned ? link.target() : link.source()).get(0);
                int target = (turned ? link.source() : link.target()).get(0);
                gold.add(new Gold(offset.source() + source, offset.target() + target));
            }
        }
    }
}
