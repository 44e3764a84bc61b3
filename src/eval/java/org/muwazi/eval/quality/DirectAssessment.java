package org.muwazi.eval.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muwazi.eval.RankStatistics;
import org.muwazi.eval.TabbedFile;

/** MLQE-PE: rank correlation with the mean direct assessment, on the dev part of each pair. */
final class DirectAssessment {

    private static final String NAME = "MLQE-PE dev";

    private DirectAssessment() {}

    private record Rated(List<TextPair> pairs, List<Double> ratings) {}

    static List<Figure> figures(Path data, List<PairScorer> scorers) throws IOException {
        Map<String, Rated> dev = new TreeMap<>();
        for (Map<String, String> row : TabbedFile.rows(data.resolve("qe_mlqe_pe.tsv.gz"))) {
            if (row.get("split").equals("dev")) {
                String[] code = row.get("pair").split("-", -1);
                Rated rated =
                        dev.computeIfAbsent(
                                row.get("pair"),
                                key -> new Rated(new ArrayList<>(), new ArrayList<>()));
                rated.pairs()
                        .add(
                                new TextPair(
                                        code[0],
                                        code[1],
                                        row.get("source"),
                                        row.get("translation")));
                rated.ratings().add(Double.valueOf(row.get("z_mean")));
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (PairScorer scorer : scorers) {
            List<Judged.Part> parts = new ArrayList<>();
            for (Map.Entry<String, Rated> entry : dev.entrySet()) {
                List<TextPair> pairs = entry.getValue().pairs();
                if (!scorer.scores(pairs.get(0).from(), pairs.get(0).to())) {
                    figures.add(Judged.unscored(NAME, entry.getKey(), scorer, pairs.size()));
                    continue;
                }
                double[] scores =
                        scorer.judge(pairs).stream().mapToDouble(Judgement::score).toArray();
                double[] ratings =
                        entry.getValue().ratings().stream().mapToDouble(rating -> rating).toArray();
                parts.add(
                        new Judged.Part(
                                entry.getKey(),
                                pairs.size(),
                                RankStatistics.spearman(scores, ratings)));
            }
            figures.addAll(Judged.figures(NAME, "Spearman with direct assessment", scorer, parts));
        }
        return figures;
    }
}
