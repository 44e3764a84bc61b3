package org.muwazi.cli;

import picocli.CommandLine.Option;

/** Options of every command. */
final class StandardOptions {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = "--debug",
            description = "After an error, print where in the program it happened.")
    private boolean debug;

    /** True where the user asked for stack traces. */
    boolean isDebug() {
        return debug;
    }

    /** True where the user asked for help; picocli prints it. */
    boolean isHelp() {
        return help;
    }
}
