package org.muwazi.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.muwazi.json.Json;
import org.muwazi.score.Explanation;
import org.muwazi.score.Finding;
import org.muwazi.score.Reason;
import org.muwazi.score.ScoredRow;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.ScoredVersion;
import org.muwazi.score.Severity;
import org.muwazi.score.Verdict;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.OffsetMap;
import org.muwazi.text.PairRelation;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.SetAside;
import org.muwazi.text.Signature;
import org.muwazi.text.SourceText;
import org.muwazi.text.Span;

/**
 * A checked story from a golden folder: {@code <version>.txt} with one segment a line, and {@code
 * story.json} with everything that a scorer would have found; places are given by their words.
 */
record StoryFixture(
        String id,
        SignatureSpec signature,
        List<VersionSpec> versions,
        List<PairRelation> pairs,
        List<RowSpec> rows) {

    static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    record SignatureSpec(String name, String version, Map<String, String> settings) {}

    record VersionSpec(
            String id,
            String file,
            String language,
            boolean original,
            Verdict verdict,
            double score,
            double coverage,
            List<ReasonSpec> reasons,
            List<SetAsideSpec> setAside,
            List<String> warnings) {}

    record ReasonSpec(String kind, double weight, String text, List<String> places) {}

    record SetAsideSpec(String text, SetAside.Reason reason, String evidence) {}

    /** A score of -1 stands for none. */
    record RowSpec(
            List<List<Integer>> segments,
            boolean moved,
            List<Double> scores,
            List<FindingSpec> findings) {}

    /** Either {@code place}, the words at fault, or {@code after}, the words before a gap. */
    record FindingSpec(
            Finding.Kind kind,
            int version,
            String place,
            String after,
            Severity severity,
            double confidence,
            String evidence,
            String explanation) {}

    static ScoredStory read(String name) {
        Path folder = GOLDEN.resolve(name);
        try {
            String spec = Files.readString(folder.resolve("story.json"), UTF_8);
            return Json.read("story.json", spec, StoryFixture.class).story(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScoredStory story(Path folder) throws IOException {
        List<ScoredVersion> scored = new ArrayList<>();
        for (VersionSpec version : versions) {
            String text = Files.readString(folder.resolve(version.id() + ".txt"), UTF_8);
            scored.add(version(version, text));
        }
        return new ScoredStory(
                id,
                scored,
                pairs,
                rows.stream().map(row -> row(row, scored)).toList(),
                new Signature(signature.name(), signature.settings(), signature.version()));
    }

    private static ScoredVersion version(VersionSpec spec, String text) {
        Language language = Language.of(spec.language()).orElseThrow();
        Document document = new Document(spec.id(), language, text);
        List<SetAside> setAside =
                spec.setAside().stream()
                        .map(s -> new SetAside(find(text, s.text()), s.reason(), s.evidence()))
                        .sorted(Comparator.comparing(SetAside::span))
                        .toList();
        return new ScoredVersion(
                new SourceText(
                        document,
                        spec.file(),
                        UTF_8,
                        OffsetMap.identity(text),
                        setAside,
                        spec.warnings()),
                segments(document, setAside.stream().map(SetAside::span).toList()),
                spec.original(),
                spec.verdict(),
                spec.score(),
                spec.coverage(),
                spec.reasons().stream().map(reason -> reason(text, reason)).toList());
    }

    private static Reason reason(String text, ReasonSpec reason) {
        return new Reason(
                reason.kind(),
                reason.weight(),
                Explanation.verbatim(reason.text()),
                reason.places().stream().map(words -> find(text, words)).toList());
    }

    /** One segment a line, without those set aside. */
    static SegmentedDocument segments(Document document, List<Span> excluded) {
        List<Segment> segments = new ArrayList<>();
        int start = 0;
        for (String line : document.text().split("\n", -1)) {
            Span span = new Span(start, start + line.length());
            if (!line.isBlank() && excluded.stream().noneMatch(span::overlaps)) {
                segments.add(new Segment(span, line));
            }
            start = span.end() + 1;
        }
        return new SegmentedDocument(document, segments);
    }

    private static ScoredRow row(RowSpec row, List<ScoredVersion> versions) {
        return new ScoredRow(
                row.segments().stream().map(r -> new SegmentRange(r.get(0), r.get(1))).toList(),
                row.moved(),
                row.scores().stream()
                        .map(s -> s < 0 ? OptionalDouble.empty() : OptionalDouble.of(s))
                        .toList(),
                row.findings().stream().map(f -> finding(f, row, versions)).toList());
    }

    private static Finding finding(FindingSpec spec, RowSpec row, List<ScoredVersion> versions) {
        ScoredVersion version = versions.get(spec.version());
        String text = version.source().document().text();
        Span span;
        if (spec.after() != null) {
            int end = find(text, spec.after()).end();
            span = new Span(end, end);
        } else {
            int from = row.segments().get(spec.version()).get(0);
            int start =
                    text.indexOf(
                            spec.place(), version.segments().segments().get(from).span().start());
            span = new Span(start, start + spec.place().length());
        }
        return new Finding(
                spec.kind(),
                spec.version(),
                span,
                spec.severity(),
                spec.confidence(),
                spec.evidence(),
                Explanation.verbatim(spec.explanation()));
    }

    private static Span find(String text, String words) {
        int start = text.indexOf(words);
        if (start < 0) {
            throw new IllegalArgumentException("not in the text: " + words);
        }
        return new Span(start, start + words.length());
    }
}
