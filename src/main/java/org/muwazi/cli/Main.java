package org.muwazi.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.muwazi.text.MalformedInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The command {@code muwazi}: data on standard output, everything else on standard error, one line
 * for an error, and the exit codes that the help of every command lists.
 */
@Command(
        name = "muwazi",
        versionProvider = Main.Version.class,
        description = {
            "Aligns the Arabic, French and English versions of a text, scores the translations and"
                    + " flags garbled ones. Works offline."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  muwazi check en.html fr.txt ar.txt -o report",
            "  muwazi align en.txt fr.txt --format tmx -o story.tmx",
            "  muwazi score pairs.tsv --from en --to ar",
            "  muwazi check --help"
        })
public final class Main implements Callable<Integer> {

    // Java itself cannot tell which of its streams is a terminal; the launcher asks the shell.
    private static final String OUT_TERMINAL = "muwazi.terminal.out";
    private static final String ERR_TERMINAL = "muwazi.terminal.err";

    @Spec private CommandSpec spec;

    private static final String DEBUG = "--debug";

    private Main() {}

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] args) {
        // Not System.out: under LC_ALL=C that turns Arabic into question marks.
        Console console =
                Console.of(
                        new FileInputStream(FileDescriptor.in),
                        new FileOutputStream(FileDescriptor.out),
                        new FileOutputStream(FileDescriptor.err),
                        Boolean.getBoolean(OUT_TERMINAL),
                        Boolean.getBoolean(ERR_TERMINAL));
        System.exit(run(args, console));
    }

    /**
     * Runs a command line.
     *
     * @param args as given to {@code muwazi}
     * @param in standard input
     * @param out standard output
     * @param err standard error
     * @return the exit code
     */
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        return run(args, Console.of(in, out, err, false, false));
    }

    static int run(String[] args, Console console) {
        try {
            return commandLine(console).execute(args);
        } catch (OutOfMemoryError e) {
            console.say(
                    String.format(
                            Locale.ROOT,
                            "not enough memory (%d MiB); split the input, or set"
                                    + " MUWAZI_JAVA_OPTS=-Xmx4g",
                            Runtime.getRuntime().maxMemory() >> 20));
            return ExitCode.BAD_INPUT;
        }
    }

    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new Main());
        List.of(
                        new CheckCommand(console),
                        new AlignCommand(console),
                        new ScoreCommand(console),
                        new AuditCommand(console),
                        new PairCommand(console),
                        new EmbedCommand(console),
                        new MineCommand(console),
                        new ModelsCommand(console),
                        new CompletionCommand(console))
                .forEach(line::addSubcommand);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(console.outTerminal() ? Ansi.ON : Ansi.OFF));
        // A file may be named "@list": it is a file, not a list of arguments.
        line.setExpandAtFiles(false);
        line.setParameterExceptionHandler((e, arguments) -> usageError(console, e));
        line.setExecutionExceptionHandler((e, failed, parsed) -> failure(console, e, parsed));
        line.getCommandSpec()
                .addOption(
                        OptionSpec.builder("-V", "--version")
                                .versionHelp(true)
                                .description("Print the version and exit.")
                                .build());
        addToAll(line);
        return line;
    }

    /** What every command has: help, stack traces, exit codes explained. */
    private static void addToAll(CommandLine line) {
        CommandSpec command = line.getCommandSpec();
        command.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help and exit.")
                        .build());
        command.addOption(
                OptionSpec.builder(DEBUG)
                        .description("After an error, print where in the program it happened.")
                        .build());
        command.usageMessage().exitCodeListHeading("%nExit codes:%n");
        command.usageMessage().exitCodeList(ExitCode.explanations());
        line.getSubcommands().values().forEach(Main::addToAll);
    }

    /** Without a command: the help. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK;
    }

    private static int usageError(Console console, ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        console.say(firstLine(e.getMessage()) + " (see " + command + " --help)");
        return ExitCode.USAGE;
    }

    private static int failure(Console console, Exception e, ParseResult parsed) {
        if (e instanceof Console.OutputException output && output.isClosedPipe()) {
            return ExitCode.OK;
        }
        boolean badInput =
                e instanceof IOException
                        || e instanceof MalformedInputException
                        || e instanceof InvalidPathException;
        console.say(
                badInput
                        ? message(e)
                        : "internal error, please report it: " + e + " (--debug shows where)");
        if (isDebug(parsed)) {
            e.printStackTrace(console.err());
        }
        return badInput ? ExitCode.BAD_INPUT : ExitCode.INTERNAL_ERROR;
    }

    private static boolean isDebug(ParseResult parsed) {
        return parsed.hasMatchedOption(DEBUG)
                || (parsed.hasSubcommand() && isDebug(parsed.subcommand()));
    }

    /** What an error says to people, on one line. */
    static String message(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.toString() : message;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }

    /** Name and version as built into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String built = Main.class.getPackage().getImplementationVersion();
            return new String[] {
                "muwazi " + (built == null ? "(not from a jar)" : built),
                "Java " + Runtime.version() + ", " + System.getProperty("os.arch")
            };
        }
    }
}
