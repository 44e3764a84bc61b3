package org.muwazi.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muwazi.text.Language;

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
record GoldUnits(
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

    GoldUnits {
        units = List.copyOf(units);
        targetOrder = List.copyOf(targetOrder);
    }

    /** The clean pairs of a folder of stories. */
    static List<GoldUnits> ofStories(Path stories) throws IOException {
        List<GoldUnits> pairs = new ArrayList<>();
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
     * The pairs of a folder of {@link GoldFiles}, one sentence a line.
     *
     * @param most pairs taken from each two languages, spread evenly over the files by name
     */
    static List<GoldUnits> ofLines(Path folder, int most) throws IOException {
        Map<String, List<GoldFiles>> byLanguages =
                GoldFiles.below(folder).stream()
                        .collect(
                                Collectors.groupingBy(
                                        GoldFiles::pair, TreeMap::new, Collectors.toList()));
        List<GoldUnits> pairs = new ArrayList<>();
        for (List<GoldFiles> files : byLanguages.values()) {
            int step = Math.max(1, files.size() / most);
            for (int i = 0; i < files.size() && i / step < most; i += step) {
                pairs.add(read(files.get(i)));
            }
        }
        return pairs;
    }

    private static GoldUnits read(GoldFiles files) throws IOException {
        Path gold = files.beside(".gold");
        return of(
                gold.getFileName().toString(),
                List.of(files.sourceLanguage(), files.targetLanguage()),
                List.of(
                        Files.readAllLines(files.source()),
                        Files.readAllLines(files.beside(".tgt"))),
                BeadList.read(gold));
    }

    private static GoldUnits of(
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

    static GoldUnits inOrder(String id, Language source, Language target, List<Unit> units) {
        return new GoldUnits(
                id, source, target, units, IntStream.range(0, units.size()).boxed().toList());
    }

    /** Names the text that the pair is of: pairs of one text hold the same sentences. */
    String text() {
        return id.replaceAll("/.*|^\\d+_|_\\d+\\.gold$", "");
    }

    /** The same languages and name with other units, all in order. */
    GoldUnits with(List<Unit> changed) {
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
        return IntStream.range(start, start + size).boxed().toList();
    }
}
