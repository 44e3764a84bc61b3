package org.muwazi.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.PairQuality;
import org.muwazi.embed.QualityModel;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.OffsetMap;
import org.muwazi.text.PairRelation;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Signature;
import org.muwazi.text.SourceText;
import org.muwazi.text.Span;

/** What a check learns beyond the detectors: from the learned model, and from who follows whom. */
class SecondReadingTest {

    private static final String LOOP = "le port le port le port le port le port le port rouvre ";

    private final Doubting model = new Doubting();

    @Test
    void onlyVersionsInDoubtAreReadAndTheirDoubtedWordsAreMarked() {
        AlignedStory story =
                story(
                        new Spec("en", Language.ENGLISH, "The port opens again number "),
                        new Spec("fr", Language.FRENCH, LOOP));
        ScoredStory plain = scorer(Optional.empty()).score(story);
        ScoredStory read = scorer(Optional.of(model)).score(story);
        assertThat(plain.versions().get(1).verdict()).isNotEqualTo(Verdict.OK);
        assertThat(model.targets).hasSize(12).allMatch(text -> text.startsWith("le port"));
        assertThat(read.versions().get(1).verdict()).isEqualTo(plain.versions().get(1).verdict());
        assertThat(kinds(plain)).doesNotContain(Finding.Kind.MISTRANSLATION);
        List<Finding> doubts =
                read.rows().stream()
                        .flatMap(row -> row.findings().stream())
                        .filter(f -> f.kind() == Finding.Kind.MISTRANSLATION)
                        .toList();
        String french = story.versions().get(1).source().document().text();
        assertThat(doubts)
                .hasSize(12)
                .allMatch(f -> f.version() == 1 && f.span().of(french).equals("rouvre"));
    }

    @Test
    void rowsThatWereReadAreScoredByTheModelToo() {
        AlignedStory story =
                story(
                        new Spec("en", Language.ENGLISH, "The port opens again number "),
                        new Spec("fr", Language.FRENCH, LOOP));
        ScoredRow plain = scorer(Optional.empty()).score(story).rows().get(0);
        ScoredRow read = scorer(Optional.of(model)).score(story).rows().get(0);
        assertThat(read.scores().get(1).getAsDouble())
                .isLessThan(plain.scores().get(1).getAsDouble());
        assertThat(read.scores().get(0)).isEqualTo(plain.scores().get(0));
    }

    @Test
    void goodVersionsAreNotRead() {
        AlignedStory story =
                story(
                        new Spec("en", Language.ENGLISH, "The port opens again number "),
                        new Spec("fr", Language.FRENCH, "Le port rouvre ses portes "));
        ScoredStory scored = scorer(Optional.of(model)).score(story);
        assertThat(scored.versions()).allMatch(version -> version.verdict() == Verdict.OK);
        assertThat(model.targets).isEmpty();
    }

    @Test
    void aDoubtWithinWhatADetectorMarkedIsNotToldTwice() {
        Finding known = finding(new Span(0, 20));
        Finding inside = finding(new Span(5, 9));
        Finding outside = finding(new Span(30, 35));
        CloseReading reading =
                new CloseReading(
                        1, Map.of(0, new CloseReading.Read(0.4, List.of(inside, outside))));
        assertThat(reading.with(0, List.of(known))).containsExactly(known, outside);
        assertThat(reading.with(1, List.of(known))).containsExactly(known);
    }

    @Test
    void aVersionNearerToATranslationThanToTheOriginalFollowsIt() {
        // French and Arabic lie further apart than French and English where all is well.
        AlignedStory story =
                storyAt(new double[][] {{1, 0, 0}, {0.7, 0.714, 0}, {0.75, 0.5, 0.433}}, 12, false);
        Following follows = Following.of(story, 2).orElseThrow();
        assertThat(follows.followed()).isEqualTo(1);
        assertThat(follows.instead()).isZero();
        assertThat(follows.shift()).isBetween(0.25, 0.3);
    }

    @Test
    void noVersionFollowsTheOneThatTheUserNamedAsTheOriginal() {
        AlignedStory story =
                storyAt(new double[][] {{1, 0, 0}, {0.7, 0.714, 0}, {0.75, 0.5, 0.433}}, 12, true);
        assertThat(Following.of(story, 2)).isEmpty();
    }

    @Test
    void fewRowsTellNothing() {
        AlignedStory story =
                storyAt(new double[][] {{1, 0, 0}, {0.7, 0.714, 0}, {0.75, 0.5, 0.433}}, 9, false);
        assertThat(Following.of(story, 2)).isEmpty();
    }

