package org.muwazi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muwazi.align.Alignment;
import org.muwazi.align.AlignmentConstraints;
import org.muwazi.align.AlignmentPresets;
import org.muwazi.align.ConfidentAligner;
import org.muwazi.align.ConstrainedAligner;
import org.muwazi.align.EmbeddingAligner;
import org.muwazi.align.MovedBlockAligner;
import org.muwazi.align.SentenceAligner;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Signature;
import org.muwazi.text.SourceText;
import org.muwazi.write.BitextFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muwazi align}: the beads of two texts. */
@Command(
        name = "align",
        sortOptions = false,
        description = {
            "Align the segments of two texts and print the beads in a format of your choice.",
            "The texts are documents (plain text or HTML, cut into sentences), or with --lines one"
                    + " segment a line, UTF-8. Each may be packed with gzip; one of them may be -"
                    + " for standard input.",
            "Sixteen languages are aligned: ar de en es fr it ja ko nl pl pt ru th tr zh zh-TW."
        },
        footer = {
            "",
            "Formats:",
            "  tsv       header; source, target, source_segments, target_segments, cost, moved,",
            "            confidence (probability that the bead is right)",
            "  jsonl     an object a bead: source, target (ids), cost, moved, confidence,",
            "            sourceText, targetText",
            "  tmx       TMX 1.4b         xliff     XLIFF 2.0",
            "  moses     two files FILE.xx and FILE.yy, one bead a line (needs -o)",
            "  vecalign  [0]:[0, 1]:cost; null beads are [3]:[]",
            "  hunalign  its ladder",
            "Ids count from 0; with --lines they are line numbers.",
            "",
            "Examples:",
            "  muwazi align en.html fr.txt",
            "  muwazi align en.txt ar.txt --format tmx -o story.tmx",
            "  muwazi align --lines --from en --to fr --format vecalign en.sent fr.sent",
            "  muwazi align --hard en.txt fr.txt",
            "  muwazi align --lines --delimiter .EOA en.sent fr.sent",
            "  muwazi align en.txt fr.txt --format jsonl -o beads.jsonl",
            "  (correct some lines of beads.jsonl, delete the doubtful ones)",
            "  muwazi align en.txt fr.txt --anchors beads.jsonl"
        })
