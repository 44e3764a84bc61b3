package org.muwazi.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.muwazi.eval.GoldPair.Unit;
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
        GoldPair change(GoldPair pair, Surroundings around, Random random) {
            return pair;
        }
    },
    /** Two neighbouring sentences of the target become one. */
    MERGES {
        @Override
        GoldPair change(GoldPair pair, Surroundings around, Random random) {
            return pair.with(merged(pair.units(), random));
        }
    },
    /** A sentence of the target becomes two. */
    SPLITS {
        @Override
        GoldPair change(GoldPair pair, Surroundings around, Random random) {
            return pair.with(split(pair.units(), random));
        }
    },
    /** Sentences are missing on one side or the other. */
    DROPS {
        @Override
        GoldPair change(GoldPair pair, Surroundings around, Random random) {
            return pair.with(dropped(pair.units(), random));
        }
    },
    /** Menus and links before, in and after the text of one side. */
    CHROME {
        @Override
        GoldPair change(GoldPair pair, Surroundings around, Random random) {
            return pair.with(withChrome(pair, around, random));
        }
    },
    /** Sentences of another article after or in the text of one side. */
    FOREIGN {
        @Override
        GoldPair change(GoldPair pair, Surroundings around, Random random) {
            return pair.with(withForeign(pair, around, random));
        }
    },
    /** The target ends early. */
    CUT {
        @Override
        GoldPair change(GoldPair pair, Surroundings around, Random random) {
            List<Unit> units = new ArrayList<>(pair.units());
            int from = (int) (units.size() * (0.4 + 0.4 * random.nextDouble()));
            for (int u = from; u < units.size(); u++) {
                units.set(u, new Unit(units.get(u).source(), List.of(), false));
            }
            return pair.with(withoutEmpty(units));
        }
    },
    /** Words are lost and shuffled in a third of the target's sentences. */
    DAMAGED {
        @Override
        GoldPair change(GoldPair pair, Surroundings around, Random random) {
            List<Unit> units = new ArrayList<>();
            for (Unit unit : pair.units()) {
                units.add(
                        new Unit(
                                unit.source(),
                                unit.target().stream().map(s -> damaged(s, random)).toList(),
                                false));
            }
            return pair.with(units);
        }
    },
    /** Neighbouring sentences change places, one pair in about ten sentences. */
    SWAPPED_SENTENCES {
        @Override
        GoldPair change(GoldPair pair, Surroundings around, Random random) {
            return swapped(pair, random);
        }
    },
    /** A block of two to six sentences stands elsewhere. */
    MOVED_BLOCK {
        @Override
        GoldPair change(GoldPair pair, Surroundings around, Random random) {
            return blockMoved(pair, random);
        }
    },
    /** Swapped sentences on a page with chrome, merges and missing sentences. */
    SWAPPED_ON_PAGE {
        @Override
        GoldPair change(GoldPair pair, Surroundings around, Random random) {
            GoldPair page =
                    pair.with(dropped(merged(withChrome(pair, around, random), random), random));
            return swapped(page, random);
        }
    };

    /** Share of units that a family with a rate changes. */
    private static final double RATE = 0.15;

    private static final int SENTENCES_A_SWAP = 10;
    private static final int SMALLEST_BLOCK = 2;
    private static final int LARGEST_BLOCK = 6;

    /** A moved block passes at least so many units. */
    private static final int LEAST_DISTANCE = 3;

    /**
     * Where inserted material comes from.
     *
     * @param pairs the collection, of which other texts lend foreign sentences
     * @param chrome lines of page furniture by language
     */
    record Surroundings(List<GoldPair> pairs, Map<Language, List<String>> chrome) {

        /** Reads lines of language code, tab, text. */
        static Surroundings of(List<GoldPair> pairs, Path chrome) throws IOException {
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
    abstract GoldPair change(GoldPair pair, Surroundings around, Random random);

    /** True for the families in which something stands out of order. */
    boolean moves() {
        return this == SWAPPED_SENTENCES || this == MOVED_BLOCK || this == SWAPPED_ON_PAGE;
    }

    /** As it stands in the tables. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<Unit> merged(List<Unit> units, Random random) {
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

    private static List<Unit> split(List<Unit> units, Random random) {
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

    private static List<Unit> dropped(List<Unit> units, Random random) {
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

    private static List<Unit> withChrome(GoldPair pair, Surroundings around, Random random) {
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

    private static List<Unit> withForeign(GoldPair pair, Surroundings around, Random random) {
        boolean ofSource = random.nextBoolean();
        Language language = ofSource ? pair.source() : pair.target();
        List<Unit> units = new ArrayList<>(pair.units());
        List<GoldPair> foreign =
                around.pairs().stream()
                        .filter(other -> !other.text().equals(pair.text()))
                        .filter(o -> o.source() == language || o.target() == language)
                        .toList();
        if (foreign.isEmpty()) {
            return units;
        }
        GoldPair other = foreign.get(random.nextInt(foreign.size()));
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

    private static List<Unit> withoutEmpty(List<Unit> units) {
        return units.stream()
                .filter(unit -> !unit.source().isEmpty() || !unit.target().isEmpty())
                .toList();
    }

    private static String damaged(String sentence, Random random) {
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

    private static GoldPair swapped(GoldPair pair, Random random) {
        List<Unit> units = new ArrayList<>(pair.units());
        List<Integer> order = new ArrayList<>(IntStream.range(0, units.size()).boxed().toList());
        List<Integer> places = new ArrayList<>();
        for (int u = 0; u + 1 < units.size(); u++) {
            if (units.get(u).isOneToOne() && units.get(u + 1).isOneToOne()) {
                places.add(u);
            }
        }
        Collections.shuffle(places, random);
        int wanted = Math.max(1, units.size() / SENTENCES_A_SWAP);
        List<Integer> chosen = new ArrayList<>();
        for (int place : places) {
            // Swaps keep two units apart, so that each has neighbours of its own.
            if (chosen.size() < wanted
                    && chosen.stream().allMatch(other -> Math.abs(other - place) >= 4)) {
                chosen.add(place);
                Collections.swap(order, place, place + 1);
                units.set(place, units.get(place).asMoved());
                units.set(place + 1, units.get(place + 1).asMoved());
            }
        }
        return new GoldPair(pair.id(), pair.source(), pair.target(), units, order);
    }

    private static GoldPair blockMoved(GoldPair pair, Random random) {
        List<Unit> units = new ArrayList<>(pair.units());
        int n = units.size();
        int size =
                Math.min(
                        SMALLEST_BLOCK + random.nextInt(LARGEST_BLOCK - SMALLEST_BLOCK + 1),
                        (n - 1) / 3);
        if (size < SMALLEST_BLOCK) {
            return pair;
        }
        // Past more units than it has itself, so that it is clear which side of the two moved.
        int distance = Math.max(LEAST_DISTANCE, size + 1);
        int first = random.nextInt(n - size - distance + 1);
        int to = first + distance + random.nextInt(n - size - distance - first + 1);
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        List<Integer> block = new ArrayList<>(order.subList(first, first + size));
        order.removeAll(block);
        if (random.nextBoolean()) {
            order.addAll(to, block);
            for (int u : block) {
                units.set(u, units.get(u).asMoved());
            }
            return new GoldPair(pair.id(), pair.source(), pair.target(), units, order);
        }
        // The same the other way: a later block stands early in the target.
        List<Integer> late = IntStream.range(n - first - size, n - first).boxed().toList();
        List<Integer> early = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        early.removeAll(late);
        early.addAll(n - to - size, late);
        for (int u : late) {
            units.set(u, units.get(u).asMoved());
        }
        return new GoldPair(pair.id(), pair.source(), pair.target(), units, early);
    }
}
