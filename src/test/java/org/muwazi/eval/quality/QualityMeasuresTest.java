package org.muwazi.eval.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muwazi.eval.Confusion;
import org.muwazi.eval.GoldStory;
import org.muwazi.read.ReadOptions;
import org.muwazi.read.StoryReader;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;

/** The measures of quality estimation, worked out by hand. */
class QualityMeasuresTest {

    @Test
    void hterCountsEditsOverTheWordsOfThePostEdit() {
        PostEdit edit = PostEdit.of("the harbour closed in the june .", "The port closed in June.");
        // harbour changed, the second the removed; six words in the post-edit with its stop.
        assertThat(edit.distance()).isEqualTo(2);
        assertThat(edit.hter()).isCloseTo(2 / 6.0, within(1e-12));
        assertThat(edit.bad()).containsExactly(false, true, false, false, true, false, false);
    }

    @Test
    void aPostEditThatOnlyAddsWordsMarksNone() {
        PostEdit edit = PostEdit.of("the port closed", "the old port closed again");
        assertThat(edit.bad()).containsOnly(false);
        assertThat(edit.distance()).isEqualTo(2);
    }

    @Test
    void hterIsAtMostOne() {
        assertThat(PostEdit.of("one two three four", "five").hter()).isEqualTo(1);
        assertThat(PostEdit.of("one", "").hter()).isEqualTo(1);
    }

    @Test
    void aWordThatAFindingTouchesIsFound() {
        // Three words at 0-3, 4-8, 9-15; the second is wrong, the finding reaches into the third.
        List<Span> tokens = List.of(new Span(0, 3), new Span(4, 8), new Span(9, 15));
        Confusion count =
                WordTags.count(tokens, List.of(false, true, false), List.of(new Span(5, 10)));
        assertThat(count).isEqualTo(new Confusion(1, 1, 0, 1));
    }

    @Test
    void aFifthOfTheRowsOrSoIsForTestingAndSpacesAroundDoNotMatter() {
        int test = 0;
        for (int i = 0; i < 2000; i++) {
            String source = "La phrase num\u00e9ro " + i;
            assertThat(WceLig.isTest("  " + source + "\n")).isEqualTo(WceLig.isTest(source));
            test += WceLig.isTest(source) ? 1 : 0;
        }
        assertThat(test / 2000.0).isCloseTo(51 / 256.0, within(0.03));
        // SHA-256 of "a" begins with ca, of "d" with 18.
        assertThat(WceLig.isTest("a")).isFalse();
        assertThat(WceLig.isTest("d")).isTrue();
    }

    @Test
    void theBestThresholdOfMccLiesBetweenTheScoresItParts() {
        double[] scores = {0.1, 0.2, 0.3, 0.8, 0.9};
        boolean[] error = {true, true, false, false, false};
        double threshold = BestThreshold.ofMcc(scores, error);
        assertThat(threshold).isCloseTo(0.25, within(1e-12));
        assertThat(BestThreshold.at(threshold, scores, error).mcc()).isCloseTo(1, within(1e-12));
    }

