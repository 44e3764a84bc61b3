package org.muwazi.align;

import java.util.List;
import org.muwazi.text.SegmentRange;

/**
 * Blocks of an alignment's beads, as one sequence, against the segments of a further version: the
 * similarity of a run of beads to a block is the mean over the versions present in the run.
 */
final class ProfileBlocks implements Blocks {

    private final List<StoryBead> beads;
    private final List<PairBlocks> pairs;
    private final double[] lengthRatio;

    /**
     * Sets up the profile.
     *
     * @param beads of the alignment so far, none moved
     * @param pairs one for each version of the alignment: that version against the further one
     * @param lengthRatio characters of each version for one of the further version
     */
    ProfileBlocks(List<StoryBead> beads, List<PairBlocks> pairs, double[] lengthRatio) {
        this.beads = beads;
        this.pairs = pairs;
        this.lengthRatio = lengthRatio;
    }

    @Override
    public int sources() {
        return beads.size();
    }

    @Override
    public int targets() {
        return pairs.get(0).targets();
    }

    @Override
    public double similarity(int sourceStart, int sourceEnd, int targetStart, int targetEnd) {
        double sum = 0;
        int count = 0;
        for (int v = 0; v < pairs.size(); v++) {
            SegmentRange range = range(v, sourceStart, sourceEnd);
            if (!range.isEmpty()) {
                sum += pairs.get(v).similarity(range.start(), range.end(), targetStart, targetEnd);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    @Override
    public double sourceLength(int start, int end) {
        double sum = 0;
        int count = 0;
        for (int v = 0; v < pairs.size(); v++) {
            SegmentRange range = range(v, start, end);
            if (!range.isEmpty()) {
                sum += pairs.get(v).sourceLength(range.start(), range.end()) / lengthRatio[v];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    @Override
    public double targetLength(int start, int end) {
        return pairs.get(0).targetLength(start, end);
    }

    /** What a version has in a run of beads; contiguous because the beads are monotone. */
    private SegmentRange range(int version, int firstBead, int endBead) {
        int start = -1;
        int end = -1;
        for (int b = firstBead; b < endBead; b++) {
            SegmentRange range = beads.get(b).ranges().get(version);
            if (!range.isEmpty()) {
                start = start < 0 ? range.start() : start;
                end = range.end();
            }
        }
        return start < 0 ? new SegmentRange(0, 0) : new SegmentRange(start, end);
    }
}
