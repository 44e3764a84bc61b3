package org.muwazi.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.muwazi.embed.Embeddings;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;

/**
 * Some segments of a document as a document of their own, with the way back: what is left when
 * moved or given beads are taken out, or one part between hard limits.
 */
final class Excerpt {

    private final SegmentedDocument whole;
    private final int[] places;

    private Excerpt(SegmentedDocument whole, int[] places) {
        this.whole = whole;
        this.places = places;
    }

    /** The segments from {@code start} to {@code end} of which {@code chosen} says yes. */
    static Excerpt of(SegmentedDocument whole, int start, int end, IntPredicate chosen) {
        return new Excerpt(whole, IntStream.range(start, end).filter(chosen).toArray());
    }

    int size() {
        return places.length;
    }

    /** Index in the whole document. */
    int place(int segment) {
        return places[segment];
    }

    /** True where the segments of a range are neighbours in the whole document too. */
    boolean isUnbroken(int start, int end) {
        return start == end || places[end - 1] - places[start] == end - 1 - start;
    }

    /** An unbroken range in the whole document. */
    SegmentRange restored(SegmentRange range) {
        return range.isEmpty()
                ? range
                : new SegmentRange(places[range.start()], places[range.end() - 1] + 1);
    }

    SegmentedDocument document() {
        List<Segment> segments = new ArrayList<>();
        for (int place : places) {
            segments.add(whole.segments().get(place));
        }
        return new SegmentedDocument(whole.document(), segments);
    }

    /** Rows of the chosen segments. */
    Embeddings vectors(Embeddings ofWhole) {
        List<float[]> rows = new ArrayList<>();
        for (int place : places) {
            rows.add(ofWhole.row(place));
        }
        return Embeddings.of(rows, ofWhole.dimension());
    }

    /**
     * The longest stretch, by characters, of a range's segments that are neighbours in the whole
     * document too, as {start, end} there; the first of equals.
     */
    int[] longestStretch(int start, int end) {
        int[] best = {0, 0};
        int most = -1;
        for (int from = start; from < end; ) {
            int to = from + 1;
            while (to < end && places[to] == places[to - 1] + 1) {
                to++;
            }
            int characters = 0;
            for (int i = from; i < to; i++) {
                characters += whole.segments().get(places[i]).text().length();
            }
            if (characters > most) {
                most = characters;
                best = new int[] {places[from], places[to - 1] + 1};
            }
            from = to;
        }
        return best;
    }

    /**
     * Beads of two excerpts as beads of the whole documents. A bead that reaches over a gap keeps
     * the longest stretch on each side; what it loses becomes null beads, and so do segments that
     * no bead holds. Null beads cost {@code nullCost}; their empty side is not placed.
     */
    static List<Bead> restored(List<Bead> beads, Excerpt source, Excerpt target, double nullCost) {
        List<Bead> restored = new ArrayList<>();
        boolean[] sourceHeld = new boolean[source.size()];
        boolean[] targetHeld = new boolean[target.size()];
        for (Bead bead : beads) {
            if (bead.isNull()) {
                continue;
            }
            int[] left = source.longestStretch(bead.sourceStart(), bead.sourceEnd());
            int[] right = target.longestStretch(bead.targetStart(), bead.targetEnd());
            restored.add(new Bead(left[0], left[1], right[0], right[1], bead.cost(), bead.moved()));
            source.hold(sourceHeld, left);
            target.hold(targetHeld, right);
        }
        for (int i = 0; i < sourceHeld.length; i++) {
            if (!sourceHeld[i]) {
                int at = source.places[i];
                restored.add(new Bead(at, at + 1, 0, 0, nullCost, false));
            }
        }
        for (int j = 0; j < targetHeld.length; j++) {
            if (!targetHeld[j]) {
                int at = target.places[j];
                restored.add(new Bead(0, 0, at, at + 1, nullCost, false));
            }
        }
        return restored;
    }

    private void hold(boolean[] held, int[] range) {
        int first = Arrays.binarySearch(places, range[0]);
        Arrays.fill(held, first, first + range[1] - range[0], true);
    }
}
