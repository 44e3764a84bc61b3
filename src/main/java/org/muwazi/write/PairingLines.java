package org.muwazi.write;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muwazi.json.Json;
import org.muwazi.pair.DocumentKey;
import org.muwazi.pair.DocumentLink;
import org.muwazi.pair.PairedDocuments;
import org.muwazi.text.Language;
import org.muwazi.text.PairRelation.Relation;

/**
 * The output of {@code muwazi pair}: a line for each link, then one for each document that is in no
 * group, then one for each file that was left out, so that every file stands somewhere. All lines
 * have the same fields.
 *
 * <p>Groups come first, in order; inside a group and outside of all, links stand by source and
 * target.
 */
public final class PairingLines {

    /** Relation of a document that is a version of no other. */
    private static final String ALONE = "alone";

    /** Relation of a file that was not read. */
    private static final String SKIPPED = "skipped";

    private static final String CONTRADICTED =
            "contradicted: most of the two groups are not versions of one another";

    private static final String TOO_LONG = "alike, but too long to be aligned";

    /** Shared keys that are listed at most; dates first, then numbers, then names. */
    private static final int MOST_SHARED = 12;

    /** Languages of the documents and what was left out. */
    public record Context(Map<String, Language> languages, List<Skipped> skipped) {

        /** Copies both. */
        public Context {
            languages = Map.copyOf(languages);
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * A file that takes no part.
     *
     * @param file as it was named or found
     * @param reason one line for people
     */
    public record Skipped(String file, String reason) {}

    private record Line(Map<String, Object> fields) {}

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Language> languages;

    private PairingLines(Context context) {
        this.languages = context.languages();
    }

    /**
     * The lines of a result.
     *
     * @param all true to list unrelated pairs that were compared as well
     */
    public static PairingLines of(PairedDocuments paired, Context context, boolean all) {
        PairingLines lines = new PairingLines(context);
        Map<String, Integer> groups = new HashMap<>();
        for (int g = 0; g < paired.groups().size(); g++) {
            for (String member : paired.groups().get(g)) {
                groups.put(member, g + 1);
            }
        }
        List<DocumentLink> links = new ArrayList<>(paired.links());
        links.removeIf(
                link ->
                        !all
                                && link.relation() == Relation.UNRELATED
                                && group(groups, link) == Integer.MAX_VALUE);
        links.sort(
                Comparator.<DocumentLink>comparingInt(link -> group(groups, link))
                        .thenComparing(DocumentLink::source)
                        .thenComparing(DocumentLink::target));
        links.forEach(link -> lines.add(link, group(groups, link)));
        paired.tooLong().forEach(pair -> lines.add(pair.get(0), pair.get(1), TOO_LONG));
        paired.alone().forEach(document -> lines.addAlone(document));
        context.skipped().forEach(file -> lines.addSkipped(file));
        return lines;
    }

    /** The group of a link, or the largest number for a link outside of all. */
    private static int group(Map<String, Integer> groups, DocumentLink link) {
        Integer group = groups.get(link.source());
        return group != null && group.equals(groups.get(link.target())) ? group : Integer.MAX_VALUE;
    }

    private void add(DocumentLink link, int group) {
        Map<String, Object> fields = start(link.source(), link.target(), link.relation().label());
        fields.put("score", Decimals.score(link.score()));
        fields.put("group", group == Integer.MAX_VALUE ? null : group);
        languages(fields, link.source(), link.target());
        fields.put("sourceShare", Decimals.score(link.evidence().sourceShare()));
        fields.put("targetShare", Decimals.score(link.evidence().targetShare()));
        fields.put("beads", link.evidence().beads());
        fields.put("sourceRank", link.sourceRank());
        fields.put("targetRank", link.targetRank());
        fields.put("sharedCount", link.shared().size());
        fields.put(
                "shared",
                link.shared().stream().limit(MOST_SHARED).map(DocumentKey::text).toList());
        fields.put("note", link.contradicted() ? CONTRADICTED : "");
        lines.add(new Line(fields));
    }

    private void add(String source, String target, String note) {
        lines.add(new Line(blank(source, target, Relation.UNRELATED.label(), note)));
    }

    private void addAlone(String document) {
        lines.add(new Line(blank(document, null, ALONE, "")));
    }

    private void addSkipped(Skipped file) {
        lines.add(new Line(blank(file.file(), null, SKIPPED, file.reason())));
    }

    private Map<String, Object> blank(String source, String target, String relation, String note) {
        Map<String, Object> fields = start(source, target, relation);
        fields.put("score", Decimals.score(0));
        fields.put("group", null);
        languages(fields, source, target);
        for (String share : List.of("sourceShare", "targetShare")) {
            fields.put(share, null);
        }
        for (String count : List.of("beads", "sourceRank", "targetRank", "sharedCount")) {
            fields.put(count, null);
        }
        fields.put("shared", List.of());
        fields.put("note", note);
        return fields;
    }

    private static Map<String, Object> start(String source, String target, String relation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", source);
        fields.put("target", target);
        fields.put("relation", relation);
        return fields;
    }

    private void languages(Map<String, Object> fields, String source, String target) {
        fields.put("sourceLanguage", code(source));
        fields.put("targetLanguage", target == null ? null : code(target));
    }

    private String code(String document) {
        Language language = languages.get(document);
        return language == null ? null : language.iso639_1();
    }

    /** A JSON object a line. */
    public void writeJsonLines(Writer out) throws IOException {
        for (Line line : lines) {
            out.write(Json.line(line.fields()));
            out.write('\n');
        }
    }

    /** A header and tab-separated lines, escaped as {@link TsvField} says; null is empty. */
    public void writeTsv(Writer out) throws IOException {
        out.write(
                "source\ttarget\trelation\tscore\tgroup\tsource_language\ttarget_language"
                        + "\tsource_share\ttarget_share\tbeads\tsource_rank\ttarget_rank"
                        + "\tshared_count\tshared\tnote\n");
        for (Line line : lines) {
            out.write(
                    line.fields().values().stream()
                            .map(PairingLines::field)
                            .collect(Collectors.joining("\t")));
            out.write('\n');
        }
    }

    private static String field(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof List<?> list) {
            return TsvField.encode(
                    list.stream().map(Object::toString).collect(Collectors.joining(" ")));
        }
        return TsvField.encode(value.toString());
    }
}
