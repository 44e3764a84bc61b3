package org.muwazi.mine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.NearestNeighbours;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.mine.MiningListener.Stage;
import org.muwazi.work.WorkFolder;

/**
 * Encodes, searches and selects, and keeps what is done in a {@link WorkFolder}: vectors of each
 * side, and the state of the search after each slab. A later run in the same folder with the same
 * sentences, encoder and number of neighbours goes on from there; whatever differs is said and done
 * anew. Margin, penalties and threshold can be changed without a new search.
 */
public final class SentenceMiner {

    /** Sentences encoded together; what the default encoder itself takes at once. */
    private static final int BATCH = 4_096;

    private static final String SOURCE = "source";
    private static final String TARGET = "target";

    private final WorkFolder work;
    private final MiningListener listener;

    /** A miner that keeps its work in a folder and tells a listener. */
    public SentenceMiner(WorkFolder work, MiningListener listener) {
        this.work = work;
        this.listener = listener;
    }

    /**
     * Encodes the source side, or finds it encoded.
     *
     * @throws IOException if the folder cannot be read or written
     */
    public EncodedVectors encodeSource(SentencePool pool, SentenceEncoder encoder)
            throws IOException {
        return encode(SOURCE, pool, encoder);
    }

    /** The same for the target side. */
    public EncodedVectors encodeTarget(SentencePool pool, SentenceEncoder encoder)
            throws IOException {
        return encode(TARGET, pool, encoder);
    }

    private EncodedVectors encode(String side, SentencePool pool, SentenceEncoder encoder)
            throws IOException {
        String signature = pool.digest() + " " + SentenceDigest.of(encoder.signature().toString());
        VectorFile.Shape shape = new VectorFile.Shape(pool.size(), encoder.dimension(), signature);
        Path file = work.file(side + ".vectors");
        Path windowed = work.file(side + ".windowed");
        var complete = VectorFile.open(file, shape);
        if (complete.isPresent()) {
            listener.say("the vectors of " + side + " are there from an earlier run");
            return new EncodedVectors(complete.get(), signature, numbers(windowed, pool.size()));
        }
        if (Files.exists(file)) {
            listener.say(
                    file
                            + " is damaged or of other sentences or another encoder; encoding "
                            + side
                            + " anew");
        }
        work.requireSpace(shape.size(), "name a folder elsewhere with --work DIR");
        try (VectorFile.Writer writer = VectorFile.Writer.open(file, shape)) {
            if (writer.rows() > 0) {
                listener.say(
                        "going on with "
                                + side
                                + " after "
                                + writer.rows()
                                + " of "
                                + pool.size()
                                + " sentences");
            }
            listener.begin(
                    side.equals(SOURCE) ? Stage.ENCODING_SOURCE : Stage.ENCODING_TARGET,
                    pool.size());
            listener.step(writer.rows());
            restartNumbers(windowed, writer.rows());
            append(pool, encoder, writer, windowed);
            return new EncodedVectors(writer.complete(), signature, numbers(windowed, pool.size()));
        }
    }

    private void append(
            SentencePool pool, SentenceEncoder encoder, VectorFile.Writer writer, Path windowed)
            throws IOException {
        while (writer.rows() < pool.size()) {
            int start = writer.rows();
            int end = Math.min(pool.size(), start + BATCH);
            List<String> sentences = new ArrayList<>();
            for (int i = start; i < end; i++) {
                sentences.add(pool.text(i));
            }
            long before = encoder.windowed();
            Embeddings vectors = encoder.encode(sentences);
            long tooLong = encoder.windowed() - before;
            if (tooLong > 0) {
                // Before the vectors: what is listed twice does no harm, what is missing would.
                Files.write(
                        windowed,
                        longest(sentences, tooLong, encoder, start),
                        StandardOpenOption.APPEND);
            }
            writer.append(vectors);
            listener.step(end - start);
        }
    }

    // An encoder tells how many were too long, not which: the longest are asked one by one until
    // all are found.
    private static List<String> longest(
            List<String> sentences, long count, SentenceEncoder encoder, int start) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(i -> -sentences.get(i).length()));
        List<String> found = new ArrayList<>();
        for (int i : order) {
            if (found.size() == count) {
                break;
            }
            long before = encoder.windowed();
            encoder.encode(List.of(sentences.get(i)));
            if (encoder.windowed() > before) {
                found.add(Integer.toString(start + i));
            }
        }
        return found;
    }

    private static void restartNumbers(Path file, int below) throws IOException {
        List<String> kept =
                below == 0
                        ? List.of()
                        : numbers(file, below).stream().map(String::valueOf).toList();
        Files.write(file, kept, StandardCharsets.UTF_8);
    }

    private static List<Integer> numbers(Path file, int below) throws IOException {
        TreeSet<Integer> numbers = new TreeSet<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                // A run that was stopped may leave half a number behind.
                if (line.matches("\\d{1,9}") && Integer.parseInt(line) < below) {
                    numbers.add(Integer.parseInt(line));
                }
            }
        }
        return List.copyOf(numbers);
    }

    /**
     * Finds the neighbours of all sentences on the other side, or takes up a search.
     *
     * @param neighbours searches a block
     * @param target the source itself for a search within one collection
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Neighbours search(
            EncodedVectors source,
            EncodedVectors target,
            NearestNeighbours neighbours,
            SearchSettings settings)
            throws IOException {
        boolean within = source == target;
        int k = settings.neighbours();
        SearchCheckpoint checkpoint =
                new SearchCheckpoint(
                        work.file("neighbours"),
                        String.join(
                                " ",
                                SentenceDigest.of(source.signature()),
                                SentenceDigest.of(target.signature()),
                                Integer.toString(k),
                                Boolean.toString(within)),
                        within,
                        listener);
        VectorTable sources = source.table();
        VectorTable targets = target.table();
        listener.begin(Stage.SEARCHING, (long) sources.rows() * targets.rows());
        return new NeighbourSearch(neighbours, settings.plan(), k)
                .search(sources, targets, checkpoint, listener::step);
    }
}
