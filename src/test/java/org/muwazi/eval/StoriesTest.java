package org.muwazi.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.muwazi.json.Json;

/** Holds {@code eval/stories} to the rules that its README sets. */
class StoriesTest {

    private static final Path STORIES = Path.of("eval", "stories");

    private static final Set<String> SENTENCE_KINDS =
            Set.of("headline", "byline", "heading", "sentence", "chrome", "caption", "foreign");

    /** What lies outside of the story and so never has a counterpart. */
    private static final Set<String> APART = Set.of("chrome", "foreign");

    private static final Set<String> STORY_FIELDS = Set.of("id", "subject", "versions");

    private static final Set<String> VERSION_FIELDS =
            Set.of(
                    "id",
                    "file",
                    "language",
                    "original",
                    "kind",
                    "verdict",
                    "madeFrom",
                    "damage",
                    "relation",
                    "note");

    @Test
    void thereAreSixStoriesOrMoreAndEachHasADamagedVersion() throws IOException {
        List<GoldStory> stories = GoldStory.all(STORIES);

        assertThat(stories).hasSizeGreaterThanOrEqualTo(6);
        for (GoldStory story : stories) {
            assertThat(story.versions())
                    .as(story.id())
                    .anyMatch(version -> version.kind().equals("damaged"))
                    .filteredOn(version -> version.kind().equals("clean"))
                    .extracting(GoldStory.Version::language)
                    .hasSize(3)
                    .doesNotHaveDuplicates();
            assertThat(story.versions()).filteredOn(GoldStory.Version::original).hasSize(1);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyStoryKeepsTheRules() throws IOException {
        return GoldStory.all(STORIES).stream()
                .flatMap(
                        story ->
                                Stream.of(
                                        dynamicTest(story.id() + " fields", () -> fields(story)),
                                        dynamicTest(story.id() + " texts", () -> texts(story)),
                                        dynamicTest(story.id() + " beads", () -> beads(story)),
                                        dynamicTest(story.id() + " pairs", () -> pairs(story)),
                                        dynamicTest(story.id() + " errors", () -> errors(story))));
    }

    @SuppressWarnings("unchecked")
    private static void fields(GoldStory story) throws IOException {
        Path file = story.folder().resolve("story.json");
        Map<String, Object> fields = Json.read(file.toString(), Files.readString(file), Map.class);
        assertThat(fields.keySet()).isEqualTo(STORY_FIELDS);
        assertThat(story.id()).isEqualTo(story.folder().getFileName().toString());
        List<Map<String, Object>> versions = (List<Map<String, Object>>) fields.get("versions");
        Set<Object> ids = new HashSet<>();
        for (Map<String, Object> version : versions) {
            String id = (String) version.get("id");
            assertThat(ids.add(id)).as("%s is listed once", id).isTrue();
            assertThat(version.keySet()).as(id).isSubsetOf(VERSION_FIELDS);
            assertThat(version.get("kind")).as(id).isIn("clean", "page", "damaged", "related");
            boolean made = Set.of("page", "damaged").contains(version.get("kind"));
            if (made) {
                assertThat(version.keySet()).as(id).contains("madeFrom", "damage", "verdict");
                story.version((String) version.get("madeFrom"));
            }
            if (version.get("kind").equals("related")) {
                assertThat(version.get("relation")).as(id).isIn("same-event", "unrelated");
            } else {
                assertThat(version.get("verdict")).as(id).isIn("ok", "review", "garbled");
                assertThat(version.keySet()).as(id).doesNotContain("relation");
            }
        }
    }

    private static void texts(GoldStory story) throws IOException {
        for (GoldStory.Version version : story.versions()) {
            String text = Files.readString(version.file());
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                    .as("%s is NFC", version.file())
                    .isTrue();
            assertThat(text).as("%s has LF line ends", version.id()).doesNotContain("\r");
            assertThat(SENTENCE_KINDS).as(version.id()).containsAll(version.kinds());
            if (version.file().toString().endsWith(".txt")) {
                coversInOrder(version, text);
            }
        }
    }

    private static void coversInOrder(GoldStory.Version version, String text) {
        int at = 0;
        for (String sentence : version.sentences()) {
            int start = text.indexOf(sentence, at);
            assertThat(start).as("%s: \"%s\" in order", version.id(), sentence).isNotNegative();
            assertThat(text.substring(at, start))
                    .as("%s: text before \"%s\"", version.id(), sentence)
                    .isBlank();
            at = start + sentence.length();
        }
        assertThat(text.substring(at)).as("%s: text at the end", version.id()).isBlank();
    }

    private static void beads(GoldStory story) throws IOException {
        for (Map.Entry<List<String>, BeadList> entry : story.beads().entrySet()) {
            GoldStory.Version source = story.version(entry.getKey().get(0));
            GoldStory.Version target = story.version(entry.getKey().get(1));
            String pair = source.id() + "-" + target.id();
            List<Integer> sources = new ArrayList<>();
            List<Integer> targets = new ArrayList<>();
            for (BeadList.Link bead : entry.getValue().beads()) {
                sources.addAll(bead.source());
                targets.addAll(bead.target());
                assertThat(bead.source().size() + bead.target().size()).as(pair).isPositive();
                if (!bead.isNull()) {
                    assertThat(bead.source())
                            .as("%s: %s", pair, bead)
                            .noneMatch(i -> APART.contains(source.kinds().get(i)));
                    assertThat(bead.target())
                            .as("%s: %s", pair, bead)
                            .noneMatch(j -> APART.contains(target.kinds().get(j)));
                }
            }
            assertThat(sources)
                    .as("%s, source side", pair)
                    .isEqualTo(IntStream.range(0, source.sentences().size()).boxed().toList());
            assertThat(targets)
                    .as("%s, target side", pair)
                    .isEqualTo(IntStream.range(0, target.sentences().size()).boxed().toList());
        }
    }

    private static void pairs(GoldStory story) throws IOException {
        Set<Set<String>> aligned = new HashSet<>();
        story.beads().keySet().forEach(pair -> aligned.add(Set.copyOf(pair)));
        Set<Set<String>> wanted = new HashSet<>();
        for (GoldStory.Version clean : story.versions()) {
            if (!clean.kind().equals("clean")) {
                continue;
            }
            for (GoldStory.Version other : story.versions()) {
                if (other.language() != clean.language() && !other.isRelated()) {
                    wanted.add(Set.of(clean.id(), other.id()));
                }
            }
        }
        assertThat(aligned).isEqualTo(wanted);
    }

    private static void errors(GoldStory story) {
        for (GoldStory.MarkedError error : story.errors()) {
            GoldStory.Version version = story.version(error.version());
            assertThat(version.kind()).as(error.toString()).isEqualTo("damaged");
            assertThat(error.severity()).isIn("minor", "major", "critical");
            assertThat(error.category())
                    .matches("(accuracy|fluency|locale|style|terminology)(/[a-z-]+)*");
            assertThat(error.note()).as(error.toString()).isNotBlank();
            String sentence = version.sentences().get(error.sentence());
            int at = -1;
            for (int i = 0; i <= error.occurrence(); i++) {
                at = sentence.indexOf(error.evidence(), at + 1);
                assertThat(at).as("%s in \"%s\"", error, sentence).isNotNegative();
            }
        }
    }
}
