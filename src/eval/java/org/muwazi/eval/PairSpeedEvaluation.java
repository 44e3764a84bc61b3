package org.muwazi.eval;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.muwazi.align.AlignmentParameters;
import org.muwazi.embed.Embeddings;
import org.muwazi.pair.DocumentKey;
import org.muwazi.pair.DocumentPairing;
import org.muwazi.pair.EncodedDocument;
import org.muwazi.pair.PairedDocuments;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

/**
 * How the time of pairing grows with the number of documents: generated stories of twenty sentences
 * in three languages, vectors of 512 components whose versions have cosines of some .7, a few
 * shared numbers. Without encoding.
 */
public final class PairSpeedEvaluation {

    private static final List<Integer> SIZES = List.of(100, 200, 500, 1000, 2000);
    private static final List<Language> LANGUAGES =
            List.of(Language.ARABIC, Language.ENGLISH, Language.FRENCH);
    private static final int SENTENCES = 20;
    private static final int DIMENSION = 512;
    private static final double NOISE = 0.65;
    private static final long SEED = 7;

    private PairSpeedEvaluation() {}

    /** No arguments. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        DocumentPairing pairing = new DocumentPairing(AlignmentParameters.standard());
        // Once for the compiler of the machine.
        pairing.pair(documents(SIZES.get(1)));
        out.println(
                "documents\tcompared\tall pairs\tseconds\tmilliseconds a document\tgroups\tright");
        for (int size : SIZES) {
            List<EncodedDocument> documents = documents(size);
            long start = System.nanoTime();
            PairedDocuments paired = pairing.pair(documents);
            double seconds = (System.nanoTime() - start) / 1e9;
            long right = paired.groups().stream().filter(PairSpeedEvaluation::isStory).count();
            out.println(
                    String.format(
                            Locale.ROOT,
                            "%d\t%d\t%d\t%.2f\t%.2f\t%d\t%d",
                            size,
                            paired.links().size(),
                            (long) size * (size - 1) / 2,
                            seconds,
                            1000 * seconds / size,
                            paired.groups().size(),
                            right));
        }
        out.println(
                "# signature: pairing|dimension:"
                        + DIMENSION
                        + "|seed:"
                        + SEED
                        + "|sentences:"
                        + SENTENCES
                        + "|version:1");
    }

    private static boolean isStory(List<String> group) {
        Set<String> stories = new HashSet<>();
        group.forEach(id -> stories.add(id.substring(0, id.indexOf('-'))));
        return stories.size() == 1 && group.size() == LANGUAGES.size();
    }

    private static List<EncodedDocument> documents(int size) {
        Random random = new Random(SEED);
        List<EncodedDocument> documents = new ArrayList<>();
        for (int story = 0; documents.size() < size; story++) {
            float[][] meaning = new float[SENTENCES][];
            for (int s = 0; s < SENTENCES; s++) {
                meaning[s] = gaussian(random);
            }
            Set<DocumentKey> keys = new HashSet<>();
            for (int k = 0; k < SENTENCES; k++) {
                // Half of the numbers are rare, half stand in many stories.
                int number = random.nextInt(k % 2 == 0 ? 100_000 : 100);
                keys.add(new DocumentKey(DocumentKey.Kind.NUMBER, Integer.toString(number)));
            }
            for (Language language : LANGUAGES) {
                if (documents.size() < size) {
                    String id = String.format(Locale.ROOT, "%05d-%s", story, language.iso639_1());
                    documents.add(document(id, language, meaning, keys, random));
                }
            }
        }
        return documents;
    }

    private static EncodedDocument document(
            String id, Language language, float[][] meaning, Set<DocumentKey> keys, Random random) {
        Embeddings.Builder vectors = Embeddings.builder(SENTENCES, DIMENSION);
        List<Segment> segments = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int s = 0; s < SENTENCES; s++) {
            float[] noise = gaussian(random);
            float[] vector = new float[DIMENSION];
            for (int k = 0; k < DIMENSION; k++) {
                vector[k] = (float) (meaning[s][k] + NOISE * noise[k]);
            }
            vectors.set(s, unit(vector));
            String sentence = "a".repeat(60 + random.nextInt(60));
            segments.add(
                    new Segment(
                            new Span(text.length(), text.length() + sentence.length()), sentence));
            text.append(sentence).append('\n');
        }
        return new EncodedDocument(
                new SegmentedDocument(new Document(id, language, text.toString()), segments),
                vectors.build(),
                keys);
    }

    private static float[] gaussian(Random random) {
        float[] vector = new float[DIMENSION];
        for (int k = 0; k < DIMENSION; k++) {
            vector[k] = (float) random.nextGaussian();
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        for (int k = 0; k < vector.length; k++) {
            vector[k] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
