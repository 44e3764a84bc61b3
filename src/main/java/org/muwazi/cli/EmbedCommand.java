package org.muwazi.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.read.LineReader;
import org.muwazi.text.MalformedInputException;
import org.muwazi.write.AtomicFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muwazi embed}: sentence vectors for other programs. */
@Command(
        name = "embed",
        sortOptions = false,
        description = {
            "Turn lines into sentence vectors: one segment a line in (UTF-8, packed with gzip or"
                    + " not), a NumPy array out, float32 of shape (lines, dimension), each row of"
                    + " unit length, so that the cosine of two rows is their dot product.",
            "Text is normalised first (Arabic short vowels, tatweel, digits, presentation forms). A"
                    + " blank line has no vector and is an error that names it."
        },
        footer = {
            "",
            "Examples:",
            "  muwazi embed sentences.txt -o vectors.npy",
            "  muwazi embed - < sentences.txt > vectors.npy",
            "  python3 -c 'import numpy; print(numpy.load(\"vectors.npy\").shape)'"
        })
final class EmbedCommand implements Callable<Integer> {

    /** Lines encoded together; what the encoder itself takes at once. */
    private static final int BLOCK = 4_096;

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "One segment a line, or - for standard input.")
    private String file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write to this file. Default: standard output, unless that is a terminal.")
    private Path output;

    @Mixin private ModelOptions models;

    EmbedCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Path> target = Output.file(output);
        if (target.isEmpty() && console.outTerminal()) {
            throw new ParameterException(
                    spec.commandLine(), "vectors are not for a terminal; name a file with -o");
        }
        List<String> lines = lines();
        try (Toolkit toolkit = models.open();
                Progress progress = Progress.of(console, "encoding", lines.size())) {
            AtomicFiles.Bytes content = out -> embed(lines, toolkit.encoder(), progress, out);
            if (target.isPresent()) {
                try (AtomicFiles files = new AtomicFiles()) {
                    files.writeBytes(target.get(), content);
                    files.commit();
                }
            } else {
                content.writeTo(console.out());
                console.out().flush();
            }
        }
        return ExitCode.OK;
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = LineInput.open(console.in(), file)) {
            for (Optional<LineReader.Line> line = reader.next();
                    line.isPresent();
                    line = reader.next()) {
                if (LineDocument.isBlank(line.get().text())) {
                    throw new MalformedInputException(
                            file,
                            line.get().number() + 1,
                            "blank line; it has no vector, so remove it or put text there");
                }
                lines.add(line.get().text());
            }
        }
        return lines;
    }

    private static void embed(
            List<String> lines, SentenceEncoder encoder, Progress progress, OutputStream out)
            throws IOException {
        NumpyArray.writeHeader(lines.size(), encoder.dimension(), out);
        for (int start = 0; start < lines.size(); start += BLOCK) {
            List<String> some = lines.subList(start, Math.min(lines.size(), start + BLOCK));
            NumpyArray.writeRows(encoder.encode(some), out);
            progress.step(some.size());
        }
    }
}
