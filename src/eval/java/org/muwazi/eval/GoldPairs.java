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
 * Gold document pairs as an aligner takes them: segmented, encoded, with their gold beads. {@link
 * GoldUnits} has them as sentences that can be changed.
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
            for (GoldFiles files : GoldFiles.below(folder)) {
                int number = seen.merge(files.tier() + "/" + files.pair(), 1, Integer::sum) - 1;
                if (number < most) {
                    pairs.add(pair(encoder, files, number));
                }
            }
        }
        return pairs;
    }

    private static Pair pair(SentenceEncoder encoder, GoldFiles files, int number)
            throws IOException {
        SegmentedDocument source = lines(files.source(), files.sourceLanguage());
        SegmentedDocument target = lines(files.beside(".tgt"), files.targetLanguage());
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
