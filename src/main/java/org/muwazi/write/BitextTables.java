package org.muwazi.write;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muwazi.align.Alignment;
import org.muwazi.align.Bead;
import org.muwazi.json.Json;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.Signature;

/** A line a bead with its text. Segments of one side are joined by a space. */
final class BitextTables {

    /** What some tool takes for the end of a line: Python's splitlines, Java's Scanner. */
    private static final Pattern LINE_ENDS =
            Pattern.compile("\r\n|[\\n\\r\\u000B\\u000C\\u001C-\\u001E\\u0085\\u2028\\u2029]");

    private BitextTables() {}

    /**
     * A header and the columns {@code source, target, source_segments, target_segments, cost,
     * moved, confidence}, escaped as {@link TsvField} says; segment indices count from 0 and are
     * joined by commas, an empty side is an empty cell.
     */
    static void writeTsv(Alignment alignment, Signature signature, Writer out) throws IOException {
        AlignedTsv.writeLine(
                List.of(
                        "source",
                        "target",
                        "source_segments",
                        "target_segments",
                        "cost",
                        "moved",
                        "confidence"),
                out);
        for (Bead bead : alignment.beads()) {
            AlignedTsv.writeLine(
                    List.of(
                            alignment.source().text(source(bead)),
                            alignment.target().text(target(bead)),
                            commas(source(bead)),
                            commas(target(bead)),
                            Decimals.cost(bead.cost()).toPlainString(),
                            bead.moved() ? "moved" : "",
                            confidence(bead)),
                    out);
        }
    }

    /**
     * Objects {@code
     * {"source":[ids],"target":[ids],"cost","moved","confidence","sourceText","targetText"}}, ids
     * counted from 0; no confidence where it was not asked for.
     */
    static void writeJsonl(Alignment alignment, Signature signature, Writer out)
            throws IOException {
        for (Bead bead : alignment.beads()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("source", ids(source(bead)));
            fields.put("target", ids(target(bead)));
            fields.put("cost", Decimals.cost(bead.cost()));
            fields.put("moved", bead.moved());
            bead.confidence()
                    .ifPresent(probability -> fields.put("confidence", Decimals.cost(probability)));
            fields.put("sourceText", alignment.source().text(source(bead)));
            fields.put("targetText", alignment.target().text(target(bead)));
            out.append(Json.line(fields)).append('\n');
        }
    }

    private static String confidence(Bead bead) {
        return bead.confidence().isEmpty()
                ? ""
                : Decimals.cost(bead.confidence().getAsDouble()).toPlainString();
    }

    static void writeMosesSource(Alignment alignment, Writer out) throws IOException {
        for (Bead bead : alignment.beads()) {
            if (!bead.isNull()) {
                out.append(oneLine(alignment.source().text(source(bead)))).append('\n');
            }
        }
    }

    static void writeMosesTarget(Alignment alignment, Writer out) throws IOException {
        for (Bead bead : alignment.beads()) {
            if (!bead.isNull()) {
                out.append(oneLine(alignment.target().text(target(bead)))).append('\n');
            }
        }
    }

    private static String oneLine(String text) {
        return LINE_ENDS.matcher(text).replaceAll(" ");
    }

    private static SegmentRange source(Bead bead) {
        return new SegmentRange(bead.sourceStart(), bead.sourceEnd());
    }

    private static SegmentRange target(Bead bead) {
        return new SegmentRange(bead.targetStart(), bead.targetEnd());
    }

    private static List<Integer> ids(SegmentRange range) {
        return IntStream.range(range.start(), range.end()).boxed().toList();
    }

    private static String commas(SegmentRange range) {
        return ids(range).stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
