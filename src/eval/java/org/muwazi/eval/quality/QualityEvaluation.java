package org.muwazi.eval.quality;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muwazi.cli.Toolkit;

/**
 * All figures of quality estimation. Writes three tables: {@code quality}, {@code quality-damage}
 * and {@code quality-documents}.
 */
public final class QualityEvaluation {

    /** Pairs of each family of damage, set and direction. */
    private static final int PAIRS = 60;

    private final PrintStream progress;
    private final long start = System.nanoTime();

    private QualityEvaluation(PrintStream progress) {
        this.progress = progress;
    }

    /**
     * Arguments: folder for the tables; models folder; {@code eval} folder with stories and tables
     * of words; folder of benchmarks; then, in any order, {@code --demetr FOLDER} and scorers as
     * {@code NAME=FOLDER}.
     */
    public static void main(String[] args) throws IOException {
        PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        List<String> named = new ArrayList<>(Arrays.asList(args).subList(4, args.length));
        Optional<Path> demetr = Optional.empty();
        int at = named.indexOf("--demetr");
        if (at >= 0) {
            if (at + 1 == named.size()) {
                progress.println("--demetr needs the folder of a copy of DEMETR");
                System.exit(2);
            }
            demetr = Optional.of(Path.of(named.get(at + 1)));
            named.subList(at, at + 2).clear();
        }
        Path tables = Path.of(args[0]);
        Path eval = Path.of(args[2]);
        Path data = Path.of(args[3]);
        try (Toolkit toolkit = Toolkit.open(Path.of(args[1]));
                Scorers scorers = Scorers.open(toolkit, Path.of(args[1]), named)) {
            new QualityEvaluation(progress)
                    .run(toolkit, scorers, new Folders(tables, eval, data, demetr));
        }
    }

    private record Folders(Path tables, Path eval, Path data, Optional<Path> demetr) {}

    private void run(Toolkit toolkit, Scorers scorers, Folders folders) throws IOException {
        List<PairScorer> all = scorers.all();
        List<String> signature = List.of(signature(toolkit, all));
        List<Figure> figures = new ArrayList<>(WceLig.figures(folders.data(), all));
        done("WCE-LIG");
        if (folders.demetr().isPresent()) {
            figures.addAll(Demetr.figures(folders.demetr().get(), all));
            done("DEMETR");
        }
        figures.addAll(DirectAssessment.figures(folders.data(), all));
        done("MLQE-PE");
        figures.addAll(CriticalErrors.figures(folders.data(), all));
        done("critical errors");
        DamageBenchmark damage = new DamageBenchmark(new DamagedSet(folders.data(), PAIRS), all);
        figures.addAll(damage.figures());
        write(folders.tables().resolve("quality-damage"), damage.lines(), signature);
        done("damage");
        figures.addAll(
                StoryFindings.figures(toolkit.pipeline(), folders.eval().resolve("stories")));
        done("eval/stories");
        DocumentAlarms documents =
                new DocumentAlarms(toolkit.pipeline(), GoodDocuments.read(folders.data()));
        figures.addAll(documents.figures());
        write(folders.tables().resolve("quality-documents"), documents.lines(), signature);
        done("good documents");
        List<String> lines = new ArrayList<>(List.of(Figure.HEADER));
        figures.forEach(figure -> lines.add(figure.line()));
        write(folders.tables().resolve("quality"), lines, signature);
    }

    private void done(String what) {
        progress.println(
                what + ": done after " + (System.nanoTime() - start) / 1_000_000_000 + " s");
    }

    /** Short, since it stands beside every main figure. */
    private static String signature(Toolkit toolkit, List<PairScorer> scorers) {
        return "# signature: quality|encoder:"
                + toolkit.encoder().signature().name()
                + "|scorers:"
                + String.join("+", scorers.stream().map(PairScorer::name).toList())
                + "|seed:20261122|resamples:1000|pairs:"
                + PAIRS
                + "|version:1";
    }

    private static void write(Path file, List<String> lines, List<String> signature)
            throws IOException {
        List<String> all = new ArrayList<>(lines);
        all.addAll(signature);
        Files.writeString(file, String.join("\n", all) + "\n");
    }
}
