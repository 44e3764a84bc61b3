package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.muwazi.align.Alignment;
import org.muwazi.align.AlignmentParameters;
import org.muwazi.align.AlignmentPresets;
import org.muwazi.align.DenseText;
import org.muwazi.align.EmbeddingAligner;
import org.muwazi.align.JoinedEmbeddings;
import org.muwazi.align.StoryAligner;
import org.muwazi.cli.ModelFiles;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.text.Language;
import org.muwazi.text.SegmentedDocument;

/**
 * Strict and lax F1 on gold document pairs outside the repository, for the aligner as shipped and
 * for what it is without each of its parts, on the half that nothing was searched on and on all.
 * Output of other tools is scored beside it: a folder with {@code TIER/PAIR/DOCUMENT.align} in
 * vecalign's format for each.
 */
public final class AlignmentBenchmark {

    /** Largest block that is encoded as one text. */
    private static final int LARGEST = 4;

    private AlignmentBenchmark() {}

    /**
     * Arguments: model folder, most document pairs of a kind, folders of gold joined by the
     * system's path separator, then name=folder for each rival.
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path model = Path.of(args[0]);
        AlignmentPresets shipped = ModelFiles.alignmentParameters(model);
        List<Path> folders = new ArrayList<>();
        for (String folder : args[2].split(java.io.File.pathSeparator)) {
            folders.add(Path.of(folder));
        }
        out.println(
                "system\thalf\ttier\tpair\tdocuments\tbeads\tstrict P\tstrict R\tstrict F1\tlax F1\tnull F1");
        try (SentenceEncoder encoder = new NormalizingEncoder(OnnxSentenceEncoder.open(model))) {
            List<GoldPairs.Pair> pairs =
                    GoldPairs.read(encoder, folders, Integer.parseInt(args[1]));
            report(out, "muwazi", pairs, twice(encoder, pairs, shipped));
            report(out, "first pass with a third version", pairs, withThird(pairs, shipped));
            for (Map.Entry<String, AlignmentParameters> variant :
                    variants(shipped.pages()).entrySet()) {
                report(out, variant.getKey(), pairs, aligned(pairs, variant.getValue()));
            }
            for (String rival : List.of(args).subList(3, args.length)) {
                String[] named = rival.split("=", 2);
                report(out, named[0], pairs, read(pairs, Path.of(named[1])));
            }
            out.println("# signature: " + shipped.signature() + " " + encoder.signature());
        }
    }

    /** The aligner, and the aligner without each part. */
    private static Map<String, AlignmentParameters> variants(AlignmentParameters p) {
        Map<String, AlignmentParameters> variants = new LinkedHashMap<>();
        variants.put("first pass", p);
        variants.put(
                "first pass without neighbours", ParameterSettings.with(p, "neighbourWeight", 0));
        variants.put("first pass without length", ParameterSettings.with(p, "lengthWeight", 0));
        variants.put(
                "first pass without adaptive threshold",
                ParameterSettings.with(p, "adaptation", 0));
        variants.put("first pass without growth", ParameterSettings.with(p, "growth", 0));
        variants.put(
                "first pass, linear gaps",
                ParameterSettings.with(
                        ParameterSettings.with(p, "gapExtend", p.gapOpen()), "gapOpen", 0));
        variants.put("first pass without reward", ParameterSettings.with(p, "reward", 0));
        return variants;
    }

    static List<BeadList> aligned(List<GoldPairs.Pair> pairs, AlignmentParameters parameters) {
        return IntStream.range(0, pairs.size())
                .parallel()
                .mapToObj(
                        i ->
                                BeadList.of(
                                        EmbeddingAligner.align(
                                                pairs.get(i).source(),
                                                pairs.get(i).sourceVectors(),
                                                pairs.get(i).target(),
                                                pairs.get(i).targetVectors(),
                                                parameters)))
                .toList();
    }

    /**
     * Each pair aligned jointly with the document in the third language, as it stands in another
     * pair of the same tier; as the first pass where there is none.
     */
    static List<BeadList> withThird(List<GoldPairs.Pair> pairs, AlignmentPresets presets) {
        StoryAligner aligner = new StoryAligner(presets.pages());
        return IntStream.range(0, pairs.size())
                .parallel()
                .mapToObj(i -> withThird(pairs.get(i), pairs, aligner))
                .toList();
    }

