package org.muwazi.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.muwazi.score.ScoredStory;
import org.muwazi.text.Language;

/** What {@code muwazi check -o DIR} leaves: report, table, translation memory, segments. */
public final class StoryFolder {

    private StoryFolder() {}

    /** The same, explained in English. */
    public static List<Path> write(ScoredStory story, Path folder) throws IOException {
        return write(story, Language.ENGLISH, folder);
    }

    /**
     * Writes {@code report.html}, {@code aligned.tsv}, {@code aligned.tmx} and {@code
     * segments.jsonl}; makes the folder where it is missing. All are complete before the first
     * takes its name.
     *
     * @param told language of the explanations in report.html and segments.jsonl
     * @return the files, in that order
     */
    public static List<Path> write(ScoredStory story, Language told, Path folder)
            throws IOException {
        try (AtomicFiles files = new AtomicFiles()) {
            files.write(folder.resolve("report.html"), out -> HtmlReport.write(story, told, out));
            files.write(folder.resolve("aligned.tsv"), out -> AlignedTsv.of(story).write(out));
            files.write(folder.resolve("aligned.tmx"), out -> TmxWriter.write(story, out));
            files.write(
                    folder.resolve("segments.jsonl"), out -> SegmentLines.write(story, told, out));
            return files.commit();
        }
    }
}
