package org.muwazi.write;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muwazi.align.Alignment;
import org.muwazi.align.Bead;
import org.muwazi.text.Signature;

/** Beads as indices only, as other aligners print them. */
final class BeadLists {

    private BeadLists() {}

    /**
     * Vecalign's lines {@code [0]:[0, 1]:cost}, indices from 0, null beads as {@code
     * [3]:[]:penalty}; moved beads where the alignment lists them.
     */
    static void writeVecalign(Alignment alignment, Signature signature, Writer out)
            throws IOException {
        for (Bead bead : alignment.beads()) {
            out.append(indices(bead.sourceStart(), bead.sourceEnd()))
                    .append(':')
                    .append(indices(bead.targetStart(), bead.targetEnd()))
                    .append(':')
                    .append(Decimals.cost(bead.cost()).toPlainString())
                    .append('\n');
        }
    }

    /**
     * Hunalign's numeric ladder: {@code source TAB target TAB score}, where a line says at which
     * segment of both sides (from 0) a bead begins and the next line where it ends; the last line
     * holds the two lengths.
     *
     * <p>The score is {@code 1 / (1 + cost)}, higher is better, and 0 for null beads. A ladder
     * cannot cross, so the two sides of a moved bead are written as null beads where they stand.
     */
    static void writeHunalign(Alignment alignment, Signature signature, Writer out)
            throws IOException {
        int source = 0;
        int target = 0;
        for (Bead bead : alignment.beads()) {
            if (bead.isNull() || bead.moved()) {
                continue;
            }
            writeNulls(source, target, bead.sourceStart(), bead.targetStart(), out);
            writeRung(
                    bead.sourceStart(),
                    bead.targetStart(),
                    Decimals.cost(1 / (1 + bead.cost())),
                    out);
            source = bead.sourceEnd();
            target = bead.targetEnd();
        }
        int sourceEnd = alignment.source().size();
        int targetEnd = alignment.target().size();
        writeNulls(source, target, sourceEnd, targetEnd, out);
        writeRung(sourceEnd, targetEnd, Decimals.cost(0), out);
    }

    private static void writeNulls(int source, int target, int sourceEnd, int targetEnd, Writer out)
            throws IOException {
        for (int i = source; i < sourceEnd; i++) {
            writeRung(i, target, Decimals.cost(0), out);
        }
        for (int j = target; j < targetEnd; j++) {
            writeRung(sourceEnd, j, Decimals.cost(0), out);
        }
    }

    private static void writeRung(int source, int target, BigDecimal score, Writer out)
            throws IOException {
        out.append(source + "\t" + target + "\t" + score.toPlainString() + "\n");
    }

    private static String indices(int start, int end) {
        return IntStream.range(start, end)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
