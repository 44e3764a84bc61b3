package org.muwazi.audit;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.muwazi.damage.DamagedPair;
import org.muwazi.damage.Family;
import org.muwazi.score.Finding;
import org.muwazi.score.QualityEstimate;
import org.muwazi.score.Verdict;
import org.muwazi.text.Span;

/**
 * A damaged pair and its clean twin, both judged.
 *
 * @param pair what was judged
 * @param clean of the twin
 * @param damaged of the damaged one
 */
record JudgedTwin(DamagedPair pair, QualityEstimate clean, QualityEstimate damaged) {

    private static final int TARGET = 1;

    static FamilyFigures figures(Family family, int tried, List<JudgedTwin> twins, long seed) {
        List<JudgedTwin> marked =
                twins.stream().filter(twin -> !twin.pair().marks().isEmpty()).toList();
        double[] drops =
                twins.stream()
                        .mapToDouble(twin -> twin.clean().score() - twin.damaged().score())
                        .toArray();
        return new FamilyFigures(
                family,
                tried,
                share(twins, twin -> twin.damaged().verdict() != Verdict.OK),
                share(twins, twin -> twin.damaged().verdict() == Verdict.GARBLED),
                share(twins, twin -> twin.isNamed(family.kinds())),
                share(marked, twin -> twin.marksTouched() > 0),
                new Proportion(
                        sum(marked, JudgedTwin::marksTouched),
                        sum(marked, twin -> twin.pair().marks().size())),
                share(twins, twin -> twin.clean().verdict() != Verdict.OK),
                share(twins, twin -> twin.damaged().score() < twin.clean().score()),
                MeanDrop.of(drops, seed));
    }

    private static Proportion share(List<JudgedTwin> twins, Predicate<JudgedTwin> holds) {
        return new Proportion((int) twins.stream().filter(holds).count(), twins.size());
    }

    private static int sum(List<JudgedTwin> twins, ToIntFunction<JudgedTwin> of) {
        return twins.stream().mapToInt(of).sum();
    }

    /** More findings of these kinds than on the twin, so that one that is always there is none. */
    private boolean isNamed(Set<Finding.Kind> kinds) {
        return count(damaged, kinds) > count(clean, kinds);
    }

    private static long count(QualityEstimate estimate, Set<Finding.Kind> kinds) {
        return estimate.findings().stream().filter(f -> kinds.contains(f.kind())).count();
    }

    private int marksTouched() {
        int touched = 0;
        for (Span mark : pair.marks()) {
            boolean found =
                    damaged.findings().stream()
                            .anyMatch(f -> f.version() == TARGET && f.span().overlaps(mark));
            touched += found ? 1 : 0;
        }
        return touched;
    }
}
