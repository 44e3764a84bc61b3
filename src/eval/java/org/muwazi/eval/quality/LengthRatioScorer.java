package org.muwazi.eval.quality;

import java.util.List;
import java.util.Map;
import org.muwazi.text.Signature;

/** Baseline: the shorter length over the longer, in code points. */
final class LengthRatioScorer implements PairScorer {

    @Override
    public String name() {
        return "length ratio";
    }

    @Override
    public boolean marksWords() {
        return false;
    }

    @Override
    public List<Judgement> judge(List<TextPair> pairs) {
        return pairs.stream()
                .map(pair -> new Judgement(ratio(pair.source(), pair.target()), List.of()))
                .toList();
    }

    @Override
    public Signature signature() {
        return new Signature("length-ratio", Map.of(), "1");
    }

    private static double ratio(String source, String target) {
        int first = source.codePointCount(0, source.length());
        int second = target.codePointCount(0, target.length());
        return first == 0 || second == 0
                ? 0
                : (double) Math.min(first, second) / Math.max(first, second);
    }
}
