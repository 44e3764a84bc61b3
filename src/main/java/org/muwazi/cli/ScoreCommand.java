package org.muwazi.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muwazi.score.CachingEstimator;
import org.muwazi.score.QualityEstimate;
import org.muwazi.score.QualityEstimator;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.TranslationUnit;
import org.muwazi.work.CacheFolder;
import org.muwazi.work.EntryStore;
import org.muwazi.work.MemoryEntries;
import org.muwazi.work.ResumableOutput;
import org.muwazi.write.PairLines;
import org.muwazi.write.ScoreLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muwazi score}: a score and findings for each pair of a list. */
@Command(
        name = "score",
        sortOptions = false,
        description = {
            "Score translations one by one: lines of source TAB target in, the same lines in the"
                    + " same order and number out, each with a score (0 to 1, higher is better), a"
                    + " verdict (ok, review, garbled) and findings.",
            "Input is UTF-8, packed with gzip or not, of any size: it is read and written in"
                    + " blocks. A side without words gets score 0 and the finding \"empty\"; a"
                    + " line that has not exactly two fields is an error. Pairs that come again"
                    + " are judged once.",
            "With -o a run that was stopped, by a bad line too, goes on where it was when the same"
                    + " command is given again. The lines that are done are read once more, from"
                    + " a pipe as well: other lines or other settings are refused, unless --restart"
                    + " is given.",
            "Arabic, English and French are scored."
        },
        footer = {
            "",
            "Formats (offsets are code points of the side, counted from 0, end excluded):",
            "  tsv    source, target, score, verdict, findings; no header; a finding is",
            "         kind:severity:side:start-end, several are joined by \";\"",
            "  jsonl  {\"line\",\"score\",\"verdict\",\"findings\":[{\"kind\",\"category\",",
            "         \"severity\",\"confidence\",\"side\",\"start\",\"end\",\"evidence\",",
            "         \"explanation\"}]}, lines counted from 0",
            "",
            "Examples:",
            "  muwazi score pairs.tsv --from en --to ar",
            "  zcat pairs.tsv.gz | muwazi score - --from fr --to en --format jsonl -o scores.jsonl",
            "  muwazi score pairs.tsv --from en --to ar --format jsonl --explain-in ar",
            "  muwazi score pairs.tsv --from en --to fr --estimator fast > scores.tsv",
            "  muwazi score corpus.tsv.gz --from en --to fr --cache judged -o scores.tsv",
            "  muwazi score pairs.tsv --from en --to fr | sort -t \"$(printf '\\t')\" -k3,3n | head"
        })
final class ScoreCommand implements Callable<Integer> {

    /** Pairs encoded together: enough to sort by length, few enough to see the output grow. */
    private static final int BLOCK = 256;

    /**
     * Memory for judgements of this run, some 40,000: pairs that come again are not judged twice.
     */
    private static final long REPEATS = 8L << 20;

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "PAIRS.tsv", description = "Lines of source TAB target, or -.")
    private String pairs;

    @Mixin private ScoredLanguages languages;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "tsv",
            converter = PairFormat.Labels.class,
            completionCandidates = PairFormat.Labels.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private PairFormat format;

    @Mixin private EstimatorOptions estimator;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = {
                "Write to this file instead of standard output; it appears when it is complete.",
                "Until then everything lies in the folder FILE.partial, and a run that was stopped"
                        + " goes on where it was when the same command is given again."
            })
    private Path output;

    @Option(
            names = "--restart",
            description = "Begin anew: forget what a stopped run left in FILE.partial.")
    private boolean restart;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = {
                "Remember judgements in this folder and do not judge a pair again that is there;"
                        + " the output is the same. It may be shared by runs at the same time and"
                        + " grows to 1 GiB, some 3 million pairs; then the older half goes."
            })
    private Path cache;

    @Mixin private ExplanationOptions explanations;

    ScoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        languages.require(spec.commandLine());
        Optional<Path> file = Output.file(output);
        if (restart && file.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--restart is of use with -o only");
        }
        OutputPlace.require(file);
        try (PairInput input = PairInput.open(console.in(), pairs, languages);
                EstimatorOptions.Opened opened = estimator.open();
                Progress progress = Progress.of(console, "scoring", Progress.UNKNOWN)) {
            if (cache == null) {
                score(input, new MemoryEntries(REPEATS), opened.estimator(), progress);
            } else {
                try (CacheFolder folder =
                        CacheFolder.open(cache, CacheFolder.Limits.standard(), console::say)) {
                    score(input, folder, opened.estimator(), progress);
                }
            }
        }
        return ExitCode.OK;
    }

    private void score(PairInput input, EntryStore store, QualityEstimator judge, Progress progress)
            throws IOException {
        String build = ProgramBuild.fingerprint();
        QualityEstimator caching = new CachingEstimator(judge, store, build);
        Optional<Path> file = Output.file(output);
        // A pipe or a device has no place beside it, and nothing that could be gone on with.
        if (file.isEmpty() || (Files.exists(file.get()) && !Files.isRegularFile(file.get()))) {
            Output.write(output, out -> stream(input, caching, progress, out), console);
            return;
        }
        if (restart) {
            ResumableOutput.forget(file.get());
        }
        try (ResumableOutput out =
                ResumableOutput.open(file.get(), settings(judge, build), console::say)) {
            resume(input, caching, progress, out);
        }
    }

    /** All that decides on the output beside the input. */
    private Map<String, String> settings(QualityEstimator judge, String build) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("--from", languages.from().iso639_1());
        settings.put("--to", languages.to().iso639_1());
        settings.put("--format", Choices.label(format));
        settings.put("--explain-in", explanations.told().iso639_1());
        settings.put("--estimator", estimator.label());
        settings.put("model or detector", judge.signature().toString());
        settings.put("build of the program", build);
        return settings;
    }

    private void stream(PairInput input, QualityEstimator judge, Progress progress, Writer out)
            throws IOException {
        for (List<PairInput.Pair> block = input.next(BLOCK);
                !block.isEmpty();
                block = input.next(BLOCK)) {
            write(block, judge, out);
            out.flush();
            progress.step(block.size());
        }
    }

    private void resume(
            PairInput input, QualityEstimator judge, Progress progress, ResumableOutput out)
            throws IOException {
        try {
            for (List<PairInput.Pair> block = input.next(BLOCK);
                    !block.isEmpty();
                    block = input.next(BLOCK)) {
                List<PairInput.Pair> left = new ArrayList<>();
                for (PairInput.Pair pair : block) {
                    if (out.see(pair.text())) {
                        left.add(pair);
                    }
                }
                write(left, judge, out.writer());
                out.checkpoint();
                progress.step(block.size());
            }
        } catch (MalformedInputException e) {
            // What stands before a line that is no pair is done.
            out.save();
            throw e;
        }
        out.complete();
    }

    private void write(List<PairInput.Pair> pairs, QualityEstimator judge, Writer out)
            throws IOException {
        List<TranslationUnit> units = pairs.stream().map(PairInput.Pair::unit).toList();
        List<QualityEstimate> estimates = judge.estimate(units);
        for (int i = 0; i < units.size(); i++) {
            TranslationUnit unit = units.get(i);
            switch (format) {
                case TSV -> PairLines.writeTsv(unit, estimates.get(i), out);
                case JSONL ->
                        out.append(
                                        ScoreLine.of(
                                                        Long.parseLong(unit.id()),
                                                        unit,
                                                        estimates.get(i),
                                                        explanations.told())
                                                .json())
                                .append('\n');
            }
        }
    }
}
