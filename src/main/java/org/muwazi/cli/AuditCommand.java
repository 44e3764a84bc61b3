package org.muwazi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.muwazi.audit.Audit;
import org.muwazi.audit.AuditOptions;
import org.muwazi.audit.AuditReport;
import org.muwazi.audit.CleanPairs;
import org.muwazi.damage.Family;
import org.muwazi.text.MalformedInputException;
import org.muwazi.write.AtomicFiles;
import org.muwazi.write.AuditTables;
import org.muwazi.write.AuditText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muwazi audit}: what {@code score} sees of damage in one's own pairs. */
@Command(
        name = "audit",
        sortOptions = false,
        description = {
            "How far score can be trusted on pairs like these: puts seeded damage (wrong numbers,"
                    + " names, negations, words left over, ...) into pairs that are good, and"
                    + " counts, by family of damage, how much of it is seen and how many of the"
                    + " good pairs are flagged for nothing.",
            "Input as for score: lines of source TAB target, UTF-8, packed with gzip or not, of"
                    + " any size; --sample of them are drawn. Give pairs that people translated or"
                    + " checked: one that is wrong counts as a false alarm. Pairs with an empty"
                    + " side, with two equal sides, with a side of more than 5,000 characters, or"
                    + " drawn twice are left out and listed.",
            "The same seed and the same pairs give the same result."
        },
        footer = {
            "",
            "Columns, shares with 95 %% intervals:",
            "  pairs     damaged pairs; tried (tsv, json): clean pairs it took to make them",
            "  flagged   damaged pairs called review or garbled: the recall",
            "  garbled   those called garbled",
            "  own kind  damaged pairs with one more finding that says what is wrong",
            "  at place  damaged pairs with a finding on a damaged word, where there are any",
            "  words     damaged words with a finding on them",
            "  alarms    the same pairs before the damage, called review or garbled",
            "  drop      of the mean score; fell: pairs that score lower than before",
            "Lines are counted from 0, as in score. tsv begins with a row \"none\": clean pairs.",
            "",
            "Families: names numbers dates units negation antonym wrong_word dropped_clause",
            "  added_clause shuffle agreement untranslated wrong_language repetition",
            "  wrong_sentence pivot_noise debris. wrong_language and pivot_noise need what pairs",
            "  alone do not have, and are listed as not applied.",
            "",
            "Examples:",
            "  muwazi audit reviewed.tsv --from en --to fr",
            "  muwazi audit memory.tsv.gz --from en --to ar --sample 1000 --format tsv -o audit.tsv",
            "  muwazi audit pairs.tsv --from fr --to en --families numbers,names,negation"
        })
final class AuditCommand implements Callable<Integer> {

    private static final int BLOCK = 1_024;

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "PAIRS.tsv", description = "Lines of source TAB target, or -.")
    private String pairs;

    @Mixin private ScoredLanguages languages;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "" + AuditOptions.SAMPLE,
            description =
                    "Clean pairs to judge, and damaged pairs of each family at most, 1 to "
                            + AuditOptions.MOST_SAMPLE
                            + ". Default: ${DEFAULT-VALUE}.")
    private int sample;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "" + AuditOptions.SEED,
            description = "Of all that is drawn. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--families",
            paramLabel = "LIST",
            split = ",",
            converter = FamilyLabels.class,
            description = "Families of damage, parted by commas. Default: all.")
    private List<Family> families = Arrays.asList(Family.values());

    @Mixin private EstimatorOptions estimator;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = AuditFormat.Labels.class,
            completionCandidates = AuditFormat.Labels.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private AuditFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write to this file instead of standard output; it appears when it is complete.")
    private Path output;

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        languages.require(spec.commandLine());
        if (sample < 1 || sample > AuditOptions.MOST_SAMPLE) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--sample " + sample + " must be 1 to " + AuditOptions.MOST_SAMPLE);
        }
        OutputPlace.require(Output.file(output));
        AuditOptions options = new AuditOptions(sample, seed, EnumSet.copyOf(families));
        write(report(options, read(options)));
        return ExitCode.OK;
    }

    private CleanPairs read(AuditOptions options) throws IOException {
        CleanPairs clean = new CleanPairs(options);
        try (PairInput input = PairInput.open(console.in(), pairs, languages)) {
            for (List<PairInput.Pair> block = input.next(BLOCK);
                    !block.isEmpty();
                    block = input.next(BLOCK)) {
                block.forEach(pair -> clean.add(pair.unit()));
            }
        }
        if (clean.clean() == 0) {
            throw new MalformedInputException(
                    pairs, "holds no pair that could be clean; give lines of source TAB target");
        }
        return clean;
    }

    private AuditReport report(AuditOptions options, CleanPairs clean) throws IOException {
        try (EstimatorOptions.Opened opened = estimator.open()) {
            Audit audit = new Audit(opened.estimator(), options);
            try (Progress progress = Progress.of(console, "judging", audit.most())) {
                return audit.of(clean, progress::step);
            }
        }
    }

    private void write(AuditReport report) throws IOException {
        AtomicFiles.Content content =
                switch (format) {
                    case TEXT -> out -> AuditText.write(report, out);
                    case TSV -> out -> AuditTables.writeTsv(report, out);
                    case JSON -> out -> AuditTables.writeJson(report, out);
                };
        Output.write(output, content, console);
        if (format == AuditFormat.TSV) {
            // There is no place for them in the table.
            AuditText.leftOut(report.leftOut()).forEach(line -> console.say(pairs + ": " + line));
            report.notApplied()
                    .forEach(
                            (family, reason) ->
                                    console.say(family.label() + ": not applied, " + reason));
        }
    }
}
