package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;

/**
 * What cosines human translations and unrelated sentences have, for each pair of languages: the
 * scale on which closeness in meaning is told.
 */
public final class ClosenessEvaluation {

    private static final List<String> LANGUAGES = List.of("en", "fr", "ar");

    private ClosenessEvaluation() {}

    /**
     * Arguments: model folder, folder with {@code benchmark_flores_devtest.tsv.gz} (columns en, fr,
     * ar). Prints quantiles of the cosine; a sentence's unrelated partner is the one half the file
     * away.
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String[]> rows = TabbedFile.lines(Path.of(args[1], "benchmark_flores_devtest.tsv.gz"));
        try (SentenceEncoder encoder =
                new NormalizingEncoder(OnnxSentenceEncoder.open(Path.of(args[0])))) {
            List<Embeddings> vectors = new ArrayList<>();
            for (int column = 0; column < LANGUAGES.size(); column++) {
                int side = column;
                vectors.add(encoder.encode(rows.stream().map(row -> row[side]).toList()));
            }
            out.println("pair\tpartner\tsentences\tp05\tp25\tp50\tp75\tp95");
            for (int a = 0; a < LANGUAGES.size(); a++) {
                for (int b = a + 1; b < LANGUAGES.size(); b++) {
                    String pair = LANGUAGES.get(a) + "-" + LANGUAGES.get(b);
                    print(out, pair, "translation", vectors.get(a), vectors.get(b), 0);
                    print(out, pair, "unrelated", vectors.get(a), vectors.get(b), rows.size() / 2);
                }
            }
            out.println("# signature: " + encoder.signature());
        }
    }

    private static void print(
            PrintStream out, String pair, String partner, Embeddings a, Embeddings b, int shift) {
        double[] cosines = new double[a.rows()];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = a.cosine(i, b, (i + shift) % cosines.length);
        }
        Arrays.sort(cosines);
        StringBuilder line = new StringBuilder(pair + "\t" + partner + "\t" + cosines.length);
        for (double share : new double[] {.05, .25, .5, .75, .95}) {
            double value = cosines[(int) Math.floor(share * (cosines.length - 1))];
            line.append(String.format(Locale.ROOT, "\t%.3f", value));
        }
        out.println(line);
    }
}
