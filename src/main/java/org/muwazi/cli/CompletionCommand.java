package org.muwazi.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a completion script for bash (and zsh, which reads it too). */
@Command(
        name = "completion",
        description = "Print a script that teaches bash and zsh to complete muwazi's commands.",
        footer = {"", "Example:", "  muwazi completion > ~/.muwazi-completion"})
final class CompletionCommand implements Callable<Integer> {

    private final Console console;

    @Spec private CommandSpec spec;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String script = AutoComplete.bash("muwazi", spec.root().commandLine());
        console.write(out -> out.write(script));
        return ExitCode.OK;
    }
}
