package org.muwazi.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

/**
 * Document pairs with gold beads in a folder of line files: what {@code manifest.tsv} lists (tier,
 * pair, document, source file, target file, gold file), or below a folder without one each {@code
 * NAME.src}, {@code NAME.tgt}, {@code NAME.gold} in a folder named after the language pair.
 */
final class GoldPairs {

    private GoldPairs() {}

    /**
     * One document pair.
     *
     * @param tier kind of material
     * @param pair languages, such as ara-eng
     * @param document name within tier and pair
     * @param number position within tier and pair, from 0; the odd half is for searching
     */
    record Pair(
            String tier,
            String pair,
            String document,
            int number,
            SegmentedDocument source,
            Embeddings sourceVectors,
            SegmentedDocument target,
            Embeddings targetVectors,
            BeadList gold) {

        /** Names the pair among all. */
        String key() {
            return tier + "/" + pair + "/" + document;
        }

        /** True for the half that parameters may be searched on. */
        boolean isForSearch() {
            return number % 2 == 1;
        }
    }

    /** The files of a pair. */
    private record Files3(String tier, String pair, String document, Path source) {

        Path beside(String ending) {
            String name = source.getFileName().toString();
            return source.resolveSibling(name.substring(0, name.length() - 4) + ending);
        }
    }

    /**
     * Reads and encodes the pairs below some folders.
     *
     * @param most document pairs of each tier and language pair
     */
    static List<Pair> read(SentenceEncoder encoder, List<Path> folders, int most)
            throws IOException {
        List<Pair> pairs = new ArrayList<>();
        java.util.Map<String, Integer> seen = new java.util.TreeMap<>();
        for (Path folder : folders) {
            for (Files3 files : files(folder)) {
                int number = seen.merge(files.tier() + "/" + files.pair(), 1, Integer::sum) - 1;
                if (number < most) {
                    pairs.add(pair(encoder, files, number));
                }
            }
        }
        return pairs;
    }

    private static List<Files3> files(Path folder) throws IOException {
        List<Files3> files = new ArrayList<>();
        Path manifest = folder.resolve("manifest.tsv");
        if (Files.exists(manifest)) {
            for (String line : Files.readAllLines(manifest)) {
                String[] field = line.split("\t", -1);
                files.add(new Files3(field[0], field[1], field[2], folder.resolve(field[3])));
            }
            return files;
        }
        List<Path> sources;
        try (var walk = Files.walk(folder)) {
            sources = walk.filter(path -> path.toString().endsWith(".src")).sorted().toList();
        }
        for (Path source : sources) {
            String name = source.getFileName().toString();
            files.add(
                    new Files3(
                            folder.getFileName() + " people",
                            source.getParent().getFileName().toString(),
                            name.substring(0, name.length() - 4),
                            source));
        }
        return files;
    }

    private static Pair pair(SentenceEncoder encoder, Files3 files, int number) throws IOException {
        SegmentedDocument source = lines(files.source(), language(files.pair().substring(0, 3)));
        SegmentedDocument target = lines(files.beside(".tgt"), language(files.pair().substring(4)));
        return new Pair(
                files.tier(),
                files.pair(),
                files.document(),
                number,
                source,
                encoder.encode(source.texts()),
                target,
                encoder.encode(target.texts()),
                BeadList.read(files.beside(".gold")));
    }

    private static Language language(String code) {
        return Language.of(code)
                .orElseThrow(() -> new IllegalArgumentException("unknown language " + code));
    }

    /** A segment a line; a blank one would shift the line numbers of gold and is refused. */
    static SegmentedDocument lines(Path file, Language language) throws IOException {
        String text = Files.readString(file).stripTrailing();
        List<Segment> segments = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            if (line.isBlank()) {
                throw new MalformedInputException(
                        file.toString(), segments.size() + 1L, "a blank line among segments");
            }
            segments.add(new Segment(new Span(start, start + line.length()), line));
            start += line.length() + 1;
        }
        return new SegmentedDocument(new Document(file.toString(), language, text), segments);
    }
}
