package org.muwazi.eval.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.muwazi.eval.Confusion;
import org.muwazi.eval.RankStatistics;
import org.muwazi.eval.TabbedFile;

/**
 * Critical errors of MLQE-PE, majority of three annotators: Matthews correlation on dev at the
 * threshold that is best on train, and the area under the ROC curve on dev.
 */
final class CriticalErrors {

    private static final String NAME = "critical errors dev";
    private static final long SEED = 20_261_122L;

    /** Rows of train that the threshold of a pair is set on; more would move it little. */
    private static final int FOR_THRESHOLD = 2000;

    private CriticalErrors() {}

    private record Marked(List<TextPair> pairs, List<Boolean> good) {

        Marked() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        /** Of so many rows at most, drawn with the seed. */
        Marked sample(int most) {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, new Random(SEED));
            Marked sample = new Marked();
            for (int i : order.subList(0, Math.min(most, order.size()))) {
                sample.pairs().add(pairs.get(i));
                sample.good().add(good.get(i));
            }
            return sample;
        }
    }

    /** Scores beside what is good. */
    private static final class Scored {

        private final double[] scores;
        private final boolean[] good;

        private Scored(double[] scores, boolean[] good) {
            this.scores = scores;
            this.good = good;
        }

        static Scored of(PairScorer scorer, Marked marked) {
            boolean[] good = new boolean[marked.good().size()];
            for (int i = 0; i < good.length; i++) {
                good[i] = marked.good().get(i);
            }
            return new Scored(
                    scorer.judge(marked.pairs()).stream().mapToDouble(Judgement::score).toArray(),
                    good);
        }

        boolean[] error() {
            boolean[] error = new boolean[good.length];
            for (int i = 0; i < good.length; i++) {
                error[i] = !good[i];
            }
            return error;
        }
    }

    static List<Figure> figures(Path data, List<PairScorer> scorers) throws IOException {
        Map<String, Marked> train = new TreeMap<>();
        Map<String, Marked> dev = new TreeMap<>();
        for (Map<String, String> row : TabbedFile.rows(data.resolve("qe_critical_errors.tsv.gz"))) {
            String[] code = row.get("pair").split("-", -1);
            Marked marked =
                    (row.get("split").equals("dev") ? dev : train)
                            .computeIfAbsent(row.get("pair"), key -> new Marked());
            marked.pairs()
                    .add(new TextPair(code[0], code[1], row.get("source"), row.get("translation")));
            marked.good().add(row.get("majority").equals("NOT"));
        }
        List<Figure> figures = new ArrayList<>();
        for (PairScorer scorer : scorers) {
            List<Judged.Part> mcc = new ArrayList<>();
            List<Judged.Part> auc = new ArrayList<>();
            for (String pair : dev.keySet()) {
                TextPair first = dev.get(pair).pairs().get(0);
                int size = dev.get(pair).pairs().size();
                if (!scorer.scores(first.from(), first.to())) {
                    figures.add(Judged.unscored(NAME, pair, scorer, size));
                    continue;
                }
                Scored fit = Scored.of(scorer, train.get(pair).sample(FOR_THRESHOLD));
                Scored test = Scored.of(scorer, dev.get(pair));
                double threshold = BestThreshold.ofMcc(fit.scores, fit.error());
                mcc.add(new Judged.Part(pair, size, mcc(test, threshold)));
                auc.add(new Judged.Part(pair, size, RankStatistics.auc(test.scores, test.good)));
            }
            figures.addAll(Judged.figures(NAME, "MCC", scorer, mcc));
            figures.addAll(Judged.figures(NAME, "AUC", scorer, auc));
        }
        return figures;
    }

    private static java.util.function.ToDoubleFunction<int[]> mcc(Scored test, double threshold) {
        boolean[] error = test.error();
        List<Confusion> single = new ArrayList<>();
        for (int i = 0; i < error.length; i++) {
            single.add(Confusion.of(error[i], test.scores[i] < threshold));
        }
        return Confusion.statistic(single, Confusion::mcc);
    }
}
