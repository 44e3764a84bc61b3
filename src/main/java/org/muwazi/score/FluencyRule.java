package org.muwazi.score;

/**
 * The slips that {@link FluencyDetector} knows. Each rule fires on less than 0.5 % of clean human
 * sentences; {@code eval/results/fluency-rules.tsv} has the shares.
 */
enum FluencyRule {
    PLURAL_MISSING("fluency.agreement"),
    PLURAL_TOO_MUCH("fluency.agreement"),
    GENDER("fluency.gender"),
    CAPITAL("fluency.capital"),
    ELISION("fluency.elision"),
    CONTRACTION("fluency.contraction"),
    TWO_FOR_ONE("fluency.doubled"),
    ARTICLE_SOUND("fluency.article"),
    VERB_AGREEMENT("fluency.verb"),
    DEMONSTRATIVE("fluency.demonstrative"),
    COUNTED_NOUN("fluency.agreement");

    private final String key;

    FluencyRule(String key) {
        this.key = key;
    }

    /** The sentence in {@code messages.properties}. */
    String key() {
        return key;
    }
}
