package org.muwazi.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;

/**
 * Two versions of a text as a row of units, each of which holds the sentences of one gold bead: the
 * raw material that {@link PairGenerator} changes. The order of the list is the order of the
 * source; {@code targetOrder} says in which order the same units stand in the target.
 *
 * @param id names the pair
 * @param source language
 * @param target language
 * @param units in the order of the source
 * @param targetOrder indices into {@code units}, each once
 */
record GoldPair(
        String id, Language source, Language target, List<Unit> units, List<Integer> targetOrder) {

    /**
     * The sentences of one gold bead.
     *
     * @param source sentences, empty for an insertion
     * @param target sentences, empty for a deletion
     * @param moved true where the unit was moved on purpose
     */
    record Unit(List<String> source, List<String> target, boolean moved) {

        Unit {
            source = List.copyOf(source);
            target = List.copyOf(target);
        }

        boolean isNull() {
            return source.isEmpty() || target.isEmpty();
        }

        boolean isOneToOne() {
            return source.size() == 1 && target.size() == 1;
        }

        Unit asMoved() {
            return new Unit(source, target, true);
        }
    }

    GoldPair {
        units = List.copyOf(units);
        targetOrder = List.copyOf(targetOrder);
    }

    /** The clean pairs of a folder of stories. */
    static List<GoldPair> ofStories(Path stories) throws IOException {
        List<GoldPair> pairs = new ArrayList<>();
        for (GoldStory story : GoldStory.all(stories)) {
            for (Map.Entry<List<String>, BeadList> beads : story.beads().entrySet()) {
                GoldStory.Version source = story.version(beads.getKey().get(0));
                GoldStory.Version target = story.version(beads.getKey().get(1));
                if (source.kind().equals("clean") && target.kind().equals("clean")) {
                    pairs.add(
                            of(
                                    story.id() + "/" + source.id() + "-" + target.id(),
                                    List.of(source.language(), target.language()),
                                    List.of(source.sentences(), target.sentences()),
                                    beads.getValue()));
                }
            }
        }
        return pairs;
    }

    /**
     * The pairs below a folder of files {@code SOURCE-TARGET/NAME.src}, {@code .tgt} and {@code
     * .gold}, languages in ISO 639-3, one sentence a line.
     *
     * @param most pairs taken from each two languages, spread evenly over the files by name
     */
    static List<GoldPair> ofLines(Path folder, int most) throws IOException {
        List<GoldPair> pairs = new ArrayList<>();
        for (Path languages : listed(folder)) {
            List<Path> gold =
                    Files.isDirectory(languages)
                            ? listed(languages).stream()
                                    .filter(file -> file.toString().endsWith(".gold"))
                                    .toList()
                            : List.of();
            int step = Math.max(1, gold.size() / most);
            for (int i = 0; i < gold.size() && i / step < most; i += step) {
                pairs.add(read(languages.getFileName().toString(), gold.get(i)));
            }
        }
        return pairs;
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static GoldPair read(String languages, Path gold) throws IOException {
        String base = gold.toString().substring(0, gold.toString().length() - ".gold".length());
        String[] codes = languages.split("-", -1);
        if (codes.length != 2) {
            throw new MalformedInputException(
                    gold.toString(), "lies in no folder named after two languages (ara-eng)");
        }
        return of(
                gold.getFileName().toString(),
                List.of(language(gold, codes[0]), language(gold, codes[1])),
                List.of(
                        Files.readAllLines(Path.of(base + ".src")),
                        Files.readAllLines(Path.of(base + ".tgt"))),
                BeadList.read(gold));
    }

    private static Language language(Path gold, String code) {
        return Language.of(code)
                .orElseThrow(
                        () -> new MalformedInputException(gold.toString(), "language " + code));
    }

    private static GoldPair of(
            String id, List<Language> languages, List<List<String>> sentences, BeadList beads) {
        List<Unit> units = new ArrayList<>();
        for (BeadList.Link bead : beads.beads()) {
            units.add(
                    new Unit(
                            bead.source().stream().map(sentences.get(0)::get).toList(),
                            bead.target().stream().map(sentences.get(1)::get).toList(),
                            false));
        }
        return inOrder(id, languages.get(0), languages.get(1), units);
    }

    static GoldPair inOrder(String id, Language source, Language target, List<Unit> units) {
        return new GoldPair(
                id,
                source,
                target,
                units,
                java.util.stream.IntStream.range(0, units.size()).boxed().toList());
    }

    /** Names the text that the pair is of: pairs of one text hold the same sentences. */
    String text() {
        return id.replaceAll("/.*|^\\d+_|_\\d+\\.gold$", "");
    }

    /** The same languages and name with other units, all in order. */
    GoldPair with(List<Unit> changed) {
        return inOrder(id, source, target, changed);
    }

    List<String> sourceSentences() {
        return units.stream().flatMap(unit -> unit.source().stream()).toList();
    }

    List<String> targetSentences() {
        return targetOrder.stream().flatMap(u -> units.get(u).target().stream()).toList();
    }

    /** Gold beads in the order of the units. */
    List<BeadList.Link> links() {
        int[] targetStart = new int[units.size()];
        int at = 0;
        for (int unit : targetOrder) {
            targetStart[unit] = at;
            at += units.get(unit).target().size();
        }
        List<BeadList.Link> links = new ArrayList<>();
        int sourceAt = 0;
        for (int u = 0; u < units.size(); u++) {
            Unit unit = units.get(u);
            links.add(
                    new BeadList.Link(
                            range(sourceAt, unit.source().size()),
                            range(targetStart[u], unit.target().size())));
            sourceAt += unit.source().size();
        }
        return links;
    }

    private static List<Integer> range(int start, int size) {
        return java.util.stream.IntStream.range(start, start + size).boxed().toList();
    }
}
