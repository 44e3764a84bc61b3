package org.muwazi.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.muwazi.score.ScoredStory;

/** What {@code muwazi check -o DIR} leaves: report, table, translation memory, segments. */
public final class StoryFolder {

    private StoryFolder() {}

    /**
     * Writes {@code report.html}, {@code aligned.tsv}, {@code aligned.tmx} and {@code
     * segments.jsonl}; makes the folder where it is missing. All are complete before the first
     * takes its name.
     *
     * @return the files, in that order
     */
    public static List<Path> write(ScoredStory story, Path folder) throws IOException {
        try (AtomicFiles files = new AtomicFiles()) {
            files.write(folder.resolve("report.html"), out -> HtmlReport.write(story, out));
            files.write(folder.resolve("aligned.tsv"), out -> AlignedTsv.of(story).write(out));
            files.write(folder.resolve("aligned.tmx"), out -> TmxWriter.write(story, out));
            files.write(folder.resolve("segments.jsonl"), out -> SegmentLines.write(story, out));
            return files.commit();
        }
    }
}
