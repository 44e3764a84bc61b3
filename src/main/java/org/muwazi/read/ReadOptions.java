package org.muwazi.read;

import java.util.Objects;

/**
 * How a story is read.
 *
 * @param keepAll true to set nothing aside: menus, captions and appended articles stay part of the
 *     text
 * @param onMalformed what to do with bytes that the charset does not allow
 * @param form what the file holds
 */
public record ReadOptions(boolean keepAll, MalformedBytes onMalformed, Form form) {

    /** What to do with bytes that the charset does not allow. */
    public enum MalformedBytes {
        /** Stop with the file, the line and the byte offset. */
        REPORT,
        /** Put U+FFFD in their place, and warn with their number. */
        REPLACE
    }

    /** What a file holds. */
    public enum Form {
        /** HTML where the content says so (doctype, {@code <html>}, many tags), text otherwise. */
        AUTO,
        TEXT,
        HTML
    }

    /** Checks that nothing is null. */
    public ReadOptions {
        Objects.requireNonNull(onMalformed, "onMalformed");
        Objects.requireNonNull(form, "form");
    }

    /** Chrome set aside, bad bytes reported, HTML recognised by its content. */
    public static ReadOptions standard() {
        return new ReadOptions(false, MalformedBytes.REPORT, Form.AUTO);
    }

    /** The same with {@code keepAll} set as given. */
    public ReadOptions withKeepAll(boolean keep) {
        return new ReadOptions(keep, onMalformed, form);
    }

    /** The same with another way to treat bad bytes. */
    public ReadOptions withOnMalformed(MalformedBytes treatment) {
        return new ReadOptions(keepAll, treatment, form);
    }

    /** The same with the form stated. */
    public ReadOptions withForm(Form stated) {
        return new ReadOptions(keepAll, onMalformed, stated);
    }
}
