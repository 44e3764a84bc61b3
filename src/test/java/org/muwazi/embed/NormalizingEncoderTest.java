package org.muwazi.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NormalizingEncoderTest {

    private final CountingEncoder counting = new CountingEncoder("counting");
    private final NormalizingEncoder normalizing = new NormalizingEncoder(counting);

    @Test
    void theEncoderSeesNormalisedText() {
        normalizing.encode(List.of("cafe\u0301\u00A0noir", "AT&amp;T"));
        assertThat(counting.asked()).containsExactly("caf\u00E9 noir", "AT&T");
    }

    @Test
    void spellingsOfOneTextShareACacheEntry() {
        SentenceEncoder both = new NormalizingEncoder(new CachingEncoder(counting, 10));
        both.encode(List.of("R&D", "R&amp;D", "\uFEFFR&D "));
        assertThat(counting.asked()).containsExactly("R&D");
    }

    @Test
    void textOfMarksAloneIsEncodedAsItIs() {
        String mark = "\u200F";
        assertThat(normalizing.encode(List.of(mark)).rows()).isOne();
        assertThat(counting.asked()).containsExactly(mark);
    }

    @Test
    void theSignatureSaysThatTextWasNormalised() {
        assertThat(normalizing.signature().toString())
                .isEqualTo("counting|normalizer:2|pooling:none|version:1");
    }

    @Test
    void closingReachesTheEncoder() {
        normalizing.close();
        assertThatThrownBy(() -> normalizing.encode(List.of("rain")))
                .isInstanceOf(IllegalStateException.class);
    }
}
