package org.muwazi.write;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muwazi.align.Alignment;
import org.muwazi.text.Language;
import org.muwazi.text.Signature;

/** The formats of {@code muwazi align}. */
public enum BitextFormat implements BitextWriter {
    /** {@link BitextTables#writeTsv}. */
    TSV("tsv"),
    /** {@link BitextTables#writeJsonl}. */
    JSONL("jsonl"),
    /** {@link TmxWriter}. */
    TMX("tmx"),
    /** {@link XliffWriter}. */
    XLIFF("xliff"),
    /**
     * Two files of one line a bead, null beads left out: {@code FILE.ar} and {@code FILE.en}, or
     * {@code FILE.source.en} and {@code FILE.target.en} where both sides are in one language. The
     * format has no escapes, so line ends inside a segment become a space.
     */
    MOSES("moses"),
    /** {@link BeadLists#writeVecalign}. */
    VECALIGN("vecalign"),
    /** {@link BeadLists#writeHunalign}. */
    HUNALIGN("hunalign");

    private final String label;

    BitextFormat(String label) {
        this.label = label;
    }

    /** As given to {@code --format}. */
    public String label() {
        return label;
    }

    /** The format with that label. */
    public static Optional<BitextFormat> of(String label) {
        for (BitextFormat format : values()) {
            if (format.label.equals(label)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** True for the format that is two files and cannot go to one stream. */
    public boolean needsTwoFiles() {
        return this == MOSES;
    }

    /** True for formats with a place for a bead's confidence. */
    public boolean hasConfidence() {
        return this == TSV || this == JSONL;
    }

    /**
     * True for formats whose readers expect beads in order and that have no mark for what moved.
     */
    public boolean isMonotone() {
        return this == VECALIGN || this == HUNALIGN;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException for the format that {@linkplain #needsTwoFiles() needs two
     *     files}
     */
    @Override
    public void write(Alignment alignment, Signature signature, Writer out) throws IOException {
        writer().write(alignment, signature, out);
    }

    /**
     * Writes to {@code target}, or to the two files named after it, all or none.
     *
     * @return what was written
     */
    public List<Path> write(Alignment alignment, Signature signature, Path target)
            throws IOException {
        try (AtomicFiles files = new AtomicFiles()) {
            if (needsTwoFiles()) {
                writeSides(alignment, target, files);
            } else {
                files.write(target, out -> write(alignment, signature, out));
            }
            return files.commit();
        }
    }

    private BitextWriter writer() {
        return switch (this) {
            case TSV -> BitextTables::writeTsv;
            case JSONL -> BitextTables::writeJsonl;
            case TMX -> TmxWriter::write;
            case XLIFF -> XliffWriter::write;
            case VECALIGN -> BeadLists::writeVecalign;
            case HUNALIGN -> BeadLists::writeHunalign;
            case MOSES ->
                    throw new IllegalArgumentException(
                            "the moses format is two files and cannot be written to one stream");
        };
    }

    private static void writeSides(Alignment alignment, Path target, AtomicFiles files)
            throws IOException {
        Language source = alignment.source().document().language();
        Language other = alignment.target().document().language();
        boolean same = source == other;
        files.write(
                suffixed(target, (same ? ".source." : ".") + source.iso639_1()),
                out -> BitextTables.writeMosesSource(alignment, out));
        files.write(
                suffixed(target, (same ? ".target." : ".") + other.iso639_1()),
                out -> BitextTables.writeMosesTarget(alignment, out));
    }

    private static Path suffixed(Path target, String suffix) {
        return target.resolveSibling(target.getFileName() + suffix);
    }
}
