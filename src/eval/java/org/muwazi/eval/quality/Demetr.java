package org.muwazi.eval.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.muwazi.eval.Bootstrap;
import org.muwazi.json.Json;
import org.muwazi.text.MalformedInputException;

/**
 * DEMETR (Karpinska et al. 2022): machine translations from French into English, each with one
 * graded perturbation. Share of them that score below the translation they were made from; a tie is
 * half.
 */
final class Demetr {

    private Demetr() {}

    /** An item as the files have it; what is not used is left out. */
    private record Item(
            String src_sent,
            String mt_sent,
            String pert_sent,
            String lang_tag,
            boolean pert_check,
            String severity,
            String pert_name) {}

    /**
     * Figures by severity and by perturbation.
     *
     * @param folder with the JSON files of the repository, or its folder {@code dataset}
     */
    static List<Figure> figures(Path folder, List<PairScorer> scorers) throws IOException {
        Path dataset =
                Files.isDirectory(folder.resolve("dataset")) ? folder.resolve("dataset") : folder;
        List<Item> items = new ArrayList<>();
        try (Stream<Path> files = Files.list(dataset)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                for (Item item : Json.read(file.toString(), Files.readString(file), Item[].class)) {
                    // The base perturbations (empty, shuffled, the reference) have no severity.
                    if (item.lang_tag().startsWith("french")
                            && item.pert_check()
                            && !item.severity().equals("base")) {
                        items.add(item);
                    }
                }
            }
        }
        if (items.isEmpty()) {
            throw new MalformedInputException(
                    dataset.toString(), "holds no item of DEMETR from French; name its folder");
        }
        List<Figure> figures = new ArrayList<>();
        for (PairScorer scorer : scorers) {
            if (scorer.scores("fr", "en")) {
                figures.addAll(figures(scorer, items));
            }
        }
        return figures;
    }

    private static List<Figure> figures(PairScorer scorer, List<Item> items) {
        List<Judgement> original =
                scorer.judge(
                        items.stream()
                                .map(i -> new TextPair("fr", "en", i.src_sent(), i.mt_sent()))
                                .toList());
        List<Judgement> perturbed =
                scorer.judge(
                        items.stream()
                                .map(i -> new TextPair("fr", "en", i.src_sent(), i.pert_sent()))
                                .toList());
        Map<String, List<Double>> shares = new TreeMap<>();
        for (int i = 0; i < items.size(); i++) {
            double share = Twin.share(original.get(i).score(), perturbed.get(i).score());
            for (String part : List.of("all", items.get(i).severity(), items.get(i).pert_name())) {
                shares.computeIfAbsent(part, key -> new ArrayList<>()).add(share);
            }
        }
        List<Figure> figures = new ArrayList<>();
        shares.forEach(
                (part, values) ->
                        figures.add(
                                new Figure(
                                        "DEMETR fr-en",
                                        part,
                                        scorer.name(),
                                        "original above perturbed",
                                        Bootstrap.mean(
                                                values.stream().mapToDouble(v -> v).toArray()),
                                        values.size() + " perturbations",
                                        scorer.name().equals(Scorers.SHIPPED)
                                                && part.equals("critical"))));
        return figures;
    }
}
