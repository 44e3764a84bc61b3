package org.muwazi.eval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.muwazi.read.ReadOptions;
import org.muwazi.read.StoryReader;
import org.muwazi.text.SourceText;
import org.muwazi.text.Story;

/**
 * Versions of a story of {@code eval/stories} that are checked together, from the files as a user
 * has them.
 *
 * @param story of which they are versions
 * @param versions two or more
 */
public record StoryRun(GoldStory story, List<GoldStory.Version> versions) {

    /** Ways to ask for a verdict. */
    public enum Mode {
        /** Each version with the clean ones of the other languages, no original named. */
        PLAIN,
        /** The same, the original named. */
        ORIGINAL,
        /** Each version with one clean version alone, the original where it can be. */
        PAIRS;

        /** As it is written on the command line. */
        static Mode of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    /** Copies the list. */
    public StoryRun {
        versions = List.copyOf(versions);
    }

    /** The runs of a story. */
    public static List<StoryRun> of(GoldStory story, Mode mode) {
        List<GoldStory.Version> clean =
                story.versions().stream()
                        .filter(version -> version.kind().equals("clean"))
                        .toList();
        List<StoryRun> runs = new ArrayList<>();
        if (mode != Mode.PAIRS) {
            runs.add(new StoryRun(story, clean));
        }
        for (GoldStory.Version version : story.versions()) {
            if (!version.kind().equals("clean")) {
                List<GoldStory.Version> run = new ArrayList<>(clean);
                run.removeIf(other -> other.language() == version.language());
                if (mode == Mode.PAIRS) {
                    GoldStory.Version partner =
                            run.stream()
                                    .filter(GoldStory.Version::original)
                                    .findFirst()
                                    .orElse(run.get(0));
                    run.removeIf(other -> !other.id().equals(partner.id()));
                }
                run.add(version);
                runs.add(new StoryRun(story, run));
            }
        }
        return runs;
    }

    /** Reads the files. */
    public Story read(StoryReader reader, Mode mode) throws IOException {
        List<SourceText> texts = new ArrayList<>();
        OptionalInt original = OptionalInt.empty();
        for (GoldStory.Version version : versions) {
            if (mode == Mode.ORIGINAL && version.original()) {
                original = OptionalInt.of(texts.size());
            }
            texts.add(reader.read(version.file(), Optional.empty(), ReadOptions.standard()));
        }
        return new Story(story.id(), texts, original);
    }
}
