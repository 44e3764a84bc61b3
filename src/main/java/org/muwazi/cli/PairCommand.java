package org.muwazi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.pair.DocumentPairing;
import org.muwazi.pair.EncodedDocument;
import org.muwazi.pair.KeyExtractor;
import org.muwazi.pair.PairedDocuments;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.SourceText;
import org.muwazi.write.PairingLines;
import org.muwazi.write.PairingLines.Skipped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code muwazi pair}: which documents of a folder are versions of one another. */
@Command(
        name = "pair",
        sortOptions = false,
        description = {
            "Find which documents belong together: translation, partial, same-event, and groups of"
                    + " versions of one story, each link with its evidence.",
            "Directories are searched with all below them for text and HTML (packed with gzip or"
                    + " not). Every file stands in the output: in a link, as \"alone\", or as"
                    + " \"skipped\" with the reason. Files that cannot be read are also listed on"
                    + " standard error (exit code 5)."
        },
        footer = {
            "",
            "Fields (tsv has a header; jsonl has the same in camelCase, null where empty):",
            "  source, target  files; target is empty for alone and skipped",
            "  relation        translation, partial, same-event, unrelated, alone, skipped",
            "  score           probability that one translates the other or a part of it",
            "  group           number of the group, empty outside of groups",
            "  source_language, target_language     ISO 639-1",
            "  source_share, target_share           share of the characters that are aligned",
            "  beads           aligned pairs of passages",
            "  source_rank     place of the target among the source's candidates in its language",
            "  target_rank     the same from the other side",
            "  shared_count, shared                 dates (month-day), numbers, names in both",
            "  note            why a file was skipped, or a link is in no group",
            "",
            "Examples:",
            "  muwazi pair stories/",
            "  muwazi pair en/ fr/ ar/ --format jsonl -o pairs.jsonl",
            "  muwazi pair *.html --lang scan.html=ar"
        })
final class PairCommand implements Callable<Integer> {

    /** Of the memory, how much vectors may take; the rest is for texts and alignments. */
    private static final double SHARE_OF_MEMORY = 0.5;

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DIR|FILE", arity = "1..*", description = "Where the documents are.")
    private List<String> names;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "tsv",
            converter = PairFormat.Labels.class,
            completionCandidates = PairFormat.Labels.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private PairFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write to this file instead of standard output; it appears when it is complete.")
    private Path output;

    @Option(
            names = "--lang",
            paramLabel = "FILE=xx",
            description =
                    "Language of a file (ISO 639-1 or 639-3); may be repeated. Default: found from"
                            + " the text.")
    private List<String> stated = List.of();

    @Option(names = "--all", description = "List unrelated documents that were compared as well.")
    private boolean all;

    @Mixin private ReadingOptions reading;

    @Mixin private ModelOptions models;

    PairCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        DocumentFiles files = DocumentFiles.of(names);
        Map<String, Language> languages = languages(files.files());
        List<Skipped> failed = new ArrayList<>(files.failed());
        failed.forEach(file -> console.say(file.file() + ": " + file.reason()));
        PairedDocuments paired;
        Map<String, Language> found = new HashMap<>();
        try (Toolkit toolkit = models.open()) {
            List<SegmentedDocument> documents = read(files.files(), languages, toolkit, failed);
            if (documents.size() < 2) {
                return tooFew(documents.size(), failed);
            }
            documents.forEach(d -> found.put(d.document().id(), d.document().language()));
            paired = pair(encode(documents, toolkit.encoder()), toolkit);
        }
        List<Skipped> skipped = new ArrayList<>(files.skipped());
        skipped.addAll(failed);
        PairingLines lines = PairingLines.of(paired, new PairingLines.Context(found, skipped), all);
        Output.write(
                output,
                out -> {
                    if (format == PairFormat.JSONL) {
                        lines.writeJsonLines(out);
                    } else {
                        lines.writeTsv(out);
                    }
                },
                console);
        return failed.isEmpty() ? ExitCode.OK : ExitCode.SOME_FAILED;
    }

    private int tooFew(int documents, List<Skipped> failed) {
        String found = documents == 0 ? "no document" : "one document";
        if (failed.isEmpty() || documents == 1) {
            console.say(
                    String.join(", ", names)
                            + ": "
                            + found
                            + " to be paired; two or more of text or HTML are needed");
        }
        return ExitCode.BAD_INPUT;
    }

    private Map<String, Language> languages(List<String> files) {
        Map<String, Language> languages = new HashMap<>();
        for (String pair : stated) {
            int equals = pair.lastIndexOf('=');
            if (equals < 0) {
                throw usage("--lang wants FILE=xx, such as fr.txt=fr, not \"" + pair + "\"");
            }
            String file = pair.substring(0, equals);
            if (!files.contains(file)) {
                throw usage("--lang names " + file + ", which is none of the documents");
            }
            try {
                languages.put(file, new Languages().convert(pair.substring(equals + 1)));
            } catch (TypeConversionException e) {
                throw usage("--lang " + pair + ": " + e.getMessage());
            }
        }
        return languages;
    }

    /** Reads and segments what can be read; says and keeps what cannot. */
    private List<SegmentedDocument> read(
            List<String> files,
            Map<String, Language> languages,
            Toolkit toolkit,
            List<Skipped> failed) {
        VersionReader reader = new VersionReader(console, reading.options());
        List<SegmentedDocument> documents = new ArrayList<>();
        for (String file : files) {
            try {
                SourceText text = reader.read(file, Optional.ofNullable(languages.get(file)));
                // Of the text's origin nothing is kept: offsets take 24 bytes a character.
                documents.add(renamed(toolkit.pipeline().segment(text), file));
            } catch (IOException | MalformedInputException e) {
                String reason = Main.message(e);
                console.say(reason);
                failed.add(new Skipped(file, withoutName(reason, file)));
            }
        }
        return documents;
    }

    private static SegmentedDocument renamed(SegmentedDocument document, String id) {
        Document named =
                new Document(id, document.document().language(), document.document().text());
        return new SegmentedDocument(named, document.segments());
    }

    private static String withoutName(String reason, String file) {
        return reason.startsWith(file + ": ") ? reason.substring(file.length() + 2) : reason;
    }

    /** Encodes each sentence once. */
    private List<EncodedDocument> encode(
            List<SegmentedDocument> documents, SentenceEncoder encoder) {
        long sentences = documents.stream().mapToLong(SegmentedDocument::size).sum();
        requireMemory(sentences, encoder.dimension());
        KeyExtractor keys = new KeyExtractor();
        List<EncodedDocument> encoded = new ArrayList<>();
        try (Progress progress = Progress.of(console, "encoding", sentences)) {
            for (SegmentedDocument document : documents) {
                encoded.add(
                        new EncodedDocument(
                                document,
                                encoder.encode(document.texts()),
                                keys.keys(String.join("\n", document.texts()))));
                progress.step(document.size());
            }
        }
        return encoded;
    }

    private void requireMemory(long sentences, int dimension) {
        long needed = sentences * dimension * Float.BYTES;
        long memory = Runtime.getRuntime().maxMemory();
        if (needed > SHARE_OF_MEMORY * memory) {
            throw new MalformedInputException(
                    String.join(", ", names),
                    String.format(
                            Locale.ROOT,
                            "%,d sentences; their vectors take %,d MiB, over half of the memory of"
                                    + " %,d MiB; pair fewer documents at once, or set"
                                    + " MUWAZI_JAVA_OPTS=-Xmx%dg",
                            sentences,
                            needed >> 20,
                            memory >> 20,
                            (needed >> 29) + 2));
        }
    }

    private PairedDocuments pair(List<EncodedDocument> documents, Toolkit toolkit) {
        // Comparing takes about as long as encoding as many sentences.
        try (Progress progress = Progress.of(console, "comparing", documents.size() * 10L)) {
            long[] shown = new long[1];
            return new DocumentPairing(toolkit.pipeline().parameters().pages())
                    .pair(
                            documents,
                            (done, of) -> {
                                long now = documents.size() * 10L * done / of;
                                progress.step(now - shown[0]);
                                shown[0] = now;
                            });
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
