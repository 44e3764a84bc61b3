package org.muwazi.align;

import java.util.List;

/** A rule that picks links from similarities. Deterministic; swapping the texts swaps the links. */
public interface WordMatcher {

    /** The links in ascending order; none where one side has no word. */
    List<WordLink> match(WordSimilarities similarities);
}
