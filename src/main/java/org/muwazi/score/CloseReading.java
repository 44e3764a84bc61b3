package org.muwazi.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.muwazi.embed.PairQuality;
import org.muwazi.embed.QualityModel;
import org.muwazi.score.AlignedStory.Row;
import org.muwazi.score.RowFindings.Witness;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * A version read by the learned model row by row, each beside the version that can best be believed
 * there. The model is slow (some forty rows a second and core), so it reads the versions that the
 * detectors doubt, and finds the words that these have no rule for.
 *
 * @param version index in the story
 * @param likely probability from which a word of it is told of
 * @param rows what the model says of the version's text, by row
 */
record CloseReading(int version, double likely, Map<Integer, PairQuality> rows) {

    CloseReading {
        rows = Map.copyOf(rows);
    }

    /**
     * Reads a version.
     *
     * @param likely probability from which a word is told of
     * @param reliability by version, how far it is believed
     */
    static CloseReading of(
            QualityModel model,
            AlignedStory story,
            int version,
            double likely,
            double[] reliability) {
        int original = StoryScorer.original(story);
        Map<Integer, QualityModel.Pair> pairs = new TreeMap<>();
        for (int r = 0; r < story.rows().size(); r++) {
            Row row = story.rows().get(r);
            if (row.has(version)) {
                Variant text = Hearing.variant(story, row, version);
                Optional<Witness> best =
                        Hearing.witnesses(story, r, version, original, reliability).stream()
                                .filter(w -> EmptyDetector.saysSomething(w.text().text()))
                                .max(Comparator.comparingDouble(Witness::reliability));
                if (best.isPresent() && EmptyDetector.saysSomething(text.text())) {
                    pairs.put(r, new QualityModel.Pair(best.get().text().text(), text.text()));
                }
            }
        }
        List<PairQuality> judged = model.judge(List.copyOf(pairs.values()));
        Map<Integer, PairQuality> rows = new TreeMap<>();
        int next = 0;
        for (int r : pairs.keySet()) {
            rows.put(r, judged.get(next++));
        }
        return new CloseReading(version, likely, rows);
    }

    /** The model's score of a row, 0 to 1; empty where it had nothing to read. */
    OptionalDouble score(int row) {
        return rows.containsKey(row)
                ? OptionalDouble.of(rows.get(row).score())
                : OptionalDouble.empty();
    }

    /** Mean score, weighted by characters; empty where nothing was read. */
    OptionalDouble meanScore(AlignedStory story) {
        double sum = 0;
        double weight = 0;
        for (Map.Entry<Integer, PairQuality> entry : rows.entrySet()) {
            double length = story.length(story.rows().get(entry.getKey()), version);
            sum += length * entry.getValue().score();
            weight += length;
        }
        return weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weight);
    }

    /**
     * Findings of a row with the words that the model doubts, but for those that a detector has
     * told of already.
     *
     * @param told findings of the detectors on this version in the row
     */
    List<Finding> findings(AlignedStory story, int r, List<Finding> told) {
        if (!rows.containsKey(r)) {
            return told;
        }
        Row row = story.rows().get(r);
        List<Finding> all = new ArrayList<>(told);
        for (Finding doubted : LearnedFindings.of(rows.get(r), story.text(row, version), likely)) {
            Finding here =
                    doubted.at(version, Hearing.inDocument(story, row, version, doubted.span()));
            if (told.stream().noneMatch(finding -> finding.span().contains(here.span()))) {
                all.add(here);
            }
        }
        return Places.inReadingOrder(all);
    }
}
