package org.muwazi.cli;

/** The formats of {@code muwazi audit}. */
enum AuditFormat {
    TEXT,
    TSV,
    JSON;

    /** Their names. */
    static final class Labels extends Choices<AuditFormat> {

        Labels() {
            super("format", AuditFormat.class);
        }
    }
}
