package org.muwazi.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muwazi.embed.NearestNeighbours;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxNearestNeighbours;
import org.muwazi.mine.EncodedVectors;
import org.muwazi.mine.LineNote;
import org.muwazi.mine.MinedPair;
import org.muwazi.mine.MiningOptions;
import org.muwazi.mine.Neighbours;
import org.muwazi.mine.PairSelection;
import org.muwazi.mine.SearchSettings;
import org.muwazi.mine.SentenceMiner;
import org.muwazi.mine.SentencePool;
import org.muwazi.text.Language;
import org.muwazi.work.WorkFolder;
import org.muwazi.write.AtomicFiles;
import org.muwazi.write.TsvField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muwazi mine}: parallel sentences in two unaligned collections. */
@Command(
        name = "mine",
        sortOptions = false,
        description = {
            "Find parallel sentences in two collections whose order tells nothing: one sentence a"
                    + " line, UTF-8, packed with gzip or not, up to millions of lines. One of them"
                    + " may be - for standard input.",
            "Every sentence is compared with every sentence of the other side. A pair is mined when"
                    + " it is closer than the neighbourhood of both, its numbers agree and its"
                    + " lengths fit; each sentence is used once, best pairs first.",
            "A sentence that stands on several lines is encoded once and listed with the first of"
                    + " them. Blank lines and lines without letters are left out but keep their"
                    + " number. All of these are counted on standard error; --report lists them.",
            "Both sides may be in one language: then paraphrases are mined. If SOURCE and TARGET"
                    + " are one and the same file, no line is paired with itself or its"
                    + " duplicates, and each pair is listed once."
        },
        footer = {
            "",
            "Output, best first, no header, lines counted from 0:",
            "  score TAB source line TAB target line TAB source TAB target",
            "The score is the margin less penalties. With more sentences on either side the same"
                    + " pair scores lower; look at the end of the list and set --threshold"
                    + " accordingly.",
            "Report: source|target TAB line TAB what TAB line that stands for a duplicate",
            "",
            "Time on two cores: 100,000 against 100,000 some 6 minutes, a million against a million"
                    + " a night.",
            "",
            "Examples:",
            "  muwazi mine news.ar news.en --from ar --to en -o pairs.tsv",
            "  zcat fr.gz | muwazi mine - en.txt --from fr --to en --threshold 0.15 | head",
            "  muwazi mine big.fr.gz big.en.gz --from fr --to en --work mining -o pairs.tsv",
            "    started again after an interrupt, the last goes on where it stopped"
        })
