package org.muwazi.cli;

/** The formats of {@code muwazi score} and {@code muwazi pair}. */
enum PairFormat {
    TSV,
    JSONL;

    /** Their names. */
    static final class Labels extends Choices<PairFormat> {

        Labels() {
            super("format", PairFormat.class);
        }
    }
}
