package org.muwazi.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.muwazi.score.Explanation;
import org.muwazi.score.Finding;
import org.muwazi.score.ScoredRow;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.ScoredVersion;
import org.muwazi.score.Verdict;
import org.muwazi.text.Language;
import org.muwazi.text.PairRelation;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.Span;

/** Makes the page of a story: {@link ReportPage}. */
final class ReportPages {

    /** The style sheet has grids of up to this many columns; more versions are stacked. */
    private static final int MOST_COLUMNS = 6;

    /** Links of one reason; the rest is counted, since the rows show them all anyway. */
    private static final int MOST_LINKS = 12;

    private final ScoredStory story;
    private final Language told;
    private final List<ReportPage.Label> labels;
    private final RowOrder order;

    private ReportPages(ScoredStory story, Language told) {
        this.story = story;
        this.told = told;
        this.labels = story.versions().stream().map(ReportPages::label).toList();
        this.order = new RowOrder(story);
    }

    static ReportPage of(ScoredStory story, Language told) {
        return new ReportPages(story, told).page();
    }

    static String rowAnchor(int row) {
        return "row-" + row;
    }

    private ReportPage page() {
        ReportFacts facts = new ReportFacts(story, labels);
        List<ReportPage.Row> rows = new ArrayList<>();
        for (int r = 0; r < story.rows().size(); r++) {
            rows.add(row(r));
        }
        List<ReportPage.Version> versions = new ArrayList<>();
        for (int v = 0; v < story.versions().size(); v++) {
            versions.add(version(v));
        }
        return new ReportPage(
                VisibleText.plain(story.id()),
                headline(),
                tongue(),
                Math.min(MOST_COLUMNS + 1, story.versions().size()),
                versions,
                story.pairs().stream().map(this::pair).toList(),
                rows,
                story.rows().stream().mapToInt(row -> row.findings().size()).sum(),
                (int) rows.stream().filter(row -> !row.unmatched().isEmpty()).count(),
                (int) rows.stream().filter(row -> !row.moved().isEmpty()).count(),
                facts.setAside(),
                facts.method());
    }

    private static ReportPage.Label label(ScoredVersion version) {
        var language = version.source().document().language();
        return new ReportPage.Label(
                VisibleText.plain(version.id()),
                language.iso639_1(),
                language.isRightToLeft() ? "rtl" : "ltr",
                language.ownName());
    }

