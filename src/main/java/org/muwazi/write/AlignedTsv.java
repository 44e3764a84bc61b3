package org.muwazi.write;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.muwazi.score.Finding;
import org.muwazi.score.ScoredRow;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.ScoredVersion;
import org.muwazi.text.MalformedInputException;

/**
 * {@code aligned.tsv}: a header, then a line a row of the alignment.
 *
 * <p>Columns: {@code row} (counted from 0), a column a version named by its id, a column {@code
 * score:ID} a version, {@code findings}. A version without text in a row has an empty cell, a
 * version without score too. Several segments in one cell are joined by one space; {@code
 * segments.jsonl} keeps them apart. Fields are escaped as {@link TsvField} says; UTF-8, LF.
 *
 * @param versions ids in the order of the columns
 * @param rows in reading order
 */
public record AlignedTsv(List<String> versions, List<Row> rows) {

    private static final String SCORE = "score:";

    /**
     * One line.
     *
     * @param row counted from 0
     * @param texts a text for each version, empty where it has nothing
     * @param scores a score for each version, 0 to 1 in four decimals
     * @param findings in short: {@code version: kind (severity) "evidence"; ...}
     */
    public record Row(int row, List<String> texts, List<OptionalDouble> scores, String findings) {

        /** Copies the lists. */
        public Row {
            texts = List.copyOf(texts);
            scores = List.copyOf(scores);
        }
    }

    /** Copies the lists and checks that each row has a text and a score slot for each version. */
    public AlignedTsv {
        versions = List.copyOf(versions);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.texts().size() != versions.size() || row.scores().size() != versions.size()) {
                throw new IllegalArgumentException(
                        "row "
                                + row.row()
                                + " has "
                                + row.texts().size()
                                + " texts and "
                                + row.scores().size()
                                + " scores for "
                                + versions.size()
                                + " versions");
            }
        }
    }

    /** The table of a story. */
    public static AlignedTsv of(ScoredStory story) {
        StoryJson.requireDifferentIds(story);
        List<Row> rows = new ArrayList<>();
        for (ScoredRow row : story.rows()) {
            List<String> texts = new ArrayList<>();
            for (int v = 0; v < story.versions().size(); v++) {
                texts.add(story.versions().get(v).segments().text(row.ranges().get(v)));
            }
            String findings =
                    row.findings().stream()
                            .map(finding -> inShort(story, finding))
                            .collect(Collectors.joining("; "));
            rows.add(new Row(rows.size(), texts, row.scores(), findings));
        }
        return new AlignedTsv(story.versions().stream().map(ScoredVersion::id).toList(), rows);
    }

    /** Writes header and lines; does not close {@code out}. */
    public void write(Appendable out) throws IOException {
        List<String> header = new ArrayList<>();
        header.add("row");
        header.addAll(versions);
        versions.forEach(version -> header.add(SCORE + version));
        header.add("findings");
        writeLine(header, out);
        for (Row row : rows) {
            List<String> fields = new ArrayList<>();
            fields.add(Integer.toString(row.row()));
            fields.addAll(row.texts());
            for (OptionalDouble score : row.scores()) {
                fields.add(
                        score.isPresent()
                                ? Decimals.score(score.getAsDouble()).toPlainString()
                                : "");
            }
            fields.add(row.findings());
            writeLine(fields, out);
        }
    }

    /**
     * Reads what {@link #write} wrote; lines may end in LF or CRLF, other line separators belong to
     * the text.
     *
     * @param source name for messages; {@code in} is read to its end and not closed
     * @throws MalformedInputException naming the line if the header or a line is not of this form
     */
    public static AlignedTsv read(String source, Reader in) throws IOException {
        StringWriter text = new StringWriter();
        in.transferTo(text);
        String[] lines = text.toString().split("\r?\n", -1);
        List<String> versions = header(source, lines[0]);
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            boolean afterLastLineFeed = i == lines.length - 1 && lines[i].isEmpty();
            if (!afterLastLineFeed) {
                rows.add(row(source, i + 1, lines[i], versions.size()));
            }
        }
        return new AlignedTsv(versions, rows);
    }

    static void writeLine(List<String> fields, Appendable out) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            out.append(i == 0 ? "" : "\t").append(TsvField.encode(fields.get(i)));
        }
        out.append('\n');
    }

    private static String inShort(ScoredStory story, Finding finding) {
        String evidence = finding.evidence().isEmpty() ? "" : " \"" + finding.evidence() + "\"";
        return story.versions().get(finding.version()).id()
                + ": "
                + finding.kind().label()
                + " ("
                + finding.severity().label()
                + ")"
                + evidence;
    }

    private static List<String> header(String source, String line) {
        List<String> names = fields(source, 1, line);
        int count = (names.size() - 2) / 2;
        boolean valid =
                names.size() >= 2
                        && names.size() == 2 + 2 * count
                        && names.get(0).equals("row")
                        && names.get(names.size() - 1).equals("findings");
        for (int v = 0; valid && v < count; v++) {
            valid = names.get(1 + count + v).equals(SCORE + names.get(1 + v));
        }
        if (!valid) {
            throw new MalformedInputException(
                    source,
                    1,
                    "expected a header of row, the versions, score: of each of them and findings");
        }
        return names.subList(1, 1 + count);
    }

    private static Row row(String source, int line, String text, int versions) {
        List<String> fields = fields(source, line, text);
        int expected = 2 + 2 * versions;
        if (fields.size() != expected) {
            throw new MalformedInputException(
                    source,
                    line,
                    "expected " + expected + " tab-separated fields, found " + fields.size());
        }
        try {
            List<OptionalDouble> scores = new ArrayList<>();
            for (String score : fields.subList(1 + versions, 1 + 2 * versions)) {
                scores.add(
                        score.isEmpty()
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(Double.parseDouble(score)));
            }
            return new Row(
                    Integer.parseInt(fields.get(0)),
                    fields.subList(1, 1 + versions),
                    scores,
                    fields.get(expected - 1));
        } catch (NumberFormatException e) {
            throw new MalformedInputException(
                    source, line, "row or score is not a number: " + e.getMessage());
        }
    }

    private static List<String> fields(String source, int line, String text) {
        List<String> fields = new ArrayList<>();
        try {
            for (String field : text.split("\t", -1)) {
                fields.add(TsvField.decode(field));
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedInputException(source, line, e.getMessage());
        }
        return fields;
    }
}
