package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muwazi.align.AlignmentParameters;
import org.muwazi.align.MovedStoryAligner;
import org.muwazi.align.StoryAlignment;
import org.muwazi.cli.ModelFiles;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.text.SegmentedDocument;

/**
 * Strict and lax precision, recall and F1 of alignment on {@code eval/stories}, given the gold
 * sentences: pairs of clean versions, pairs with a damaged version or a page, and the same pairs
 * taken from the joint alignment of three versions, all with what moved looked for, as users get
 * them.
 */
public final class AlignmentEvaluation {

    private AlignmentEvaluation() {}

    /** Arguments: model folder, stories folder. Prints a table of tab-separated values. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path model = Path.of(args[0]);
        AlignmentParameters parameters = ModelFiles.alignmentParameters(model).pages();
        MovedStoryAligner aligner = new MovedStoryAligner(parameters);
        out.println(
                "story\tpair\tkind\tbeads\tstrict P\tstrict R\tstrict F1\tlax P\tlax R\tlax F1\tnull F1");
        Map<String, BeadCounts> totals = new java.util.TreeMap<>();
        try (SentenceEncoder encoder = new NormalizingEncoder(OnnxSentenceEncoder.open(model))) {
            for (GoldStory story : GoldStory.all(Path.of(args[1]))) {
                Map<String, SegmentedDocument> documents = new HashMap<>();
                Map<String, Embeddings> vectors = new HashMap<>();
                for (GoldStory.Version version : story.versions()) {
                    documents.put(version.id(), version.gold());
                    vectors.put(version.id(), encoder.encode(version.sentences()));
                }
                for (Map.Entry<List<String>, BeadList> gold : story.beads().entrySet()) {
                    String source = gold.getKey().get(0);
                    String target = gold.getKey().get(1);
                    BeadList pair =
                            BeadList.of(
                                    aligner.align(
                                                    List.of(
                                                            documents.get(source),
                                                            documents.get(target)),
                                                    List.of(
                                                            vectors.get(source),
                                                            vectors.get(target)))
                                            .pair(0, 1));
                    String kind = story.version(source).kind();
                    line(
                            out,
                            totals,
                            story.id(),
                            source + "-" + target,
                            kind,
                            gold.getValue(),
                            pair);
                    String third = third(story, source, target);
                    StoryAlignment joint =
                            aligner.align(
                                    List.of(
                                            documents.get(source),
                                            documents.get(target),
                                            documents.get(third)),
                                    List.of(
                                            vectors.get(source),
                                            vectors.get(target),
                                            vectors.get(third)));
                    line(
                            out,
                            totals,
                            story.id(),
                            source + "-" + target + " with " + third,
                            kind + ", three versions",
                            gold.getValue(),
                            BeadList.of(joint.pair(0, 1)));
                }
            }
            totals.forEach((kind, counts) -> out.println(row("all", "all", kind, counts)));
            out.println("# signature: " + parameters.signature() + " " + encoder.signature());
        }
    }

    /** The clean version in the language that a pair lacks. */
    private static String third(GoldStory story, String source, String target) {
        return story.versions().stream()
                .filter(
                        version ->
                                version.kind().equals("clean")
                                        && version.language() != story.version(source).language()
                                        && version.language() != story.version(target).language())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void line(
            PrintStream out,
            Map<String, BeadCounts> totals,
            String story,
            String pair,
            String kind,
            BeadList gold,
            BeadList test) {
        BeadCounts counts = new BeadCounts();
        counts.add(gold, test);
        totals.computeIfAbsent(kind, key -> new BeadCounts()).add(counts);
        out.println(row(story, pair, kind, counts));
    }

    private static String row(String story, String pair, String kind, BeadCounts counts) {
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%s\t%d\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f",
                story,
                pair,
                kind,
                counts.wanted(),
                counts.strictPrecision(),
                counts.strictRecall(),
                counts.strictF1(),
                counts.laxPrecision(),
                counts.laxRecall(),
                counts.laxF1(),
                counts.nullF1());
    }
}
