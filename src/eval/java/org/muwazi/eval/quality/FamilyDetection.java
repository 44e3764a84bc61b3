package org.muwazi.eval.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muwazi.damage.DamagedPair;
import org.muwazi.damage.Family;
import org.muwazi.eval.BenchmarkRows;
import org.muwazi.score.Detectors;
import org.muwazi.score.Finding;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Language;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * What the detectors see of each family of damage, all of them together and no learned model: a row
 * for each family and direction.
 *
 * <p>A family counts as seen where a finding of one of its kinds appears that the clean twin does
 * not have, and as placed where such a finding touches a damaged word. False alarms are the shares
 * of clean twins with a finding of those kinds. Families whose kinds no detector raises have recall
 * 0; they are the learned model's business.
 */
public final class FamilyDetection {

    private static final int PAIRS = 60;
    private static final String EVERYWHERE = "all directions";
    private static final String HEADER =
            "direction\tfamily\tkinds\tpairs\trecall\tplaced\tfalse_alarms";

    /** What was seen of one damaged pair. */
    private record Seen(Family family, boolean found, boolean placed, boolean alarm) {}

    private FamilyDetection() {}

    /**
     * Writes {@code detector-families} into a folder.
     *
     * @param arguments folder with the benchmarks and the lexicon, folder of the table
     */
    public static void main(String[] arguments) throws IOException {
        DamagedSet set = new DamagedSet(Path.of(arguments[0]), PAIRS);
        Map<String, List<Seen>> seen = new LinkedHashMap<>();
        for (Language from : BenchmarkRows.COLUMNS) {
            for (Language to : BenchmarkRows.COLUMNS) {
                if (from != to) {
                    List<Seen> of = set.of(from, to).stream().map(FamilyDetection::seen).toList();
                    seen.put(from.iso639_1() + "-" + to.iso639_1(), of);
                }
            }
        }
        List<Seen> everywhere = seen.values().stream().flatMap(List::stream).toList();
        seen.put(EVERYWHERE, everywhere);
        List<String> lines = new ArrayList<>(List.of(HEADER));
        seen.forEach((direction, all) -> lines.addAll(rows(direction, all)));
        Files.write(Path.of(arguments[1]).resolve("detector-families"), lines);
    }

    private static Seen seen(DamagedPair pair) {
        Set<Kind> kinds = pair.damage().family().kinds();
        List<Finding> before = findings(pair.source(), pair.clean(), kinds);
        List<Finding> added =
                findings(pair.source(), pair.damaged(), kinds).stream()
                        .filter(finding -> before.stream().noneMatch(b -> isSame(b, finding)))
                        .toList();
        boolean placed =
                added.stream()
                        .filter(finding -> finding.version() == 1)
                        .map(Finding::span)
                        .anyMatch(span -> pair.marks().stream().anyMatch(m -> touch(m, span)));
        return new Seen(pair.damage().family(), !added.isEmpty(), placed, !before.isEmpty());
    }

    private static List<Finding> findings(Variant source, Variant target, Set<Kind> kinds) {
        TranslationUnit unit = new TranslationUnit("pair", source, target);
        return Detectors.detect(Detectors.standard(), unit).stream()
                .filter(finding -> kinds.contains(finding.kind()))
                .toList();
    }

    // The same words at fault; where they stand has moved with the damage.
    private static boolean isSame(Finding one, Finding other) {
        return one.kind() == other.kind() && one.evidence().equals(other.evidence());
    }

    private static boolean touch(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private static List<String> rows(String direction, List<Seen> all) {
        Map<Family, List<Seen>> byFamily =
                all.stream().collect(Collectors.groupingBy(Seen::family));
        List<String> rows = new ArrayList<>();
        for (Family family : Family.values()) {
            List<Seen> of = byFamily.getOrDefault(family, List.of());
            String kinds =
                    family.kinds().stream().map(Kind::label).collect(Collectors.joining("+"));
            rows.add(
                    String.join(
                            "\t",
                            direction,
                            family.label(),
                            kinds,
                            Integer.toString(of.size()),
                            share(of.stream().filter(Seen::found).count(), of.size()),
                            share(of.stream().filter(Seen::placed).count(), of.size()),
                            share(of.stream().filter(Seen::alarm).count(), of.size())));
        }
        return rows;
    }

    private static String share(long count, int all) {
        return all == 0 ? "" : String.format(Locale.ROOT, "%.4f", (double) count / all);
    }
}
