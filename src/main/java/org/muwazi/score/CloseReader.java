package org.muwazi.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muwazi.embed.PairQuality;
import org.muwazi.embed.QualityModel;
import org.muwazi.score.AlignedStory.Row;
import org.muwazi.score.RowFindings.Witness;
import org.muwazi.text.Language;
import org.muwazi.text.TranslationUnit.Variant;

/*
 * Detectors speak up where they are sure, so that good versions stay unmarked; most of what is wrong in a garbled one they have no rule for.
 * The learned model has; but it is slow (some forty rows a second and core), so it reads the versions that the detectors doubt. Once a version
 * is known to be garbled, weaker evidence is worth a mark: half of its words are wrong, and not one in thirty. Stretches that the fluency model finds odd were tried as
 * well and left out: they are about as frequent in good versions (6 to 7 and 6 to 11 in 100 words).
 */
/**
 * Has the learned model read the versions in doubt, for the words that detectors have no rule for.
 */
final class CloseReader {

    private final QualityModel model;
    private final LearnedFindings words;

    CloseReader(QualityModel model, Counterparts counterparts) {
        this.model = model;
        this.words = new LearnedFindings(counterparts);
    }

    /**
     * A row as the model judged it.
     *
     * @param witness what it was read beside
     */
    private record Judged(Variant witness, PairQuality quality) {}

    /**
     * The versions that are not beyond doubt, read.
     *
     * @param versions with the verdict of the detectors
     * @param reliability by version, how far it is believed
     */
    Map<Integer, CloseReading> read(
            AlignedStory story, List<ScoredVersion> versions, double[] reliability) {
        Map<Integer, CloseReading> readings = new TreeMap<>();
        for (int v = 0; v < versions.size(); v++) {
            Verdict verdict = versions.get(v).verdict();
            if (verdict != Verdict.OK && !story.standsAlone(v)) {
                readings.put(v, read(story, v, verdict, reliability));
            }
        }
        return readings;
    }

    private CloseReading read(
            AlignedStory story, int version, Verdict verdict, double[] reliability) {
        Map<Integer, Judged> judged = judge(story, version, reliability);
        double mean =
                judged.values().stream()
                        .flatMap(row -> row.quality().words().stream())
                        .mapToDouble(PairQuality.Word::error)
                        .average()
                        .orElse(0);
        Map<Integer, CloseReading.Read> rows = new HashMap<>();
        for (Map.Entry<Integer, Judged> entry : judged.entrySet()) {
            Row row = story.rows().get(entry.getKey());
            Variant own = new Variant(story.language(version), story.text(row, version));
            PairQuality quality = entry.getValue().quality();
            Variant witness = entry.getValue().witness();
            List<Finding> doubts = new ArrayList<>();
            for (Finding doubt :
                    verdict == Verdict.GARBLED && mean > 0
                            ? words.inGarble(quality, witness, own, mean)
                            : words.of(quality, witness, own)) {
                doubts.add(
                        doubt.at(version, Hearing.inDocument(story, row, version, doubt.span())));
            }
            rows.put(entry.getKey(), new CloseReading.Read(quality.score(), doubts));
        }
        return new CloseReading(version, rows);
    }

    /** Each row beside the version that says most about it there. */
    private Map<Integer, Judged> judge(AlignedStory story, int version, double[] reliability) {
        int original = StoryScorer.original(story);
        Language language = story.language(version);
        Optional<Language> followed =
                Following.of(story, version).map(follows -> story.language(follows.followed()));
        Map<Integer, QualityModel.Pair> pairs = new TreeMap<>();
        Map<Integer, Variant> witnesses = new HashMap<>();
        for (int r = 0; r < story.rows().size(); r++) {
            Row row = story.rows().get(r);
            if (row.has(version)) {
                String text = story.text(row, version);
                int place = r;
                Hearing.witnesses(story, r, version, original, reliability).stream()
                        .filter(w -> EmptyDetector.saysSomething(w.text().text()))
                        .max(Comparator.comparingDouble(w -> weight(w, language, followed)))
                        .filter(w -> EmptyDetector.saysSomething(text))
                        .ifPresent(
                                w -> {
                                    pairs.put(place, new QualityModel.Pair(w.text().text(), text));
                                    witnesses.put(place, w.text());
                                });
            }
        }
        List<PairQuality> qualities = model.judge(List.copyOf(pairs.values()));
        Map<Integer, Judged> judged = new HashMap<>();
        for (int r : pairs.keySet()) {
            judged.put(r, new Judged(witnesses.get(r), qualities.get(judged.size())));
        }
        return judged;
    }

    /**
     * How much a witness has to say: as far as it is believed, and more where the languages are
     * close enough to compare well; least where the version was made from it, and repeats its
     * mistakes.
     */
    private static double weight(Witness witness, Language language, Optional<Language> followed) {
        Language other = witness.text().language();
        double said = witness.reliability() * SemanticCloseness.translated(language, other);
        return followed.filter(other::equals).isPresent() ? said / 2 : said;
    }
}
