package org.muwazi.testing;

import java.util.Random;

/**
 * Runs a law on seeded random inputs and names the seed that broke it; {@code -Dtests.seed=N}
 * replays one seed. Randomness in tests comes from here only.
 */
public final class Seeds {

    private static final long FIRST = 20_261_101L;

    private Seeds() {}

    /** A law about one random input. */
    @FunctionalInterface
    public interface Law {
        /** Holds or throws an assertion error. */
        void check(Random random);
    }

    /**
     * Checks a law {@code times} times, each time with another seed.
     *
     * @throws AssertionError naming the first seed for which the law fails
     */
    public static void forEach(int times, Law law) {
        String replay = System.getProperty("tests.seed");
        long first = replay == null ? FIRST : Long.parseLong(replay);
        int runs = replay == null ? times : 1;
        for (int i = 0; i < runs; i++) {
            long seed = first + i;
            try {
                law.check(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "fails with -Dtests.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