final class AlignCommand implements Callable<Integer> {

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "What was translated.")
    private String source;

    @Parameters(index = "1", paramLabel = "TARGET", description = "Its translation.")
    private String target;

    @Option(
            names = "--from",
            paramLabel = "xx",
            converter = Languages.class,
            description = "Language of SOURCE. Default: found from the text.")
    private Language from;

    @Option(
            names = "--to",
            paramLabel = "yy",
            converter = Languages.class,
            description = "Language of TARGET. Default: found from the text.")
    private Language to;

    @Option(
            names = "--lines",
            description =
                    "One segment a line. Blank lines keep their number and are aligned to nothing.")
    private boolean lines;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "tsv",
            converter = BitextFormats.class,
            completionCandidates = BitextFormats.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private BitextFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file instead of standard output.")
    private Path output;

    @Option(
            names = "--hard",
            description = {
                "No bead crosses the end of a paragraph; with --lines, a stretch of blank lines.",
                "Both sides must have as many."
            })
    private boolean hard;

    @Option(
            names = "--delimiter",
            paramLabel = "LINE",
            description = {
                "With --lines: no bead crosses a line that reads LINE, as <p> or .EOA for other"
                        + " aligners. Such lines keep their number and are aligned to nothing."
            })
    private String delimiter;

    @Option(
            names = "--anchors",
            paramLabel = "FILE",
            description = {
                "Beads to be kept as they are; only what lies between is aligned. Objects as"
                        + " --format jsonl prints them, one a line or in one array: source and"
                        + " target, lists of ids, and moved."
            })
    private Path anchors;

    @Option(
            names = "--monotone",
            description = "Beads in order only; without it what moved is found and marked moved.")
    private boolean monotone;

    @Option(
            names = "--max-join",
            paramLabel = "N",
            description =
                    "Most segments of one side in a bead: 2, 3 or 4 (1-4 and 4-1). Default: 3, and 4"
                            + " where nearly everything is translated.")
    private Integer maximumJoin;

    @Mixin private ReadingOptions reading;

    @Mixin private ModelOptions models;

    AlignCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        requireSense();
        Optional<Path> file = Output.file(output);
        if (lines) {
            alignLines(file);
        } else {
            alignDocuments(file);
        }
        return ExitCode.OK;
    }

    private void alignLines(Optional<Path> file) throws IOException {
        Optional<String> limit = Optional.ofNullable(delimiter).map(String::strip);
        LineDocument left =
                LineDocument.read(
                        console.in(), source, "source", new LineDocument.Reading(from, limit));
        LineDocument right =
                LineDocument.read(
                        console.in(), target, "target", new LineDocument.Reading(to, limit));
        boolean limited = hard || limit.isPresent();
        AlignmentConstraints constraints =
                constraints(
                        new AnchorFile.Ids(left.all().size(), left::filledAt),
                        new AnchorFile.Ids(right.all().size(), right::filledAt),
                        limited ? left.limits(limit) : List.of(),
                        limited ? right.limits(limit) : List.of());
        try (Toolkit toolkit = models.open()) {
            encode(toolkit, left, right);
            write(toolkit, LineDocument.align(aligner(toolkit, constraints), left, right), file);
        }
    }

    private void alignDocuments(Optional<Path> file) throws IOException {
        VersionReader reader = new VersionReader(console, reading.options());
        SourceText left = reader.read(source, Optional.ofNullable(from));
        SourceText right = reader.read(target, Optional.ofNullable(to));
        try (Toolkit toolkit = models.open()) {
            SegmentedDocument sources = toolkit.pipeline().segment(left);
            SegmentedDocument targets = toolkit.pipeline().segment(right);
            AlignmentConstraints constraints =
                    constraints(
                            AnchorFile.Ids.ofSegments(sources.size()),
                            AnchorFile.Ids.ofSegments(targets.size()),
                            hard ? paragraphStarts(sources) : List.of(),
                            hard ? paragraphStarts(targets) : List.of());
            write(toolkit, aligner(toolkit, constraints).align(sources, targets), file);
        }
    }

    private SentenceAligner aligner(Toolkit toolkit, AlignmentConstraints constraints) {
        boolean inOrder = monotone || format.isMonotone();
        SentenceAligner aligner =
                new ConstrainedAligner(
                        inOrder
                                ? new EmbeddingAligner(toolkit.encoder(), presets(toolkit))
                                : new MovedBlockAligner(toolkit.encoder(), presets(toolkit)),
                        constraints);
        return format.hasConfidence()
                ? new ConfidentAligner(aligner, toolkit.encoder(), presets(toolkit))
                : aligner;
    }

    private AlignmentPresets presets(Toolkit toolkit) {
        AlignmentPresets presets = toolkit.pipeline().parameters();
        return maximumJoin == null ? presets : presets.withMaximumJoin(maximumJoin);
    }

    private AlignmentConstraints constraints(
            AnchorFile.Ids left,
            AnchorFile.Ids right,
            List<Integer> leftLimits,
            List<Integer> rightLimits)
            throws IOException {
        if (leftLimits.size() != rightLimits.size()) {
            throw new MalformedInputException(
                    target,
                    "has "
                            + rightLimits.size()
                            + " hard limits and "
                            + source
                            + " has "
                            + leftLimits.size()
                            + "; they must be as many, or leave out "
                            + (delimiter == null ? "--hard" : "--delimiter"));
        }
        return anchors == null
                ? new AlignmentConstraints(leftLimits, rightLimits, List.of())
                : AnchorFile.read(anchors).constraints(left, right, leftLimits, rightLimits);
    }

    /** Segments that begin a paragraph, but for the first. */
    private static List<Integer> paragraphStarts(SegmentedDocument document) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 1; i < document.size(); i++) {
            int end = document.segments().get(i - 1).span().end();
            int start = document.segments().get(i).span().start();
            if (document.document().text().substring(end, start).indexOf('\n') >= 0) {
                starts.add(i);
            }
        }
        return starts;
    }

    private void requireSense() {
        if (maximumJoin != null && (maximumJoin < 2 || maximumJoin > 4)) {
            throw usage("--max-join is 2, 3 or 4, not " + maximumJoin);
        }
        if (delimiter != null && !lines) {
            throw usage("--delimiter is for --lines; --hard alone keeps paragraphs apart");
        }
        if (delimiter != null && delimiter.isBlank()) {
            throw usage("--delimiter wants a line with something on it; --hard takes blank lines");
        }
        boolean both =
                source.equals(VersionReader.STANDARD_INPUT)
                        && target.equals(VersionReader.STANDARD_INPUT);
        if (both) {
            throw usage("only one of SOURCE and TARGET can be standard input");
        }
        if (format.needsTwoFiles() && Output.file(output).isEmpty()) {
            throw usage("the format " + format.label() + " is two files; name them with -o FILE");
        }
    }

    /** Encodes beforehand, which the aligner then finds done, so that progress can be shown. */
    private void encode(Toolkit toolkit, LineDocument left, LineDocument right) {
        List<String> texts = left.texts();
        texts.addAll(right.texts());
        try (Progress progress = Progress.of(console, "encoding", texts.size())) {
            progress.encode(toolkit.encoder(), texts);
        }
    }

    private void write(Toolkit toolkit, Alignment alignment, Optional<Path> file)
            throws IOException {
        Signature signature = signature(toolkit);
        if (file.isPresent()) {
            format.write(alignment, signature, file.get());
        } else {
            console.write(out -> format.write(alignment, signature, out));
        }
    }

    private Signature signature(Toolkit toolkit) {
        Signature encoder = toolkit.encoder().signature();
        Signature aligner = presets(toolkit).signature();
        java.util.Map<String, String> settings = new java.util.TreeMap<>(aligner.settings());
        settings.put("encoder", encoder.toString());
        return new Signature(aligner.name(), settings, aligner.version());
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
