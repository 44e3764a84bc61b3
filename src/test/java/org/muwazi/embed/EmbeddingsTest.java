package org.muwazi.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {

    private static final float[] EAST = {1, 0, 0, 0, 0};
    private static final float[] NORTH = {0, 0, 0, 0, 1};
    private static final float[] NORTH_EAST = {0.6f, 0, 0, 0, 0.8f};

    @Test
    void cosineIsTheDotProductOfUnitRows() {
        Embeddings rows = Embeddings.of(List.of(EAST, NORTH, NORTH_EAST), 5);
        assertThat(rows.cosine(0, rows, 0)).isCloseTo(1, within(1e-6));
        assertThat(rows.cosine(0, rows, 1)).isZero();
        assertThat(rows.cosine(1, rows, 2)).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void rowsNotOfUnitLengthAreRefused() {
        for (float[] wrong : List.of(new float[] {1, 1, 0, 0, 0}, new float[5])) {
            assertThatThrownBy(() -> Embeddings.of(List.of(EAST, wrong), 5))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("row 1");
        }
        float[] notANumber = {Float.NaN, 0, 0, 0, 0};
        assertThatThrownBy(() -> Embeddings.of(List.of(notANumber), 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowsOfAnotherDimensionAreRefused() {
        assertThatThrownBy(() -> Embeddings.of(List.of(EAST), 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 0 has 5 components, expected 4");
        Embeddings five = Embeddings.of(List.of(EAST), 5);
        Embeddings two = Embeddings.of(List.of(new float[] {1, 0}), 2);
        assertThatThrownBy(() -> five.cosine(0, two, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTableIsNotChangedThroughItsRows() {
        float[] given = EAST.clone();
        Embeddings rows = Embeddings.of(List.of(given), 5);
        given[0] = -1;
        rows.row(0)[0] = -1;
        assertThat(rows.row(0)).isEqualTo(EAST);
    }

    @Test
    void aBuilderWantsEveryRowAndBuildsOnce() {
        Embeddings.Builder builder = Embeddings.builder(2, 5).set(1, NORTH);
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("row 0 was never set");
        builder.set(0, EAST);
        Embeddings rows = builder.build();
        assertThat(rows.row(1)).isEqualTo(NORTH);
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> builder.set(0, EAST)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTableThatCannotBeHeldIsRefused() {
        assertThatThrownBy(() -> Embeddings.builder(5_000_000, 512))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5000000");
    }
}
