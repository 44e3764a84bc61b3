package org.muwazi.write;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muwazi.align.Alignment;
import org.muwazi.align.Bead;
import org.muwazi.score.ScoredRow;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.ScoredVersion;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Signature;

/**
 * TMX 1.4b: one {@code <tu>} a row, one {@code <tuv>} a version, two in one language included.
 *
 * <p>Only rows that at least two versions share are written, since a translation unit is about what
 * corresponds. Segments of one cell are joined by a space. Characters that XML forbids are left
 * out; the report lists them. No dates are written, so the same result gives the same bytes. There
 * is no DOCTYPE line: readers that are strict about foreign input refuse it, and none need it.
 *
 * <p>Properties: {@code x-version} (id), {@code x-segments} (indices from 0), {@code x-score} in a
 * variant; {@code x-row}, {@code x-cost} and {@code x-moved} in a unit; {@code x-signature} in the
 * header.
 */
public final class TmxWriter {

    /** The source language of a file in which every language may be the source. */
    private static final String ANY_LANGUAGE = "*all*";

    private TmxWriter() {}

    private record Property(String type, String value) {}

    private record Variant(String language, List<Property> properties, String text) {}

    /** Writes a checked story; does not close {@code out}. */
    public static void write(ScoredStory story, Writer out) throws IOException {
        String sourceLanguage =
                story.versions().stream()
                        .filter(ScoredVersion::original)
                        .map(version -> version.source().document().language().iso639_1())
                        .findFirst()
                        .orElse(ANY_LANGUAGE);
        XmlOutput xml = start(sourceLanguage, story.signature(), out);
        for (int r = 0; r < story.rows().size(); r++) {
            ScoredRow row = story.rows().get(r);
            List<Variant> variants = new ArrayList<>();
            for (int v = 0; v < story.versions().size(); v++) {
                if (!row.ranges().get(v).isEmpty()) {
                    variants.add(
                            variant(
                                    story.versions().get(v).segments(),
                                    row.ranges().get(v),
                                    row.scores().get(v)));
                }
            }
            List<Property> properties = new ArrayList<>();
            properties.add(new Property("x-row", Integer.toString(r)));
            addMoved(row.moved(), properties);
            unit(xml, r, properties, variants);
        }
        end(xml);
    }

    /** Writes the beads of two documents; null beads have no unit. Does not close {@code out}. */
    public static void write(Alignment alignment, Signature signature, Writer out)
            throws IOException {
        XmlOutput xml = start(alignment.source().document().language().iso639_1(), signature, out);
        for (int b = 0; b < alignment.beads().size(); b++) {
            Bead bead = alignment.beads().get(b);
            if (bead.isNull()) {
                continue;
            }
            List<Property> properties = new ArrayList<>();
            properties.add(new Property("x-cost", Decimals.cost(bead.cost()).toPlainString()));
            addMoved(bead.moved(), properties);
            SegmentRange source = new SegmentRange(bead.sourceStart(), bead.sourceEnd());
            SegmentRange target = new SegmentRange(bead.targetStart(), bead.targetEnd());
            unit(
                    xml,
                    b,
                    properties,
                    List.of(
                            variant(alignment.source(), source, OptionalDouble.empty()),
                            variant(alignment.target(), target, OptionalDouble.empty())));
        }
        end(xml);
    }

    private static XmlOutput start(String sourceLanguage, Signature signature, Writer out)
            throws IOException {
        XmlOutput xml = new XmlOutput(out);
        xml.open("tmx", "version", "1.4").line();
        xml.open(
                "header",
                "creationtool",
                "Muwazi",
                "creationtoolversion",
                signature.version(),
                "segtype",
                "sentence",
                "o-tmf",
                "Muwazi",
                "adminlang",
                "en",
                "srclang",
                sourceLanguage,
                "datatype",
                "plaintext");
        xml.line().element("prop", signature.toString(), "type", "x-signature").close().line();
        return xml.open("body").line();
    }

    private static void end(XmlOutput xml) throws IOException {
        xml.close().line().close().line().end();
    }

    private static void addMoved(boolean moved, List<Property> properties) {
        if (moved) {
            properties.add(new Property("x-moved", "yes"));
        }
    }

    private static Variant variant(
            SegmentedDocument document, SegmentRange range, OptionalDouble score) {
        List<Property> properties = new ArrayList<>();
        properties.add(new Property("x-version", document.document().id()));
        properties.add(
                new Property(
                        "x-segments",
                        IntStream.range(range.start(), range.end())
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(" "))));
        if (score.isPresent()) {
            properties.add(
                    new Property("x-score", Decimals.score(score.getAsDouble()).toPlainString()));
        }
        return new Variant(
                document.document().language().iso639_1(), properties, document.text(range));
    }

    private static void unit(
            XmlOutput xml, int id, List<Property> properties, List<Variant> variants)
            throws IOException {
        if (variants.size() < 2) {
            return;
        }
        xml.open("tu", "tuid", Integer.toString(id)).line();
        writeProperties(xml, properties);
        for (Variant variant : variants) {
            xml.open("tuv", "xml:lang", variant.language()).line();
            writeProperties(xml, variant.properties());
            xml.element("seg", variant.text()).close().line();
        }
        xml.close().line();
    }

    private static void writeProperties(XmlOutput xml, List<Property> properties)
            throws IOException {
        for (Property property : properties) {
            xml.element("prop", property.value(), "type", property.type());
        }
    }
}
