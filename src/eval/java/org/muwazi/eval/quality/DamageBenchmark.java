package org.muwazi.eval.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.muwazi.damage.DamagedPair;
import org.muwazi.damage.Family;
import org.muwazi.eval.BenchmarkRows;
import org.muwazi.eval.Bootstrap.Interval;
import org.muwazi.score.Severity;
import org.muwazi.text.Language;

/** Clean translations against damaged ones, by family and direction. */
final class DamageBenchmark {

    private static final String NAME = "damage";
    private static final String EVERYWHERE = "all directions";

    /** The families that the marks of quality estimation name. */
    private static final List<Family> MARKED =
            List.of(Family.NAMES, Family.NEGATION, Family.ANTONYM);

    private final List<Figure> figures = new ArrayList<>();
    private final List<String> lines = new ArrayList<>(List.of(DamageFigures.HEADER));

    /** Judges all directions with all scorers. */
    DamageBenchmark(DamagedSet set, List<PairScorer> scorers) {
        Map<PairScorer, List<Twin>> everywhere = new LinkedHashMap<>();
        for (Language from : BenchmarkRows.COLUMNS) {
            for (Language to : BenchmarkRows.COLUMNS) {
                if (from != to) {
                    List<DamagedPair> pairs = set.of(from, to);
                    String direction = from.iso639_1() + "-" + to.iso639_1();
                    for (PairScorer scorer : scorers) {
                        if (scorer.scores(from.iso639_1(), to.iso639_1())) {
                            List<Twin> twins = judged(scorer, pairs);
                            everywhere
                                    .computeIfAbsent(scorer, key -> new ArrayList<>())
                                    .addAll(twins);
                            add(direction, scorer, twins);
                        }
                    }
                }
            }
        }
        everywhere.forEach((scorer, twins) -> add(EVERYWHERE, scorer, twins));
    }

    /** The main figures. */
    List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** The table by family, direction and severity. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    private static List<Twin> judged(PairScorer scorer, List<DamagedPair> pairs) {
        Map<TextPair, Judgement> clean = new LinkedHashMap<>();
        pairs.forEach(pair -> clean.put(TextPair.of(pair.source(), pair.clean()), null));
        List<TextPair> once = List.copyOf(clean.keySet());
        List<Judgement> ofClean = scorer.judge(once);
        Map<TextPair, Judgement> known = new HashMap<>();
        for (int i = 0; i < once.size(); i++) {
            known.put(once.get(i), ofClean.get(i));
        }
        List<Judgement> damaged =
                scorer.judge(
                        pairs.stream()
                                .map(pair -> TextPair.of(pair.source(), pair.damaged()))
                                .toList());
        List<Twin> twins = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            DamagedPair pair = pairs.get(i);
            Judgement twin = known.get(TextPair.of(pair.source(), pair.clean()));
            twins.add(new Twin(pair, twin, damaged.get(i)));
        }
        return twins;
    }

    private void add(String direction, PairScorer scorer, List<Twin> twins) {
        DamageFigures all = new DamageFigures(twins);
        double threshold = all.threshold();
        lines.add(all.line(direction, "all", scorer, threshold));
        boolean shipped = scorer.name().equals(Scorers.SHIPPED);
        boolean everywhere = direction.equals(EVERYWHERE);
        boolean baseline = everywhere && scorer.name().equals(Scorers.COSINE);
        figure(direction, scorer, "AUC", all.auc(), all, (shipped && !everywhere) || baseline);
        if (scorer.marksWords()) {
            figure(direction, scorer, "word F1", all.wordF1(), all, shipped && everywhere);
        }
        for (Family family : Family.values()) {
            DamageFigures of = among(twins, twin -> twin.pair().damage().family() == family);
            lines.add(of.line(direction, family.label(), scorer, threshold));
            if (everywhere && MARKED.contains(family)) {
                figure(
                        direction,
                        scorer,
                        family.label() + ", twin accuracy",
                        of.twinAccuracy(),
                        of,
                        shipped);
            }
        }
        for (Severity severity : Arrays.asList(Severity.values())) {
            DamageFigures of = among(twins, twin -> twin.pair().damage().severity() == severity);
            lines.add(of.line(direction, "severity " + severity.label(), scorer, threshold));
        }
    }

    private static DamageFigures among(List<Twin> twins, Predicate<Twin> chosen) {
        return new DamageFigures(twins.stream().filter(chosen).toList());
    }

    private void figure(
            String direction,
            PairScorer scorer,
            String measure,
            Interval interval,
            DamageFigures of,
            boolean headline) {
        figures.add(
                new Figure(
                        NAME,
                        direction,
                        scorer.name(),
                        measure,
                        interval,
                        of.size() + " damaged pairs",
                        headline));
    }
}
