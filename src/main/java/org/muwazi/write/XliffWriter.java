package org.muwazi.write;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.muwazi.align.Alignment;
import org.muwazi.align.Bead;
import org.muwazi.text.Language;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Signature;

/**
 * XLIFF 2.0 (OASIS): one {@code <unit>} with one {@code <segment>} a bead, in the order of the
 * alignment.
 *
 * <p>A deletion has no {@code <target>}, an insertion an empty {@code <source>}. {@code srcDir} and
 * {@code trgDir} are always written, since tools lay Arabic out from left to right without them.
 * Characters that XML forbids are kept as {@code <cp hex="..."/>}, so nothing is lost. Notes of the
 * unit give the segment indices (from 0), the cost, and {@code moved} where the bead is out of
 * order.
 */
final class XliffWriter {

    private static final String NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0";

    private XliffWriter() {}

    /** Writes all beads; does not close {@code out}. */
    static void write(Alignment alignment, Signature signature, Writer out) throws IOException {
        Language source = alignment.source().document().language();
        Language target = alignment.target().document().language();
        XmlOutput xml = new XmlOutput(out);
        xml.open(
                "xliff",
                "xmlns",
                NAMESPACE,
                "version",
                "2.0",
                "srcLang",
                source.iso639_1(),
                "trgLang",
                target.iso639_1());
        xml.line();
        xml.open(
                "file",
                "id",
                "f0",
                "original",
                alignment.source().document().id(),
                "srcDir",
                direction(source),
                "trgDir",
                direction(target),
                "xml:space",
                "preserve");
        xml.line().open("notes").line();
        note(xml, "target", alignment.target().document().id());
        note(xml, "signature", signature.toString());
        xml.close().line();
        // A file must hold a unit or a group; an alignment of nothing is an empty group.
        if (alignment.beads().isEmpty()) {
            xml.open("group", "id", "g0").close().line();
        }
        for (int b = 0; b < alignment.beads().size(); b++) {
            unit(xml, "b" + b, alignment, alignment.beads().get(b));
        }
        xml.close().line().close().line().end();
    }

    private static void unit(XmlOutput xml, String id, Alignment alignment, Bead bead)
            throws IOException {
        xml.open("unit", "id", id).line().open("notes").line();
        note(xml, "source-segments", bead.sourceStart() + "-" + bead.sourceEnd());
        note(xml, "target-segments", bead.targetStart() + "-" + bead.targetEnd());
        note(xml, "cost", Decimals.cost(bead.cost()).toPlainString());
        if (bead.moved()) {
            note(xml, "moved", "yes");
        }
        xml.close().line().open("segment");
        side(
                xml,
                "source",
                alignment.source(),
                new SegmentRange(bead.sourceStart(), bead.sourceEnd()));
        if (bead.targetStart() < bead.targetEnd()) {
            side(
                    xml,
                    "target",
                    alignment.target(),
                    new SegmentRange(bead.targetStart(), bead.targetEnd()));
        }
        xml.close().line().close().line();
    }

    private static void side(
            XmlOutput xml, String element, SegmentedDocument document, SegmentRange range)
            throws IOException {
        xml.open(element);
        String text = document.text(range);
        int from = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (!XmlText.isAllowed(codePoint)) {
                xml.text(text.substring(from, i));
                xml.open("cp", "hex", String.format(Locale.ROOT, "%04X", codePoint)).close();
                from = next;
            }
            i = next;
        }
        xml.text(text.substring(from)).close();
    }

    private static void note(XmlOutput xml, String category, String text) throws IOException {
        xml.element("note", text, "category", category);
    }

    private static String direction(Language language) {
        return language.isRightToLeft() ? "rtl" : "ltr";
    }
}
