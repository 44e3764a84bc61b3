package org.muwazi.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.muwazi.embed.WordEncoder;
import org.muwazi.embed.WordVectors;
import org.muwazi.testing.Seeds;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;

class WordAlignerTest {

    /** Words of one meaning have one vector; a word that is not listed has its own. */
    private static final class Dictionary implements WordEncoder {

        private static final int DIMENSION = 64;
        private static final Map<String, String> MEANINGS =
                Map.of("le", "the", "port", "harbour", "ferme", "closes", "lundi", "monday");

        @Override
        public List<WordVectors> encodeWords(List<String> texts) {
            return texts.stream().map(Dictionary::vectors).toList();
        }

        private static WordVectors vectors(String text) {
            List<Span> spans = new ArrayList<>();
            List<Float> values = new ArrayList<>();
            for (Span span : WordSpans.of(text)) {
                String word = span.of(text).toLowerCase(Locale.ROOT);
                if (word.equals("unseen")) {
                    continue;
                }
                Random random = new Random(MEANINGS.getOrDefault(word, word).hashCode());
                spans.add(span);
                for (int k = 0; k < DIMENSION; k++) {
                    values.add((float) random.nextGaussian());
                }
            }
            float[] array = new float[values.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = values.get(i);
            }
            return new WordVectors(spans, array, DIMENSION);
        }

        @Override
        public int wordDimension() {
            return DIMENSION;
        }

        @Override
        public Signature signature() {
            return new Signature("dictionary", Map.of(), "1");
        }
    }

    private static final WordAligner ALIGNER = new WordAligner(new Dictionary());

    @Test
    void linksWordsOfOneMeaningWhereverTheyStand() {
        assertThat(ALIGNER.align("Lundi le port ferme", "The harbour closes Monday").pharaoh())
                .isEqualTo("0-3 1-0 2-1 3-2");
    }

    @Test
    void ofTwoEqualWordsEachGoesWithTheOneAtItsPlace() {
        assertThat(ALIGNER.align("le port le maire", "the harbour the maire").pharaoh())
                .isEqualTo("0-0 1-1 2-2 3-3");
    }

    @Test
    void aStretchLeadsToTheWordsLinkedWithItInOnePieceWhereTheyStandInARow() {
        String target = "The harbour closes Monday";
        assertThat(sourceOf("Lundi le port ferme", target, "harbour closes"))
                .containsExactly("port ferme");
        assertThat(sourceOf("Lundi le port ferme", target, "closes Monday"))
                .containsExactly("Lundi", "ferme");
    }

    @Test
    void aWrongWordLeadsToWhatIsLeftBetweenTheCounterpartsOfItsNeighbours() {
        assertThat(sourceOf("le port unseen lundi", "the harbour burns monday", "burns"))
                .containsExactly("unseen");
        assertThat(sourceOf("unseen ferme lundi", "burns closes monday", "burns"))
                .containsExactly("unseen");
        // Too much is left: which of it is meant is not known.
        assertThat(
                        sourceOf(
                                "le port unseen unseen unseen lundi",
                                "the harbour burns monday",
                                "burns"))
                .isEmpty();
        assertThat(sourceOf("le port lundi", "the harbour burns monday", "burns")).isEmpty();
        assertThat(sourceOf("le port", "the harbour !", "!")).isEmpty();
    }

    private static List<String> sourceOf(String source, String target, String stretch) {
        int start = target.indexOf(stretch);
        return ALIGNER
                .align(source, target)
                .sourceOf(new Span(start, start + stretch.length()))
                .stream()
                .map(span -> span.of(source))
                .toList();
    }

    @Test
    void emptyTextsHaveNoLinks() {
        for (String empty : List.of("", "  ", "!?", "unseen")) {
            assertThat(ALIGNER.align(empty, "the harbour").links()).isEmpty();
            assertThat(ALIGNER.align("the harbour", empty).links()).isEmpty();
            assertThat(ALIGNER.align(empty, empty).links()).isEmpty();
        }
    }

    @Test
    void aWordWithoutVectorKeepsItsNumberAndHasNoLink() {
        WordAlignment alignment = ALIGNER.align("le unseen port", "the harbour");
        assertThat(alignment.sourceWords()).hasSize(3);
        assertThat(alignment.pharaoh()).isEqualTo("0-0 2-1");
    }

    @Test
    void differentNumbersOfTextsAreRefused() {
        assertThatThrownBy(() -> ALIGNER.align(List.of("a"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 source texts, but 0 target texts");
    }

    @Test
    void swappingTheTextsSwapsTheLinks() {
        List<String> words = List.of("the", "le", "port", "harbour", "ferme", "12", "maire", "x");
        Seeds.forEach(
                200,
                random -> {
                    String source = sentence(random, words);
                    String target = sentence(random, words);
                    WordAlignment there = ALIGNER.align(source, target);
                    WordAlignment back = ALIGNER.align(target, source);
                    List<WordLink> swapped = back.links().stream().map(Swap::of).sorted().toList();
                    assertThat(swapped).isEqualTo(there.links());
                    assertThat(ALIGNER.align(source, target)).isEqualTo(there);
                });
    }

    private static final class Swap {

        static WordLink of(WordLink link) {
            int first = link.target();
            int second = link.source();
            return new WordLink(first, second, link.score());
        }
    }

    private static String sentence(Random random, List<String> words) {
        return random.ints(random.nextInt(12), 0, words.size())
                .mapToObj(words::get)
                .collect(Collectors.joining(" "));
    }

    @Test
    void marksAndJoinedDigitsAreWordsAsTheEyeSeesThem() {
        assertThat(WordSpans.of("L'eau, 2.5 km — مُحمّد!").stream().map(Span::length).toList())
                .containsExactly(1, 3, 1, 1, 2, 6);
    }

    @Test
    void impossibleLinksAreRefused() {
        assertThatThrownBy(() -> new WordLink(0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WordLink(-1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        List<Span> one = List.of(new Span(0, 1));
        assertThatThrownBy(() -> new WordAlignment(one, one, List.of(new WordLink(0, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
        WordLink link = new WordLink(0, 0, 1);
        assertThatThrownBy(() -> new WordAlignment(one, one, List.of(link, link)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SoftmaxIntersection(0, 0.1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
