package org.muwazi.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muwazi.embed.Embeddings;
import org.muwazi.testing.Seeds;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.PairRelation.Relation;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

class RelationEvidenceTest {

    private static final int DIMENSION = 48;

    private static final AlignmentParameters PARAMETERS = AlignmentParameters.standard();

    @Test
    void swappingTheSidesSwapsTheSharesAndChangesNothingElse() {
        Seeds.forEach(
                20,
                random -> {
                    float[][] meaning = vectors(10, random);
                    Embeddings source = table(meaning, 0.4f, random);
                    Embeddings target = table(meaning, 0.4f, random);
                    SegmentedDocument s = document("s", 10);
                    SegmentedDocument t = document("t", 10);
                    Alignment alignment = EmbeddingAligner.align(s, source, t, target, PARAMETERS);
                    RelationEvidence there = RelationEvidence.of(alignment, source, target);
                    RelationEvidence back =
                            RelationEvidence.of(alignment.transposed(), target, source);
                    assertThat(back.score()).isCloseTo(there.score(), within(1e-9));
                    assertThat(back.anchorShare()).isEqualTo(there.anchorShare());
                    assertThat(back.sourceShare()).isEqualTo(there.targetShare());
                    assertThat(back.relation()).isEqualTo(there.relation());
                });
    }

    @Test
    void textIsATranslationOfItself() {
        Embeddings vectors = table(vectors(6, new Random(1)), 0, new Random(1));
        SegmentedDocument document = document("a", 6);
        RelationEvidence evidence =
                RelationEvidence.of(
                        EmbeddingAligner.align(document, vectors, document, vectors, PARAMETERS),
                        vectors,
                        vectors);
        assertThat(evidence.relation()).isEqualTo(Relation.TRANSLATION);
        assertThat(evidence.beads()).isEqualTo(6);
        assertThat(evidence.sourceShare()).isEqualTo(1);
        assertThat(evidence.score()).isGreaterThan(0.99);
    }

    @Test
    void unrelatedTextsAreUnrelated() {
        Embeddings source = table(vectors(12, new Random(1)), 0, new Random(1));
        Embeddings target = table(vectors(12, new Random(2)), 0, new Random(2));
        RelationEvidence evidence =
                RelationEvidence.of(
                        EmbeddingAligner.align(
                                document("a", 12), source, document("b", 12), target, PARAMETERS),
                        source,
                        target);
        assertThat(evidence.score()).isLessThan(0.1);
    }

    @Test
    void emptyTextIsUnrelatedToAll() {
        Embeddings nothing = Embeddings.of(List.of(), DIMENSION);
        Embeddings some = table(vectors(3, new Random(1)), 0, new Random(1));
        RelationEvidence evidence =
                RelationEvidence.of(
                        EmbeddingAligner.align(
                                document("a", 0), nothing, document("b", 3), some, PARAMETERS),
                        nothing,
                        some);
        assertThat(evidence.relation()).isEqualTo(Relation.UNRELATED);
        assertThat(evidence.score()).isZero();
    }

    @Test
    void vectorsOfAnotherDocumentAreRefused() {
        Embeddings three = table(vectors(3, new Random(1)), 0, new Random(1));
        Embeddings two = table(vectors(2, new Random(1)), 0, new Random(1));
        Alignment alignment =
                EmbeddingAligner.align(
                        document("a", 3), three, document("b", 3), three, PARAMETERS);
        assertThatThrownBy(() -> RelationEvidence.of(alignment, three, two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 and 2 vectors");
    }

    private static SegmentedDocument document(String id, int sentences) {
        List<Segment> segments = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            String sentence = "s".repeat(50 + 3 * i);
            segments.add(
                    new Segment(
                            new Span(text.length(), text.length() + sentence.length()), sentence));
            text.append(sentence).append('\n');
        }
        return new SegmentedDocument(new Document(id, Language.ENGLISH, text.toString()), segments);
    }

    private static float[][] vectors(int count, Random random) {
        float[][] vectors = new float[count][DIMENSION];
        for (float[] vector : vectors) {
            for (int k = 0; k < DIMENSION; k++) {
                vector[k] = (float) random.nextGaussian();
            }
        }
        return vectors;
    }

    private static Embeddings table(float[][] meaning, float noise, Random random) {
        List<float[]> rows = new ArrayList<>();
        for (float[] vector : meaning) {
            float[] row = vector.clone();
            double squares = 0;
            for (int k = 0; k < DIMENSION; k++) {
                row[k] += noise * (float) random.nextGaussian();
                squares += (double) row[k] * row[k];
            }
            for (int k = 0; k < DIMENSION; k++) {
                row[k] /= (float) Math.sqrt(squares);
            }
            rows.add(row);
        }
        return Embeddings.of(rows, DIMENSION);
    }
}
