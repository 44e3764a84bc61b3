package org.muwazi.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.Language;

/** Sentences of {@code eval/stories} that gold says are translations of one another. */
public final class StoryPairs {

    private StoryPairs() {}

    /**
     * The 1-1 gold beads between clean versions, whichever of the two their file names first.
     *
     * @param stories folder of the stories
     * @return pairs of a sentence in the first language and one in the second, in order
     */
    public static List<List<String>> oneToOne(Path stories, Language first, Language second)
            throws IOException {
        List<List<String>> pairs = new ArrayList<>();
        for (GoldStory story : GoldStory.all(stories)) {
            for (var file : story.beads().entrySet()) {
                GoldStory.Version source = story.version(file.getKey().get(0));
                GoldStory.Version target = story.version(file.getKey().get(1));
                if (!source.kind().equals("clean") || !target.kind().equals("clean")) {
                    continue;
                }
                boolean forward = source.language() == first && target.language() == second;
                boolean backward = source.language() == second && target.language() == first;
                if (!forward && !backward) {
                    continue;
                }
                for (BeadList.Link bead : file.getValue().beads()) {
                    if (bead.source().size() == 1 && bead.target().size() == 1) {
                        String a = source.sentences().get(bead.source().get(0));
                        String b = target.sentences().get(bead.target().get(0));
                        pairs.add(forward ? List.of(a, b) : List.of(b, a));
                    }
                }
            }
        }
        return pairs;
    }
}
