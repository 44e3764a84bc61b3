package org.muwazi.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.muwazi.eval.GoldUnits.Unit;

/** Sentences of a pair joined, cut, left out or damaged. */
final class SentenceChanges {

    /** Share of units that a change with a rate touches. */
    private static final double RATE = 0.15;

    private SentenceChanges() {}

    static List<Unit> merged(List<Unit> units, Random random) {
        List<Unit> merged = new ArrayList<>();
        for (int u = 0; u < units.size(); u++) {
            Unit unit = units.get(u);
            if (u + 1 < units.size()
                    && unit.isOneToOne()
                    && units.get(u + 1).isOneToOne()
                    && random.nextDouble() < RATE) {
                Unit next = units.get(++u);
                merged.add(
                        new Unit(
                                List.of(unit.source().get(0), next.source().get(0)),
                                List.of(unit.target().get(0) + " " + next.target().get(0)),
                                false));
            } else {
                merged.add(unit);
            }
        }
        return merged;
    }

    static List<Unit> split(List<Unit> units, Random random) {
        List<Unit> split = new ArrayList<>();
        for (Unit unit : units) {
            String text = unit.isOneToOne() ? unit.target().get(0) : "";
            int cut = clauseEnd(text);
            boolean chosen = cut > 0 && random.nextDouble() < 2 * RATE;
            split.add(
                    chosen
                            ? new Unit(
                                    unit.source(),
                                    List.of(text.substring(0, cut), text.substring(cut).strip()),
                                    false)
                            : unit);
        }
        return split;
    }

    /** Just after the clause mark nearest to the middle; 0 where a part would be a mere scrap. */
    private static int clauseEnd(String text) {
        int best = 0;
        for (int i = text.length() / 4; i < text.length() * 3 / 4; i++) {
            boolean mark = ",;:\u060C\u061B".indexOf(text.charAt(i)) >= 0;
            boolean nearer =
                    Math.abs(i + 1 - text.length() / 2) < Math.abs(best - text.length() / 2);
            if (mark && i + 1 < text.length() && text.charAt(i + 1) == ' ' && nearer) {
                best = i + 1;
            }
        }
        return text.length() < 40 ? 0 : best;
    }

    static List<Unit> dropped(List<Unit> units, Random random) {
        List<Unit> dropped = new ArrayList<>();
        for (Unit unit : units) {
            double chance = random.nextDouble();
            if (unit.isNull() || chance >= RATE) {
                dropped.add(unit);
            } else if (chance < RATE * 2 / 3) {
                dropped.add(new Unit(unit.source(), List.of(), false));
            } else {
                dropped.add(new Unit(List.of(), unit.target(), false));
            }
        }
        return dropped;
    }

    static List<Unit> withoutEmpty(List<Unit> units) {
        return units.stream()
                .filter(unit -> !unit.source().isEmpty() || !unit.target().isEmpty())
                .toList();
    }

    static String damaged(String sentence, Random random) {
        if (random.nextDouble() > 1.0 / 3) {
            return sentence;
        }
        List<String> words = new ArrayList<>(List.of(sentence.split(" ", -1)));
        words.removeIf(word -> words.size() > 3 && random.nextInt(4) == 0);
        int swaps = words.size() / 3;
        for (int k = 0; k < swaps; k++) {
            Collections.swap(words, random.nextInt(words.size()), random.nextInt(words.size()));
        }
        String text = String.join(" ", words);
        return text.isBlank() ? sentence : text;
    }
}
