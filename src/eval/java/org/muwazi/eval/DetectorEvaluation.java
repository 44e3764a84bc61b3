package org.muwazi.eval;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.muwazi.damage.Clean;
import org.muwazi.damage.Damage;
import org.muwazi.damage.Material;
import org.muwazi.score.DebrisDetector;
import org.muwazi.score.Detector;
import org.muwazi.score.Detectors;
import org.muwazi.score.EmptyDetector;
import org.muwazi.score.Finding;
import org.muwazi.score.FluencyDetector;
import org.muwazi.score.LengthDetector;
import org.muwazi.score.NameDetector;
import org.muwazi.score.NegationDetector;
import org.muwazi.score.NumberDetector;
import org.muwazi.score.RepetitionDetector;
import org.muwazi.score.Severity;
import org.muwazi.score.UntranslatedDetector;
import org.muwazi.text.Language;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * Measures each detector: recall on seeded damage of its own family, and false alarms on the same
 * human translations left as they are.
 *
 * <p>Arguments: the folder with the benchmark files ({@code benchmark_flores_devtest.tsv.gz},
 * {@code benchmark_tico19_test.tsv.gz}: en, fr, ar), and the folder for {@code detectors.tsv}. A
 * damaged pair counts as seen only where the undamaged one is silent or has fewer findings, so that
 * a detector that always fires gains nothing.
 */
public final class DetectorEvaluation {

    private static final long SEED = 20_261_101L;
    private static final Map<String, Detector> DETECTORS = new LinkedHashMap<>();

    static {
        DETECTORS.put("empty", new EmptyDetector());
        DETECTORS.put("number", new NumberDetector());
        DETECTORS.put("name", new NameDetector());
        DETECTORS.put("untranslated", new UntranslatedDetector());
        DETECTORS.put("repetition", new RepetitionDetector());
        DETECTORS.put("length", new LengthDetector());
        DETECTORS.put("debris", new DebrisDetector());
        DETECTORS.put("negation", new NegationDetector());
        DETECTORS.put("fluency", new FluencyDetector());
    }

    private final PrintStream out;
    private final List<String> rows = new ArrayList<>();

    private DetectorEvaluation(PrintStream out) {
        this.out = out;
    }

