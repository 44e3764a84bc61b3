package org.muwazi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muwazi.align.Alignment;
import org.muwazi.align.Bead;
import org.muwazi.align.SentenceAligner;
import org.muwazi.read.LanguageIdentifier;
import org.muwazi.read.LineReader;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

/**
 * A file of one segment a line, in two forms: all of its lines, whose numbers are the ids of the
 * output, and those with something on them, which is what can be encoded and aligned.
 *
 * @param all one segment a line, empty for a blank line
 * @param filled the lines that are not blank
 * @param numbers for each of {@code filled} its line number, from 0
 */
record LineDocument(SegmentedDocument all, SegmentedDocument filled, List<Integer> numbers) {

    /** Lists of sentences tell their language early; the identifier looks at no more than this. */
    private static final int CHARACTERS_FOR_LANGUAGE = 20_000;

    LineDocument {
        numbers = List.copyOf(numbers);
    }

    /**
     * Reads a file, or standard input.
     *
     * @param name a path, or {@code -}
     * @param id of the document
     * @param stated language, null to find it
     * @throws MalformedInputException if it is not UTF-8, holds no text, or its language is neither
     *     stated nor found
     */
    static LineDocument read(InputStream in, String name, String id, Language stated)
            throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = LineInput.open(in, name)) {
            for (Optional<LineReader.Line> line = reader.next();
                    line.isPresent();
                    line = reader.next()) {
                lines.add(line.get().text());
            }
        }
        if (lines.stream().allMatch(LineDocument::isBlank)) {
            throw new MalformedInputException(name, "holds no text; give one segment a line");
        }
        Language language = stated == null ? identified(name, lines) : stated;
        return of(new Document(id, language, String.join("\n", lines)), lines);
    }

    private static LineDocument of(Document document, List<String> lines) {
        List<Segment> all = new ArrayList<>();
        List<Segment> filled = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isBlank(line)) {
                all.add(new Segment(new Span(at, at), ""));
            } else {
                Segment segment = new Segment(new Span(at, at + line.length()), line);
                all.add(segment);
                filled.add(segment);
                numbers.add(i);
            }
            at += line.length() + 1;
        }
        return new LineDocument(
                new SegmentedDocument(document, all),
                new SegmentedDocument(document, filled),
                numbers);
    }

    /** True where there is nothing to be encoded. */
    static boolean isBlank(String line) {
        // A line of nothing but spaces and direction marks has nothing to be encoded.
        return line.codePoints()
                .allMatch(
                        c ->
                                Character.isWhitespace(c)
                                        || Character.isSpaceChar(c)
                                        || Character.getType(c) == Character.FORMAT);
    }

    private static Language identified(String name, List<String> lines) {
        StringBuilder start = new StringBuilder();
        for (String line : lines) {
            if (start.length() >= CHARACTERS_FOR_LANGUAGE) {
                break;
            }
            start.append(line).append('\n');
        }
        return new LanguageIdentifier()
                .identify(start.toString())
                .map(LanguageIdentifier.Identified::language)
                .orElseThrow(
                        () ->
                                new MalformedInputException(
                                        name,
                                        "cannot tell its language, or it is none of those served;"
                                                + " state it (--from xx, --to yy)"));
    }

    /** Number of lines that are not blank. */
    int written() {
        return numbers.size();
    }

    /** The lines that are not blank, a list of its own. */
    List<String> texts() {
        return new ArrayList<>(filled.texts());
    }

    /**
     * Aligns the lines that are not blank and puts the blank ones back as null beads. A blank line
     * between two lines that one bead joins stays inside that bead, since beads are consecutive.
     */
    static Alignment align(SentenceAligner aligner, LineDocument source, LineDocument target) {
        Alignment filled = aligner.align(source.filled, target.filled);
        List<Bead> beads = new ArrayList<>();
        int sourceAt = 0;
        int targetAt = 0;
        for (Bead bead : filled.beads()) {
            int sourceStart = source.first(bead.sourceStart(), bead.sourceEnd(), sourceAt);
            int targetStart = target.first(bead.targetStart(), bead.targetEnd(), targetAt);
            addNulls(beads, sourceAt, sourceStart, targetAt, targetStart);
            int sourceEnd = source.end(bead.sourceStart(), bead.sourceEnd(), sourceStart);
            int targetEnd = target.end(bead.targetStart(), bead.targetEnd(), targetStart);
            beads.add(
                    new Bead(
                            sourceStart,
                            sourceEnd,
                            targetStart,
                            targetEnd,
                            bead.cost(),
                            bead.moved()));
            // A moved bead stands elsewhere: the lines before it are not passed yet.
            sourceAt = Math.max(sourceAt, bead.moved() ? 0 : sourceEnd);
            targetAt = Math.max(targetAt, bead.moved() ? 0 : targetEnd);
        }
        addNulls(beads, sourceAt, source.all.size(), targetAt, target.all.size());
        return new Alignment(source.all, target.all, beads);
    }

    private int first(int start, int end, int at) {
        return start == end ? at : numbers.get(start);
    }

    private int end(int start, int end, int at) {
        return start == end ? at : numbers.get(end - 1) + 1;
    }

    private static void addNulls(
            List<Bead> beads, int sourceFrom, int sourceTo, int targetFrom, int targetTo) {
        for (int i = sourceFrom; i < sourceTo; i++) {
            beads.add(new Bead(i, i + 1, targetFrom, targetFrom, 0, false));
        }
        for (int i = targetFrom; i < targetTo; i++) {
            beads.add(new Bead(sourceTo, sourceTo, i, i + 1, 0, false));
        }
    }
}
