package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.muwazi.align.Alignment;
import org.muwazi.align.AlignmentParameters;
import org.muwazi.align.EmbeddingAligner;
import org.muwazi.cli.ModelFiles;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.eval.BeadList.Link;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

/**
 * Time, memory and strict F1 of the first pass on long documents, without encoding. A long document
 * is gold document pairs one after the other, gone through again and again until it is long enough;
 * in each round the dimensions of all vectors are permuted and their signs changed in a way of the
 * round's and the language pair's own, the same on both sides, so that no sentence comes twice and
 * all similarities within a round stay as they are.
 */
public final class AlignmentSpeed {

    private AlignmentSpeed() {}

    /** Arguments: model folder, folder of gold, tier, numbers of lines. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path model = Path.of(args[0]);
        AlignmentParameters parameters = ModelFiles.alignmentParameters(model).pages();
        out.println("tier\tsource lines\ttarget lines\tseconds\tpeak heap MB\tstrict F1");
        try (SentenceEncoder encoder = new NormalizingEncoder(OnnxSentenceEncoder.open(model))) {
            List<GoldPairs.Pair> pairs =
                    GoldPairs.read(encoder, List.of(Path.of(args[1])), 1000).stream()
                            .filter(pair -> pair.tier().equals(args[2]))
                            .toList();
            measure(pairs, 2000, parameters);
            for (String lines : List.of(args).subList(3, args.length)) {
                out.println(args[2] + "\t" + measure(pairs, Integer.parseInt(lines), parameters));
            }
            out.println("# signature: " + parameters.signature() + " " + encoder.signature());
        }
    }

    private static String measure(
            List<GoldPairs.Pair> pairs, int lines, AlignmentParameters parameters) {
        Side source = new Side("source");
        Side target = new Side("target");
        List<Link> gold = new ArrayList<>();
        for (int round = 0; source.rows.size() < lines; round++) {
            for (GoldPairs.Pair pair : pairs) {
                Turn turn = new Turn(pair, round);
                int i = source.rows.size();
                int j = target.rows.size();
                pair.gold()
                        .beads()
                        .forEach(
                                bead ->
                                        gold.add(
                                                new Link(
                                                        bead.source().stream()
                                                                .map(k -> k + i)
                                                                .toList(),
                                                        bead.target().stream()
                                                                .map(k -> k + j)
                                                                .toList())));
                source.add(pair.source(), pair.sourceVectors(), turn);
                target.add(pair.target(), pair.targetVectors(), turn);
                if (source.rows.size() >= lines) {
                    break;
                }
            }
        }
        SegmentedDocument from = source.document();
        SegmentedDocument to = target.document();
        Embeddings fromVectors = source.vectors();
        Embeddings toVectors = target.vectors();
        resetPeak();
        long start = System.nanoTime();
        Alignment alignment = EmbeddingAligner.align(from, fromVectors, to, toVectors, parameters);
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak = peak() >> 20;
        BeadCounts counts = new BeadCounts();
        counts.add(new BeadList(gold), BeadList.of(alignment));
        return String.format(
                Locale.ROOT,
                "%d\t%d\t%.2f\t%d\t%.4f",
                from.size(),
                to.size(),
                seconds,
                peak,
                counts.strictF1());
    }

    private static void resetPeak() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /**
     * A permutation of the dimensions, with signs, for a round and a language pair: the same
     * document stands in several language pairs.
     */
    private static final class Turn {

        private final int[] from;
        private final float[] sign;

        Turn(GoldPairs.Pair pair, int round) {
            int dimension = pair.sourceVectors().dimension();
            Random random = new Random(31L * pair.pair().hashCode() + round);
            from = new int[dimension];
            sign = new float[dimension];
            for (int k = 0; k < dimension; k++) {
                int other = random.nextInt(k + 1);
                from[k] = from[other];
                from[other] = k;
                sign[k] = random.nextBoolean() ? 1 : -1;
            }
        }

        float[] of(float[] row) {
            float[] turned = new float[row.length];
            for (int k = 0; k < row.length; k++) {
                turned[k] = sign[k] * row[from[k]];
            }
            return turned;
        }
    }

    /** One long document in the making. */
    private static final class Side {

        private final String id;
        private final StringBuilder text = new StringBuilder();
        private final List<Segment> segments = new ArrayList<>();
        private final List<float[]> rows = new ArrayList<>();

        Side(String id) {
            this.id = id;
        }

        void add(SegmentedDocument document, Embeddings vectors, Turn turn) {
            for (int i = 0; i < document.size(); i++) {
                String sentence = document.segments().get(i).text();
                segments.add(
                        new Segment(
                                new Span(text.length(), text.length() + sentence.length()),
                                sentence));
                text.append(sentence).append('\n');
                rows.add(turn.of(vectors.row(i)));
            }
        }

        SegmentedDocument document() {
            return new SegmentedDocument(
                    new Document(id, Language.ENGLISH, text.toString()), segments);
        }

        Embeddings vectors() {
            Embeddings vectors = Embeddings.of(rows, rows.get(0).length);
            rows.clear();
            return vectors;
        }
    }
}
