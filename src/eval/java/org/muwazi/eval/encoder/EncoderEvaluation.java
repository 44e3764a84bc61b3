package org.muwazi.eval.encoder;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muwazi.embed.onnx.ModelManifest;
import org.muwazi.eval.BenchmarkRows;
import org.muwazi.eval.quality.Figure;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;

/** All figures of a sentence encoder, and of its rivals in the same run. */
public final class EncoderEvaluation {

    /**
     * Noised are so many of the shortest sentences of both benchmarks: with those of FLORES, 25
     * words on average, translations were found as well (0.998 and more) with a slip in every fifth
     * word as without one, and no encoder could be told from another.
     */
    private static final int NOISED = 600;

    /** Of each kind, set and direction. */
    private static final int NEAR_MISSES = 60;

    private static final int EXIT_USAGE = 2;
    private static final int EXIT_BAD_INPUT = 3;

    private final PrintStream progress;
    private final long start = System.nanoTime();

    private EncoderEvaluation(PrintStream progress) {
        this.progress = progress;
    }

    /**
     * Arguments: model folder; folder of the benchmarks; {@code eval} folder with the stories and
     * {@code languages.tsv}; then rivals as {@code NAME=FOLDER}. The table goes to standard output.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Map<String, Path> rivals = rivals(Arrays.asList(args).subList(3, args.length));
            // Before an hour of work: a rival that cannot be read.
            rivals.values().forEach(ModelManifest::read);
            new EncoderEvaluation(progress)
                    .run(Path.of(args[0]), rivals, new Folders(Path.of(args[1]), Path.of(args[2])))
                    .forEach(out::println);
        } catch (MalformedInputException e) {
            progress.println(e.getMessage());
            System.exit(EXIT_BAD_INPUT);
        } catch (IllegalArgumentException e) {
            progress.println(e.getMessage());
            System.exit(EXIT_USAGE);
        }
    }

    /** Folders by the names they are given. */
    static Map<String, Path> rivals(List<String> named) {
        Map<String, Path> rivals = new LinkedHashMap<>();
        for (String rival : named) {
            int equals = rival.indexOf('=');
            if (equals < 1 || equals + 1 == rival.length()) {
                throw new IllegalArgumentException(rival + " is not NAME=MODELDIR");
            }
            String name = rival.substring(0, equals);
            if (rivals.put(name, Path.of(rival.substring(equals + 1))) != null) {
                throw new IllegalArgumentException("two rivals are called " + name);
            }
        }
        return rivals;
    }

    private record Folders(Path data, Path eval) {}

    private List<String> run(Path model, Map<String, Path> rivals, Folders folders)
            throws IOException, InterruptedException {
        ComparisonTable table = new ComparisonTable(figures(model, folders));
        for (Map.Entry<String, Path> rival : rivals.entrySet()) {
            table.add(rival.getKey(), figures(rival.getValue(), folders));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(signature(model, rivals));
        return lines;
    }

    private List<Figure> figures(Path model, Folders folders)
            throws IOException, InterruptedException {
        List<Bitext> all = Bitext.all(folders.data(), folders.eval().resolve("stories"));
        List<Bitext> benchmarks =
                all.stream().filter(one -> BenchmarkRows.SETS.contains(one.set())).toList();
        List<Figure> figures = new ArrayList<>(SpeedBenchmark.figures(model, folders.data()));
        done(model, "speed");
        try (OpenedModel opened = OpenedModel.open(model)) {
            figures.addAll(0, RetrievalBenchmark.figures(opened, all));
            done(model, "translations");
            figures.addAll(
                    LanguageBenchmark.figures(
                            opened,
                            LanguageSentences.read(folders.eval().resolve("languages.tsv"))));
            done(model, "other languages");
            figures.addAll(NoiseBenchmark.figures(opened, noised(benchmarks)));
            done(model, "noise");
            figures.addAll(
                    NearMissBenchmark.figures(opened, benchmarks, new NearMisses(NEAR_MISSES)));
            done(model, "near misses");
        }
        return figures;
    }

    /** Each language once as the side that is noised. */
    private static List<Bitext> noised(List<Bitext> benchmarks) {
        List<Bitext> noised = new ArrayList<>();
        for (List<Language> pair : Bitext.PAIRS) {
            if (pair.get(1) == Language.ENGLISH) {
                noised.add(
                        Bitext.together(benchmarks.stream().filter(one -> one.isIn(pair)).toList())
                                .shortest(NOISED));
            }
        }
        noised.add(noised.get(0).reversed());
        return noised;
    }

    private void done(Path model, String what) {
        progress.println(
                model
                        + ", "
                        + what
                        + ": done after "
                        + (System.nanoTime() - start) / 1_000_000_000
                        + " s");
    }

    /** Short, since it stands beside every main figure. */
    private static String signature(Path model, Map<String, Path> rivals) {
        ModelManifest manifest = ModelManifest.read(model);
        return "# signature: encoder|model:"
                + manifest.name()
                + "|sha256:"
                + manifest.modelFile().sha256().substring(0, 12)
                + "|rivals:"
                + (rivals.isEmpty() ? "none" : String.join("+", rivals.keySet()))
                + "|margin:ratio|neighbours:4|noised:"
                + NOISED
                + "|near-misses:"
                + NEAR_MISSES
                + "|seed:20261122|resamples:1000|version:2";
    }
}
