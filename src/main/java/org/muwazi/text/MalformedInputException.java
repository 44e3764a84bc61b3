package org.muwazi.text;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * Data that cannot be used as it is: undecodable bytes, a wrong number of fields, a broken model
 * file.
 *
 * <p>The message is one line that names the source, the line or byte where known, and what to do.
 */
public final class MalformedInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String source;
    private final long line;

    /**
     * Bad data at a line.
     *
     * @param source file name or other name of the input
     * @param line counted from 1
     * @param reason what is wrong and what to do, without the place
     */
    public MalformedInputException(String source, long line, String reason) {
        super(source + ":" + line + ": " + reason);
        this.source = Objects.requireNonNull(source, "source");
        this.line = line;
    }

    /**
     * Bad data without a line.
     *
     * @param source file name or other name of the input
     * @param reason what is wrong and what to do, without the place
     */
    public MalformedInputException(String source, String reason) {
        super(source + ": " + reason);
        this.source = Objects.requireNonNull(source, "source");
        this.line = -1;
    }

    /** File name or other name of the input. */
    public String source() {
        return source;
    }

    /** Line counted from 1, or empty where the fault has no line. */
    public OptionalLong line() {
        return line < 0 ? OptionalLong.empty() : OptionalLong.of(line);
    }
}