    private String headline() {
        int all = story.versions().size();
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.GARBLED, Verdict.REVIEW, Verdict.OK)) {
            List<String> ids = new ArrayList<>();
            for (int v = 0; v < all; v++) {
                if (story.versions().get(v).verdict() == verdict) {
                    ids.add(labels.get(v).id());
                }
            }
            if (!ids.isEmpty()) {
                parts.add(sentence(verdict, ids, all));
            }
        }
        return String.join(" ", parts);
    }

    private String sentence(Verdict verdict, List<String> ids, int all) {
        Explanation.Count count = new Explanation.Count(ids.size());
        return ids.size() == all
                ? said("verdict.all." + verdict.label(), count)
                : said(
                        "verdict." + verdict.label(),
                        count,
                        new Explanation.Words(String.join(", ", ids)));
    }

    private String said(String key, Explanation.Value... values) {
        return VisibleText.plain(new Explanation(key, List.of(values)), told);
    }

    private ReportPage.Tongue tongue() {
        return new ReportPage.Tongue(
                told.iso639_1(), told.isRightToLeft() ? "rtl" : "ltr", said("verdict.nothing"));
    }

    private ReportPage.Version version(int v) {
        ScoredVersion version = story.versions().get(v);
        return new ReportPage.Version(
                labels.get(v),
                VisibleText.plain(version.source().file()),
                version.original(),
                version.verdict().label(),
                share(version.score()),
                share(version.coverage()),
                version.reasons().stream().map(reason -> reason(v, reason)).toList(),
                ScoreStrip.of(story, v),
                version.source().warnings().stream().map(VisibleText::plain).toList());
    }

    private ReportPage.Reason reason(int v, org.muwazi.score.Reason reason) {
        Map<String, ReportPage.Link> links = new LinkedHashMap<>();
        for (Span span : reason.spans()) {
            ReportPage.Link link = link(v, span);
            links.putIfAbsent(link.target(), link);
        }
        return new ReportPage.Reason(
                reason.kind(),
                share(reason.weight()),
                Math.round(reason.weight() * 100) + " %",
                VisibleText.plain(reason.text(), told),
                links.values().stream().limit(MOST_LINKS).toList(),
                Math.max(0, links.size() - MOST_LINKS));
    }

    /** The row with the place, or the stretch set aside, or the row of the nearest segment. */
    private ReportPage.Link link(int v, Span span) {
        ScoredVersion version = story.versions().get(v);
        var stretches = version.source().setAside();
        for (int s = 0; s < stretches.size(); s++) {
            if (stretches.get(s).span().overlaps(span)) {
                return new ReportPage.Link(ReportFacts.asideAnchor(v, s), "set aside");
            }
        }
        int row = order.rowAt(v, span.start());
        return row < 0
                ? new ReportPage.Link("rows-heading", "rows")
                : new ReportPage.Link(rowAnchor(row), "row " + row);
    }

    private ReportPage.Pair pair(PairRelation pair) {
        return new ReportPage.Pair(
                labels.get(pair.source()).id(),
                labels.get(pair.target()).id(),
                switch (pair.relation()) {
                    case TRANSLATION -> "translations of one another";
                    case PARTIAL -> "translations in part";
                    case SAME_EVENT -> "about the same event, not translations";
                    case UNRELATED -> "unrelated";
                },
                Decimals.twoPlaces(pair.score()));
    }

    private ReportPage.Row row(int r) {
        ScoredRow row = story.rows().get(r);
        List<MarkedText.Numbered> numbered = numbered(row);
        List<ReportPage.Cell> cells = new ArrayList<>();
        for (int v = 0; v < labels.size(); v++) {
            cells.add(cell(r, v, numbered));
        }
        return new ReportPage.Row(
                r,
                rowAnchor(r),
                order.rank(r),
                unmatched(row),
                row.moved() ? order.displaced(r) : "",
                cells,
                numbered.stream().map(n -> note(r, row, n)).toList(),
                summary(numbered));
    }

    /** By version, then by place, as a reader meets them from left to right. */
    private List<MarkedText.Numbered> numbered(ScoredRow row) {
        List<Finding> findings = new ArrayList<>(row.findings());
        findings.sort(
                Comparator.comparingInt(Finding::version)
                        .thenComparing(finding -> finding.span().end())
                        .thenComparing(finding -> finding.span().start()));
        List<MarkedText.Numbered> numbered = new ArrayList<>();
        for (Finding finding : findings) {
            numbered.add(MarkedText.Numbered.of(numbered.size() + 1, finding, told));
        }
        return numbered;
    }

    private ReportPage.Cell cell(int r, int v, List<MarkedText.Numbered> numbered) {
        ScoredRow row = story.rows().get(r);
        SegmentRange range = row.ranges().get(v);
        List<Segment> segments =
                story.versions().get(v).segments().segments().subList(range.start(), range.end());
        List<MarkedText.Numbered> own =
                numbered.stream().filter(n -> n.finding().version() == v).toList();
        OptionalDouble score = row.scores().get(v);
        return new ReportPage.Cell(
                labels.get(v),
                pieces(MarkedText.of(segments, own), r),
                score.isPresent() ? share(score.getAsDouble()) : new ReportPage.Share("", 0));
    }

    static List<ReportPage.Piece> pieces(List<MarkedText.Cut> cuts, int row) {
        return cuts.stream()
                .map(
                        cut ->
                                new ReportPage.Piece(
                                        switch (cut.kind()) {
                                            case TEXT -> "text";
                                            case MARK -> "mark";
                                            case CONTROL -> "control";
                                            case GAP -> "gap";
                                            case NUMBER -> "number";
                                        },
                                        cut.text(),
                                        cut.style(),
                                        cut.tip(),
                                        cut.number() == 0 ? "" : row + "-" + cut.number()))
                .toList();
    }

    private String unmatched(ScoredRow row) {
        List<String> present = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (int v = 0; v < labels.size(); v++) {
            (row.ranges().get(v).isEmpty() ? absent : present).add(labels.get(v).id());
        }
        if (absent.isEmpty()) {
            return "";
        }
        return present.size() == 1
                ? "only in " + present.get(0)
                : "missing in " + String.join(", ", absent);
    }

    private ReportPage.Note note(int r, ScoredRow row, MarkedText.Numbered numbered) {
        Finding finding = numbered.finding();
        String id = r + "-" + numbered.number();
        boolean placed = !row.ranges().get(finding.version()).isEmpty();
        return new ReportPage.Note(
                "note-" + id,
                placed ? "place-" + id : rowAnchor(r),
                numbered.number(),
                labels.get(finding.version()),
                finding.kind().label(),
                finding.kind().category(),
                finding.severity().label(),
                MarkedText.style(finding),
                Decimals.twoPlaces(finding.confidence()),
                pieces(MarkedText.of(finding.evidence()), r),
                pieces(MarkedText.of(finding.explanation(), told), r));
    }

    private static String summary(List<MarkedText.Numbered> numbered) {
        Map<String, Long> kinds =
                numbered.stream()
                        .collect(
                                Collectors.groupingBy(
                                        n -> n.finding().kind().label(),
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        return kinds.entrySet().stream()
                .map(kind -> kind.getKey() + (kind.getValue() > 1 ? " ×" + kind.getValue() : ""))
                .collect(Collectors.joining(", "));
    }

    private static ReportPage.Share share(double value) {
        return new ReportPage.Share(Decimals.twoPlaces(value), (int) Math.round(value * 100));
    }
}
