package org.muwazi.eval.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.muwazi.eval.Bootstrap;
import org.muwazi.eval.Bootstrap.Interval;
import org.muwazi.pipeline.StoryPipeline;
import org.muwazi.read.ReadOptions;
import org.muwazi.read.StoryReader;
import org.muwazi.score.Reason;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.ScoredVersion;
import org.muwazi.score.Verdict;
import org.muwazi.text.Language;
import org.muwazi.text.SourceText;
import org.muwazi.text.Story;

/**
 * Verdicts on good documents: each checked with its three versions, where there are three, and each
 * with two of them, the pairs of languages in turn. Read from files, as a user has them, no
 * language stated and no original named.
 */
final class DocumentAlarms {

    static final String HEADER =
            "set\tversions\tlanguage\tchecked\tgarbled\treview\tgarbled share\tlow\thigh"
                    + "\treview share\tlow\thigh\tfirst reasons";

    private static final List<List<Language>> PAIRS =
            List.of(
                    List.of(Language.ENGLISH, Language.FRENCH),
                    List.of(Language.ENGLISH, Language.ARABIC),
                    List.of(Language.FRENCH, Language.ARABIC));

    /** One version of one check. */
    private record Checked(
            String set, int versions, Language language, Verdict verdict, String reason) {}

    private final StoryPipeline pipeline;
    private final StoryReader reader = new StoryReader();
    private final List<Checked> checked = new ArrayList<>();

    /** Checks all documents. */
    DocumentAlarms(StoryPipeline pipeline, List<GoodDocuments.Versions> documents)
            throws IOException {
        this.pipeline = pipeline;
        Path folder = Files.createTempDirectory("documents");
        try {
            for (int d = 0; d < documents.size(); d++) {
                GoodDocuments.Versions document = documents.get(d);
                List<Language> all = List.copyOf(document.texts().keySet());
                if (all.size() == 3) {
                    check(document, all, folder);
                    check(document, PAIRS.get(d % PAIRS.size()), folder);
                } else {
                    check(document, all, folder);
                }
            }
        } finally {
            for (Language language : Language.values()) {
                Files.deleteIfExists(file(folder, language));
            }
            Files.delete(folder);
        }
    }

    private static Path file(Path folder, Language language) {
        return folder.resolve(language.iso639_1() + ".txt");
    }

    private void check(GoodDocuments.Versions document, List<Language> languages, Path folder)
            throws IOException {
        List<SourceText> texts = new ArrayList<>();
        for (Language language : languages) {
            Path file = file(folder, language);
            Files.writeString(file, document.texts().get(language));
            texts.add(reader.read(file, Optional.empty(), ReadOptions.standard()));
        }
        ScoredStory scored = pipeline.check(new Story(document.set(), texts, OptionalInt.empty()));
        for (int v = 0; v < languages.size(); v++) {
            ScoredVersion version = scored.versions().get(v);
            checked.add(
                    new Checked(
                            document.set(),
                            languages.size(),
                            languages.get(v),
                            version.verdict(),
                            version.reasons().stream().findFirst().map(Reason::kind).orElse("")));
        }
    }

    /** The table by collection, number of versions and language. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int versions : List.of(2, 3)) {
            for (String set : new TreeSet<>(checked.stream().map(Checked::set).toList())) {
                add(
                        lines,
                        List.of(set, label(versions), "all"),
                        one -> one.set().equals(set) && one.versions() == versions);
            }
            for (Language language : List.of(Language.ARABIC, Language.ENGLISH, Language.FRENCH)) {
                add(
                        lines,
                        List.of("all", label(versions), language.iso639_1()),
                        one -> one.language() == language && one.versions() == versions);
            }
            add(lines, List.of("all", label(versions), "all"), one -> one.versions() == versions);
        }
        return lines;
    }

    private static String label(int versions) {
        return versions == 2 ? "two" : "three";
    }

    /** The shares of all documents. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int versions : List.of(2, 3)) {
            List<Checked> among = checked.stream().filter(c -> c.versions() == versions).toList();
            for (Verdict verdict : List.of(Verdict.GARBLED, Verdict.REVIEW)) {
                figures.add(
                        new Figure(
                                "good documents",
                                label(versions) + " versions",
                                "check",
                                "called " + verdict.label(),
                                share(among, verdict),
                                among.size() + " versions",
                                true));
            }
        }
        return figures;
    }

    private static Interval share(List<Checked> among, Verdict verdict) {
        return Bootstrap.mean(
                among.stream().mapToDouble(c -> c.verdict() == verdict ? 1 : 0).toArray());
    }

    private void add(List<String> lines, List<String> names, Predicate<Checked> chosen) {
        List<Checked> among = checked.stream().filter(chosen).toList();
        if (among.isEmpty()) {
            return;
        }
        Map<String, Integer> reasons = new TreeMap<>();
        for (Checked one : among) {
            if (one.verdict() != Verdict.OK) {
                reasons.merge(one.reason(), 1, Integer::sum);
            }
        }
        lines.add(
                String.join(
                        "\t",
                        String.join("\t", names),
                        Integer.toString(among.size()),
                        Long.toString(count(among, Verdict.GARBLED)),
                        Long.toString(count(among, Verdict.REVIEW)),
                        share(among, Verdict.GARBLED).tabbed(),
                        share(among, Verdict.REVIEW).tabbed(),
                        String.join(
                                ", ",
                                reasons.entrySet().stream()
                                        .map(entry -> entry.getKey() + " " + entry.getValue())
                                        .toList())));
    }

    private static long count(List<Checked> among, Verdict verdict) {
        return among.stream().filter(c -> c.verdict() == verdict).count();
    }
}
