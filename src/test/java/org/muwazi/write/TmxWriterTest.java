package org.muwazi.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muwazi.score.ScoredRow;
import org.muwazi.score.ScoredStory;
import org.muwazi.testing.Seeds;
import org.muwazi.text.SegmentRange;
import org.w3c.dom.Element;

class TmxWriterTest {

    private static final Path STRUCTURE =
            Path.of("src", "test", "resources", "tmx14-structure.dtd");

    @Test
    void anyTextIsReadBackByAStrictParserWithoutWhatXmlForbids() {
        Seeds.forEach(
                300,
                random -> {
                    ScoredStory story = RandomText.story(random);
                    String tmx = Write.toText(out -> TmxWriter.write(story, out));
                    assertThat(units(tmx)).isEqualTo(expectedUnits(story));
                    StrictXml.validate(tmx, "tmx", STRUCTURE);
                });
    }

    /** For each unit its variants as language, version, segments and text. */
    private static List<List<String>> units(String tmx) {
        List<List<String>> units = new ArrayList<>();
        for (Element unit : StrictXml.elements(StrictXml.parse(tmx), "tu")) {
            List<String> variants = new ArrayList<>();
            for (Element variant : StrictXml.elements(unit, "tuv")) {
                variants.add(
                        variant.getAttribute("xml:lang")
                                + "|"
                                + StrictXml.property(variant, "x-version")
                                + "|"
                                + StrictXml.property(variant, "x-segments")
                                + "|"
                                + StrictXml.elements(variant, "seg").get(0).getTextContent());
            }
            units.add(variants);
        }
        return units;
    }

    private static List<List<String>> expectedUnits(ScoredStory story) {
        List<List<String>> units = new ArrayList<>();
        for (ScoredRow row : story.rows()) {
            List<String> variants = new ArrayList<>();
            for (int v = 0; v < story.versions().size(); v++) {
                SegmentRange range = row.ranges().get(v);
                if (!range.isEmpty()) {
                    var version = story.versions().get(v);
                    StringBuilder ids = new StringBuilder();
                    for (int s = range.start(); s < range.end(); s++) {
                        ids.append(s == range.start() ? "" : " ").append(s);
                    }
                    variants.add(
                            version.source().document().language().iso639_1()
                                    + "|"
                                    + allowed(version.id())
                                    + "|"
                                    + ids
                                    + "|"
                                    + allowed(version.segments().text(range)));
                }
            }
            if (variants.size() >= 2) {
                units.add(variants);
            }
        }
        return units;
    }

    /** The plain form of the sanitiser: what production 2 of XML 1.0 lists. */
    private static String allowed(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(
                        c ->
                                c == 9
                                        || c == 10
                                        || c == 13
                                        || (c >= 0x20
                                                && c != 0xFFFE
                                                && c != 0xFFFF
                                                && !(c >= 0xD800 && c <= 0xDFFF)))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    @Test
    void charactersThatXmlForbidsAreCountedByCodePoint() {
        assertThat(XmlText.leftOut(List.of("a\u0000b\uFFFE", "\u0000\uD800", "😀\t\r\n\u0085")))
                .isEqualTo(Map.of(0, 2, 0xFFFE, 1, 0xD800, 1));
    }

    @Test
    void twoVersionsInOneLanguageAreTwoVariants() {
        Random random = new Random(1);
        List<List<String>> units = List.of();
        while (units.stream().noneMatch(TmxWriterTest::hasLanguageTwice)) {
            ScoredStory story = RandomText.story(random);
            units = units(Write.toText(out -> TmxWriter.write(story, out)));
        }
        List<String> unit =
                units.stream().filter(TmxWriterTest::hasLanguageTwice).findFirst().orElseThrow();
        assertThat(unit).doesNotHaveDuplicates();
    }

    private static boolean hasLanguageTwice(List<String> variants) {
        return variants.stream().map(v -> v.substring(0, 2)).distinct().count() < variants.size();
    }

    @Test
    void sourceLanguageIsThatOfTheOriginalOrAllWhereNoneIsNamed() {
        ScoredStory story = StoryFixture.read("ferry");
        assertThat(header(story).getAttribute("srclang")).isEqualTo("en");
        ScoredStory withoutOriginal =
                new ScoredStory(
                        story.id(),
                        story.versions().subList(1, 3),
                        List.of(),
                        List.of(),
                        story.signature());
        assertThat(header(withoutOriginal).getAttribute("srclang")).isEqualTo("*all*");
    }

    private static Element header(ScoredStory story) {
        String tmx = Write.toText(out -> TmxWriter.write(story, out));
        return StrictXml.elements(StrictXml.parse(tmx), "header").get(0);
    }

    @Test
    void movedRowIsMarkedAndItsScoresAreKept() {
        ScoredStory story = StoryFixture.read("ferry");
        List<Element> units =
                StrictXml.elements(
                        StrictXml.parse(Write.toText(out -> TmxWriter.write(story, out))), "tu");
        assertThat(units).hasSize(12);
        Element tickets = units.get(6);
        assertThat(StrictXml.property(tickets, "x-moved")).isEqualTo("yes");
        assertThat(StrictXml.property(units.get(5), "x-moved")).isEmpty();
        assertThat(StrictXml.property(StrictXml.elements(tickets, "tuv").get(1), "x-score"))
                .isEqualTo("0.2200");
    }
}
