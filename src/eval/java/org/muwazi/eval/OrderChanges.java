package org.muwazi.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.muwazi.eval.GoldUnits.Unit;

/** Sentences and blocks of the target out of order. */
final class OrderChanges {

    private static final int SENTENCES_A_SWAP = 10;
    private static final int SMALLEST_BLOCK = 2;
    private static final int LARGEST_BLOCK = 6;

    /** A moved block passes at least so many units. */
    private static final int LEAST_DISTANCE = 3;

    private OrderChanges() {}

    static GoldUnits swapped(GoldUnits pair, Random random) {
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
        return new GoldUnits(pair.id(), pair.source(), pair.target(), units, order);
    }

    static GoldUnits blockMoved(GoldUnits pair, Random random) {
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
            return new GoldUnits(pair.id(), pair.source(), pair.target(), units, order);
        }
        // The same the other way: a later block stands early in the target.
        List<Integer> late = IntStream.range(n - first - size, n - first).boxed().toList();
        List<Integer> early = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        early.removeAll(late);
        early.addAll(n - to - size, late);
        for (int u : late) {
            units.set(u, units.get(u).asMoved());
        }
        return new GoldUnits(pair.id(), pair.source(), pair.target(), units, early);
    }
}
