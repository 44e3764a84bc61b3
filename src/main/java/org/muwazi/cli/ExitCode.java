package org.muwazi.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the process tells its caller; scripts lean on these numbers. */
final class ExitCode {

    static final int OK = 0;

    /** A bug of ours. */
    static final int INTERNAL_ERROR = 1;

    /** The command line makes no sense. */
    static final int USAGE = 2;

    /** An input, a model or the place for the output cannot be used. */
    static final int BAD_INPUT = 3;

    /** A verdict is as bad as {@code --fail-on} says, or worse. */
    static final int VERDICT = 4;

    /** There is a result, but without the inputs listed on standard error. */
    static final int SOME_FAILED = 5;

    private ExitCode() {}

    /** For the help of every command. */
    static Map<String, String> explanations() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("0", "done");
        lines.put("1", "internal error (a bug; run again with --debug)");
        lines.put("2", "wrong usage");
        lines.put("3", "an input, a model or the place for the output cannot be used");
        lines.put("4", "a verdict reached --fail-on");
        lines.put("5", "done, but without some inputs, which were listed");
        return lines;
    }
}
