package org.muwazi.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.ScoredVersion;
import org.muwazi.score.Severity;

/** The end of the report: what was set aside, what was read, and how the numbers were made. */
final class ReportFacts {

    private final ScoredStory story;
    private final List<ReportPage.Label> labels;

    ReportFacts(ScoredStory story, List<ReportPage.Label> labels) {
        this.story = story;
        this.labels = labels;
    }

    static String asideAnchor(int v, int stretch) {
        return "aside-" + v + "-" + stretch;
    }

    List<ReportPage.SetAsideList> setAside() {
        List<ReportPage.SetAsideList> lists = new ArrayList<>();
        for (int v = 0; v < labels.size(); v++) {
            var source = story.versions().get(v).source();
            List<ReportPage.SetAside> stretches = new ArrayList<>();
            int characters = 0;
            for (var stretch : source.setAside()) {
                String text = stretch.span().of(source.document().text());
                StoryJson.Place place = StoryJson.place(source, stretch.span());
                characters += text.codePointCount(0, text.length());
                stretches.add(
                        new ReportPage.SetAside(
                                asideAnchor(v, stretches.size()),
                                stretch.reason().label(),
                                VisibleText.plain(stretch.evidence()),
                                place.start() + " to " + place.end(),
                                ReportPages.pieces(MarkedText.of(text), 0)));
            }
            if (!stretches.isEmpty()) {
                lists.add(new ReportPage.SetAsideList(labels.get(v), characters, stretches));
            }
        }
        return lists;
    }

    ReportPage.Method method() {
        List<String> texts = new ArrayList<>();
        List<ReportPage.FileRead> files = new ArrayList<>();
        for (int v = 0; v < labels.size(); v++) {
            ScoredVersion version = story.versions().get(v);
            String text = version.source().document().text();
            texts.addAll(version.segments().texts());
            files.add(
                    new ReportPage.FileRead(
                            labels.get(v),
                            VisibleText.plain(version.source().file()),
                            version.source().charset().name(),
                            version.segments().size(),
                            text.codePointCount(0, text.length())));
        }
        return new ReportPage.Method(
                VisibleText.plain(story.signature().toString()),
                story.signature().name(),
                story.signature().version(),
                story.signature().settings().entrySet().stream()
                        .map(s -> new ReportPage.Setting(s.getKey(), s.getValue()))
                        .toList(),
                StoryJson.SCHEMA,
                Arrays.stream(Severity.values())
                        .map(s -> new ReportPage.Setting(s.label(), Integer.toString(s.weight())))
                        .toList(),
                files,
                leftOut(XmlText.leftOut(texts)),
                (int)
                        story.rows().stream()
                                .filter(
                                        row ->
                                                row.ranges().stream()
                                                                .filter(range -> !range.isEmpty())
                                                                .count()
                                                        < 2)
                                .count());
    }

    private static String leftOut(SortedMap<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .map(
                        entry ->
                                VisibleText.codePointName(entry.getKey())
                                        + " ("
                                        + entry.getValue()
                                        + ")")
                .collect(Collectors.joining(", "));
    }
}
