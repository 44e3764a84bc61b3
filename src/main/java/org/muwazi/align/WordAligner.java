package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.embed.WordEncoder;
import org.muwazi.embed.WordVectors;
import org.muwazi.text.Span;

/*
 * A word of a sentence has few rivals in the translation of that sentence, so vectors that only know
 * a word and its neighbours are enough to find most of its counterparts. What they confuse is what
 * occurs twice (articles, prepositions, figures that repeat). Two things tell those apart, and both
 * cost nothing: the place in the sentence and the neighbours' counterparts. The figures of each step
 * and of the rules that were tried instead are in eval/results/words.tsv.
 */
/**
 * Finds out which words of a text correspond to which words of its translation. Works on sentences
 * and short passages; time and memory grow with the product of the numbers of words.
 *
 * <p>Deterministic; swapping the two texts swaps the links. As safe for several threads as its
 * encoder.
 */
public final class WordAligner {

    // The four were chosen on the half "choice" of eval/words by eval/run words.
    private static final double DIAGONAL = 0.3;
    private static final double NEIGHBOURS = 0.2;
    private static final double TEMPERATURE = 0.05;
    private static final double THRESHOLD = 0.2;

    private final WordEncoder encoder;
    private final WordMatcher matcher;

    /** An aligner with the rule that was best on our hand-made links. */
    public WordAligner(WordEncoder encoder) {
        this(
                encoder,
                similarities ->
                        new SoftmaxIntersection(TEMPERATURE, THRESHOLD)
                                .match(
                                        similarities
                                                .withDiagonal(DIAGONAL)
                                                .withNeighbours(NEIGHBOURS)));
    }

    /** An aligner with another rule. */
    public WordAligner(WordEncoder encoder, WordMatcher matcher) {
        this.encoder = encoder;
        this.matcher = matcher;
    }

    /** The same for one pair. */
    public WordAlignment align(String source, String target) {
        return align(List.of(source), List.of(target)).get(0);
    }

    /**
     * Links the words of each source with those of the target in the same place.
     *
     * @param sources any texts, also empty ones
     * @param targets as many, also in the same language
     * @return one alignment a pair; words are those of {@link WordSpans}
     * @throws IllegalArgumentException if the numbers of texts differ
     */
    public List<WordAlignment> align(List<String> sources, List<String> targets) {
        if (sources.size() != targets.size()) {
            throw new IllegalArgumentException(
                    sources.size() + " source texts, but " + targets.size() + " target texts");
        }
        List<String> texts = new ArrayList<>(sources);
        texts.addAll(targets);
        List<WordVectors> vectors = encoder.encodeWords(texts);
        List<WordAlignment> alignments = new ArrayList<>(sources.size());
        for (int i = 0; i < sources.size(); i++) {
            Words source = Words.of(sources.get(i), vectors.get(i));
            Words target = Words.of(targets.get(i), vectors.get(sources.size() + i));
            alignments.add(linked(source, target));
        }
        return List.copyOf(alignments);
    }

    private WordAlignment linked(Words source, Words target) {
        WordSimilarities similarities =
                WordSimilarities.cosines(source.vectors(), target.vectors());
        List<WordLink> links =
                matcher.match(similarities).stream()
                        .map(
                                link ->
                                        new WordLink(
                                                source.known().get(link.source()),
                                                target.known().get(link.target()),
                                                link.score()))
                        .toList();
        return new WordAlignment(source.spans(), target.spans(), links);
    }

    /**
     * The words of a text.
     *
     * @param spans of all
     * @param known numbers of those that have a vector
     * @param vectors of these, of unit length
     */
    private record Words(List<Span> spans, List<Integer> known, List<float[]> vectors) {

        static Words of(String text, WordVectors tokens) {
            List<Span> spans = WordSpans.of(text);
            List<float[]> all = tokens.of(spans);
            List<Integer> known = new ArrayList<>();
            List<float[]> vectors = new ArrayList<>();
            for (int i = 0; i < spans.size(); i++) {
                if (hasLength(all.get(i))) {
                    known.add(i);
                    vectors.add(all.get(i));
                }
            }
            return new Words(spans, known, vectors);
        }

        private static boolean hasLength(float[] vector) {
            for (float component : vector) {
                if (component != 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
