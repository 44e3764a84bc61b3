package org.muwazi.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import org.muwazi.damage.Clean;
import org.muwazi.damage.Damage;
import org.muwazi.damage.DamagedPair;
import org.muwazi.damage.Family;
import org.muwazi.damage.Material;
import org.muwazi.damage.PivotLexicon;
import org.muwazi.damage.SwapTables;
import org.muwazi.score.QualityEstimate;
import org.muwazi.score.QualityEstimator;
import org.muwazi.text.TranslationUnit;

/**
 * Damages clean pairs and counts what an estimator sees.
 *
 * <p>The first pairs drawn are the sample: they are judged as they are, which gives the false
 * alarms. For each family the drawn pairs are gone through in the same order, the kinds of the
 * family in turn, until as many could be damaged as the sample has; each damaged pair is compared
 * with its clean twin.
 */
public final class Audit {

    /** Pairs judged together, between two calls for progress. */
    private static final int BLOCK = 128;

    /** Sentences that others are taken from; more make no other damage. */
    private static final int OTHERS = 2_000;

    private final QualityEstimator estimator;
    private final AuditOptions options;

    /** An audit of an estimator. */
    public Audit(QualityEstimator estimator, AuditOptions options) {
        this.estimator = estimator;
        this.options = options;
    }

    /** How many pairs are judged at most, for progress. */
    public int most() {
        return options.sample() * (1 + 2 * options.families().size());
    }

    /**
     * Does it.
     *
     * @param progress is told how many pairs more were judged
     * @throws IllegalArgumentException if there is no clean pair
     * @throws IOException if the tables of words cannot be read
     */
    public AuditReport of(CleanPairs pairs, IntConsumer progress) throws IOException {
        CleanPairs.Drawn drawn = pairs.finish();
        if (drawn.pairs().isEmpty()) {
            throw new IllegalArgumentException("there is no clean pair to damage");
        }
        List<TranslationUnit> sample =
                drawn.pairs().subList(0, Math.min(options.sample(), drawn.pairs().size()));
        Judge judge = new Judge(progress);
        List<QualityEstimate> clean = judge.ofClean(sample);
        Material material = material(drawn.pairs());
        List<FamilyFigures> families = new ArrayList<>();
        Map<Family, String> notApplied = new LinkedHashMap<>();
        for (Family family : options.families()) {
            Injected injected = injected(family, drawn.pairs(), material);
            if (injected.pairs().isEmpty()) {
                notApplied.put(family, reason(family, injected.tried()));
            } else {
                families.add(figures(family, injected, judge));
            }
        }
        return new AuditReport(
                options,
                drawn.clean(),
                CleanFigures.of(clean),
                families,
                notApplied,
                drawn.leftOut(),
                estimator.signature());
    }

    private static Material material(List<TranslationUnit> pairs) throws IOException {
        return new Material(
                pairs.stream().limit(OTHERS).map(unit -> unit.target().text()).toList(),
                Optional.empty(),
                SwapTables.standard(),
                PivotLexicon.of(List.of()));
    }

    private static String reason(Family family, int tried) {
        return switch (family) {
            case WRONG_LANGUAGE -> "needs each sentence in a third language";
            case PIVOT_NOISE -> "needs a dictionary";
            default -> "none of " + tried + " pairs lends itself to it";
        };
    }

    /**
     * Damaged pairs of one family.
     *
     * @param tried clean pairs looked at
     * @param units clean twins
     * @param pairs one for each unit
     */
    private record Injected(int tried, List<TranslationUnit> units, List<DamagedPair> pairs) {}

    private Injected injected(Family family, List<TranslationUnit> clean, Material material) {
        List<Damage> kinds =
                Arrays.stream(Damage.values()).filter(kind -> kind.family() == family).toList();
        List<TranslationUnit> units = new ArrayList<>();
        List<DamagedPair> pairs = new ArrayList<>();
        int tried = 0;
        while (tried < clean.size() && pairs.size() < options.sample()) {
            TranslationUnit unit = clean.get(tried++);
            Clean pair = new Clean(unit.source(), unit.target(), material);
            Optional<DamagedPair> damaged = Optional.empty();
            for (int k = 0; k < kinds.size() && damaged.isEmpty(); k++) {
                Damage kind = kinds.get((pairs.size() + k) % kinds.size());
                damaged = DamagedPair.of(kind, pair, new Random(seed(unit, kind)));
            }
            if (damaged.isPresent()) {
                units.add(unit);
                pairs.add(damaged.get());
            }
        }
        return new Injected(tried, units, pairs);
    }

    // From the pair itself, so that the same pair is damaged alike wherever it stands.
    private long seed(TranslationUnit unit, Damage kind) {
        return options.seed() * 1_000_003L
                + unit.target().text().hashCode() * 31L
                + kind.name().hashCode();
    }

    private FamilyFigures figures(Family family, Injected injected, Judge judge) {
        List<QualityEstimate> clean = judge.ofClean(injected.units());
        List<TranslationUnit> damaged =
                injected.pairs().stream()
                        .map(pair -> new TranslationUnit("", pair.source(), pair.damaged()))
                        .toList();
        List<QualityEstimate> estimates = judge.estimate(damaged);
        List<JudgedTwin> twins = new ArrayList<>();
        for (int i = 0; i < estimates.size(); i++) {
            twins.add(new JudgedTwin(injected.pairs().get(i), clean.get(i), estimates.get(i)));
        }
        return JudgedTwin.figures(family, injected.tried(), twins, options.seed());
    }

    /** Judges in blocks, and clean pairs once. */
    private final class Judge {

        private final IntConsumer progress;
        private final Map<String, QualityEstimate> known = new HashMap<>();

        Judge(IntConsumer progress) {
            this.progress = progress;
        }

        List<QualityEstimate> ofClean(List<TranslationUnit> units) {
            List<TranslationUnit> missing =
                    units.stream().filter(unit -> !known.containsKey(unit.id())).toList();
            List<QualityEstimate> judged = estimate(missing);
            for (int i = 0; i < missing.size(); i++) {
                known.put(missing.get(i).id(), judged.get(i));
            }
            return units.stream().map(unit -> known.get(unit.id())).toList();
        }

        List<QualityEstimate> estimate(List<TranslationUnit> units) {
            List<QualityEstimate> estimates = new ArrayList<>();
            for (int start = 0; start < units.size(); start += BLOCK) {
                List<TranslationUnit> block =
                        units.subList(start, Math.min(units.size(), start + BLOCK));
                estimates.addAll(estimator.estimate(block));
                progress.accept(block.size());
            }
            return estimates;
        }
    }
}
