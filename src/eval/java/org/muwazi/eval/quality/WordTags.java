package org.muwazi.eval.quality;

import java.util.List;
import org.muwazi.eval.Confusion;
import org.muwazi.text.Span;

/** Words held to be wrong against words that are. */
final class WordTags {

    private WordTags() {}

    /**
     * Counts the words of one sentence; BAD is what is to be found.
     *
     * @param tokens places of its words
     * @param bad for each whether it is wrong
     * @param found places held to be wrong; a word that one of them touches is found
     */
    static Confusion count(List<Span> tokens, List<Boolean> bad, List<Span> found) {
        Confusion sum = Confusion.NONE;
        for (int i = 0; i < tokens.size(); i++) {
            Span token = tokens.get(i);
            boolean tagged = found.stream().anyMatch(token::overlaps);
            sum = sum.plus(Confusion.of(bad.get(i), tagged), 1);
        }
        return sum;
    }
}
