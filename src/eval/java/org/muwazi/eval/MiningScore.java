package org.muwazi.eval;

import java.util.List;
import java.util.Set;
import org.muwazi.mine.MinedPair;

/**
 * How mined pairs agree with gold pairs.
 *
 * @param f1 harmonic mean of precision and recall, 0 to 1
 * @param precision share of the mined pairs that are gold
 * @param recall share of the gold pairs that are mined
 * @param threshold lowest score that was counted
 */
record MiningScore(double f1, double precision, double recall, double threshold) {

    /** A gold pair of lines. */
    record Gold(int source, int target) {}

    private static MiningScore of(int right, int mined, int gold, double threshold) {
        double precision = mined == 0 ? 0 : (double) right / mined;
        double recall = gold == 0 ? 0 : (double) right / gold;
        double f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new MiningScore(f1, precision, recall, threshold);
    }

    /**
     * At the threshold that is best here.
     *
     * @param ranked best first
     */
    static MiningScore best(Set<Gold> gold, List<MinedPair> ranked) {
        MiningScore best = of(0, 0, gold.size(), Double.POSITIVE_INFINITY);
        int right = 0;
        for (int i = 0; i < ranked.size(); i++) {
            right += isGold(gold, ranked.get(i)) ? 1 : 0;
            double score = ranked.get(i).score();
            // Pairs of one score stand or fall together.
            if (i + 1 < ranked.size() && ranked.get(i + 1).score() == score) {
                continue;
            }
            MiningScore here = of(right, i + 1, gold.size(), score);
            best = here.f1 > best.f1 ? here : best;
        }
        return best;
    }

    /** At a given threshold. */
    static MiningScore at(Set<Gold> gold, List<MinedPair> ranked, double threshold) {
        List<MinedPair> mined = ranked.stream().filter(pair -> pair.score() >= threshold).toList();
        int right = (int) mined.stream().filter(pair -> isGold(gold, pair)).count();
        return of(right, mined.size(), gold.size(), threshold);
    }

    private static boolean isGold(Set<Gold> gold, MinedPair pair) {
        return gold.contains(new Gold(pair.source(), pair.target()));
    }
}
