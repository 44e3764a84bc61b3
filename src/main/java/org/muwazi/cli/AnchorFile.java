package org.muwazi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.muwazi.align.AlignmentConstraints;
import org.muwazi.align.Bead;
import org.muwazi.json.Json;
import org.muwazi.read.LineReader;
import org.muwazi.text.MalformedInputException;

/**
 * Beads that a user gives: what {@code muwazi align --format jsonl} prints, edited. Either JSON
 * Lines, an object a line, or one JSON array of such objects. Of an object {@code source} and
 * {@code target} (lists of consecutive ids, one of them may be empty) and {@code moved} count;
 * other fields are passed over.
 */
final class AnchorFile {

    /** One object of the file; null where a field is missing. */
    private record Anchor(List<Object> source, List<Object> target, Boolean moved) {}

    /**
     * The ids of one side.
     *
     * @param count ids go from 0 to one less
     * @param position of an id among the segments that are aligned; negative for a line that is not
     */
    record Ids(int count, IntUnaryOperator position) {

        /** Each id is aligned. */
        static Ids ofSegments(int count) {
            return new Ids(count, id -> id);
        }
    }

    /** A bead and the line of its object; 0 in an array. */
    private record Given(Bead bead, long line, int number) {}

    private final String file;
    private final List<Anchor> anchors = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();

    private AnchorFile(String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws MalformedInputException if it is not UTF-8, not JSON, or an object lacks a field
     */
    static AnchorFile read(Path path) throws IOException {
        AnchorFile anchors = new AnchorFile(path.toString());
        List<String> text = new ArrayList<>();
        try (LineReader reader = LineReader.open(path)) {
            for (Optional<LineReader.Line> line = reader.next();
                    line.isPresent();
                    line = reader.next()) {
                text.add(line.get().text());
            }
        }
        String whole = String.join("\n", text);
        if (whole.stripLeading().startsWith("[")) {
            for (Anchor anchor : Json.read(anchors.file, whole, Anchor[].class)) {
                anchors.add(anchor, 0);
            }
            return anchors;
        }
        for (int i = 0; i < text.size(); i++) {
            if (!text.get(i).isBlank()) {
                anchors.add(anchors.line(i + 1, text.get(i)), i + 1);
            }
        }
        return anchors;
    }

    private Anchor line(long number, String text) {
        try {
            return Json.read(file, text, Anchor.class);
        } catch (MalformedInputException e) {
            // The parser saw one line and counts from it.
            String reason = e.getMessage().replaceFirst("^.*?(?=not the JSON|is the JSON)", "");
            throw new MalformedInputException(file, number, reason);
        }
    }

    private void add(Anchor anchor, long line) {
        lines.add(line);
        anchors.add(anchor);
        if (anchor == null || anchor.source() == null || anchor.target() == null) {
            throw fault(
                    anchors.size(),
                    line,
                    "an object with the lists \"source\" and \"target\" was expected");
        }
    }

    /**
     * The anchors as constraints, with the hard limits.
     *
     * @throws MalformedInputException naming file and place, if an anchor does not fit
     */
    AlignmentConstraints constraints(
            Ids source, Ids target, List<Integer> sourceLimits, List<Integer> targetLimits) {
        List<Given> given = new ArrayList<>();
        for (int a = 0; a < anchors.size(); a++) {
            List<Integer> left = positions(a, anchors.get(a).source(), "source", source);
            List<Integer> right = positions(a, anchors.get(a).target(), "target", target);
            if (left.isEmpty() != anchors.get(a).source().isEmpty()
                    && right.isEmpty() == anchors.get(a).target().isEmpty()
                    && !right.isEmpty()) {
                throw fault(a + 1, lines.get(a), "source " + anchors.get(a).source() + " is blank");
            }
            if (right.isEmpty() != anchors.get(a).target().isEmpty()
                    && left.isEmpty() == anchors.get(a).source().isEmpty()
                    && !left.isEmpty()) {
                throw fault(a + 1, lines.get(a), "target " + anchors.get(a).target() + " is blank");
            }
            // Both empty: lines without text, as the output has them, aligned to nothing anyway.
            if (!left.isEmpty() || !right.isEmpty()) {
                given.add(new Given(bead(a, left, right), lines.get(a), a + 1));
            }
        }
        AlignmentConstraints constraints =
                new AlignmentConstraints(
                        sourceLimits, targetLimits, given.stream().map(Given::bead).toList());
        constraints
                .fault(source.count(), target.count())
                .ifPresent(
                        fault -> {
                            Given at = given.get(fault.anchor());
                            throw fault(at.number(), at.line(), fault.reason());
                        });
        return constraints;
    }

    private List<Integer> positions(int a, List<Object> ids, String side, Ids known) {
        List<Integer> positions = new ArrayList<>();
        for (Object id : ids) {
            if (!(id instanceof Integer number) || number < 0) {
                throw fault(a + 1, lines.get(a), side + " " + id + " is no id; ids count from 0");
            }
            if (number >= known.count()) {
                throw fault(
                        a + 1,
                        lines.get(a),
                        side + " " + id + " is not there: ids go from 0 to " + (known.count() - 1));
            }
            int position = known.position().applyAsInt(number);
            if (position >= 0
                    && !positions.isEmpty()
                    && position != positions.get(positions.size() - 1) + 1) {
                throw fault(
                        a + 1,
                        lines.get(a),
                        side + " " + ids + " are not consecutive; give each run an anchor");
            }
            if (position >= 0) {
                positions.add(position);
            }
        }
        return positions;
    }

    private Bead bead(int a, List<Integer> left, List<Integer> right) {
        return new Bead(
                left.isEmpty() ? 0 : left.get(0),
                left.isEmpty() ? 0 : left.get(left.size() - 1) + 1,
                right.isEmpty() ? 0 : right.get(0),
                right.isEmpty() ? 0 : right.get(right.size() - 1) + 1,
                0,
                Boolean.TRUE.equals(anchors.get(a).moved()));
    }

    private MalformedInputException fault(int number, long line, String reason) {
        String what = "anchor " + number + ": " + reason;
        return line > 0
                ? new MalformedInputException(file, line, what)
                : new MalformedInputException(file, what);
    }
}
