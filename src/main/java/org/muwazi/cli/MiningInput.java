package org.muwazi.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muwazi.mine.EncodedVectors;
import org.muwazi.mine.LineNote;
import org.muwazi.mine.LineNote.Kind;
import org.muwazi.mine.SentencePool;
import org.muwazi.read.LineReader;
import org.muwazi.text.MalformedInputException;
import org.muwazi.work.WorkFolder;

/**
 * A side of {@code muwazi mine}: its sentences, and what is to be said about its lines.
 *
 * @param name as given on the command line
 * @param side {@code source} or {@code target}
 * @param pool what can be mined
 */
record MiningInput(String name, String side, SentencePool pool) implements Closeable {

    /** Line numbers named on standard error for each reason. */
    private static final int NAMED = 5;

    /**
     * Reads a file, or standard input, line by line.
     *
     * @throws MalformedInputException if it is not UTF-8 or holds nothing that can be mined
     */
    static MiningInput read(Console console, String name, String side, WorkFolder work)
            throws IOException {
        try (LineReader reader = LineInput.open(console.in(), name);
                SentencePool.Builder builder = SentencePool.builder(work.file(side + ".text"))) {
            for (Optional<LineReader.Line> line = LineInput.next(reader, name);
                    line.isPresent();
                    line = LineInput.next(reader, name)) {
                if (line.get().number() >= Integer.MAX_VALUE) {
                    throw new MalformedInputException(
                            name, "has more than " + Integer.MAX_VALUE + " lines; split it");
                }
                builder.add((int) line.get().number(), line.get().text());
            }
            SentencePool pool = builder.build();
            if (pool.size() == 0) {
                pool.close();
                throw new MalformedInputException(
                        name,
                        "holds no sentences"
                                + (pool.notes().isEmpty()
                                        ? ""
                                        : " (all of its lines are blank or without letters)")
                                + "; give one sentence a line");
            }
            return new MiningInput(name, side, pool);
        }
    }

    /** Everything to be said about lines, in the order of lines within each kind. */
    List<LineNote> notes(EncodedVectors vectors) {
        List<LineNote> notes = new ArrayList<>(pool.notes());
        for (int sentence : vectors.windowed()) {
            notes.add(new LineNote(pool.line(sentence), Kind.LONG, pool.line(sentence)));
        }
        return notes;
    }

    /** Counts each kind on the console, with the first few lines. */
    void say(Console console, List<LineNote> notes) {
        for (Kind kind : Kind.values()) {
            List<LineNote> those = notes.stream().filter(note -> note.kind() == kind).toList();
            if (!those.isEmpty()) {
                console.say(name + ": " + sentence(kind, those));
            }
        }
    }

    private static String sentence(Kind kind, List<LineNote> notes) {
        String count = String.format(Locale.ROOT, "%,d", notes.size());
        String what =
                switch (kind) {
                    case BLANK -> "left out as blank: " + count;
                    case NO_LETTERS -> "left out as without letters: " + count;
                    case DUPLICATE ->
                            "listed by the first line of the same text, which is mined: " + count;
                    case LONG ->
                            "longer than the model takes at once, vectors are means over parts: "
                                    + count;
                };
        StringBuilder lines = new StringBuilder(what + " (line ");
        for (int i = 0; i < Math.min(NAMED, notes.size()); i++) {
            lines.append(i == 0 ? "" : ", ").append(notes.get(i).line());
        }
        return lines.append(notes.size() > NAMED ? " ...; --report lists all)" : ")").toString();
    }

    /** A line of the report for each note: side, line, kind, line that stands for it. */
    void report(List<LineNote> notes, Writer out) throws IOException {
        for (LineNote note : notes) {
            out.write(
                    side
                            + "\t"
                            + note.line()
                            + "\t"
                            + note.kind().label()
                            + "\t"
                            + (note.kind() == Kind.DUPLICATE ? note.firstLine() : "")
                            + "\n");
        }
    }

    @Override
    public void close() throws IOException {
        pool.close();
    }
}
