package org.muwazi.eval.quality;

import java.util.List;
import org.muwazi.damage.DamagedPair;
import org.muwazi.damage.WordTokens;
import org.muwazi.eval.Confusion;
import org.muwazi.text.Span;

/**
 * A damaged pair beside its clean twin, judged by one scorer.
 *
 * @param pair what was judged
 * @param clean of the twin
 * @param damaged of the damaged one
 */
record Twin(DamagedPair pair, Judgement clean, Judgement damaged) {

    /** 1 where the clean one has the higher score, half where they tie. */
    double won() {
        return share(clean.score(), damaged.score());
    }

    static double share(double better, double worse) {
        return better > worse ? 1 : better == worse ? 0.5 : 0;
    }

    /** The words of the damaged text. */
    Confusion words() {
        List<Span> tokens = WordTokens.spans(pair.damaged().text());
        List<Boolean> bad =
                tokens.stream()
                        .map(token -> pair.marks().stream().anyMatch(token::overlaps))
                        .toList();
        return WordTags.count(tokens, bad, damaged.bad());
    }
}
