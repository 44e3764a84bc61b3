package org.muwazi.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.muwazi.score.FluencyTokens.Piece;
import org.muwazi.text.Language;
import org.muwazi.text.Span;

/*
 * An n-gram model over frequent words and word classes. Surprise itself says little: a text about
 * locusts is rarer than one about elections. So each symbol is compared with how surprising that same
 * symbol is in good text, and the sum over a sentence is a z-score for its length. The idea is that of
 * the syntactic log-odds ratio (Pauls & Klein 2012) with measured means in the place of unigram
 * probabilities; models/fluency-1/card.md has the variants that were tried.
 */
/**
 * How natural a text is as a text of its language, seen from the language alone: word order,
 * function words, agreement. It does not see whether a fluent sentence says the right thing.
 *
 * <p>Immutable and safe for use by several threads. Knows Arabic, English and French.
 */
public final class FluencyModel {

    /** Sentences with fewer symbols, end included, have no z-score of their own. */
    static final int FEWEST_SYMBOLS = 5;

    private static final int WINDOW = 5;
    private static final int WINDOWS = 3;

    private final Map<Language, Voice> voices;

    /**
     * One language's part.
     *
     * @param limits thresholds that go with the tables
     */
    record Voice(
            FluencySymbols symbols, FluencyTable table, Calibration calibration, Limits limits) {}

    /**
     * A sentence of n symbols whose deviations sum to s has z = (s/sqrt(n) - center - slope
     * sqrt(n)) / sqrt(variance + growth n).
     */
    record Calibration(double center, double slope, double variance, double growth) {

        double z(double sum, int symbols) {
            double root = Math.sqrt(symbols);
            return (sum / root - center - slope * root) / Math.sqrt(variance + growth * symbols);
        }
    }

    /**
     * Thresholds of one language, as measured for the model.
     *
     * @param sentence z-score above which a sentence is suspect; below 1 % of good ones are
     * @param window score above which the worst window of a sentence is suspect; below 1 % of good
     *     sentences have one
     * @param document {@link #documentSurprise} above which a document of ten sentences or more is
     *     suspect; about 1 % of good ones are
     */
    public record Limits(double sentence, double window, double document) {}

    /**
     * Some words in a row that are more surprising than the rest.
     *
     * @param span place in the sentence
     * @param score sum of the words' deviations over the root of their number, higher is worse
     */
    public record Window(Span span, double score) {

        /** Checks that there is a place. */
        public Window {
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * What the model says of a sentence.
     *
     * @param symbols counted words, signs and the end of the sentence; 0 for a text without any
     * @param surprise mean over the symbols in bits, which depends on the subject as well
     * @param z in standard deviations of good sentences of this length, higher is worse; 0 where
     *     fewer than five symbols leave nothing to judge
     * @param windows at most three, worst first, disjoint in their words
     */
    public record Estimate(int symbols, double surprise, double z, List<Window> windows) {

        /** Copies the windows. */
        public Estimate {
            windows = List.copyOf(windows);
        }
    }

    private FluencyModel(Map<Language, Voice> voices) {
        this.voices = new EnumMap<>(voices);
    }

    /**
     * Reads a model.
     *
     * @param path the file {@code fluency.bin} or the folder it lies in
     * @throws IOException if the file cannot be read
     * @throws org.muwazi.text.MalformedInputException if it is not a model of this format, or its
     *     length or checksum is not what its header says
     */
    public static FluencyModel load(Path path) throws IOException {
        Path file = Files.isDirectory(path) ? path.resolve("fluency.bin") : path;
        return new FluencyModel(FluencyFile.read(file.toString(), Files.readAllBytes(file)));
    }

    /** True for the languages this model has counts for. */
    public boolean knows(Language language) {
        return voices.containsKey(language);
    }

    /**
     * The thresholds that belong to the model.
     *
     * @throws IllegalArgumentException if the model does not know the language
     */
    public Limits limits(Language language) {
        return voice(language).limits();
    }

    /**
     * Judges one sentence.
     *
     * @param sentence in any Unicode form; blank is allowed
     * @throws IllegalArgumentException if the model does not know the language
     */
    public Estimate estimate(String sentence, Language language) {
        Voice voice = voice(language);
        Encoded encoded = encode(sentence, language, voice.symbols());
        int[] ids = encoded.ids();
        int n = ids.length;
        if (n == 1) {
            return new Estimate(0, 0, 0, List.of());
        }
        double[] surprise = voice.table().surprise(ids);
        double[] deviations = voice.table().deviations(ids, surprise);
        double z = n < FEWEST_SYMBOLS ? 0 : voice.calibration().z(sum(deviations), n);
        return new Estimate(n, sum(surprise) / n, z, windows(deviations, encoded.spans()));
    }

    /**
     * How far a whole document is from good ones: the mean z-score of its sentences, weighted by
     * the root of their length. Compare with {@link Limits#document}, which holds for ten sentences
     * and more.
     *
     * @return 0 where no sentence is long enough
     * @throws IllegalArgumentException if the model does not know the language
     */
    public double documentSurprise(List<String> sentences, Language language) {
        double total = 0;
        double weights = 0;
        for (String sentence : sentences) {
            Estimate estimate = estimate(sentence, language);
            if (estimate.symbols() >= FEWEST_SYMBOLS) {
                double weight = Math.sqrt(estimate.symbols());
                total += weight * estimate.z();
                weights += weight;
            }
        }
        return weights == 0 ? 0 : total / weights;
    }

    /** The symbols of a sentence as the model names them; for tests of the cutting. */
    List<String> symbols(String sentence, Language language) {
        FluencySymbols symbols = voice(language).symbols();
        return FluencyTokens.of(sentence, language).stream()
                .flatMap(piece -> symbols.of(piece).stream())
                .toList();
    }

    private Voice voice(Language language) {
        Voice voice = voices.get(language);
        if (voice == null) {
            throw new IllegalArgumentException(
                    "the fluency model knows " + voices.keySet() + " and not " + language);
        }
        return voice;
    }

    private record Encoded(List<Integer> numbers, List<Span> spans) {

        int[] ids() {
            return numbers.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private static Encoded encode(String sentence, Language language, FluencySymbols symbols) {
        List<Integer> ids = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (Piece piece : FluencyTokens.of(sentence, language)) {
            for (String symbol : symbols.of(piece)) {
                ids.add(symbols.id(symbol));
                spans.add(piece.span());
            }
        }
        ids.add(FluencyFile.END);
        spans.add(spans.isEmpty() ? new Span(0, 0) : spans.get(spans.size() - 1));
        return new Encoded(ids, spans);
    }

    private record Place(double score, int start) {}

    private static List<Window> windows(double[] deviations, List<Span> spans) {
        int size = Math.min(WINDOW, deviations.length);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i + size <= deviations.length; i++) {
            double total = 0;
            for (int j = i; j < i + size; j++) {
                total += deviations[j];
            }
            if (total > 0) {
                places.add(new Place(total / Math.sqrt(size), i));
            }
        }
        places.sort(
                Comparator.comparingDouble(Place::score).reversed().thenComparingInt(Place::start));
        List<Place> chosen = new ArrayList<>();
        for (Place place : places) {
            boolean apart =
                    chosen.stream()
                            .allMatch(other -> Math.abs(other.start() - place.start()) >= size);
            if (apart && chosen.size() < WINDOWS) {
                chosen.add(place);
            }
        }
        return chosen.stream()
                .map(
                        place ->
                                new Window(
                                        new Span(
                                                spans.get(place.start()).start(),
                                                spans.get(place.start() + size - 1).end()),
                                        place.score()))
                .toList();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
