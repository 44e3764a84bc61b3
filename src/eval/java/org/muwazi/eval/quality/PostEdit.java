package org.muwazi.eval.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.muwazi.damage.WordTokens;
import org.muwazi.text.Span;

/**
 * A machine translation beside its post-edit. HTER is the Levenshtein distance of their lower-cased
 * words over the number of words of the post-edit, capped at 1. Unlike TER (Snover et al. 2006) a
 * phrase that moved is not one edit but deletions and insertions: the simplest definition that
 * anyone can compute again; it differs little where post-editors seldom move phrases.
 *
 * @param distance insertions, deletions and substitutions
 * @param words of the post-edit
 * @param tokens places of the words in the translation
 * @param bad for each of them, true where the post-editor changed or removed it
 */
record PostEdit(int distance, int words, List<Span> tokens, List<Boolean> bad) {

    static PostEdit of(String translation, String postEdit) {
        List<Span> tokens = WordTokens.spans(translation);
        List<String> from = WordTokens.of(translation.toLowerCase(Locale.ROOT));
        List<String> to = WordTokens.of(postEdit.toLowerCase(Locale.ROOT));
        if (from.size() != tokens.size()) {
            throw new IllegalArgumentException("lower case has other words: " + translation);
        }
        int[][] cost = new int[from.size() + 1][to.size() + 1];
        for (int i = 0; i <= from.size(); i++) {
            for (int j = 0; j <= to.size(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        List<Boolean> bad = new ArrayList<>(Collections.nCopies(from.size(), true));
        int i = from.size();
        int j = to.size();
        while (i > 0 && j > 0) {
            boolean same = from.get(i - 1).equals(to.get(j - 1));
            if (cost[i][j] == cost[i - 1][j - 1] + (same ? 0 : 1)) {
                bad.set(--i, !same);
                j--;
            } else if (cost[i][j] == cost[i - 1][j] + 1) {
                i--;
            } else {
                j--;
            }
        }
        return new PostEdit(cost[from.size()][to.size()], to.size(), tokens, List.copyOf(bad));
    }

    private static int cheapest(int[][] cost, List<String> from, List<String> to, int i, int j) {
        int change = from.get(i - 1).equals(to.get(j - 1)) ? 0 : 1;
        return Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    }

    double hter() {
        return words == 0 ? 1 : Math.min(1, (double) distance / words);
    }
}
