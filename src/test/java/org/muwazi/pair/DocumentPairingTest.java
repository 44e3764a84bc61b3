package org.muwazi.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muwazi.align.AlignmentParameters;
import org.muwazi.embed.Embeddings;
import org.muwazi.testing.Seeds;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.PairRelation.Relation;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

class DocumentPairingTest {

    private static final int DIMENSION = 64;
    private static final int SENTENCES = 12;

    private final DocumentPairing pairing = new DocumentPairing(AlignmentParameters.standard());

    @Test
    void threeVersionsOfEachStoryMakeAGroup() {
        PairedDocuments paired = pairing.pair(stories(new Random(1), 6));
        assertThat(paired.groups()).hasSize(6).allSatisfy(DocumentPairingTest::isOneStory);
        assertThat(paired.alone()).isEmpty();
    }

    @Test
    void everyDocumentIsInAGroupOrAlone() {
        Seeds.forEach(
                5,
                random -> {
                    List<EncodedDocument> documents = stories(random, 4);
                    documents.add(document("odd", Language.FRENCH, meaning(random), random));
                    PairedDocuments paired = pairing.pair(documents);
                    List<String> all = new ArrayList<>(paired.alone());
                    paired.groups().forEach(all::addAll);
                    assertThat(all)
                            .containsExactlyInAnyOrderElementsOf(
                                    documents.stream().map(EncodedDocument::id).toList());
                    assertThat(paired.alone()).containsExactly("odd");
                });
    }

    @Test
    void orderOfTheDocumentsDoesNotMatter() {
        Seeds.forEach(
                5,
                random -> {
                    List<EncodedDocument> documents = stories(random, 5);
                    PairedDocuments before = pairing.pair(documents);
                    Collections.shuffle(documents, random);
                    assertThat(pairing.pair(documents)).isEqualTo(before);
                });
    }

    @Test
    void unrelatedDocumentsChangeNoLinkBetweenVersions() {
        Seeds.forEach(
                5,
                random -> {
                    List<EncodedDocument> documents = stories(random, 4);
                    List<List<String>> before = pairing.pair(documents).groups();
                    List<EncodedDocument> more = new ArrayList<>(documents);
                    for (int i = 0; i < 40; i++) {
                        more.add(document("x" + i, Language.ENGLISH, meaning(random), random));
                    }
                    assertThat(pairing.pair(more).groups()).isEqualTo(before);
                });
    }

    @Test
    void halfOfATranslationIsPartial() {
        Random random = new Random(3);
        float[][] meaning = meaning(random);
        float[][] half = java.util.Arrays.copyOf(meaning, SENTENCES / 2);
        PairedDocuments paired =
                pairing.pair(
                        List.of(
                                document("a", Language.ENGLISH, meaning, random),
                                document("b", Language.ARABIC, half, random)));
        DocumentLink link = paired.links().get(0);
        assertThat(link.relation()).isEqualTo(Relation.PARTIAL);
        assertThat(link.evidence().sourceShare()).isBetween(0.35, 0.65);
        assertThat(link.evidence().targetShare()).isGreaterThan(0.9);
        assertThat(paired.groups()).containsExactly(List.of("a", "b"));
    }

