package org.muwazi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
        return read(in, name, id, new Reading(stated, Optional.empty()));
    }

    /**
     * What is said of a file beforehand.
     *
     * @param language null to find it
     * @param delimiter a line that is a hard limit and, like a blank one, aligned to nothing
     */
    record Reading(Language language, Optional<String> delimiter) {}

    /** The same with a delimiter line. */
    static LineDocument read(InputStream in, String name, String id, Reading reading)
            throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = LineInput.open(in, name)) {
            for (Optional<LineReader.Line> line = reader.next();
                    line.isPresent();
                    line = reader.next()) {
                lines.add(line.get().text());
            }
        }
        Predicate<String> isFilled =
                line -> !isBlank(line) && !reading.delimiter().equals(Optional.of(line.strip()));
        if (lines.stream().noneMatch(isFilled)) {
            throw new MalformedInputException(name, "holds no text; give one segment a line");
        }
        Language language =
                reading.language() == null ? identified(name, lines) : reading.language();
        return of(new Document(id, language, String.join("\n", lines)), lines, isFilled);
    }

    private static LineDocument of(
            Document document, List<String> lines, Predicate<String> isFilled) {
        List<Segment> all = new ArrayList<>();
        List<Segment> filled = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isBlank(line)) {
                all.add(new Segment(new Span(at, at), ""));
            } else if (!isFilled.test(line)) {
                all.add(new Segment(new Span(at, at + line.length()), line));
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
     * Aligns the lines that are not blank and puts the others back as null beads. Such a line
     * between two lines that one bead joins stays inside that bead, since beads are consecutive.
     */
    static Alignment align(SentenceAligner aligner, LineDocument source, LineDocument target) {
        List<Bead> beads = new ArrayList<>();
        boolean[] sourceHeld = new boolean[source.all.size()];
        boolean[] targetHeld = new boolean[target.all.size()];
        for (Bead bead : aligner.align(source.filled, target.filled).beads()) {
            Bead lines =
                    new Bead(
                            source.first(bead.sourceStart(), bead.sourceEnd()),
                            source.end(bead.sourceStart(), bead.sourceEnd()),
                            target.first(bead.targetStart(), bead.targetEnd()),
                            target.end(bead.targetStart(), bead.targetEnd()),
                            bead.cost(),
                            bead.moved(),
                            bead.confidence());
            Arrays.fill(sourceHeld, lines.sourceStart(), lines.sourceEnd(), true);
            Arrays.fill(targetHeld, lines.targetStart(), lines.targetEnd(), true);
            beads.add(lines);
        }
        for (int i = 0; i < sourceHeld.length; i++) {
            if (!sourceHeld[i]) {
                beads.add(new Bead(i, i + 1, 0, 0, 0, false));
            }
        }
        for (int j = 0; j < targetHeld.length; j++) {
            if (!targetHeld[j]) {
                beads.add(new Bead(0, 0, j, j + 1, 0, false));
            }
        }
        return Alignment.ordered(source.all, target.all, beads);
    }

    private int first(int start, int end) {
        return start == end ? 0 : numbers.get(start);
    }

    private int end(int start, int end) {
        return start == end ? 0 : numbers.get(end - 1) + 1;
    }

    /**
     * Hard limits: for each stretch of blank lines between filled ones, or for each delimiter line,
     * the number of filled lines before it.
     *
     * @param delimiter a line that is a limit; empty where blank lines are
     */
    List<Integer> limits(Optional<String> delimiter) {
        List<Integer> limits = new ArrayList<>();
        int before = 0;
        for (int line = 0; line < all.size(); line++) {
            if (before < numbers.size() && numbers.get(before) == line) {
                boolean gap = before > 0 && line > numbers.get(before - 1) + 1;
                if (delimiter.isEmpty() && gap) {
                    limits.add(before);
                }
                before++;
            } else if (delimiter.isPresent() && isLine(line, delimiter.get())) {
                limits.add(before);
            }
        }
        return limits;
    }

    private boolean isLine(int line, String text) {
        int start = all.segments().get(line).span().start();
        String document = all.document().text();
        int end = document.indexOf('\n', start);
        return document.substring(start, end < 0 ? document.length() : end).strip().equals(text);
    }

    /** The position among the lines that are aligned; negative for one that is not. */
    int filledAt(int line) {
        return Collections.binarySearch(numbers, line);
    }
}