    private static BeadList withThird(
            GoldPairs.Pair pair, List<GoldPairs.Pair> pairs, StoryAligner aligner) {
        List<SegmentedDocument> versions = new ArrayList<>(List.of(pair.source(), pair.target()));
        List<Embeddings> vectors =
                new ArrayList<>(List.of(pair.sourceVectors(), pair.targetVectors()));
        List<Language> languages =
                versions.stream().map(version -> version.document().language()).toList();
        for (GoldPairs.Pair other : pairs) {
            if (versions.size() == 2
                    && other.tier().equals(pair.tier())
                    && other.document().equals(pair.document())) {
                if (!languages.contains(other.source().document().language())) {
                    versions.add(other.source());
                    vectors.add(other.sourceVectors());
                } else if (!languages.contains(other.target().document().language())) {
                    versions.add(other.target());
                    vectors.add(other.targetVectors());
                }
            }
        }
        return BeadList.of(aligner.align(versions, vectors).pair(0, 1));
    }

    /** The aligner whole: the second pass where a document is dense. */
    private static List<BeadList> twice(
            SentenceEncoder encoder, List<GoldPairs.Pair> pairs, AlignmentPresets presets) {
        Map<String, Second> seconds = seconds(encoder, pairs, presets.pages(), DenseText::isDense);
        return realigned(pairs, seconds, presets.dense());
    }

    /** What the second pass over a document pair starts from; no blocks where it is not dense. */
    record Second(Alignment first, Optional<JoinedEmbeddings> source, JoinedEmbeddings target) {}

    static Map<String, Second> seconds(
            SentenceEncoder encoder,
            List<GoldPairs.Pair> pairs,
            AlignmentParameters pages,
            Predicate<Alignment> isDense) {
        Map<String, Second> seconds = new LinkedHashMap<>();
        for (GoldPairs.Pair pair : pairs) {
            Alignment first =
                    EmbeddingAligner.align(
                            pair.source(),
                            pair.sourceVectors(),
                            pair.target(),
                            pair.targetVectors(),
                            pages);
            boolean dense = isDense.test(first);
            int most = dense ? LARGEST : 1;
            JoinedEmbeddings source = JoinedEmbeddings.of(encoder, pair.source(), most);
            seconds.put(
                    pair.key(),
                    new Second(
                            first,
                            dense ? Optional.of(source) : Optional.empty(),
                            JoinedEmbeddings.of(encoder, pair.target(), most)));
        }
        return seconds;
    }

    static List<BeadList> realigned(
            List<GoldPairs.Pair> pairs, Map<String, Second> seconds, AlignmentParameters dense) {
        return pairs.parallelStream()
                .map(pair -> seconds.get(pair.key()))
                .map(
                        second ->
                                second.source()
                                        .map(
                                                source ->
                                                        DenseText.realign(
                                                                second.first(),
                                                                source,
                                                                second.target(),
                                                                dense))
                                        .orElse(second.first()))
                .map(BeadList::of)
                .toList();
    }

    private static List<BeadList> read(List<GoldPairs.Pair> pairs, Path folder) throws IOException {
        List<BeadList> beads = new ArrayList<>();
        for (GoldPairs.Pair pair : pairs) {
            Path file =
                    folder.resolve(pair.tier())
                            .resolve(pair.pair())
                            .resolve(pair.document() + ".align");
            beads.add(Files.exists(file) ? BeadList.read(file) : new BeadList(List.of()));
        }
        return beads;
    }

    private static void report(
            PrintStream out, String system, List<GoldPairs.Pair> pairs, List<BeadList> found) {
        Map<List<String>, BeadCounts> counts = new TreeMap<>(AlignmentBenchmark::compare);
        Map<List<String>, Integer> documents = new TreeMap<>(AlignmentBenchmark::compare);
        for (int i = 0; i < pairs.size(); i++) {
            GoldPairs.Pair pair = pairs.get(i);
            List<String> halves = new ArrayList<>(List.of("all"));
            if (!pair.isForSearch()) {
                halves.add("not searched on");
            }
            for (String half : halves) {
                for (String languages : List.of(pair.pair(), "all")) {
                    List<String> key = List.of(half, pair.tier(), languages);
                    counts.computeIfAbsent(key, k -> new BeadCounts())
                            .add(pair.gold(), found.get(i));
                    documents.merge(key, 1, Integer::sum);
                }
            }
        }
        counts.forEach(
                (key, count) ->
                        out.println(
                                String.format(
                                        Locale.ROOT,
                                        "%s\t%s\t%d\t%d\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f",
                                        system,
                                        String.join("\t", key),
                                        documents.get(key),
                                        count.wanted(),
                                        count.strictPrecision(),
                                        count.strictRecall(),
                                        count.strictF1(),
                                        count.laxF1(),
                                        count.nullF1())));
    }

    private static int compare(List<String> a, List<String> b) {
        return String.join("\t", a).compareTo(String.join("\t", b));
    }
}
