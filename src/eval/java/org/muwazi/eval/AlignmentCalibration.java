package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.muwazi.align.Alignment;
import org.muwazi.align.AlignmentParameters;
import org.muwazi.align.EmbeddingAligner;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

/**
 * Finds the aligner's parameters for an encoder by coordinate search on gold document pairs: a
 * folder with {@code manifest.tsv} (tier, pair, document, source file, target file, gold file), one
 * sentence a line. Every second document is used for the search, the others are reported beside it.
 * The objective is the mean strict F1 over tiers and language pairs.
 */
public final class AlignmentCalibration {

    /** Values tried for each parameter, in the order of the record's components. */
    private static final List<List<Double>> AXES =
            List.of(
                    List.of(.16, .2, .24, .28, .32, .36, .4),
                    List.of(0., .25, .5, .75, 1.),
                    List.of(.1, .2, .3, .4, .55, .7),
                    List.of(0., .1, .2, .3, .4),
                    List.of(0., .25, .5, .75),
                    List.of(.02, .05, .08, .12),
                    List.of(.02, .05, .08, .12),
                    List.of(.02, .05, .1, .15, .2),
                    List.of(0., .03, .05, .1, .15),
                    List.of(.05, .1, .15, .2, .25, .3));

    private record Example(
            String tier,
            String pair,
            SegmentedDocument source,
            Embeddings sourceVectors,
            SegmentedDocument target,
            Embeddings targetVectors,
            BeadList gold) {}

    private AlignmentCalibration() {}

    /**
     * Arguments: model folder, folder with manifest.tsv, number of document pairs of each tier and
     * pair, rounds.
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path root = Path.of(args[1]);
        int most = Integer.parseInt(args[2]);
        int rounds = Integer.parseInt(args[3]);
        List<Example> search = new ArrayList<>();
        List<Example> check = new ArrayList<>();
        try (OnnxSentenceEncoder encoder = OnnxSentenceEncoder.open(Path.of(args[0]))) {
            Map<String, Integer> seen = new TreeMap<>();
            for (String line : Files.readAllLines(root.resolve("manifest.tsv"))) {
                String[] field = line.split("\t", -1);
                int number = seen.merge(field[0] + field[1], 1, Integer::sum);
                if (number <= most) {
                    (number % 2 == 0 ? search : check).add(example(encoder, root, field));
                }
            }
        }
        AlignmentParameters best = AlignmentParameters.forUseMultilingual();
        double bestScore = objective(search, best);
        out.println("start\t" + report(search, best) + "\t" + best.signature());
        for (int round = 0; round < rounds; round++) {
            for (int axis = 0; axis < AXES.size(); axis++) {
                for (double value : AXES.get(axis)) {
                    List<Double> values = new ArrayList<>(values(best));
                    values.set(axis, value);
                    AlignmentParameters candidate = parameters(values);
                    double score = objective(search, candidate);
                    if (score > bestScore + 1e-4) {
                        bestScore = score;
                        best = candidate;
                        out.println("search\t" + report(search, best) + "\t" + best.signature());
                    }
                }
            }
        }
        out.println("chosen, search half\t" + report(search, best) + "\t" + best.signature());
        out.println("chosen, other half\t" + report(check, best) + "\t" + best.signature());
        out.println(
                "as shipped, other half\t"
                        + report(check, AlignmentParameters.forUseMultilingual())
                        + "\t"
                        + AlignmentParameters.forUseMultilingual().signature());
    }

    private static List<Double> values(AlignmentParameters p) {
        return List.of(
                p.threshold(),
                p.adaptation(),
                p.neighbourWeight(),
                p.lengthWeight(),
                p.growth(),
                p.twoOnePenalty(),
                p.largerPenalty(),
                p.twoTwoPenalty(),
                p.reward(),
                p.gapOpen());
    }

    private static AlignmentParameters parameters(List<Double> v) {
        return new AlignmentParameters(
                v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), v.get(5), v.get(6), v.get(7),
                v.get(8), v.get(9));
    }

    private static Example example(OnnxSentenceEncoder encoder, Path root, String[] field)
            throws IOException {
        SegmentedDocument source =
                lines(root.resolve(field[3]), language(field[1].substring(0, 3)));
        SegmentedDocument target = lines(root.resolve(field[4]), language(field[1].substring(4)));
        return new Example(
                field[0],
                field[1],
                source,
                encoder.encode(source.texts()),
                target,
                encoder.encode(target.texts()),
                BeadList.read(root.resolve(field[5])));
    }

    private static Language language(String code) {
        return Language.of(code)
                .orElseThrow(() -> new IllegalArgumentException("unknown language " + code));
    }

    private static SegmentedDocument lines(Path file, Language language) throws IOException {
        String text = Files.readString(file);
        List<Segment> segments = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                segments.add(new Segment(new Span(start, start + line.length()), line));
            }
            start += line.length() + 1;
        }
        return new SegmentedDocument(new Document(file.toString(), language, text), segments);
    }

    private static Map<String, BeadCounts> counts(
            List<Example> examples, AlignmentParameters parameters) {
        Map<String, BeadCounts> counts = new TreeMap<>();
        List<BeadList> results =
                IntStream.range(0, examples.size())
                        .parallel()
                        .mapToObj(
                                i -> {
                                    Example example = examples.get(i);
                                    Alignment alignment =
                                            EmbeddingAligner.align(
                                                    example.source(),
                                                    example.sourceVectors(),
                                                    example.target(),
                                                    example.targetVectors(),
                                                    parameters);
                                    return BeadList.of(alignment);
                                })
                        .toList();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            counts.computeIfAbsent(example.tier() + "/" + example.pair(), key -> new BeadCounts())
                    .add(example.gold(), results.get(i));
        }
        return counts;
    }

    private static double objective(List<Example> examples, AlignmentParameters parameters) {
        return counts(examples, parameters).values().stream()
                .mapToDouble(BeadCounts::strictF1)
                .average()
                .orElse(0);
    }

    private static String report(List<Example> examples, AlignmentParameters parameters) {
        StringBuilder line = new StringBuilder();
        double sum = 0;
        Map<String, BeadCounts> counts = counts(examples, parameters);
        for (Map.Entry<String, BeadCounts> entry : counts.entrySet()) {
            line.append(
                    String.format(
                            Locale.ROOT, "%s %.4f  ", entry.getKey(), entry.getValue().strictF1()));
            sum += entry.getValue().strictF1();
        }
        return String.format(Locale.ROOT, "%.4f\t%s", sum / counts.size(), line.toString().strip());
    }
}
