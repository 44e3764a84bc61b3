package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muwazi.align.Alignment;
import org.muwazi.align.AlignmentParameters;
import org.muwazi.align.Bead;
import org.muwazi.align.EmbeddingAligner;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;

/**
 * What paragraph breaks and headings could tell the aligner: how many of its right and of its wrong
 * joining beads disagree with them on the plain texts of {@code eval/stories}. Evidence that wrong
 * beads do not go against cannot put them right.
 */
public final class ParagraphEvaluation {

    private int beads;
    private int straddling;
    private int beginning;
    private int heading;

    private ParagraphEvaluation() {}

    /** Arguments: model folder, stories folder. Prints a table of tab-separated values. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ParagraphEvaluation right = new ParagraphEvaluation();
        ParagraphEvaluation wrong = new ParagraphEvaluation();
        AlignmentParameters parameters = AlignmentParameters.standard();
        try (SentenceEncoder encoder =
                new NormalizingEncoder(OnnxSentenceEncoder.open(Path.of(args[0])))) {
            for (GoldStory story : GoldStory.all(Path.of(args[1]))) {
                for (Map.Entry<List<String>, BeadList> gold : story.beads().entrySet()) {
                    GoldStory.Version source = story.version(gold.getKey().get(0));
                    GoldStory.Version target = story.version(gold.getKey().get(1));
                    if (isPlain(source) && isPlain(target)) {
                        Alignment alignment =
                                EmbeddingAligner.align(
                                        source.gold(),
                                        encoder.encode(source.sentences()),
                                        target.gold(),
                                        encoder.encode(target.sentences()),
                                        parameters);
                        Set<BeadList.Link> wanted = new HashSet<>(gold.getValue().beads());
                        List<BeadList.Link> found = BeadList.of(alignment).beads();
                        for (int b = 0; b < found.size(); b++) {
                            (wanted.contains(found.get(b)) ? right : wrong)
                                    .add(source, target, alignment.beads().get(b));
                        }
                    }
                }
            }
            out.println(
                    "beads\tjoining\tstraddle a break on one side\tbegin a paragraph on one"
                            + " side\theading on one side");
            out.println(right.row("right"));
            out.println(wrong.row("wrong"));
            out.println("# signature: " + parameters.signature() + " " + encoder.signature());
        }
    }

    private static boolean isPlain(GoldStory.Version version) {
        return !version.file().toString().endsWith(".html");
    }

    private void add(GoldStory.Version source, GoldStory.Version target, Bead bead)
            throws IOException {
        if (bead.isNull()) {
            return;
        }
        int[] left = paragraphs(source);
        int[] right = paragraphs(target);
        beads++;
        straddling +=
                left[bead.sourceStart()]
                                != left[bead.sourceEnd() - 1]
                                != (right[bead.targetStart()] != right[bead.targetEnd() - 1])
                        ? 1
                        : 0;
        beginning += begins(left, bead.sourceStart()) != begins(right, bead.targetStart()) ? 1 : 0;
        heading +=
                source.kinds().get(bead.sourceStart()).equals("heading")
                                != target.kinds().get(bead.targetStart()).equals("heading")
                        ? 1
                        : 0;
    }

    private static boolean begins(int[] paragraphs, int sentence) {
        return sentence == 0 || paragraphs[sentence] != paragraphs[sentence - 1];
    }

    /** For each gold sentence the line of the file that it begins on. */
    private static int[] paragraphs(GoldStory.Version version) throws IOException {
        String text = Files.readString(version.file());
        int[] paragraphs = new int[version.sentences().size()];
        int at = 0;
        int paragraph = 0;
        for (int s = 0; s < paragraphs.length; s++) {
            int found = text.indexOf(version.sentences().get(s), at);
            paragraph += (int) text.substring(at, found).chars().filter(c -> c == '\n').count();
            paragraphs[s] = paragraph;
            at = found;
        }
        return paragraphs;
    }

    private String row(String kind) {
        return String.format(
                Locale.ROOT, "%s\t%d\t%d\t%d\t%d", kind, beads, straddling, beginning, heading);
    }
}
