package org.muwazi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.muwazi.read.ReadOptions;
import org.muwazi.read.StoryReader;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.SetAside;
import org.muwazi.text.SourceText;

/**
 * Reads the versions named on a command line, each under an id of its own: the file's name without
 * its ending, with {@code -2}, {@code -3} added where an earlier version has that name.
 */
final class VersionReader {

    /** Standard input on the command line. */
    static final String STANDARD_INPUT = "-";

    private static final String STANDARD_INPUT_ID = "stdin";

    private final Console console;
    private final ReadOptions options;
    private final StoryReader reader = new StoryReader();
    private final Set<String> ids = new HashSet<>();

    VersionReader(Console console, ReadOptions options) {
        this.console = console;
        this.options = options;
    }

    /**
     * Reads one version and passes its warnings on.
     *
     * @param name a path, or {@code -}
     * @throws IOException if it cannot be read
     * @throws MalformedInputException if it is no text, or holds no words to compare
     */
    SourceText read(String name, Optional<Language> language) throws IOException {
        SourceText text =
                name.equals(STANDARD_INPUT)
                        ? reader.read(console.in(), name, language, options)
                        : reader.read(Path.of(name), language, options);
        requireWords(text);
        text.warnings().forEach(warning -> console.say("warning: " + name + ": " + warning));
        return named(text, unusedId(name, text.document().id()));
    }

    private String unusedId(String name, String wanted) {
        String base = name.equals(STANDARD_INPUT) ? STANDARD_INPUT_ID : wanted;
        String id = base;
        for (int number = 2; !ids.add(id); number++) {
            id = base + "-" + number;
        }
        return id;
    }

    private static SourceText named(SourceText text, String id) {
        Document document = text.document();
        return new SourceText(
                new Document(id, document.language(), document.text()),
                text.file(),
                text.charset(),
                text.offsets(),
                text.setAside(),
                text.warnings());
    }

    private static void requireWords(SourceText text) {
        String all = text.document().text();
        if (!hasWords(all)) {
            throw new MalformedInputException(
                    text.file(), "holds no text; give a file with the story in it");
        }
        int at = 0;
        for (SetAside stretch : text.setAside()) {
            if (hasWords(all.substring(at, stretch.span().start()))) {
                return;
            }
            at = stretch.span().end();
        }
        if (!hasWords(all.substring(at))) {
            throw new MalformedInputException(
                    text.file(),
                    "holds no story: all of its text looks like page furniture and was set aside;"
                            + " --keep-all keeps it");
        }
    }

    private static boolean hasWords(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