    @Test
    void equalScoresFallOnOneSideOfTheThreshold() {
        double[] scores = {0.5, 0.5, 0.9};
        boolean[] error = {true, false, false};
        // 0.7 calls both halves errors: (1*1 - 1*0) / sqrt(2*1*2*1) = 0.5.
        assertThat(BestThreshold.ofMcc(scores, error)).isCloseTo(0.7, within(1e-12));
        assertThat(BestThreshold.at(0.7, scores, error).mcc()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aTieOfTwinsIsHalf() {
        assertThat(Twin.share(0.9, 0.1)).isEqualTo(1);
        assertThat(Twin.share(0.5, 0.5)).isEqualTo(0.5);
        assertThat(Twin.share(0.1, 0.9)).isZero();
    }

    @Test
    void meanOfPartsCountsEachPartAlike() {
        Judged.Part small = new Judged.Part("en-cs", 1, counts -> 1.0);
        Judged.Part large = new Judged.Part("en-de", 9, counts -> 0.0);
        assertThat(Judged.mean(List.of(small, large)).value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void charactersAndPlacesAreCountedAgainstTheMarks() {
        MarkedSpans spans =
                new MarkedSpans(
                        List.of(new Span(0, 4), new Span(10, 20)),
                        List.of(new Span(2, 6), new Span(30, 30), new Span(40, 42)),
                        50);
        assertThat(spans.characters()).isEqualTo(new Confusion(2, 4, 12, 32));
        assertThat(spans.marksFound()).isEqualTo(1);
        assertThat(spans.foundRightly()).isEqualTo(1);
        assertThat(spans.found()).hasSize(2);
    }

    @Test
    void everyMarkOfTheStoriesIsLocatedInItsDocument() throws IOException {
        StoryReader reader = new StoryReader();
        for (GoldStory story : GoldStory.all(Path.of("eval", "stories"))) {
            for (GoldStory.Version version : story.versions()) {
                List<String> evidence =
                        story.errors().stream()
                                .filter(error -> error.version().equals(version.id()))
                                .map(GoldStory.MarkedError::evidence)
                                .toList();
                String text =
                        reader.read(version.file(), Optional.empty(), ReadOptions.standard())
                                .document()
                                .text();
                assertThat(MarkedSpans.locate(story, version, text))
                        .as(story.id() + " " + version.id())
                        .extracting(span -> span.of(text))
                        .isEqualTo(evidence);
            }
        }
    }

    /** Scores a target by its length, and says so. */
    private static final class ByLength implements PairScorer {

        @Override
        public String name() {
            return Scorers.SHIPPED;
        }

        @Override
        public boolean scores(String from, String to) {
            return true;
        }

        @Override
        public boolean marksWords() {
            return false;
        }

        @Override
        public List<Judgement> judge(List<TextPair> pairs) {
            return pairs.stream()
                    .map(pair -> new Judgement(pair.target().length(), List.of()))
                    .toList();
        }

        @Override
        public Signature signature() {
            return new Signature("by-length", Map.of(), "1");
        }
    }

    private static String item(String severity, String perturbed, boolean usable) {
        return "{\"id\":1,\"src_sent\":\"Le port ferme.\",\"mt_sent\":\"The port closes.\","
                + "\"pert_sent\":\""
                + perturbed
                + "\",\"lang_tag\":\"french\",\"data_source\":\"X\",\"pert_check\":"
                + usable
                + ",\"severity\":\""
                + severity
                + "\",\"pert_name\":\""
                + severity
                + "_id1\"}";
    }

    @Test
    void demetrIsReadFromItsFilesAndCountedBySeverity(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("some.json"),
                "["
                        + String.join(
                                ",",
                                item("critical", "The port.", true),
                                item("critical", "The port closes at night.", true),
                                item("critical", "no", false),
                                item("base", ".", true),
                                item("minor", "The port closes!", true))
                        + "]");
        Map<String, Figure> figures = new java.util.HashMap<>();
        Demetr.figures(folder, List.of(new ByLength())).forEach(f -> figures.put(f.part(), f));
        assertThat(figures.get("critical").interval().value()).isEqualTo(0.5);
        assertThat(figures.get("critical").n()).isEqualTo("2 perturbations");
        assertThat(figures.get("minor").interval().value()).isEqualTo(0.5);
        assertThat(figures.get("all").n()).isEqualTo("3 perturbations");
        assertThat(figures).doesNotContainKey("base");
    }

    @Test
    void aFolderWithoutDemetrIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> Demetr.figures(folder, List.of()))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("DEMETR");
    }

    @Test
    void baselinesAndTheEstimatorSayWhatTheyScore() {
        PairScorer ratio = new LengthRatioScorer();
        assertThat(ratio.judge(List.of(new TextPair("en", "et", "four", "to"))).get(0).score())
                .isEqualTo(0.5);
        assertThat(ratio.judge(List.of(new TextPair("en", "et", "", ""))).get(0).score()).isZero();
        assertThatThrownBy(() -> new Judgement(Double.NaN, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
