package org.muwazi.damage;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.Span;

/**
 * Which words of a damaged sentence the damage put there: those outside the longest common
 * subsequence of words with the clean sentence. Where a phrase is said twice the later one is
 * marked. A word that is missing leaves no mark.
 */
final class WordMarks {

    private WordMarks() {}

    static List<Span> of(String clean, String damaged) {
        List<String> before = WordTokens.of(clean);
        List<Span> places = WordTokens.spans(damaged);
        List<String> after = places.stream().map(span -> span.of(damaged)).toList();
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] =
                        before.get(i).equals(after.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Span> marks = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (j < after.size()) {
            if (i < before.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                marks.add(places.get(j++));
            }
        }
        return List.copyOf(marks);
    }
}