    @Test
    void ordinaryTranslationsFollowNoOne() {
        AlignedStory story =
                storyAt(
                        new double[][] {{1, 0, 0}, {0.7, 0.714, 0}, {0.766, 0.103, 0.634}},
                        12,
                        false);
        for (int v = 0; v < 3; v++) {
            assertThat(Following.of(story, v)).as("version %d", v).isEmpty();
        }
    }

    private static StoryScorer scorer(Optional<QualityModel> learned) {
        return new StoryScorer(Detectors.standard(), FluencyJudge.none(), learned);
    }

    private static List<Finding.Kind> kinds(ScoredStory story) {
        return story.rows().stream()
                .flatMap(row -> row.findings().stream())
                .map(Finding::kind)
                .toList();
    }

    private static Finding finding(Span span) {
        return new Finding(
                Finding.Kind.MISTRANSLATION,
                1,
                span,
                Severity.MAJOR,
                0.5,
                "words",
                Explanation.verbatim("why"));
    }

    /** A version: each of its twelve sentences is the same text and a number. */
    private record Spec(String id, Language language, String sentence) {}

    private static AlignedStory story(Spec... specs) {
        List<AlignedStory.Version> versions = new ArrayList<>();
        for (Spec spec : specs) {
            versions.add(version(spec, 12, new double[] {1, 0, 0}, false));
        }
        return aligned(versions, 12);
    }

    /** English, Arabic and French versions whose sentences have the vectors given. */
    private static AlignedStory storyAt(double[][] vectors, int rows, boolean arabicIsOriginal) {
        return aligned(
                List.of(
                        version(
                                new Spec("en", Language.ENGLISH, "It rains "),
                                rows,
                                vectors[0],
                                false),
                        version(
                                new Spec("ar", Language.ARABIC, "\u062a\u0645\u0637\u0631 "),
                                rows,
                                vectors[1],
                                arabicIsOriginal),
                        version(
                                new Spec("fr", Language.FRENCH, "Il pleut "),
                                rows,
                                vectors[2],
                                false)),
                rows);
    }

    private static AlignedStory aligned(List<AlignedStory.Version> versions, int rows) {
        List<AlignedStory.Row> aligned = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            SegmentRange range = new SegmentRange(r, r + 1);
            aligned.add(
                    new AlignedStory.Row(versions.stream().map(version -> range).toList(), false));
        }
        List<PairRelation> pairs = new ArrayList<>();
        for (int a = 0; a < versions.size(); a++) {
            for (int b = a + 1; b < versions.size(); b++) {
                pairs.add(new PairRelation(a, b, PairRelation.Relation.TRANSLATION, 1));
            }
        }
        return new AlignedStory("story", versions, aligned, pairs, List.of());
    }

    private static AlignedStory.Version version(
            Spec spec, int rows, double[] vector, boolean original) {
        StringBuilder text = new StringBuilder();
        List<Segment> segments = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        double length =
                Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
        for (int r = 0; r < rows; r++) {
            String sentence = spec.sentence() + (char) ('a' + r) + ".";
            segments.add(
                    new Segment(
                            new Span(text.length(), text.length() + sentence.length()), sentence));
            text.append(sentence).append('\n');
            vectors.add(
                    new float[] {
                        (float) (vector[0] / length),
                        (float) (vector[1] / length),
                        (float) (vector[2] / length)
                    });
        }
        Document document = new Document(spec.id(), spec.language(), text.toString());
        return new AlignedStory.Version(
                new SourceText(
                        document,
                        spec.id() + ".txt",
                        StandardCharsets.UTF_8,
                        OffsetMap.identity(text.toString()),
                        List.of(),
                        List.of()),
                new SegmentedDocument(document, segments),
                Embeddings.of(vectors, 3),
                original);
    }

    /** Doubts the word "rouvre" and gives every pair a low score. */
    private static final class Doubting implements QualityModel {

        private final List<String> targets = new ArrayList<>();

        @Override
        public List<PairQuality> judge(List<Pair> pairs) {
            List<PairQuality> judged = new ArrayList<>();
            for (Pair pair : pairs) {
                targets.add(pair.target());
                int at = pair.target().indexOf("rouvre");
                judged.add(
                        new PairQuality(
                                0.2,
                                0.5,
                                0.5,
                                List.of(
                                        new PairQuality.Word(new Span(0, 2), 0.01),
                                        new PairQuality.Word(new Span(at, at + 6), 0.9))));
            }
            return judged;
        }

        @Override
        public Signature signature() {
            return new Signature("doubting", Map.of(), "1");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
