package org.muwazi.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.muwazi.text.TranslationUnit;

/**
 * Draws from pairs of any number those that an audit works on, in memory for what is drawn alone:
 * every pair has the same chance (algorithm R of Vitter 1985). What cannot be a clean translation
 * is left out and listed.
 */
public final class CleanPairs {

    /** Longer sides are documents, not pairs; marking words takes time with the square of it. */
    static final int LONGEST = 5_000;

    /**
     * Drawn for each pair of the sample: some damage, such as to negations, applies to one pair in
     * ten.
     */
    private static final int DRAWN_FOR_EACH = 10;

    private final int most;
    private final Random random;
    private final List<TranslationUnit> drawn = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private long clean;

    /** Nothing drawn yet. */
    public CleanPairs(AuditOptions options) {
        this.most = DRAWN_FOR_EACH * options.sample();
        this.random = new Random(options.seed());
    }

    /** Takes a pair into account. */
    public void add(TranslationUnit unit) {
        Optional<LeftOut.Reason> reason = reason(unit);
        if (reason.isPresent()) {
            leftOut.add(new LeftOut(unit.id(), reason.get()));
            return;
        }
        clean++;
        if (drawn.size() < most) {
            drawn.add(unit);
            return;
        }
        long at = (long) (random.nextDouble() * clean);
        if (at < most) {
            drawn.set((int) at, unit);
        }
    }

    private static Optional<LeftOut.Reason> reason(TranslationUnit unit) {
        String source = unit.source().text();
        String target = unit.target().text();
        if (saysNothing(source) || saysNothing(target)) {
            return Optional.of(LeftOut.Reason.EMPTY);
        }
        if (source.strip().equalsIgnoreCase(target.strip())) {
            return Optional.of(LeftOut.Reason.COPIED);
        }
        return source.length() > LONGEST || target.length() > LONGEST
                ? Optional.of(LeftOut.Reason.LONG)
                : Optional.empty();
    }

    private static boolean saysNothing(String text) {
        return text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** Pairs that were not left out, drawn or not. */
    public long clean() {
        return clean;
    }

    /**
     * What was drawn in an order that depends on the seed, each pair once; and what was left out.
     */
    Drawn finish() {
        List<TranslationUnit> shuffled = new ArrayList<>(drawn);
        Collections.shuffle(shuffled, random);
        Set<List<TranslationUnit.Variant>> met = new HashSet<>();
        List<TranslationUnit> once = new ArrayList<>();
        List<LeftOut> all = new ArrayList<>(leftOut);
        for (TranslationUnit unit : shuffled) {
            if (met.add(List.of(unit.source(), unit.target()))) {
                once.add(unit);
            } else {
                all.add(new LeftOut(unit.id(), LeftOut.Reason.REPEATED));
            }
        }
        return new Drawn(once, all, clean);
    }

    /**
     * Pairs to work on.
     *
     * @param pairs in the order they are taken
     * @param leftOut and why
     * @param clean number of pairs that they were drawn from
     */
    record Drawn(List<TranslationUnit> pairs, List<LeftOut> leftOut, long clean) {}
}
