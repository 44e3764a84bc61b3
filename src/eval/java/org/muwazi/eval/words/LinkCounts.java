package org.muwazi.eval.words;

import java.util.Set;
import org.muwazi.eval.words.GoldLinks.Link;

/**
 * Found links against gold, with the definitions of Och and Ney (2003): precision counts what is
 * possible, recall what is sure, and the alignment error rate (AER) both.
 *
 * @param found links found
 * @param possible of them in gold, sure or possible
 * @param hits of them sure in gold
 * @param sure links that gold is sure of
 */
record LinkCounts(long found, long possible, long hits, long sure) {

    static final LinkCounts NONE = new LinkCounts(0, 0, 0, 0);

    static LinkCounts of(Set<Link> found, GoldLinks.Pair gold) {
        return new LinkCounts(
                found.size(),
                found.stream().filter(gold.possible()::contains).count(),
                found.stream().filter(gold.sure()::contains).count(),
                gold.sure().size());
    }

    /** These and {@code times} those. */
    LinkCounts plus(LinkCounts other, int times) {
        return new LinkCounts(
                found + times * other.found,
                possible + times * other.possible,
                hits + times * other.hits,
                sure + times * other.sure);
    }

    /** Not a number where nothing was found. */
    double precision() {
        return (double) possible / found;
    }

    /** Not a number where gold is sure of nothing. */
    double recall() {
        return (double) hits / sure;
    }

    double f1() {
        double precision = precision();
        double recall = recall();
        return 2 * precision * recall / (precision + recall);
    }

    /** Alignment error rate, 0 to 1, lower is better. */
    double errorRate() {
        return 1 - (double) (hits + possible) / (found + sure);
    }
}
