package org.muwazi.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.muwazi.eval.GoldUnits.Unit;
import org.muwazi.eval.PairGenerator.Surroundings;
import org.muwazi.text.Language;

/** What does not belong to a text: page furniture and other articles. */
final class ForeignMaterial {

    private ForeignMaterial() {}

    static List<Unit> withChrome(GoldUnits pair, Surroundings around, Random random) {
        boolean ofSource = random.nextBoolean();
        Language language = ofSource ? pair.source() : pair.target();
        List<String> lines = around.chrome().get(language);
        List<Unit> units = new ArrayList<>(pair.units());
        units.addAll(random.nextInt(units.size() + 1), lines(lines, 2, ofSource, random));
        units.addAll(0, lines(lines, 5, ofSource, random));
        units.addAll(lines(lines, 6, ofSource, random));
        return units;
    }

    private static List<Unit> lines(List<String> lines, int most, boolean ofSource, Random random) {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 1 + random.nextInt(most)).stream()
                .map(line -> oneSided(line, ofSource))
                .toList();
    }

    private static Unit oneSided(String text, boolean ofSource) {
        return ofSource
                ? new Unit(List.of(text), List.of(), false)
                : new Unit(List.of(), List.of(text), false);
    }

    static List<Unit> withForeign(GoldUnits pair, Surroundings around, Random random) {
        boolean ofSource = random.nextBoolean();
        Language language = ofSource ? pair.source() : pair.target();
        List<Unit> units = new ArrayList<>(pair.units());
        List<GoldUnits> foreign =
                around.pairs().stream()
                        .filter(other -> !other.text().equals(pair.text()))
                        .filter(o -> o.source() == language || o.target() == language)
                        .toList();
        if (foreign.isEmpty()) {
            return units;
        }
        GoldUnits other = foreign.get(random.nextInt(foreign.size()));
        List<String> sentences =
                other.source() == language ? other.sourceSentences() : other.targetSentences();
        int count = Math.min(sentences.size(), 3 + random.nextInt(8));
        int first = random.nextInt(sentences.size() - count + 1);
        int at = random.nextBoolean() ? units.size() : random.nextInt(units.size());
        for (String sentence : sentences.subList(first, first + count)) {
            units.add(at++, oneSided(sentence, ofSource));
        }
        return units;
    }
}
