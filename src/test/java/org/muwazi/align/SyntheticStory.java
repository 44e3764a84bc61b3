package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.muwazi.embed.Embeddings;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

/**
 * Documents whose sentences are lists of units of meaning, with vectors that behave as an encoder's
 * do: a unit's vector plus noise, sums for joined units. Lets the aligner be tested for what it
 * does with vectors, whatever encoder makes them.
 */
record SyntheticStory(SegmentedDocument document, Embeddings vectors) {

    private static final int DIMENSION = 64;

    /**
     * Builds a document.
     *
     * @param id document id
     * @param sentences units of meaning of each sentence; equal numbers mean the same in every
     *     document
     * @param noise length of the noise added to each sentence's unit vector
     * @param random source of the noise
     */
    static SyntheticStory of(
            String id, List<List<Integer>> sentences, double noise, Random random) {
        StringBuilder text = new StringBuilder();
        List<Segment> segments = new ArrayList<>();
        List<float[]> rows = new ArrayList<>();
        for (List<Integer> units : sentences) {
            StringBuilder sentence = new StringBuilder();
            double[] sum = new double[DIMENSION];
            for (int unit : units) {
                Random meaning = new Random(7_000_003L * (unit + 1));
                int length = 40 + meaning.nextInt(60);
                sentence.append(Integer.toString(unit % 36, 36).repeat(length));
                double[] vector = unit(meaning, 1);
                for (int k = 0; k < DIMENSION; k++) {
                    sum[k] += Math.sqrt(length) * vector[k];
                }
            }
            normalise(sum);
            double[] disturbance = unit(random, noise);
            for (int k = 0; k < DIMENSION; k++) {
                sum[k] += disturbance[k];
            }
            normalise(sum);
            float[] row = new float[DIMENSION];
            for (int k = 0; k < DIMENSION; k++) {
                row[k] = (float) sum[k];
            }
            rows.add(row);
            segments.add(
                    new Segment(
                            new Span(text.length(), text.length() + sentence.length()),
                            sentence.toString()));
            text.append(sentence).append('\n');
        }
        SegmentedDocument document =
                new SegmentedDocument(
                        new Document(id, Language.ENGLISH, text.toString()), segments);
        return new SyntheticStory(document, Embeddings.of(rows, DIMENSION));
    }

    /** One unit a sentence. */
    static SyntheticStory ofUnits(String id, List<Integer> units, double noise, Random random) {
        return of(id, units.stream().map(List::of).toList(), noise, random);
    }

    private static double[] unit(Random random, double length) {
        double[] vector = new double[DIMENSION];
        for (int k = 0; k < DIMENSION; k++) {
            vector[k] = random.nextGaussian();
        }
        normalise(vector);
        for (int k = 0; k < DIMENSION; k++) {
            vector[k] *= length;
        }
        return vector;
    }

    private static void normalise(double[] vector) {
        double squares = 0;
        for (double component : vector) {
            squares += component * component;
        }
        double length = Math.sqrt(squares);
        for (int k = 0; k < vector.length; k++) {
            vector[k] /= length;
        }
    }
}
