package org.muwazi.write;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.muwazi.audit.AuditReport;
import org.muwazi.audit.FamilyFigures;
import org.muwazi.audit.Proportion;
import org.muwazi.damage.Family;
import org.muwazi.json.Json;

/** An audit for machines: a table, or one JSON object. Shares are 0 to 1, intervals 95 %. */
public final class AuditTables {

    private static final String HEADER =
            "family\ttried\tpairs\tflagged\tlow\thigh\tgarbled\tlow\thigh\town kind\tlow\thigh"
                    + "\tat place\tlow\thigh\twords\tmarked words\talarms\tlow\thigh"
                    + "\tdrop\tlow\thigh\tfell\tlow\thigh\n";

    private AuditTables() {}

    /**
     * A header and a row for each family that applied, empty fields where there is nothing to
     * share; before them a row {@code none} for the clean pairs, whose flagged share is that of
     * false alarms.
     */
    public static void writeTsv(AuditReport report, Appendable out) throws IOException {
        out.append(HEADER);
        Proportion flagged = report.clean().flagged();
        List<String> none = new ArrayList<>();
        none.add("none");
        none.add(Integer.toString(flagged.of()));
        none.add(Integer.toString(flagged.of()));
        add(flagged, none);
        add(report.clean().garbled(), none);
        while (none.size() < HEADER.split("\t", -1).length) {
            none.add("");
        }
        out.append(String.join("\t", none)).append('\n');
        for (FamilyFigures family : report.families()) {
            out.append(String.join("\t", fields(family))).append('\n');
        }
    }

    private static List<String> fields(FamilyFigures family) {
        List<String> fields = new ArrayList<>();
        fields.add(name(family.family()));
        fields.add(Integer.toString(family.tried()));
        fields.add(Integer.toString(family.pairs()));
        add(family.flagged(), fields);
        add(family.garbled(), fields);
        add(family.rightKind(), fields);
        add(family.atPlace(), fields);
        fields.add(family.words().of() == 0 ? "" : figure(family.words().share()));
        fields.add(Integer.toString(family.words().of()));
        add(family.alarms(), fields);
        fields.add(figure(family.drop().mean()));
        fields.add(figure(family.drop().low()));
        fields.add(figure(family.drop().high()));
        add(family.fell(), fields);
        return fields;
    }

    private static void add(Proportion proportion, List<String> fields) {
        boolean empty = proportion.of() == 0;
        fields.add(empty ? "" : figure(proportion.share()));
        fields.add(empty ? "" : figure(proportion.low()));
        fields.add(empty ? "" : figure(proportion.high()));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String name(Family family) {
        return family.name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@code {"schema","sample","seed","available","clean","families","notApplied","leftOut",
     * "signature"}}; a share is {@code {"count","of","share","low","high"}}, without the last three
     * where there is nothing to share.
     */
    public static void writeJson(AuditReport report, Appendable out) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", 1);
        json.put("sample", report.options().sample());
        json.put("seed", report.options().seed());
        json.put("available", report.available());
        json.put("clean", clean(report));
        json.put("families", report.families().stream().map(AuditTables::json).toList());
        Map<String, String> notApplied = new LinkedHashMap<>();
        report.notApplied().forEach((family, reason) -> notApplied.put(name(family), reason));
        json.put("notApplied", notApplied);
        json.put(
                "leftOut",
                report.leftOut().stream()
                        .map(left -> Map.of("line", left.id(), "reason", left.reason().label()))
                        .map(TreeMap::new)
                        .toList());
        json.put("signature", report.signature().toString());
        out.append(Json.line(json)).append('\n');
    }

    private static Map<String, Object> clean(AuditReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("flagged", share(report.clean().flagged()));
        json.put("review", share(report.clean().review()));
        json.put("garbled", share(report.clean().garbled()));
        json.put("found", share(report.clean().found()));
        Map<String, Integer> kinds = new LinkedHashMap<>();
        report.clean().findings().forEach((kind, count) -> kinds.put(kind.label(), count));
        json.put("findings", kinds);
        json.put("meanScore", Decimals.score(report.clean().meanScore()));
        return json;
    }

    private static Map<String, Object> json(FamilyFigures family) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("family", name(family.family()));
        json.put("tried", family.tried());
        json.put("pairs", family.pairs());
        json.put("flagged", share(family.flagged()));
        json.put("garbled", share(family.garbled()));
        json.put("ownKind", share(family.rightKind()));
        json.put("atPlace", share(family.atPlace()));
        json.put("words", share(family.words()));
        json.put("alarms", share(family.alarms()));
        json.put("fell", share(family.fell()));
        Map<String, Object> drop = new LinkedHashMap<>();
        drop.put("mean", decimal(family.drop().mean()));
        drop.put("low", decimal(family.drop().low()));
        drop.put("high", decimal(family.drop().high()));
        json.put("drop", drop);
        return json;
    }

    private static Map<String, Object> share(Proportion proportion) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", proportion.count());
        json.put("of", proportion.of());
        if (proportion.of() > 0) {
            json.put("share", decimal(proportion.share()));
            json.put("low", decimal(proportion.low()));
            json.put("high", decimal(proportion.high()));
        }
        return json;
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(figure(value));
    }
}
