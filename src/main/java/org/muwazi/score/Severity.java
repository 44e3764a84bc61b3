package org.muwazi.score;

import java.util.Locale;

/** MQM severities with the weights that xCOMET uses (1, 5, 10). */
public enum Severity {
    MINOR(1),
    MAJOR(5),
    CRITICAL(10);

    private final int weight;

    Severity(int weight) {
        this.weight = weight;
    }

    /** Penalty points of one error of this severity. */
    public int weight() {
        return weight;
    }

    /** As written in outputs: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
