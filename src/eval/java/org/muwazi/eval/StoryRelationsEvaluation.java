package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.muwazi.align.AlignmentParameters;
import org.muwazi.align.EmbeddingAligner;
import org.muwazi.align.RelationEvidence;
import org.muwazi.embed.CachingEncoder;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.read.ReadOptions;
import org.muwazi.read.StoryReader;
import org.muwazi.segment.RuleSegmenter;
import org.muwazi.text.PairRelation.Relation;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.SetAside;
import org.muwazi.text.SourceText;

/**
 * The four relations on our own material: every two files of {@code eval/stories} and {@code
 * eval/related}, and the first half of each clean version. Versions of one story are translations,
 * in part where one of them is cut; other reports on it are of the same event; all else is
 * unrelated.
 */
public final class StoryRelationsEvaluation {

    private static final int REMEMBERED = 20_000;

    private record Text(
            String story,
            boolean cut,
            boolean related,
            SegmentedDocument document,
            Embeddings vectors) {}

    private record Decided(Text source, Text target, Relation gold, RelationEvidence evidence) {}

    private StoryRelationsEvaluation() {}

    /** Arguments: model folder, stories folder, folder of related reports. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (SentenceEncoder encoder =
                new CachingEncoder(
                        new NormalizingEncoder(OnnxSentenceEncoder.open(Path.of(args[0]))),
                        REMEMBERED)) {
            List<Text> texts = texts(encoder, Path.of(args[1]), Path.of(args[2]));
            report(decided(texts), out);
            out.println("# signature: " + encoder.signature());
        }
    }

    private static List<Text> texts(SentenceEncoder encoder, Path stories, Path related)
            throws IOException {
        List<Text> texts = new ArrayList<>();
        for (GoldStory story : GoldStory.all(stories)) {
            String number = story.id().substring(0, 2);
            String json = Files.readString(story.folder().resolve("story.json"));
            for (GoldStory.Version version : story.versions()) {
                SegmentedDocument document = read(version.file());
                boolean cut = isTruncated(json, version.id());
                texts.add(text(encoder, number, cut, version.isRelated(), document));
                if (version.kind().equals("clean")) {
                    texts.add(text(encoder, number, true, false, firstHalf(document)));
                }
            }
        }
        try (Stream<Path> files = Files.list(related)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
                String number = file.getFileName().toString().substring(0, 2);
                texts.add(text(encoder, number, false, true, read(file)));
            }
        }
        return texts;
    }

    /** True where the story's file lists truncation among the damage of a version. */
    private static boolean isTruncated(String json, String version) {
        int at = json.indexOf("\"id\": \"" + version + "\"");
        int end = json.indexOf('}', at);
        return json.substring(at, end).contains("\"truncated\"");
    }

    private static SegmentedDocument read(Path file) throws IOException {
        SourceText text = new StoryReader().read(file, Optional.empty(), ReadOptions.standard());
        return new RuleSegmenter()
                .segment(text.document(), text.setAside().stream().map(SetAside::span).toList());
    }

    private static SegmentedDocument firstHalf(SegmentedDocument document) {
        return new SegmentedDocument(
                document.document(), document.segments().subList(0, document.size() / 2));
    }

    private static Text text(
            SentenceEncoder encoder,
            String story,
            boolean cut,
            boolean related,
            SegmentedDocument document) {
        return new Text(story, cut, related, document, encoder.encode(document.texts()));
    }

    private static List<Decided> decided(List<Text> texts) {
        List<Decided> decided = new ArrayList<>();
        for (int a = 0; a < texts.size(); a++) {
            for (int b = a + 1; b < texts.size(); b++) {
                Text source = texts.get(a);
                Text target = texts.get(b);
                RelationEvidence evidence =
                        RelationEvidence.of(
                                EmbeddingAligner.align(
                                        source.document(),
                                        source.vectors(),
                                        target.document(),
                                        target.vectors(),
                                        AlignmentParameters.standard()),
                                source.vectors(),
                                target.vectors());
                decided.add(new Decided(source, target, gold(source, target), evidence));
            }
        }
        return decided;
    }

    private static Relation gold(Text source, Text target) {
        if (!source.story().equals(target.story())) {
            return Relation.UNRELATED;
        }
        if (source.related() || target.related()) {
            return Relation.SAME_EVENT;
        }
        return source.cut() == target.cut() ? Relation.TRANSLATION : Relation.PARTIAL;
    }

    private static void report(List<Decided> decided, PrintStream out) {
        Map<Relation, Map<Relation, Integer>> counts = new EnumMap<>(Relation.class);
        for (Relation gold : Relation.values()) {
            counts.put(gold, new EnumMap<>(Relation.class));
        }
        decided.forEach(
                pair -> counts.get(pair.gold()).merge(pair.evidence().relation(), 1, Integer::sum));
        out.println("gold\ttranslation\tpartial\tsame-event\tunrelated\tpairs\tright");
        counts.forEach(
                (gold, row) -> {
                    StringBuilder line = new StringBuilder(gold.label());
                    int all = 0;
                    for (Relation relation : Relation.values()) {
                        int count = row.getOrDefault(relation, 0);
                        line.append('\t').append(count);
                        all += count;
                    }
                    double right = (double) row.getOrDefault(gold, 0) / all;
                    out.println(line + String.format(Locale.ROOT, "\t%d\t%.4f", all, right));
                });
        threshold(
                decided,
                "same event against unrelated, by the mean best cosine",
                List.of(Relation.SAME_EVENT, Relation.UNRELATED),
                out);
        threshold(
                decided,
                "translation against partial, by the smaller aligned share",
                List.of(Relation.TRANSLATION, Relation.PARTIAL),
                out);
        threshold(
                decided,
                "partial against same event, by the score",
                List.of(Relation.PARTIAL, Relation.SAME_EVENT),
                out);
    }

    private static void threshold(
            List<Decided> decided, String name, List<Relation> between, PrintStream out) {
        double[] scores = new double[decided.size()];
        boolean[] upper = new boolean[decided.size()];
        for (int i = 0; i < scores.length; i++) {
            RelationEvidence evidence = decided.get(i).evidence();
            scores[i] =
                    switch (between.get(0)) {
                        case SAME_EVENT -> evidence.meanBest();
                        case TRANSLATION ->
                                Math.min(evidence.sourceShare(), evidence.targetShare());
                        default -> evidence.score();
                    };
            upper[i] = decided.get(i).gold() == between.get(0);
        }
        PairStatistics statistics = new PairStatistics(scores, upper);
        IntPredicate asked = i -> between.contains(decided.get(i).gold());
        double threshold = statistics.bestThreshold(asked);
        out.println(
                String.format(
                        Locale.ROOT,
                        "# %s: AUC %.4f, best threshold %.3f with balanced accuracy %.4f",
                        name,
                        statistics.auc(asked),
                        threshold,
                        statistics.balancedAccuracy(asked, threshold)));
    }
}
