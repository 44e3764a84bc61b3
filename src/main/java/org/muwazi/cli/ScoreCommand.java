package org.muwazi.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muwazi.embed.QualityModel;
import org.muwazi.read.LineReader;
import org.muwazi.score.Detectors;
import org.muwazi.score.PairEstimator;
import org.muwazi.score.QualityEstimate;
import org.muwazi.score.QualityEstimator;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;
import org.muwazi.write.AtomicFiles;
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
                    + " line that has not exactly two fields is an error.",
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
            "  muwazi score pairs.tsv --from en --to fr | sort -t \"$(printf '\\t')\" -k3,3n | head"
        })
final class ScoreCommand implements Callable<Integer> {

    /** Pairs encoded together: enough to sort by length, few enough to see the output grow. */
    private static final int BLOCK = 256;

    private static final int FIELDS = 2;

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "PAIRS.tsv", description = "Lines of source TAB target, or -.")
    private String pairs;

    @Option(
            names = "--from",
            paramLabel = "xx",
            required = true,
            converter = Languages.class,
            description = "Language of the sources: ar, en or fr.")
    private Language from;

    @Option(
            names = "--to",
            paramLabel = "yy",
            required = true,
            converter = Languages.class,
            description = "Language of the targets: ar, en or fr.")
    private Language to;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "tsv",
            converter = PairFormat.Labels.class,
            completionCandidates = PairFormat.Labels.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private PairFormat format;

    @Option(
            names = "--estimator",
            paramLabel = "NAME",
            defaultValue = "learned",
            converter = EstimatorKind.Labels.class,
            completionCandidates = EstimatorKind.Labels.class,
            description = {
                "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
                "fast leaves out the model that reads both sides together: several times as many"
                        + " pairs a second, but blind to much that is wrong."
            })
    private EstimatorKind estimator;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write to this file instead of standard output; it appears when it is complete.")
    private Path output;

    @Mixin private ExplanationOptions explanations;

    @Mixin private ModelOptions models;

    ScoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        requireScored(from);
        requireScored(to);
        if (from == to) {
            throw usage("--from and --to are both " + from.englishName());
        }
        Optional<QualityModel> learned = estimator.open(models);
        try (LineReader lines = LineInput.open(console.in(), pairs);
                Toolkit toolkit = models.open();
                Progress progress = Progress.of(console, "scoring", Progress.UNKNOWN)) {
            QualityEstimator asked =
                    new PairEstimator(toolkit.encoder(), Detectors.standard(), learned);
            AtomicFiles.Content content = out -> score(lines, asked, progress, out);
            Optional<Path> file = Output.file(output);
            if (file.isPresent()) {
                try (AtomicFiles files = new AtomicFiles()) {
                    files.write(file.get(), content);
                    files.commit();
                }
            } else {
                console.write(content);
            }
        } finally {
            learned.ifPresent(QualityModel::close);
        }
        return ExitCode.OK;
    }

    private void score(LineReader lines, QualityEstimator estimator, Progress progress, Writer out)
            throws IOException {
        long first = 0;
        for (List<TranslationUnit> units = block(lines); !units.isEmpty(); units = block(lines)) {
            List<QualityEstimate> estimates = estimator.estimate(units);
            for (int i = 0; i < units.size(); i++) {
                switch (format) {
                    case TSV -> PairLines.writeTsv(units.get(i), estimates.get(i), out);
                    case JSONL -> out.append(json(first + i, units.get(i), estimates.get(i)));
                }
            }
            out.flush();
            first += units.size();
            progress.step(units.size());
        }
    }

    private String json(long line, TranslationUnit unit, QualityEstimate estimate) {
        return ScoreLine.of(line, unit, estimate, explanations.told()).json() + "\n";
    }

    private List<TranslationUnit> block(LineReader lines) {
        List<TranslationUnit> units = new ArrayList<>();
        while (units.size() < BLOCK) {
            Optional<LineReader.Line> line = LineInput.next(lines, pairs);
            if (line.isEmpty()) {
                break;
            }
            units.add(unit(line.get()));
        }
        return units;
    }

    private TranslationUnit unit(LineReader.Line line) {
        String[] fields = line.text().split("\t", -1);
        if (fields.length != FIELDS) {
            throw new MalformedInputException(
                    pairs,
                    line.number() + 1,
                    "expected 2 tab-separated fields (source, target), found " + fields.length);
        }
        return new TranslationUnit(
                Long.toString(line.number()),
                new Variant(from, fields[0]),
                new Variant(to, fields[1]));
    }

    private void requireScored(Language language) {
        if (!language.isScored()) {
            throw usage(language.englishName() + " is not scored; Arabic, English and French are");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
