package org.muwazi.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muwazi.json.Json;
import org.muwazi.score.Explanation;
import org.muwazi.score.Finding;
import org.muwazi.score.QualityEstimate;
import org.muwazi.score.Severity;
import org.muwazi.score.Verdict;
import org.muwazi.text.Language;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

class ScoreLineTest {

    private static final ScoreLine LINE =
            ScoreLine.of(
                    7,
                    new TranslationUnit(
                            "7",
                            new TranslationUnit.Variant(Language.ENGLISH, "212 people 😀 came."),
                            new TranslationUnit.Variant(Language.FRENCH, "😀 122\tpersonnes")),
                    new QualityEstimate(
                            1.0 / 3,
                            Verdict.REVIEW,
                            List.of(
                                    new Finding(
                                            Finding.Kind.NUMBER,
                                            1,
                                            new Span(3, 6),
                                            Severity.CRITICAL,
                                            0.97,
                                            "122\t",
                                            Explanation.verbatim("212 became 122.")),
                                    new Finding(
                                            Finding.Kind.OMISSION,
                                            0,
                                            new Span(14, 18),
                                            Severity.MAJOR,
                                            0.5,
                                            "came",
                                            Explanation.verbatim("Not said."))),
                            RandomText.SIGNATURE));

    @Test
    void offsetsAreCodePointsOfTheSideTheyName() {
        assertThat(LINE.json())
                .startsWith("{\"line\":7,\"score\":0.3333,\"verdict\":\"review\",\"findings\":[{")
                .contains("\"side\":\"target\",\"start\":2,\"end\":5")
                .contains("\"side\":\"source\",\"start\":13,\"end\":17");
        assertThat(Json.read("line", LINE.json(), ScoreLine.class)).isEqualTo(LINE);
    }

    @Test
    void tsvHasThreeFieldsWhateverTheEvidenceHolds() {
        assertThat(LINE.tsv())
                .isEqualTo(
                        "0.3333\treview\ttarget 2-5 number (critical) \"122\\t\"; "
                                + "source 13-17 omission (major) \"came\"");
    }
}