    @Test
    void nearDuplicatesInOneLanguageAreOneGroup() {
        Random random = new Random(4);
        float[][] meaning = meaning(random);
        List<EncodedDocument> documents = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            documents.add(document(id, Language.FRENCH, meaning, random));
        }
        PairedDocuments paired = pairing.pair(documents);
        assertThat(paired.groups()).containsExactly(List.of("a", "b", "c"));
        assertThat(paired.links()).allMatch(link -> link.relation() == Relation.TRANSLATION);
        assertThat(paired.links()).allMatch(link -> link.sourceRank() <= 2);
    }

    @Test
    void aLinkBetweenTwoCompleteGroupsIsContradicted() {
        Random random = new Random(5);
        List<EncodedDocument> documents = new ArrayList<>();
        float[][] first = meaning(random);
        float[][] second = meaning(random);
        for (Language language : List.of(Language.ARABIC, Language.FRENCH)) {
            documents.add(document("0-" + language, language, first, random));
            documents.add(document("1-" + language, language, second, random));
        }
        // A page that holds one story and has the other appended.
        documents.add(document("0-page", Language.ENGLISH, joined(first, second), random));
        documents.add(document("1-en", Language.ENGLISH, second, random));
        documents.add(document("2-en", Language.ENGLISH, meaning(random), random));
        PairedDocuments paired = pairing.pair(documents);
        assertThat(paired.groups()).hasSize(2);
        assertThat(paired.links()).anyMatch(DocumentLink::contradicted);
        assertThat(paired.links())
                .filteredOn(DocumentLink::contradicted)
                .allMatch(link -> link.source().equals("0-page") || link.target().equals("0-page"));
        assertThat(paired.alone()).containsExactly("2-en");
    }

    @Test
    void documentWithoutSentencesIsAlone() {
        Random random = new Random(6);
        List<EncodedDocument> documents = stories(random, 1);
        documents.add(document("empty", Language.ARABIC, new float[0][], random));
        PairedDocuments paired = pairing.pair(documents);
        assertThat(paired.alone()).containsExactly("empty");
        assertThat(paired.groups()).hasSize(1);
    }

    @Test
    void nothingAndOneDocumentAreLegal() {
        assertThat(pairing.pair(List.of()).links()).isEmpty();
        Random random = new Random(7);
        assertThat(
                        pairing.pair(
                                        List.of(
                                                document(
                                                        "a",
                                                        Language.ENGLISH,
                                                        meaning(random),
                                                        random)))
                                .alone())
                .containsExactly("a");
    }

    @Test
    void twoDocumentsOfOneIdAreRefused() {
        Random random = new Random(8);
        EncodedDocument document = document("a", Language.ENGLISH, meaning(random), random);
        assertThatThrownBy(() -> pairing.pair(List.of(document, document)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two documents have the id a");
    }

    @Test
    void numberOfComparisonsIsBoundedForEachDocument() {
        List<EncodedDocument> documents = stories(new Random(9), 60);
        assertThat(pairing.pair(documents).links().size()).isLessThan(documents.size() * 12);
    }

    @Test
    void progressIsToldToTheEnd() {
        List<Integer> told = new ArrayList<>();
        pairing.pair(
                stories(new Random(10), 3),
                (done, all) -> {
                    told.add(done);
                    assertThat(done).isLessThanOrEqualTo(all);
                });
        assertThat(told).isNotEmpty().isSorted();
    }

    private static void isOneStory(List<String> group) {
        assertThat(group).hasSize(3);
        assertThat(group.stream().map(id -> id.substring(0, id.indexOf('-'))).distinct())
                .hasSize(1);
    }

    private static List<EncodedDocument> stories(Random random, int count) {
        List<EncodedDocument> documents = new ArrayList<>();
        for (int story = 0; story < count; story++) {
            float[][] meaning = meaning(random);
            for (Language language : List.of(Language.ARABIC, Language.ENGLISH, Language.FRENCH)) {
                documents.add(
                        document(story + "-" + language.iso639_1(), language, meaning, random));
            }
        }
        return documents;
    }

    private static float[][] meaning(Random random) {
        float[][] meaning = new float[SENTENCES][];
        for (int s = 0; s < SENTENCES; s++) {
            meaning[s] = gaussian(random);
        }
        return meaning;
    }

    private static float[][] joined(float[][] first, float[][] second) {
        float[][] joined = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static EncodedDocument document(
            String id, Language language, float[][] meaning, Random random) {
        Embeddings.Builder vectors = Embeddings.builder(meaning.length, DIMENSION);
        List<Segment> segments = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int s = 0; s < meaning.length; s++) {
            float[] noise = gaussian(random);
            float[] vector = new float[DIMENSION];
            for (int k = 0; k < DIMENSION; k++) {
                vector[k] = meaning[s][k] + 0.5f * noise[k];
            }
            vectors.set(s, unit(vector));
            String sentence = "s".repeat(60 + random.nextInt(20));
            segments.add(
                    new Segment(
                            new Span(text.length(), text.length() + sentence.length()), sentence));
            text.append(sentence).append('\n');
        }
        return new EncodedDocument(
                new SegmentedDocument(new Document(id, language, text.toString()), segments),
                vectors.build(),
                Set.of());
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