final class MineCommand implements Callable<Integer> {

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "One sentence a line, or -.")
    private String source;

    @Parameters(index = "1", paramLabel = "TARGET", description = "One sentence a line, or -.")
    private String target;

    @Option(
            names = "--from",
            paramLabel = "xx",
            required = true,
            converter = Languages.class,
            description = "Language of SOURCE.")
    private Language from;

    @Option(
            names = "--to",
            paramLabel = "yy",
            required = true,
            converter = Languages.class,
            description = "Language of TARGET.")
    private Language to;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write to this file instead of standard output; it appears when it is complete.")
    private Path output;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "List every line that was left out, repeats another or is too long.")
    private Path report;

    @Mixin private MiningSettings settings;

    @Mixin private ModelOptions models;

    MineCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean within = requireSense();
        MiningOptions options = settings.options(spec.commandLine());
        OutputPlace.require(Output.file(output));
        OutputPlace.require(Output.file(report));
        try (WorkFolder work = settings.workFolder();
                MiningProgress progress = new MiningProgress(console)) {
            try (MiningInput left = MiningInput.read(console, source, "source", work)) {
                if (within) {
                    mine(work, progress, options, List.of(left));
                } else {
                    try (MiningInput right = MiningInput.read(console, target, "target", work)) {
                        mine(work, progress, options, List.of(left, right));
                    }
                }
            }
        }
        return ExitCode.OK;
    }

    /** True where both sides are one file. */
    private boolean requireSense() throws IOException {
        boolean sourceIn = source.equals(VersionReader.STANDARD_INPUT);
        boolean targetIn = target.equals(VersionReader.STANDARD_INPUT);
        if (sourceIn && targetIn) {
            throw usage("only one of SOURCE and TARGET can be standard input");
        }
        boolean within =
                !sourceIn
                        && !targetIn
                        && Files.exists(Path.of(source))
                        && Files.exists(Path.of(target))
                        && Files.isSameFile(Path.of(source), Path.of(target));
        if (within && from != to) {
            throw usage(
                    "SOURCE and TARGET are one file, but --from is "
                            + from.englishName()
                            + " and --to "
                            + to.englishName());
        }
        return within;
    }

    private void mine(
            WorkFolder work,
            MiningProgress progress,
            MiningOptions options,
            List<MiningInput> sides)
            throws IOException {
        if (from == to) {
            console.say("both sides are " + from.englishName() + ": paraphrases are mined");
        }
        SentenceMiner miner = new SentenceMiner(work, progress);
        List<EncodedVectors> vectors = new ArrayList<>();
        try {
            // Closed before the search, which then has its memory.
            try (SentenceEncoder encoder = models.openEncoder(settings.threads())) {
                vectors.add(miner.encodeSource(sides.get(0).pool(), encoder));
                if (sides.size() > 1) {
                    vectors.add(miner.encodeTarget(sides.get(1).pool(), encoder));
                }
            }
            SearchSettings search =
                    settings.search(options.neighbours(), vectors.get(0).table().dimension());
            Neighbours found;
            try (NearestNeighbours neighbours = new OnnxNearestNeighbours()) {
                found = miner.search(vectors.get(0), last(vectors), neighbours, search);
            }
            progress.close();
            finish(sides, vectors, found, options);
        } finally {
            for (EncodedVectors side : vectors) {
                side.close();
            }
        }
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private void finish(
            List<MiningInput> sides,
            List<EncodedVectors> vectors,
            Neighbours found,
            MiningOptions options)
            throws IOException {
        SentencePool sources = sides.get(0).pool();
        SentencePool targets = last(sides).pool();
        List<MinedPair> pairs =
                sides.size() == 1
                        ? PairSelection.selectWithin(found, sources, options)
                        : PairSelection.select(found, sources, targets, options);
        List<List<LineNote>> notes = new ArrayList<>();
        for (int side = 0; side < sides.size(); side++) {
            notes.add(sides.get(side).notes(vectors.get(side)));
        }
        AtomicFiles.Content content = out -> write(pairs, sources, targets, out);
        try (AtomicFiles files = new AtomicFiles()) {
            if (report != null) {
                files.write(report, out -> report(sides, notes, out));
            }
            Optional<Path> file = Output.file(output);
            if (file.isPresent()) {
                files.write(file.get(), content);
            } else {
                console.write(content);
            }
            files.commit();
        }
        for (int side = 0; side < sides.size(); side++) {
            sides.get(side).say(console, notes.get(side));
        }
        console.say(
                String.format(
                        Locale.ROOT,
                        "%,d pairs among %,d and %,d sentences (%s)",
                        pairs.size(),
                        sources.size(),
                        targets.size(),
                        options.signature()));
    }

    private static void report(List<MiningInput> sides, List<List<LineNote>> notes, Writer out)
            throws IOException {
        for (int side = 0; side < sides.size(); side++) {
            sides.get(side).report(notes.get(side), out);
        }
    }

    private static void write(
            List<MinedPair> pairs, SentencePool sources, SentencePool targets, Writer out)
            throws IOException {
        for (MinedPair pair : pairs) {
            out.write(String.format(Locale.ROOT, "%.4f", pair.score()));
            out.write("\t" + sources.line(pair.source()) + "\t" + targets.line(pair.target()));
            out.write("\t" + TsvField.encode(sources.text(pair.source())));
            out.write("\t" + TsvField.encode(targets.text(pair.target())) + "\n");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
