package org.muwazi.eval.quality;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muwazi.eval.Bootstrap;
import org.muwazi.eval.Confusion;
import org.muwazi.eval.RankStatistics;
import org.muwazi.eval.TabbedFile;

/**
 * WCE-LIG: French news, machine translation into English, human post-edit. Rank correlation with
 * HTER and F1 of words that the post-editor changed.
 */
final class WceLig {

    /** First byte of the hash below which a row is for testing: 51 of 256, a fifth. */
    private static final int TEST_BELOW = 51;

    private WceLig() {}

    /**
     * True for rows of the test part. This rule is the only place that says so, and training has to
     * leave these rows out: the first byte of SHA-256 of the source, stripped of white space at
     * both ends, as UTF-8.
     */
    static boolean isTest(String source) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(source.strip().getBytes(StandardCharsets.UTF_8));
            return Byte.toUnsignedInt(hash[0]) < TEST_BELOW;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static List<Figure> figures(Path data, List<PairScorer> scorers) throws IOException {
        List<TextPair> pairs = new ArrayList<>();
        List<PostEdit> edits = new ArrayList<>();
        for (Map<String, String> row : TabbedFile.rows(data.resolve("qe_wce_lig.tsv.gz"))) {
            if (isTest(row.get("fr"))) {
                pairs.add(new TextPair("fr", "en", row.get("fr"), row.get("mt_moses")));
                edits.add(PostEdit.of(row.get("mt_moses"), row.get("post_edit")));
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (PairScorer scorer : scorers) {
            if (scorer.scores("fr", "en")) {
                figures.addAll(figures(scorer, scorer.judge(pairs), edits));
            }
        }
        return figures;
    }

    private static List<Figure> figures(
            PairScorer scorer, List<Judgement> judged, List<PostEdit> edits) {
        String n = edits.size() + " sentences";
        boolean shipped = scorer.name().equals(Scorers.SHIPPED);
        double[] scores = judged.stream().mapToDouble(Judgement::score).toArray();
        double[] good = edits.stream().mapToDouble(edit -> -edit.hter()).toArray();
        List<Figure> figures = new ArrayList<>();
        figures.add(
                new Figure(
                        "WCE-LIG test",
                        "fr-en",
                        scorer.name(),
                        "Spearman with HTER",
                        Bootstrap.of(good.length, RankStatistics.spearman(scores, good)),
                        n,
                        shipped || scorer.name().equals(Scorers.COSINE)));
        if (scorer.marksWords()) {
            List<Confusion> words = new ArrayList<>();
            for (int i = 0; i < edits.size(); i++) {
                PostEdit edit = edits.get(i);
                words.add(WordTags.count(edit.tokens(), edit.bad(), judged.get(i).bad()));
            }
            figures.add(words(scorer, "word F1 of BAD", words, Confusion::f1));
            figures.add(words(scorer, "word F1 of OK", words, Confusion::f1OfTheRest));
            figures.add(words(scorer, "word F1, product", words, Confusion::f1Product));
        }
        return figures;
    }

    private static Figure words(
            PairScorer scorer,
            String measure,
            List<Confusion> words,
            java.util.function.ToDoubleFunction<Confusion> figure) {
        return new Figure(
                "WCE-LIG test",
                "fr-en",
                scorer.name(),
                measure,
                Bootstrap.of(words.size(), Confusion.statistic(words, figure)),
                words.size() + " sentences",
                scorer.name().equals(Scorers.SHIPPED) && measure.endsWith("product"));
    }
}
