package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;

/** The joining beads of the dynamic programs, as numbers of source and target segments. */
final class BeadTypes {

    /** Most segments of one side in any bead. */
    static final int LARGEST = 4;

    private BeadTypes() {}

    /**
     * Types with at most so many segments a side, simple ones first, because the first of equals
     * wins; with four a side only 1-4 and 4-1.
     *
     * @param most 2 to 4
     */
    static int[][] upTo(int most) {
        List<int[]> types = new ArrayList<>();
        for (int total = 2; total <= 6; total++) {
            for (int x = 1; x <= LARGEST; x++) {
                int y = total - x;
                boolean wide = x == LARGEST || y == LARGEST;
                boolean allowed = wide ? most == LARGEST && total == LARGEST + 1 : x <= most;
                if (y >= 1 && y <= (wide ? LARGEST : most) && allowed) {
                    types.add(new int[] {x, y});
                }
            }
        }
        return types.toArray(int[][]::new);
    }
}
