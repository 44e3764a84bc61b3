package org.muwazi.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muwazi.read.LineReader;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

/** Pairs from lines of source TAB target. */
final class PairInput implements Closeable {

    private static final int FIELDS = 2;

    /**
     * A pair and the line it stood in.
     *
     * @param unit with the number of the line, from 0, as its identifier
     * @param text the line
     */
    record Pair(TranslationUnit unit, String text) {}

    private final LineReader lines;
    private final String name;
    private final ScoredLanguages languages;
    private Optional<MalformedInputException> failure = Optional.empty();

    private PairInput(LineReader lines, String name, ScoredLanguages languages) {
        this.lines = lines;
        this.name = name;
        this.languages = languages;
    }

    /** Opens a file, or standard input for {@code -}. */
    static PairInput open(InputStream in, String name, ScoredLanguages languages)
            throws IOException {
        return new PairInput(LineInput.open(in, name), name, languages);
    }

    /**
     * The next pairs; fewer than asked for, or none, at the end.
     *
     * @throws MalformedInputException at a line that is no pair, once all before it were given
     */
    List<Pair> next(int most) {
        if (failure.isPresent()) {
            throw failure.get();
        }
        List<Pair> pairs = new ArrayList<>();
        try {
            while (pairs.size() < most) {
                Optional<LineReader.Line> line = LineInput.next(lines, name);
                if (line.isEmpty()) {
                    break;
                }
                pairs.add(pair(line.get()));
            }
        } catch (MalformedInputException e) {
            if (pairs.isEmpty()) {
                throw e;
            }
            failure = Optional.of(e);
        }
        return pairs;
    }

    private Pair pair(LineReader.Line line) {
        String[] fields = line.text().split("\t", -1);
        if (fields.length != FIELDS) {
            throw new MalformedInputException(
                    name,
                    line.number() + 1,
                    "expected 2 tab-separated fields (source, target), found " + fields.length);
        }
        return new Pair(
                new TranslationUnit(
                        Long.toString(line.number()),
                        new Variant(languages.from(), fields[0]),
                        new Variant(languages.to(), fields[1])),
                line.text());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
