package org.muwazi.eval.encoder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.muwazi.damage.Clean;
import org.muwazi.damage.Damage;
import org.muwazi.damage.DamagedPair;
import org.muwazi.damage.Material;
import org.muwazi.damage.PivotLexicon;
import org.muwazi.damage.SwapTables;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * Right translations beside copies of them with one name, number, date or word changed or with a
 * negation more or less, by the seeded generators of damage.
 */
final class NearMisses {

    private static final long SEED = 20_261_122L;

    private static final List<Damage> KINDS =
            List.of(
                    Damage.NAME_REPLACED,
                    Damage.NAME_LETTER_REPLACED,
                    Damage.NUMBER_CHANGED,
                    Damage.NUMBER_TIMES_TEN,
                    Damage.YEAR_CHANGED,
                    Damage.MONTH_OR_DAY_CHANGED,
                    Damage.NEGATION_DROPPED,
                    Damage.NEGATION_ADDED,
                    Damage.ANTONYM);

    private final Material material;
    private final int most;

    /**
     * Near misses.
     *
     * @param most of each kind from one bitext
     */
    NearMisses(int most) throws IOException {
        this.material =
                new Material(
                        List.of(),
                        Optional.empty(),
                        SwapTables.standard(),
                        PivotLexicon.of(List.of()));
        this.most = most;
    }

    /**
     * One of them.
     *
     * @param family kinds that are counted together, such as {@code numbers}
     * @param kind of change, in words
     * @param source what was translated
     * @param right its translation
     * @param wrong the changed copy, never the same text
     */
    record NearMiss(String family, String kind, String source, String right, String wrong) {}

    /** The near misses of the targets of a bitext, kind by kind. */
    List<NearMiss> of(Bitext bitext) {
        List<NearMiss> misses = new ArrayList<>();
        for (Damage kind : KINDS) {
            List<Integer> rows =
                    new ArrayList<>(IntStream.range(0, bitext.rows()).boxed().toList());
            Collections.shuffle(rows, new Random(SEED + kind.name().hashCode()));
            int made = 0;
            for (int i = 0; i < rows.size() && made < most; i++) {
                String source = bitext.sources().get(rows.get(i));
                String right = bitext.targets().get(rows.get(i));
                Clean clean =
                        new Clean(
                                new Variant(bitext.source(), source),
                                new Variant(bitext.target(), right),
                                material);
                Random random = new Random(SEED + rows.get(i) * 31L + kind.name().hashCode());
                var damaged = DamagedPair.of(kind, clean, random);
                if (damaged.isPresent()) {
                    misses.add(
                            new NearMiss(
                                    kind.family().label(),
                                    label(kind),
                                    source,
                                    right,
                                    damaged.get().damaged().text()));
                    made++;
                }
            }
        }
        return misses;
    }

    private static String label(Damage kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
