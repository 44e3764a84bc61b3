package org.muwazi.eval.words;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.align.WordLink;
import org.muwazi.align.WordMatcher;
import org.muwazi.align.WordSimilarities;

/**
 * Links two words that are each other's best ("argmax" of Jalili Sabet et al. 2020, "SimAlign"),
 * and with more rounds goes on with what has no link yet ("itermax" of the same).
 */
final class MutualArgmax implements WordMatcher {

    // What a word that has a link already is worth in later rounds (SimAlign's alpha).
    private static final double LINKED = 0.9;

    private final int rounds;

    /** One round is "argmax", two are "itermax" as published. */
    MutualArgmax(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public List<WordLink> match(WordSimilarities similarities) {
        int rows = similarities.rows();
        int columns = similarities.columns();
        double[][] values = new double[rows][columns];
        boolean[] rowLinked = new boolean[rows];
        boolean[] columnLinked = new boolean[columns];
        List<WordLink> links = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    double share =
                            rowLinked[i] && columnLinked[j]
                                    ? 0
                                    : rowLinked[i] || columnLinked[j] ? LINKED : 1;
                    // Cosines to 0 and above, so that a share is always less.
                    values[i][j] = share * (1 + similarities.at(i, j)) / 2;
                }
            }
            List<WordLink> mutual = mutual(values, columns);
            mutual.forEach(
                    link -> {
                        rowLinked[link.source()] = true;
                        columnLinked[link.target()] = true;
                    });
            links.addAll(mutual);
        }
        return links.stream().sorted().toList();
    }

    private static List<WordLink> mutual(double[][] values, int columns) {
        int rows = values.length;
        List<WordLink> mutual = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int best = -1;
            for (int j = 0; j < columns; j++) {
                if (best < 0 || values[i][j] > values[i][best]) {
                    best = j;
                }
            }
            if (best >= 0 && values[i][best] > 0 && isBestOfColumn(values, i, best)) {
                mutual.add(new WordLink(i, best, Math.min(1, values[i][best])));
            }
        }
        return mutual;
    }

    private static boolean isBestOfColumn(double[][] values, int row, int column) {
        for (int i = 0; i < values.length; i++) {
            if (values[i][column] > values[row][column]
                    || (values[i][column] == values[row][column] && i < row)) {
                return false;
            }
        }
        return true;
    }
}
