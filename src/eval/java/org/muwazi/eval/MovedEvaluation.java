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
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.muwazi.align.Alignment;
import org.muwazi.align.AlignmentParameters;
import org.muwazi.align.Bead;
import org.muwazi.align.EmbeddingAligner;
import org.muwazi.align.MovedBlockAligner;
import org.muwazi.embed.CachingEncoder;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

/**
 * Alignment with its second pass, without it, and by lengths alone, on gold pairs that {@link
 * PairGenerator} changes and on gold pairs as they are given.
 */
public final class MovedEvaluation {

    private static final long SEED = 20_261_122L;

    /** Pairs of the folder taken from each two languages. */
    private static final int MOST = 40;

    private static final int REMEMBERED = 200_000;

    private static final List<String> SYSTEMS = List.of("moved", "monotone", "Gale-Church");

    private final SentenceEncoder encoder;
    private final AlignmentParameters parameters = AlignmentParameters.standard();
    private final Map<String, MovedCounts> counts = new LinkedHashMap<>();

    private MovedEvaluation(SentenceEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * Arguments: moved (families in which something moves, and what they are compared with) or
     * generated (all families); model folder; stories folder; file of page chrome; then, where
     * there is one, a folder of gold pairs: {@code clean} in it is what is changed, its other
     * folders are measured as they are. Prints a table of tab-separated values.
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean movedOnly = args[0].equals("moved");
        Path chrome = Path.of(args[3]);
        try (SentenceEncoder encoder =
                new CachingEncoder(
                        new NormalizingEncoder(OnnxSentenceEncoder.open(Path.of(args[1]))),
                        REMEMBERED)) {
            MovedEvaluation evaluation = new MovedEvaluation(encoder);
            evaluation.changed("stories", GoldUnits.ofStories(Path.of(args[2])), chrome, movedOnly);
            if (args.length > 4) {
                evaluation.folder(Path.of(args[4]), chrome, movedOnly);
            }
            out.println("set\tfamily\taligner\t" + MovedCounts.HEADER);
            evaluation.counts.forEach((key, value) -> out.println(key + "\t" + value.row()));
            out.println(
                    "# signature: generated|seed:"
                            + SEED
                            + " "
                            + evaluation.parameters.signature()
                            + " "
                            + encoder.signature());
        }
    }

    private void folder(Path folder, Path chrome, boolean movedOnly) throws IOException {
        Path clean = folder.resolve("clean");
        boolean tiers = Files.isDirectory(clean);
        changed("lines", GoldUnits.ofLines(tiers ? clean : folder, MOST), chrome, movedOnly);
        if (tiers) {
            for (String tier : List.of("noisy", "truncated")) {
                for (GoldUnits pair : GoldUnits.ofLines(folder.resolve(tier), MOST)) {
                    measure("lines", tier + " as given", pair);
                }
            }
        }
    }

    private void changed(String set, List<GoldUnits> pairs, Path chrome, boolean movedOnly)
            throws IOException {
        PairGenerator.Surroundings around = PairGenerator.Surroundings.of(pairs, chrome);
        for (PairGenerator family : PairGenerator.values()) {
            if (movedOnly && !family.moves() && family != PairGenerator.CLEAN) {
                continue;
            }
            for (int p = 0; p < pairs.size(); p++) {
                Random random = new Random(SEED + 1000L * family.label().hashCode() + p);
                measure(set, family.label(), family.change(pairs.get(p), around, random));
            }
        }
    }

    private void measure(String set, String family, GoldUnits pair) {
        boolean moves = pair.units().stream().anyMatch(GoldUnits.Unit::moved);
        GoldUnits unmoved = pair.with(pair.units());
        for (String system : SYSTEMS) {
            Set<Integer> before = new HashSet<>();
            if (moves) {
                Set<BeadList.Link> found = new HashSet<>(beads(system, unmoved).list().beads());
                for (int u = 0; u < unmoved.units().size(); u++) {
                    if (found.contains(unmoved.links().get(u))) {
                        before.add(u);
                    }
                }
            }
            Beads test = beads(system, pair);
            counts.computeIfAbsent(set + "\t" + family + "\t" + system, key -> new MovedCounts())
                    .add(pair, test.list(), test.moved(), before);
        }
    }

    private record Beads(BeadList list, Set<BeadList.Link> moved) {}

    private Beads beads(String system, GoldUnits pair) {
        SegmentedDocument source = document("source", pair.source(), pair.sourceSentences());
        SegmentedDocument target = document("target", pair.target(), pair.targetSentences());
        if (system.equals("Gale-Church")) {
            return new Beads(GaleChurch.align(source.texts(), target.texts()), Set.of());
        }
        Embeddings left = encoder.encode(source.texts());
        Embeddings right = encoder.encode(target.texts());
        Alignment alignment =
                system.equals("moved")
                        ? MovedBlockAligner.align(source, left, target, right, parameters)
                        : EmbeddingAligner.align(source, left, target, right, parameters);
        Set<BeadList.Link> moved = new HashSet<>();
        BeadList beads = BeadList.of(alignment);
        for (int b = 0; b < beads.beads().size(); b++) {
            Bead bead = alignment.beads().get(b);
            if (bead.moved()) {
                moved.add(beads.beads().get(b));
            }
        }
        return new Beads(beads, moved);
    }

    static SegmentedDocument document(String id, Language language, List<String> sentences) {
        StringBuilder text = new StringBuilder();
        List<Segment> segments = new ArrayList<>();
        for (String sentence : sentences) {
            segments.add(
                    new Segment(
                            new Span(text.length(), text.length() + sentence.length()), sentence));
            text.append(sentence).append('\n');
        }
        return new SegmentedDocument(new Document(id, language, text.toString()), segments);
    }
}
