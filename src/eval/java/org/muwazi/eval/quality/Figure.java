package org.muwazi.eval.quality;

import org.muwazi.eval.Bootstrap.Interval;

/**
 * One line of the table of figures.
 *
 * @param benchmark of what
 * @param part language pair or other part of it
 * @param scorer that was measured
 * @param measure higher is better, but for shares of false alarms
 * @param interval figure with its interval
 * @param n of how many
 * @param headline true for the figures that the README shows
 */
public record Figure(
        String benchmark,
        String part,
        String scorer,
        String measure,
        Interval interval,
        String n,
        boolean headline) {

    /** Columns of the table. */
    public static final String HEADER =
            "benchmark\tpart\tscorer\tmeasure\tvalue\tlow\thigh\tn\theadline";

    /** The columns by tabs. */
    public String line() {
        return String.join(
                "\t",
                benchmark,
                part,
                scorer,
                measure,
                interval.tabbed(),
                n,
                headline ? "yes" : "no");
    }
}
