package org.muwazi.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files what the evaluation programs print: {@code eval/results/NAME.tsv} with a head of {@code #}
 * lines, the main figures in {@code eval/results/aggregated.tsv}, and the quality table in
 * README.md, which is made from that file and nothing else.
 */
public final class ResultFiles {

    static final String HEADER = "measure\tvalue\tn\tdate\tcommand\tsignature";

    private static final String BEGIN = "<!-- quality: written by eval/run -->";
    private static final String END = "<!-- end of quality -->";
    private static final String SIGNATURE = "# signature: ";

    /** One main figure; {@code n} says of what the number is a share or mean. */
    record Measure(String name, String value, String n) {}

    private ResultFiles() {}

    /**
     * Arguments: repository, name of the result, command as a user types it, date, commit, file
     * with the program's output.
     */
    public static void main(String[] args) throws IOException {
        Path results = Path.of(args[0], "eval", "results");
        Path readme = Path.of(args[0], "README.md");
        String name = args[1];
        List<String> lines = Files.readAllLines(Path.of(args[5]));
        List<String> comments = lines.stream().filter(line -> line.startsWith("#")).toList();
        List<String> table = lines.stream().filter(line -> !line.startsWith("#")).toList();
        List<Measure> measures = measures(name, table);
        List<String> file = new ArrayList<>();
        file.add("# date: " + args[3]);
        file.add("# command: " + args[2]);
        file.add("# commit: " + args[4]);
        file.add("# rows: " + (table.size() - 1));
        file.addAll(comments);
        file.addAll(table);
        Files.createDirectories(results);
        write(results.resolve(name + ".tsv"), file);
        String signature =
                comments.stream()
                        .filter(line -> line.startsWith(SIGNATURE))
                        .map(line -> line.substring(SIGNATURE.length()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                name + " has no line \"" + SIGNATURE + "...\""));
        Path aggregated = results.resolve("aggregated.tsv");
        List<String> before = Files.exists(aggregated) ? Files.readAllLines(aggregated) : List.of();
        List<String> after = new ArrayList<>(List.of(HEADER));
        before.stream()
                .skip(1)
                .filter(line -> !line.split("\t", -1)[4].equals(args[2]))
                .forEach(after::add);
        for (Measure measure : measures) {
            after.add(
                    String.join(
                            "\t",
                            measure.name(),
                            measure.value(),
                            measure.n(),
                            args[3],
                            args[2],
                            signature));
        }
        after.subList(1, after.size()).sort(String::compareTo);
        write(aggregated, after);
        String text = Files.readString(readme);
        Files.writeString(readme, withTable(text, readmeTable(after)));
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    /** The main figures of a result. */
    static List<Measure> measures(String name, List<String> table) {
        List<Map<String, String>> rows = rows(table);
        return switch (name) {
            case "align-stories" -> alignment(rows);
            case "verdicts" -> verdicts(rows);
            case "segmentation" ->
                    rows.stream()
                            .map(
                                    row ->
                                            new Measure(
                                                    "segmentation, "
                                                            + row.get("language")
                                                            + ", "
                                                            + row.get("segmenter")
                                                            + ": F1 of boundaries",
                                                    row.get("f1"),
                                                    row.get("boundaries") + " boundaries"))
                            .toList();
            case "moved", "generated" -> pairs(name, rows);
            // Evidence for a decision, not a figure of quality.
            case "paragraphs" -> List.of();
            case "detectors" -> detectors(rows);
            case "closeness" ->
                    rows.stream()
                            .map(
                                    row ->
                                            new Measure(
                                                    "closeness, "
                                                            + row.get("pair")
                                                            + ", "
                                                            + row.get("partner")
                                                            + ": median cosine",
                                                    row.get("p50"),
                                                    row.get("sentences") + " sentences"))
                            .toList();
            case "pairs" ->
                    rows.stream()
                            .filter(row -> row.get("damage").matches("none|critical"))
                            .filter(row -> row.get("estimator").equals("learned"))
                            .map(
                                    row ->
                                            new Measure(
                                                    "score, "
                                                            + row.get("pair")
                                                            + ", damage "
                                                            + row.get("damage")
                                                            + ": garbled or to be looked at",
                                                    String.format(
                                                            Locale.ROOT,
                                                            "%.3f",
                                                            Double.parseDouble(row.get("garbled"))
                                                                    + Double.parseDouble(
                                                                            row.get("review"))),
                                                    row.get("pairs") + " pairs"))
                            .toList();
            case "check-time" ->
                    rows.stream()
                            .map(
                                    row ->
                                            new Measure(
                                                    "check, cold start to report: median seconds",
                                                    row.get("median seconds"),
                                                    row.get("versions") + " versions"))
                            .toList();
            case "quality", "encoder" ->
                    rows.stream()
                            .filter(row -> row.get("headline").equals("yes"))
                            .map(
                                    row ->
                                            new Measure(
                                                    String.join(
                                                            ", ",
                                                            name,
                                                            row.get("benchmark"),
                                                            row.get("part"),
                                                            row.get("scorer")
                                                                    + ": "
                                                                    + row.get("measure")),
                                                    row.get("value"),
                                                    row.get("n")))
                            .toList();
            case "words" ->
                    rows.stream()
                            .filter(row -> row.get("headline").equals("yes"))
                            .map(
                                    row ->
                                            new Measure(
                                                    String.join(
                                                            ", ",
                                                            name,
                                                            row.get("pair"),
                                                            row.get("scorer"),
                                                            row.get("rule")
                                                                    + ": alignment error rate"),
                                                    row.get("aer"),
                                                    row.get("sentences") + " sentences"))
                            .toList();
            case "counterparts" ->
                    rows.stream()
                            .filter(row -> row.get("headline").equals("yes"))
                            .map(
                                    row ->
                                            new Measure(
                                                    "counterparts of wrong words, "
                                                            + row.get("length")
                                                            + " in a row: answers with a right"
                                                            + " word",
                                                    row.get("hit"),
                                                    row.get("asked") + " places"))
                            .toList();
            // The main figures of both stand in quality.
            case "quality-damage", "quality-documents" -> List.of();
            case "align-gold" -> alignmentGold(rows);
            case "align-speed" -> alignmentSpeed(rows);
            case "bead-confidence" -> confidence(rows);
            case "align-parameters", "align-dense-parameters" -> List.of();
            case "relations" -> relations(rows);
            case "pair" -> pairs(rows);
            case "pair-speed" ->
                    rows.stream()
                            .map(
                                    row ->
                                            new Measure(
                                                    "pair, generated documents: seconds",
                                                    row.get("seconds"),
                                                    row.get("documents") + " documents"))
                            .toList();
            case "relations-stories" ->
                    rows.stream()
                            .map(
                                    row ->
                                            new Measure(
                                                    "relations, stories, gold "
                                                            + row.get("gold")
                                                            + ": right",
                                                    row.get("right"),
                                                    row.get("pairs") + " pairs"))
                            .toList();
            case "score-speed" ->
                    rows.stream()
                            .map(
                                    row ->
                                            new Measure(
                                                    "score, one core, "
                                                            + row.get("what")
                                                            + ": pairs a second",
                                                    row.get("pairs a second"),
                                                    row.get("lines") + " lines"))
                            .toList();
            case "score-limits" ->
                    rows.stream()
                            .filter(row -> row.get("part").equals("limits"))
                            .map(
                                    row ->
                                            new Measure(
                                                    "score, "
                                                            + row.get("estimator")
                                                            + ", "
                                                            + row.get("from")
                                                            + "-"
                                                            + row.get("to")
                                                            + ": critical among called good, one in"
                                                            + " ten critical",
                                                    row.get("prior 10 %"),
                                                    row.get("tested on") + " good pairs"))
                            .toList();
            // Read by people who change a detector; the README shows the table of the detectors.
            case "detector-families" -> List.of();
            case "mine" -> mining(rows);
            case "mine-speed" ->
                    rows.stream()
                            .map(
                                    row ->
                                            new Measure(
                                                    "mining, search "
                                                            + row.get("search")
                                                            + ", "
                                                            + row.get("rows a side")
                                                            + " a side: CPU seconds",
                                                    row.get("CPU seconds"),
                                                    row.get("threads") + " threads"))
                            .toList();
            default -> throw new IllegalArgumentException("no result is called " + name);
        };
    }

    private static List<Measure> pairs(List<Map<String, String>> rows) {
        return rows.stream()
                .filter(row -> !row.get("method").contains("at all"))
                .map(
                        row ->
                                new Measure(
                                        "pair, " + row.get("method") + ": F1",
                                        row.get("F1"),
                                        row.get("gold") + " pairs of versions"))
                .toList();
    }

    /** The shipped decision and the rivals. */
    private static List<Measure> relations(List<Map<String, String>> rows) {
        List<Measure> measures = new ArrayList<>();
        for (Map<String, String> row : rows) {
            if (List.of("mean vector cosine", "mean best cosine", "mass x anchors", "shipped")
                    .contains(row.get("measure"))) {
                for (String kind : List.of("near", "all")) {
                    measures.add(
                            new Measure(
                                    "relations, "
                                            + row.get("measure")
                                            + ": balanced accuracy, "
                                            + kind,
                                    row.get("test: " + kind),
                                    row.get("pairs") + " pairs"));
                }
            }
        }
        return measures;
    }

    /** The rows of a table by the names in its first line. */
    static List<Map<String, String>> rows(List<String> table) {
        String[] head = table.get(0).split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : table.subList(1, table.size())) {
            String[] field = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < head.length; i++) {
                row.put(head[i], field[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<Measure> alignment(List<Map<String, String>> rows) {
        List<Measure> measures = new ArrayList<>();
        for (Map<String, String> row : rows) {
            if (row.get("story").equals("all")) {
                for (String score : List.of("strict F1", "lax F1")) {
                    measures.add(
                            new Measure(
                                    "alignment, " + row.get("kind") + ": " + score,
                                    row.get(score),
                                    row.get("beads") + " beads"));
                }
            }
        }
        return measures;
    }

    /** The aligner and its first pass on the documents that nothing was searched on. */
    private static List<Measure> alignmentGold(List<Map<String, String>> rows) {
        return rows.stream()
                .filter(
                        row ->
                                row.get("half").equals("not searched on")
                                        && row.get("pair").equals("all")
                                        && !row.get("system").contains(" without ")
                                        && !row.get("system").contains(", "))
                .map(
                        row ->
                                new Measure(
                                        "alignment, gold "
                                                + row.get("tier")
                                                + ", "
                                                + row.get("system")
                                                + ": strict F1",
                                        row.get("strict F1"),
                                        row.get("beads") + " beads"))
                .toList();
    }

    private static List<Measure> alignmentSpeed(List<Map<String, String>> rows) {
        return rows.stream()
                .filter(row -> Integer.parseInt(row.get("source lines")) >= 20_000)
                .map(
                        row ->
                                new Measure(
                                        "alignment, long documents: seconds without encoding",
                                        row.get("seconds"),
                                        row.get("source lines") + " lines"))
                .toList();
    }

    private static List<Measure> confidence(List<Map<String, String>> rows) {
        return rows.stream()
                .filter(row -> row.get("bin").startsWith("ECE") && row.get("tier").equals("all"))
                .map(
                        row ->
                                new Measure(
                                        "alignment, confidence of "
                                                + row.get("kind")
                                                + " beads: calibration error",
                                        row.get("bin").substring(4),
                                        row.get("beads") + " beads"))
                .toList();
    }

    /** Strict F1 of each family; for those out of order, what was found and what was harmed. */
    private static List<Measure> pairs(String name, List<Map<String, String>> rows) {
        List<Measure> measures = new ArrayList<>();
        for (Map<String, String> row : rows) {
            String subject =
                    String.join(", ", name, row.get("set"), row.get("family"), row.get("aligner"));
            List<String> figures =
                    name.equals("generated")
                            ? List.of("strict F1")
                            : List.of(
                                    "both found and marked",
                                    "moved found",
                                    "neighbours kept",
                                    "false moved per 1000");
            for (String figure : figures) {
                if (!row.get(figure).isEmpty() && row.get("aligner").equals("moved")) {
                    measures.add(
                            new Measure(
                                    subject + ": " + figure,
                                    row.get(figure),
                                    row.get("beads") + " beads"));
                }
            }
        }
        return measures;
    }

    /** The default setting, and the cosine alone as the baseline, for each pair of languages. */
    private static List<Measure> mining(List<Map<String, String>> rows) {
        List<Measure> measures = new ArrayList<>();
        for (Map<String, String> row : rows) {
            boolean defaults =
                    row.get("margin").equals("distance") && row.get("penalties").equals("yes");
            boolean baseline =
                    row.get("margin").equals("cosine") && row.get("penalties").equals("no");
            boolean counted = row.get("neighbours").equals("4") && !row.get("gold").equals("-");
            if (counted && (defaults || baseline)) {
                measures.add(
                        new Measure(
                                "mining, "
                                        + row.get("set")
                                        + ", "
                                        + row.get("pair")
                                        + ", "
                                        + row.get("margin")
                                        + (defaults ? " with penalties" : " alone")
                                        + ": F1",
                                row.get("test F1"),
                                row.get("gold") + " gold pairs"));
            }
        }
        return measures;
    }

    private static List<Measure> verdicts(List<Map<String, String>> rows) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Map<String, String> row : rows) {
            int[] count =
                    counts.computeIfAbsent(
                            "verdicts, " + row.get("mode") + ", gold " + row.get("gold"),
                            key -> new int[2]);
            count[0] += row.get("right").equals("right") ? 1 : 0;
            count[1]++;
        }
        return counts.entrySet().stream()
                .map(
                        entry ->
                                new Measure(
                                        entry.getKey() + ": right",
                                        Integer.toString(entry.getValue()[0]),
                                        entry.getValue()[1] + " versions"))
                .toList();
    }

    /** Recall over all damage of a detector's own families, and false alarms of them together. */
    private static List<Measure> detectors(List<Map<String, String>> rows) {
        Map<String, double[]> recall = new TreeMap<>();
        double[] alarms = new double[2];
        for (Map<String, String> row : rows) {
            if (row.get("damage").equals("none")) {
                double clean = Double.parseDouble(row.get("clean"));
                alarms[0] += clean * Double.parseDouble(row.get("false_alarms_major"));
                alarms[1] += clean;
            } else {
                double damaged = Double.parseDouble(row.get("damaged"));
                double[] sum = recall.computeIfAbsent(row.get("detector"), key -> new double[2]);
                sum[0] += damaged * Double.parseDouble(row.get("recall"));
                sum[1] += damaged;
            }
        }
        List<Measure> measures = new ArrayList<>();
        recall.forEach(
                (detector, sum) ->
                        measures.add(
                                new Measure(
                                        "detectors, " + detector + ": recall",
                                        ratio(sum),
                                        Math.round(sum[1]) + " damaged sentences")));
        measures.add(
                new Measure(
                        "detectors, all: clean pairs with a major finding",
                        ratio(alarms),
                        Math.round(alarms[1]) + " clean pairs"));
        return measures;
    }

    private static String ratio(double[] sum) {
        return String.format(Locale.ROOT, "%.3f", sum[0] / sum[1]);
    }

    /** The Markdown table for lines of aggregated.tsv, header included. */
    static String readmeTable(List<String> aggregated) {
        StringBuilder table =
                new StringBuilder(
                        "| measure | value | of | date | command |\n|---|---|---|---|---|\n");
        for (String line : aggregated.subList(1, aggregated.size())) {
            List<String> field = Arrays.asList(line.split("\t", -1));
            table.append("| ").append(String.join(" | ", field.subList(0, 4)));
            table.append(" | `").append(field.get(4)).append("` |\n");
        }
        return table.toString();
    }

    /** The text of README with the table between its markers. */
    static String withTable(String readme, String table) {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("README.md lacks the markers of the quality table");
        }
        return readme.substring(0, begin + BEGIN.length()) + "\n" + table + readme.substring(end);
    }
}