    /** Runs the measurement; exits with 2 where arguments or data are missing. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (arguments.length != 2) {
            out.println("usage: DetectorEvaluation DATA-FOLDER RESULT-FOLDER");
            System.exit(2);
        }
        Path data = Path.of(arguments[0]);
        for (String set : BenchmarkRows.SETS) {
            if (!Files.isReadable(BenchmarkRows.file(data, set))) {
                out.println(
                        BenchmarkRows.file(data, set)
                                + " is not there; the benchmark files are not part of the repository");
                System.exit(2);
            }
        }
        DetectorEvaluation evaluation = new DetectorEvaluation(out);
        evaluation.run(data);
        Path results = Path.of(arguments[1]);
        write(results.resolve("detectors.tsv"), evaluation.rows);
        List<String> rules = new ArrayList<>();
        rules.add("language\tset\tsentences\texplanation\tfalse_alarms");
        for (Language language : BenchmarkRows.COLUMNS) {
            rules.addAll(fluencyRules(data, language));
        }
        rules.forEach(out::println);
        write(results.resolve("fluency-rules.tsv"), rules);
    }

    // How often each sentence of explanation appears on plain human text of one language.
    private static List<String> fluencyRules(Path data, Language language) throws IOException {
        Path file = data.resolve("mono_" + language.iso639_1() + ".txt.gz");
        if (!Files.isReadable(file)) {
            return List.of();
        }
        Map<String, Integer> counts = new TreeMap<>();
        int sentences = 0;
        int any = 0;
        Detector detector = new FluencyDetector();
        for (String[] line : TabbedFile.lines(file)) {
            Variant text = new Variant(language, line[0]);
            List<String> rules =
                    detector.detect(new TranslationUnit("mono", text, text)).stream()
                            .map(
                                    f ->
                                            f.explanation()
                                                    .in(Language.ENGLISH)
                                                    .replace(f.evidence(), "...")
                                                    .strip())
                            .distinct()
                            .toList();
            sentences++;
            any += rules.isEmpty() ? 0 : 1;
            rules.forEach(rule -> counts.merge(rule, 1, Integer::sum));
        }
        counts.put("any", any);
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            rows.add(
                    String.join(
                            "\t",
                            language.iso639_1(),
                            "mono_" + language.iso639_1(),
                            Integer.toString(sentences),
                            count.getKey(),
                            figure((double) count.getValue() / sentences)));
        }
        return rows;
    }

    private void run(Path data) throws IOException {
        String header =
                "set\tdirection\tdetector\tdamage\tdamaged\trecall\tclean\tfalse_alarms\tfalse_alarms_major\tprecision_equal_prior";
        rows.add(header);
        out.println(header);
        for (String set : BenchmarkRows.SETS) {
            List<String[]> lines = TabbedFile.lines(BenchmarkRows.file(data, set));
            for (Language from : BenchmarkRows.COLUMNS) {
                for (Language to : BenchmarkRows.COLUMNS) {
                    if (from != to) {
                        direction(set, BenchmarkRows.units(set, lines, from, to));
                    }
                }
            }
        }
    }

    private void direction(String set, List<TranslationUnit> units) {
        Map<String, double[]> alarms = new TreeMap<>();
        for (Map.Entry<String, Detector> entry : DETECTORS.entrySet()) {
            alarms.put(entry.getKey(), falseAlarms(entry.getValue(), units));
        }
        for (Damage damage : Damage.values()) {
            if (damage.detector().isEmpty()) {
                continue;
            }
            row(
                    set,
                    units,
                    damage.detector().get(),
                    damage.name().toLowerCase(Locale.ROOT),
                    recall(damage, units),
                    alarms.get(damage.detector().get()));
        }
        row(set, units, "standard", "none", new double[] {0, Double.NaN}, jointAlarms(units));
    }

    private static double[] falseAlarms(Detector detector, List<TranslationUnit> units) {
        int fired = 0;
        int major = 0;
        for (TranslationUnit unit : units) {
            List<Finding> findings = detector.detect(unit);
            fired += findings.isEmpty() ? 0 : 1;
            major += hasMajor(findings) ? 1 : 0;
        }
        return new double[] {(double) fired / units.size(), (double) major / units.size()};
    }

    private static double[] jointAlarms(List<TranslationUnit> units) {
        return falseAlarms(unit -> Detectors.detect(Detectors.standard(), unit), units);
    }

    private static boolean hasMajor(List<Finding> findings) {
        return findings.stream()
                .anyMatch(
                        f -> f.severity().compareTo(Severity.MAJOR) >= 0 && f.confidence() >= 0.5);
    }

    private static double[] recall(Damage damage, List<TranslationUnit> units) {
        Detector detector = DETECTORS.get(damage.detector().orElseThrow());
        int damaged = 0;
        int seen = 0;
        for (TranslationUnit unit : units) {
            Random random =
                    new Random(SEED + Long.parseLong(unit.id()) * 31 + damage.name().hashCode());
            Optional<String> target =
                    damage.apply(new Clean(unit.source(), unit.target(), Material.none()), random);
            if (target.isEmpty() || target.get().equals(unit.target().text())) {
                continue;
            }
            damaged++;
            TranslationUnit broken =
                    new TranslationUnit(
                            unit.id(),
                            unit.source(),
                            new Variant(unit.target().language(), target.get()));
            if (detector.detect(broken).size() > detector.detect(unit).size()) {
                seen++;
            }
        }
        return new double[] {damaged, damaged == 0 ? Double.NaN : (double) seen / damaged};
    }

    private void row(
            String set,
            List<TranslationUnit> units,
            String detector,
            String damage,
            double[] recall,
            double[] alarms) {
        TranslationUnit first = units.get(0);
        double precision = recall[1] / (recall[1] + alarms[0]);
        String row =
                String.join(
                        "\t",
                        set,
                        first.source().language().iso639_1()
                                + "-"
                                + first.target().language().iso639_1(),
                        detector,
                        damage,
                        Integer.toString((int) recall[0]),
                        figure(recall[1]),
                        Integer.toString(units.size()),
                        figure(alarms[0]),
                        figure(alarms[1]),
                        figure(precision));
        rows.add(row);
        out.println(row);
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static void write(Path file, List<String> table) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# date " + LocalDate.now(ZoneOffset.UTC) + ", seed " + SEED);
        lines.add(
                "# command: java -cp CLASSES org.muwazi.eval.DetectorEvaluation DATA-FOLDER eval/results");
        lines.add("# recall: share of damaged targets with more findings than the undamaged one;");
        lines.add(
                "# false_alarms: share of clean pairs with any finding; _major: with one that is major or critical and at least 0.5 sure");
        lines.add(
                "# tico19_test: rows 424 to 696 and 783 to 807 left out where French takes part, its column is displaced there");
        lines.addAll(table);
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
