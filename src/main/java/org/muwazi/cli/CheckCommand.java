package org.muwazi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.ScoredVersion;
import org.muwazi.score.Verdict;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.SourceText;
import org.muwazi.text.Story;
import org.muwazi.write.StoryFolder;
import org.muwazi.write.StoryJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code muwazi check}: a verdict for each version of a story. */
@Command(
        name = "check",
        sortOptions = false,
        description = {
            "Compare two or more versions of one story and give a verdict for each: ok, review or"
                    + " garbled, with its reasons.",
            "A version is a file of plain text or HTML (packed with gzip or not), or - for standard"
                    + " input. Its id is the file's name without ending; a second file of that"
                    + " name gets -2. Two versions in one language are compared as two"
                    + " translations. One file cannot be two versions.",
            "A version that cannot be read is listed and left out while two others remain (exit"
                    + " code 5)."
        },
        footer = {
            "",
            "Examples:",
            "  muwazi check en.html fr.txt ar.txt",
            "  muwazi check en.html fr.txt ar.txt -o report --original en.html",
            "  muwazi check old.txt new.txt --lang old.txt=fr --lang new.txt=fr",
            "  muwazi check en.txt ar.txt --json --fail-on garbled > verdict.json",
            "  muwazi check en.html fr.txt ar.txt -o report --explain-in ar"
        })
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "VERSION", arity = "1..*", description = "Two or more versions.")
    private List<String> versions;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "Also write report.html, aligned.tsv (a column a version), aligned.tmx and"
                            + " segments.jsonl into this folder.")
    private Path folder;

    @Option(
            names = "--original",
            paramLabel = "FILE",
            description =
                    "The version that the others were translated from: it is not judged, and the"
                            + " others are held against it alone. Default: each is held against"
                            + " all others.")
    private String original;

    @Option(
            names = "--lang",
            paramLabel = "FILE=xx",
            description =
                    "Language of a version (ISO 639-1 or 639-3); may be repeated. Default: found"
                            + " from the text.")
    private List<String> stated = List.of();

    @Option(
            names = "--json",
            description = "Print the whole result as one JSON object instead of the verdicts.")
    private boolean json;

    @Option(
            names = "--fail-on",
            paramLabel = "VERDICT",
            converter = FailOn.class,
            completionCandidates = FailOn.class,
            description =
                    "Exit with 4 when a version's verdict is review or worse (review), or garbled"
                            + " (garbled). Default: never.")
    private Verdict failOn;

    @Mixin private ExplanationOptions explanations;

    @Option(
            names = "--estimator",
            paramLabel = "NAME",
            defaultValue = "learned",
            converter = EstimatorKind.Labels.class,
            completionCandidates = EstimatorKind.Labels.class,
            description = {
                "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
                "A version whose verdict is review or garbled is read a second time by the learned"
                        + " model, which marks the words it doubts; fast leaves that out."
            })
    private EstimatorKind estimator;

    @Mixin private ReadingOptions reading;

    @Mixin private ModelOptions models;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        requireSense();
        Map<String, Language> languages = languages();
        List<SourceText> texts = new ArrayList<>();
        List<String> failures = read(languages, texts);
        if (texts.size() < 2) {
            return ExitCode.BAD_INPUT;
        }
        OptionalInt source = original(texts);
        ScoredStory story;
        try (Toolkit toolkit = models.open(estimator)) {
            StoryLimit.require(toolkit.pipeline(), texts);
            story =
                    toolkit.pipeline()
                            .check(new Story(texts.get(0).document().id(), texts, source));
        }
        // The files first: where they cannot be written nothing is said, and nothing is half done.
        List<Path> files =
                folder == null ? List.of() : StoryFolder.write(story, explanations.told(), folder);
        if (json) {
            StoryJson document = StoryJson.of(story, explanations.told());
            console.write(out -> out.write(document.text()));
        } else {
            VerdictText text = new VerdictText(story, explanations.told(), console.outTerminal());
            console.write(out -> text.write(files, out));
        }
        return exitCode(story, failures);
    }

    private void requireSense() {
        if (versions.size() < 2) {
            throw usage("one version has nothing to be compared with; name two or more");
        }
        for (int i = 0; i < versions.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (isSame(versions.get(i), versions.get(j))) {
                    throw usage(
                            versions.get(i) + " is given twice; a version is a file of its own");
                }
            }
        }
        if (original != null && !versions.contains(original)) {
            throw usage("--original " + original + " is none of the versions");
        }
    }

    private static boolean isSame(String first, String second) {
        if (first.equals(second)) {
            return true;
        }
        try {
            return Files.isSameFile(Path.of(first), Path.of(second));
        } catch (IOException e) {
            // One of them cannot be looked at; reading it will say why.
            return false;
        }
    }

    private Map<String, Language> languages() {
        Map<String, Language> languages = new HashMap<>();
        for (String pair : stated) {
            int equals = pair.lastIndexOf('=');
            String file = equals < 0 ? "" : pair.substring(0, equals);
            if (equals < 0) {
                throw usage("--lang wants FILE=xx, such as fr.txt=fr, not \"" + pair + "\"");
            }
            if (!versions.contains(file)) {
                throw usage("--lang names " + file + ", which is none of the versions");
            }
            try {
                languages.put(file, new Languages().convert(pair.substring(equals + 1)));
            } catch (TypeConversionException e) {
                throw usage("--lang " + pair + ": " + e.getMessage());
            }
        }
        return languages;
    }

    /** Reads what can be read, and lists the rest on standard error. */
    private List<String> read(Map<String, Language> languages, List<SourceText> texts) {
        VersionReader reader = new VersionReader(console, reading.options());
        List<String> failures = new ArrayList<>();
        for (String name : versions) {
            try {
                texts.add(reader.read(name, Optional.ofNullable(languages.get(name))));
            } catch (IOException | MalformedInputException e) {
                failures.add(name);
                console.say(Main.message(e));
            }
        }
        if (!failures.isEmpty() && texts.size() >= 2) {
            console.say("went on without " + String.join(", ", failures));
        }
        return failures;
    }

    private OptionalInt original(List<SourceText> texts) {
        if (original == null) {
            return OptionalInt.empty();
        }
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).file().equals(Path.of(original).toString())) {
                return OptionalInt.of(i);
            }
        }
        throw new MalformedInputException(
                original, "is the original and could not be read; nothing was checked");
    }

    private int exitCode(ScoredStory story, List<String> failures) {
        boolean reached =
                failOn != null
                        && story.versions().stream()
                                .filter(VerdictText::isJudged)
                                .map(ScoredVersion::verdict)
                                .anyMatch(verdict -> verdict.compareTo(failOn) >= 0);
        if (reached) {
            return ExitCode.VERDICT;
        }
        return failures.isEmpty() ? ExitCode.OK : ExitCode.SOME_FAILED;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Verdicts that a script may want to stop at. */
    static final class FailOn implements ITypeConverter<Verdict>, Iterable<String> {

        private static final List<Verdict> STOPS = List.of(Verdict.REVIEW, Verdict.GARBLED);

        @Override
        public Verdict convert(String label) {
            return STOPS.stream()
                    .filter(verdict -> verdict.label().equals(label))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "expected review or garbled, not \"" + label + "\""));
        }

        @Override
        public java.util.Iterator<String> iterator() {
            return STOPS.stream().map(Verdict::label).iterator();
        }
    }
}
