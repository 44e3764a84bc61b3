package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.muwazi.cli.Toolkit;
import org.muwazi.pipeline.StoryPipeline;
import org.muwazi.read.StoryReader;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.ScoredVersion;

/**
 * Verdicts on {@code eval/stories}, from the files as a user has them: each version that is not
 * clean together with the clean versions of the two other languages, and the three clean ones
 * together; no original is named. Right or wrong for each version of each run.
 */
public final class VerdictEvaluation {

    private VerdictEvaluation() {}

    /**
     * Arguments: models folder, stories folder, a mode of {@link StoryRun}: plain, original, pairs.
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        StoryReader reader = new StoryReader();
        Map<String, int[]> totals = new TreeMap<>();
        String signature = "";
        StoryRun.Mode mode = StoryRun.Mode.of(args[2]);
        out.println("story\tversions\tversion\tgold\tverdict\tscore\tcoverage\tright\treasons");
        try (Toolkit toolkit = Toolkit.open(Path.of(args[0]))) {
            StoryPipeline pipeline = toolkit.pipeline();
            for (GoldStory story : GoldStory.all(Path.of(args[1]))) {
                for (StoryRun together : StoryRun.of(story, mode)) {
                    List<GoldStory.Version> run = together.versions();
                    ScoredStory scored = pipeline.check(together.read(reader, mode));
                    signature = scored.signature().toString();
                    for (int v = 0; v < run.size(); v++) {
                        if (run.get(v).isRelated()) {
                            continue;
                        }
                        ScoredVersion version = scored.versions().get(v);
                        String gold = run.get(v).verdict();
                        boolean right = version.verdict().label().equals(gold);
                        int[] count = totals.computeIfAbsent(gold, key -> new int[2]);
                        count[right ? 0 : 1]++;
                        out.println(
                                String.format(
                                        Locale.ROOT,
                                        "%s\t%s\t%s\t%s\t%s\t%.3f\t%.3f\t%s\t%s",
                                        story.id(),
                                        String.join(
                                                "+",
                                                run.stream().map(GoldStory.Version::id).toList()),
                                        run.get(v).id(),
                                        gold,
                                        version.verdict().label(),
                                        version.score(),
                                        version.coverage(),
                                        right ? "right" : "wrong",
                                        String.join(
                                                "; ",
                                                version.reasons().stream()
                                                        .map(reason -> reason.text().toString())
                                                        .toList())));
                    }
                }
            }
        }
        totals.forEach(
                (gold, count) ->
                        out.println(
                                "# gold "
                                        + gold
                                        + ": "
                                        + count[0]
                                        + " right, "
                                        + count[1]
                                        + " wrong"));
        out.println("# signature: " + signature);
    }
}
