package org.muwazi.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.muwazi.eval.GoldUnits.Unit;
import org.muwazi.text.Language;

/*
 * Real pages differ from clean pairs in a handful of ways, and each family here makes one of them, so that a number says which of them
 * an aligner stands. Gold follows from the change itself and needs no hand. What is inserted is written for this project (chrome) or
 * comes from the other pairs of the same collection (foreign articles).
 */
/** Changes gold pairs in one of several ways; the same seed makes the same change. */
enum PairGenerator {
    /** Nothing is changed. */
    CLEAN {
        @Override
        GoldUnits change(GoldUnits pair, Surroundings around, Random random) {
            return pair;
        }
    },
    /** Two neighbouring sentences of the target become one. */
    MERGES {
        @Override
        GoldUnits change(GoldUnits pair, Surroundings around, Random random) {
            return pair.with(SentenceChanges.merged(pair.units(), random));
        }
    },
    /** A sentence of the target becomes two. */
    SPLITS {
        @Override
        GoldUnits change(GoldUnits pair, Surroundings around, Random random) {
            return pair.with(SentenceChanges.split(pair.units(), random));
        }
    },
    /** Sentences are missing on one side or the other. */
    DROPS {
        @Override
        GoldUnits change(GoldUnits pair, Surroundings around, Random random) {
            return pair.with(SentenceChanges.dropped(pair.units(), random));
        }
    },
    /** Menus and links before, in and after the text of one side. */
    CHROME {
        @Override
        GoldUnits change(GoldUnits pair, Surroundings around, Random random) {
            return pair.with(ForeignMaterial.withChrome(pair, around, random));
        }
    },
    /** Sentences of another article after or in the text of one side. */
    FOREIGN {
        @Override
        GoldUnits change(GoldUnits pair, Surroundings around, Random random) {
            return pair.with(ForeignMaterial.withForeign(pair, around, random));
        }
    },
    /** The target ends early. */
    CUT {
        @Override
        GoldUnits change(GoldUnits pair, Surroundings around, Random random) {
            List<Unit> units = new ArrayList<>(pair.units());
            int from = (int) (units.size() * (0.4 + 0.4 * random.nextDouble()));
            for (int u = from; u < units.size(); u++) {
                units.set(u, new Unit(units.get(u).source(), List.of(), false));
            }
            return pair.with(SentenceChanges.withoutEmpty(units));
        }
    },
    /** Words are lost and shuffled in a third of the target's sentences. */
    DAMAGED {
        @Override
        GoldUnits change(GoldUnits pair, Surroundings around, Random random) {
            List<Unit> units = new ArrayList<>();
            for (Unit unit : pair.units()) {
                units.add(
                        new Unit(
                                unit.source(),
                                unit.target().stream()
                                        .map(s -> SentenceChanges.damaged(s, random))
                                        .toList(),
                                false));
            }
            return pair.with(units);
        }
    },
    /** Neighbouring sentences change places, one pair in about ten sentences. */
    SWAPPED_SENTENCES {
        @Override
        GoldUnits change(GoldUnits pair, Surroundings around, Random random) {
            return OrderChanges.swapped(pair, random);
        }
    },
    /** A block of two to six sentences stands elsewhere. */
    MOVED_BLOCK {
        @Override
        GoldUnits change(GoldUnits pair, Surroundings around, Random random) {
            return OrderChanges.blockMoved(pair, random);
        }
    },
    /** Swapped sentences on a page with chrome, merges and missing sentences. */
    SWAPPED_ON_PAGE {
        @Override
        GoldUnits change(GoldUnits pair, Surroundings around, Random random) {
            GoldUnits page =
                    pair.with(
                            SentenceChanges.dropped(
                                    SentenceChanges.merged(
                                            ForeignMaterial.withChrome(pair, around, random),
                                            random),
                                    random));
            return OrderChanges.swapped(page, random);
        }
    };

    /**
     * Where inserted material comes from.
     *
     * @param pairs the collection, of which other texts lend foreign sentences
     * @param chrome lines of page furniture by language
     */
    record Surroundings(List<GoldUnits> pairs, Map<Language, List<String>> chrome) {

        /** Reads lines of language code, tab, text. */
        static Surroundings of(List<GoldUnits> pairs, Path chrome) throws IOException {
            Map<Language, List<String>> lines = new EnumMap<>(Language.class);
            for (String line : Files.readAllLines(chrome)) {
                String[] field = line.split("\t", -1);
                Language language = Language.of(field[0]).orElseThrow();
                lines.computeIfAbsent(language, key -> new ArrayList<>()).add(field[1]);
            }
            return new Surroundings(pairs, lines);
        }
    }

    /**
     * A changed copy.
     *
     * @param around where inserted material comes from
     */
    abstract GoldUnits change(GoldUnits pair, Surroundings around, Random random);

    /** True for the families in which something stands out of order. */
    boolean moves() {
        return this == SWAPPED_SENTENCES || this == MOVED_BLOCK || this == SWAPPED_ON_PAGE;
    }

    /** As it stands in the tables. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
