package org.muwazi.eval.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.align.WordSpans;
import org.muwazi.text.MalformedInputException;

/**
 * Word links of one pair of languages, marked by hand; the format is described in {@code
 * eval/words/README.md}.
 *
 * @param languages such as {@code ar-en}
 * @param pairs in the order of the file
 */
public record GoldLinks(String languages, List<Pair> pairs) {

    /** The three files of the folder. */
    static final List<String> LANGUAGES = List.of("ar-en", "fr-en", "ar-fr");

    private static final Pattern HEAD = Pattern.compile("# (\\S+) (\\d+) (\\d+)");
    private static final Pattern LINK = Pattern.compile("(\\d+)([-?])(\\d+)");
    private static final int BLOCK = 4;

    /** Copies the list. */
    public GoldLinks {
        pairs = List.copyOf(pairs);
    }

    /** A word of the source and a word of the target, from 0. */
    public record Link(int source, int target) {}

    /**
     * A pair of sentences.
     *
     * @param story folder name of the story
     * @param sourceSentence number of the sentence among the story's gold sentences
     * @param sure links that must be found
     * @param possible links that may be found, the sure ones among them
     */
    public record Pair(
            String story,
            int sourceSentence,
            int targetSentence,
            String source,
            String target,
            Set<Link> sure,
            Set<Link> possible) {

        /** Copies the sets. */
        public Pair {
            sure = Set.copyOf(sure);
            possible = Set.copyOf(possible);
        }
    }

    /**
     * Reads one file of a folder.
     *
     * @throws MalformedInputException naming file and line where it is not in the format
     */
    public static GoldLinks read(Path folder, String languages) throws IOException {
        Path file = folder.resolve(languages + ".txt");
        List<String> lines = Files.readAllLines(file);
        List<Pair> pairs = new ArrayList<>();
        for (int line = 0; line < lines.size(); line += BLOCK + 1) {
            boolean closed = line + BLOCK == lines.size() || lines.size() > line + BLOCK;
            if (!closed || (line + BLOCK < lines.size() && !lines.get(line + BLOCK).isEmpty())) {
                throw new MalformedInputException(
                        file.toString(), line + 1, "a block has four lines and an empty one");
            }
            pairs.add(pair(file.toString(), line + 1, lines.subList(line, line + BLOCK)));
        }
        return new GoldLinks(languages, pairs);
    }

    private static Pair pair(String file, int line, List<String> block) {
        Matcher head = HEAD.matcher(block.get(0));
        if (!head.matches()) {
            throw new MalformedInputException(file, line, "expected \"# STORY SOURCE TARGET\"");
        }
        int sourceWords = WordSpans.of(block.get(1)).size();
        int targetWords = WordSpans.of(block.get(2)).size();
        Set<Link> sure = new HashSet<>();
        Set<Link> possible = new HashSet<>();
        Link last = new Link(0, -1);
        for (String written : block.get(3).split(" ", -1)) {
            Matcher parts = LINK.matcher(written);
            if (!parts.matches()) {
                throw new MalformedInputException(
                        file, line + 3, "\"" + written + "\" is not a link such as 3-4 or 3?4");
            }
            Link link =
                    new Link(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(3)));
            boolean ascends =
                    link.source() > last.source()
                            || (link.source() == last.source() && link.target() > last.target());
            if (!ascends || link.source() >= sourceWords || link.target() >= targetWords) {
                throw new MalformedInputException(
                        file,
                        line + 3,
                        "\""
                                + written
                                + "\" is out of order or beyond "
                                + sourceWords
                                + " and "
                                + targetWords
                                + " words");
            }
            possible.add(link);
            if (parts.group(2).equals("-")) {
                sure.add(link);
            }
            last = link;
        }
        return new Pair(
                head.group(1),
                Integer.parseInt(head.group(2)),
                Integer.parseInt(head.group(3)),
                block.get(1),
                block.get(2),
                sure,
                possible);
    }
}
