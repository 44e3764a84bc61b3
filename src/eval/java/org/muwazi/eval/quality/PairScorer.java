package org.muwazi.eval.quality;

import java.util.List;
import org.muwazi.text.Signature;

/** Anything that gives translations a score without a reference. */
public interface PairScorer {

    /** As it stands in the tables. */
    String name();

    /**
     * True where it can score translations from one language into another, ISO 639-1 codes; any
     * unless it says otherwise.
     */
    default boolean scores(String from, String to) {
        return true;
    }

    /** True where its judgements name places. */
    boolean marksWords();

    /**
     * Judges in order, one for each pair.
     *
     * @param pairs only of directions that it scores
     */
    List<Judgement> judge(List<TextPair> pairs);

    /** How the numbers are made. */
    Signature signature();
}
