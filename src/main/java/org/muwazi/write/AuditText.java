package org.muwazi.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.muwazi.audit.AuditReport;
import org.muwazi.audit.CleanFigures;
import org.muwazi.audit.FamilyFigures;
import org.muwazi.audit.LeftOut;
import org.muwazi.audit.Proportion;

/** An audit as a table for people, with what to do about it. */
public final class AuditText {

    /** Pairs named for each reason they are left out. */
    private static final int NAMED = 5;

    /** A family of which less is flagged is named as one to look for by hand. */
    private static final double MOSTLY_MISSED = 0.5;

    /**
     * More false alarms than this mean that the domain is not what the limits were set on; clean
     * news has 1.5 to 7.5 % (eval/results/pairs.tsv).
     */
    private static final double USUAL_ALARMS = 0.08;

    private static final String ROW = "  %-15s %6s  %-16s %-8s %-9s %-9s %-7s %-7s %-6s %s";

    private AuditText() {}

    /** Writes the whole report. */
    public static void write(AuditReport report, Appendable out) throws IOException {
        List<String> lines = new ArrayList<>();
        addClean(report, lines);
        if (!report.families().isEmpty()) {
            addFamilies(report, lines);
        }
        report.notApplied()
                .forEach(
                        (family, reason) ->
                                lines.add("  " + family.label() + ": not applied, " + reason));
        lines.add("");
        lines.addAll(advice(report));
        lines.add("");
        lines.add(report.signature().toString());
        for (String line : lines) {
            out.append(line.stripTrailing()).append('\n');
        }
    }

    private static void addClean(AuditReport report, List<String> lines) {
        CleanFigures clean = report.clean();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%,d clean pairs, %,d of them judged (seed %d)",
                        report.available(),
                        clean.review().of(),
                        report.options().seed()));
        for (String line : leftOut(report.leftOut())) {
            lines.add("  " + line);
        }
        lines.add("");
        lines.add("False alarms on the clean pairs, with 95 % intervals");
        lines.add("  called review    " + interval(clean.review()));
        lines.add("  called garbled   " + interval(clean.garbled()));
        lines.add("  with a finding   " + interval(clean.found()) + kinds(clean));
        lines.add(String.format(Locale.ROOT, "  mean score       %.2f", clean.meanScore()));
        lines.add("");
    }

    /** A line for each reason: count, and the first few pairs. */
    public static List<String> leftOut(List<LeftOut> leftOut) {
        Map<LeftOut.Reason, List<String>> byReason = new LinkedHashMap<>();
        for (LeftOut.Reason reason : LeftOut.Reason.values()) {
            List<String> ids =
                    leftOut.stream().filter(l -> l.reason() == reason).map(LeftOut::id).toList();
            if (!ids.isEmpty()) {
                byReason.put(reason, ids);
            }
        }
        List<String> lines = new ArrayList<>();
        byReason.forEach(
                (reason, ids) ->
                        lines.add(
                                String.format(
                                        Locale.ROOT,
                                        "left out as %s: %,d (line %s%s)",
                                        reason.label(),
                                        ids.size(),
                                        String.join(
                                                ", ", ids.subList(0, Math.min(NAMED, ids.size()))),
                                        ids.size() > NAMED
                                                ? " ...; --format json lists all"
                                                : "")));
        return lines;
    }

    private static String kinds(CleanFigures clean) {
        return clean.findings().isEmpty()
                ? ""
                : ": "
                        + clean.findings().entrySet().stream()
                                .map(entry -> entry.getKey().label() + " " + entry.getValue())
                                .collect(Collectors.joining(", "));
    }

    private static void addFamilies(AuditReport report, List<String> lines) {
        lines.add("Damage put into clean pairs, and what is seen of it");
        lines.add(
                String.format(
                        Locale.ROOT,
                        ROW,
                        "family",
                        "pairs",
                        "flagged",
                        "garbled",
                        "own kind",
                        "at place",
                        "words",
                        "alarms",
                        "drop",
                        "fell"));
        for (FamilyFigures family : report.families()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            ROW,
                            family.family().label(),
                            Integer.toString(family.pairs()),
                            interval(family.flagged()),
                            percent(family.garbled()),
                            percent(family.rightKind()),
                            percent(family.atPlace()),
                            percent(family.words()),
                            percent(family.alarms()),
                            String.format(Locale.ROOT, "%.2f", family.drop().mean()),
                            percent(family.fell())));
        }
    }

    private static List<String> advice(AuditReport report) {
        List<String> lines = new ArrayList<>();
        Proportion flagged = report.clean().flagged();
        lines.add(
                percent(flagged)
                        + " of your clean pairs would be flagged (review or garbled)"
                        + (flagged.share() > USUAL_ALARMS
                                ? ", more than of news: trust findings more than verdicts here, and"
                                        + " look at some of these pairs, which may not be clean."
                                : ": that is how many readers are asked to look at for nothing."));
        List<String> missed =
                report.families().stream()
                        .filter(family -> family.flagged().share() < MOSTLY_MISSED)
                        .map(f -> f.family().label() + " (" + percent(f.flagged()) + " flagged)")
                        .toList();
        if (!missed.isEmpty()) {
            lines.add(
                    "A pair that is called ok may still hold what is mostly missed; have readers"
                            + " look for it: "
                            + String.join(", ", missed)
                            + ".");
        } else if (!report.families().isEmpty()) {
            lines.add("Of every family that applied at least half is flagged.");
        }
        return lines;
    }

    private static String interval(Proportion proportion) {
        return String.format(
                Locale.ROOT,
                "%s (%.0f-%.0f)",
                percent(proportion),
                100 * proportion.low(),
                100 * proportion.high());
    }

    private static String percent(Proportion proportion) {
        return proportion.of() == 0
                ? "-"
                : String.format(Locale.ROOT, "%.1f %%", 100 * proportion.share());
    }
}
