package org.muwazi.score;

import java.util.List;
import org.muwazi.text.Span;

/**
 * One kind of evidence with its points: how much it says of garble, and how much it calls for a
 * look.
 *
 * @param kind label of the evidence
 * @param garble 0 or more
 * @param look 0 or more; from 1 on someone must look
 * @param text what was found
 * @param spans places in the version's document
 */
record Points(String kind, double garble, double look, Explanation text, List<Span> spans) {

    double sum() {
        return garble + look;
    }
}
