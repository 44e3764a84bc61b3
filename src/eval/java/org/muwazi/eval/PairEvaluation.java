package org.muwazi.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.muwazi.align.AlignmentParameters;
import org.muwazi.embed.CachingEncoder;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.pair.DocumentLink;
import org.muwazi.pair.DocumentPairing;
import org.muwazi.pair.EncodedDocument;
import org.muwazi.pair.KeyExtractor;
import org.muwazi.pair.PairedDocuments;
import org.muwazi.read.ReadOptions;
import org.muwazi.read.StoryReader;
import org.muwazi.segment.RuleSegmenter;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.SetAside;
import org.muwazi.text.SourceText;

/**
 * Pairing of a folder that mixes gold documents in three languages (each language of a document
 * from another tier: clean, noisy, truncated), our stories and other reports on their events. Gold:
 * every two versions of one document or story. Pages of the damaged tiers have stretches of other
 * gold documents appended, some of them whole: such a page is in truth a part of a version of that
 * document too, so these pairs count neither way.
 */
public final class PairEvaluation {

    private static final List<String> TIERS = List.of("clean", "noisy", "truncated");
    private static final int REMEMBERED = 50_000;

    /** A group that a document is alone in. */
    private static final String RELATED = "related ";

    private final List<EncodedDocument> documents = new ArrayList<>();
    private final Map<String, String> stories = new HashMap<>();

    /** For each page the documents that a stretch of it was taken from. */
    private final Map<String, Set<String>> appended = new HashMap<>();

    private final Map<String, Set<String>> documentsOfLine = new HashMap<>();
    private final SentenceEncoder encoder;
    private final KeyExtractor keys = new KeyExtractor();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private PairEvaluation(SentenceEncoder encoder) {
        this.encoder = encoder;
    }

    /** Arguments: model folder, gold folder, stories folder, folder of related reports. */
    public static void main(String[] args) throws IOException {
        try (SentenceEncoder encoder =
                new CachingEncoder(
                        new NormalizingEncoder(OnnxSentenceEncoder.open(Path.of(args[0]))),
                        REMEMBERED)) {
            PairEvaluation evaluation = new PairEvaluation(encoder);
            evaluation.readGold(Path.of(args[1]));
            evaluation.readStories(Path.of(args[2]), Path.of(args[3]));
            evaluation.report();
            evaluation.out.println("# signature: " + encoder.signature());
        }
    }

    private void readGold(Path gold) throws IOException {
        Set<String> seen = new HashSet<>();
        for (String line : Files.readAllLines(gold.resolve("tico/manifest.tsv"))) {
            String[] field = line.split("\t", -1);
            for (String file : List.of(field[3], field[4])) {
                if (field[0].equals("clean")) {
                    for (String sentence : Files.readAllLines(gold.resolve("tico").resolve(file))) {
                        documentsOfLine
                                .computeIfAbsent(sentence.strip(), s -> new HashSet<>())
                                .add(field[2]);
                    }
                }
            }
        }
        for (String line : Files.readAllLines(gold.resolve("tico/manifest.tsv"))) {
            String name = line.split("\t", -1)[2];
            if (seen.add(name)) {
                int number = Integer.parseInt(name.substring(0, name.indexOf('_')));
                add(gold, number, "ara-eng/" + name + ".src", Language.ARABIC);
                add(gold, number + 1, "fra-eng/" + name + ".src", Language.FRENCH);
                add(gold, number + 2, "fra-eng/" + name + ".tgt", Language.ENGLISH);
            }
        }
    }

    private void add(Path gold, int tier, String file, Language language) throws IOException {
        String path = TIERS.get(tier % TIERS.size()) + "/" + file;
        SegmentedDocument document =
                LineDocuments.read(gold.resolve("tico").resolve(path), language);
        String story = file.substring(file.indexOf('/') + 1, file.lastIndexOf('.'));
        add(path, story, document);
        List<String> kinds = Files.readAllLines(gold.resolve("tico").resolve(path + "kind"));
        List<String> lines = Files.readAllLines(gold.resolve("tico").resolve(path));
        for (int i = 0; i < lines.size(); i++) {
            if (kinds.get(i).equals("foreign")) {
                appended.computeIfAbsent(path, p -> new HashSet<>())
                        .addAll(documentsOfLine.getOrDefault(lines.get(i).strip(), Set.of()));
            }
        }
    }

    /** True for a page with a stretch of the other's document, or of a document that both have. */
    private boolean undecided(int a, int b) {
        Set<String> first = new HashSet<>(appended.getOrDefault(documents.get(a).id(), Set.of()));
        Set<String> second = new HashSet<>(appended.getOrDefault(documents.get(b).id(), Set.of()));
        first.add(stories.get(documents.get(a).id()));
        second.add(stories.get(documents.get(b).id()));
        first.retainAll(second);
        return !together(a, b) && !first.isEmpty();
    }

    private void readStories(Path folder, Path related) throws IOException {
        for (GoldStory story : GoldStory.all(folder)) {
            for (GoldStory.Version version : story.versions()) {
                String id = story.id() + "/" + version.id();
                add(id, version.isRelated() ? RELATED + id : story.id(), read(version.file()));
            }
        }
        try (Stream<Path> files = Files.list(related)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
                String id = RELATED + file.getFileName();
                add(id, id, read(file));
            }
        }
    }

    private static SegmentedDocument read(Path file) throws IOException {
        SourceText text = new StoryReader().read(file, Optional.empty(), ReadOptions.standard());
        return new RuleSegmenter()
                .segment(text.document(), text.setAside().stream().map(SetAside::span).toList());
    }

    private void add(String id, String story, SegmentedDocument document) {
        SegmentedDocument named =
                new SegmentedDocument(
                        new Document(
                                id, document.document().language(), document.document().text()),
                        document.segments());
        stories.put(id, story);
        documents.add(
                new EncodedDocument(
                        named,
                        encoder.encode(named.texts()),
                        keys.keys(String.join("\n", named.texts()))));
    }

    private boolean together(int a, int b) {
        return stories.get(documents.get(a).id()).equals(stories.get(documents.get(b).id()));
    }

    private void report() {
        long start = System.nanoTime();
        PairedDocuments paired =
                new DocumentPairing(AlignmentParameters.standard()).pair(documents);
        double seconds = (System.nanoTime() - start) / 1e9;
        Set<List<String>> compared = new HashSet<>();
        Set<List<String>> linked = new HashSet<>();
        for (DocumentLink link : paired.links()) {
            compared.add(List.of(link.source(), link.target()));
            if (link.joinsVersions()) {
                linked.add(List.of(link.source(), link.target()));
            }
        }
        Set<List<String>> grouped = new HashSet<>();
        for (List<String> group : paired.groups()) {
            for (int a = 0; a < group.size(); a++) {
                for (int b = a + 1; b < group.size(); b++) {
                    grouped.add(List.of(group.get(a), group.get(b)));
                }
            }
        }
        out.println("method\tdocuments\tgold\tfound\tright\tprecision\trecall\tF1");
        row("groups", grouped);
        row("links before contradictions are resolved", linked);
        row("compared at all", compared);
        rival("mean vector cosine", true);
        rival("mean best cosine", false);
        groups(paired);
        out.println(String.format(Locale.ROOT, "# pairing took %.1f s without encoding", seconds));
        wrong(grouped);
    }

    private void row(String name, Set<List<String>> found) {
        int gold = 0;
        int right = 0;
        int counted = found.size();
        for (int a = 0; a < documents.size(); a++) {
            for (int b = a + 1; b < documents.size(); b++) {
                counted -= undecided(a, b) && found.contains(ids(a, b)) ? 1 : 0;
                if (together(a, b)) {
                    gold++;
                    right += found.contains(ids(a, b)) ? 1 : 0;
                }
            }
        }
        double precision = (double) right / Math.max(1, counted);
        double recall = (double) right / gold;
        out.println(
                String.format(
                        Locale.ROOT,
                        "%s\t%d\t%d\t%d\t%d\t%.4f\t%.4f\t%.4f",
                        name,
                        documents.size(),
                        gold,
                        counted,
                        right,
                        precision,
                        recall,
                        2 * precision * recall / Math.max(1e-9, precision + recall)));
    }

    private List<String> ids(int a, int b) {
        String first = documents.get(a).id();
        String second = documents.get(b).id();
        return first.compareTo(second) < 0 ? List.of(first, second) : List.of(second, first);
    }

    /** Rivals look at all pairs, and get the threshold that is best for them on these very data. */
    private void rival(String name, boolean meanVector) {
        int n = documents.size();
        double[][] scores = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                scores[a][b] = meanVector ? meanVector(a, b) : meanBest(a, b);
                scores[b][a] = scores[a][b];
            }
        }
        row(name + ", best threshold", atBestThreshold(scores, false));
        row(
                name + ", nearest of each other in their languages, best threshold",
                atBestThreshold(scores, true));
    }

    private double meanVector(int a, int b) {
        return RelationMeasures.meanCosine(documents.get(a).vectors(), documents.get(b).vectors());
    }

    private double meanBest(int a, int b) {
        boolean first = documents.get(a).vectors().rows() <= documents.get(b).vectors().rows();
        EncodedDocument shorter = documents.get(first ? a : b);
        EncodedDocument longer = documents.get(first ? b : a);
        double sum = 0;
        for (int i = 0; i < shorter.vectors().rows(); i++) {
            double best = -1;
            for (int j = 0; j < longer.vectors().rows(); j++) {
                best = Math.max(best, shorter.vectors().cosine(i, longer.vectors(), j));
            }
            sum += best;
        }
        return sum / Math.max(1, shorter.vectors().rows());
    }

    private Set<List<String>> atBestThreshold(double[][] scores, boolean mutual) {
        TreeMap<Double, List<int[]>> byScore = new TreeMap<>(java.util.Collections.reverseOrder());
        int gold = 0;
        for (int a = 0; a < scores.length; a++) {
            for (int b = 0; b < a; b++) {
                gold += together(a, b) ? 1 : 0;
                if (!undecided(a, b)
                        && (!mutual || (isNearest(scores, a, b) && isNearest(scores, b, a)))) {
                    byScore.computeIfAbsent(scores[a][b], s -> new ArrayList<>())
                            .add(new int[] {a, b});
                }
            }
        }
        Set<List<String>> taken = new HashSet<>();
        Set<List<String>> best = Set.of();
        double bestF1 = -1;
        int right = 0;
        for (List<int[]> pairs : byScore.values()) {
            for (int[] pair : pairs) {
                taken.add(ids(pair[0], pair[1]));
                right += together(pair[0], pair[1]) ? 1 : 0;
            }
            double f1 = 2.0 * right / (taken.size() + gold);
            if (f1 > bestF1) {
                bestF1 = f1;
                best = new HashSet<>(taken);
            } else if (taken.size() > 4 * gold) {
                break;
            }
        }
        return best;
    }

    private boolean isNearest(double[][] scores, int a, int b) {
        Language language = documents.get(b).language();
        for (int other = 0; other < scores.length; other++) {
            if (other != a
                    && documents.get(other).language() == language
                    && scores[a][other] > scores[a][b]) {
                return false;
            }
        }
        return true;
    }

    private void groups(PairedDocuments paired) {
        Map<String, Set<String>> gold = new TreeMap<>();
        stories.forEach((id, story) -> gold.computeIfAbsent(story, s -> new HashSet<>()).add(id));
        Set<Set<String>> found = new HashSet<>();
        paired.groups().forEach(group -> found.add(new HashSet<>(group)));
        paired.alone().forEach(document -> found.add(Set.of(document)));
        long right = gold.values().stream().filter(found::contains).count();
        long pages = documents.stream().filter(d -> appended.containsKey(d.id())).count();
        out.println("# pages with a stretch of another document: " + pages);
        out.println("# groups: " + right + " of " + gold.size() + " exactly right");
    }

    private void wrong(Set<List<String>> grouped) {
        for (int a = 0; a < documents.size(); a++) {
            for (int b = a + 1; b < documents.size(); b++) {
                List<String> ids = ids(a, b);
                if (!undecided(a, b) && together(a, b) != grouped.contains(ids)) {
                    out.println(
                            "# "
                                    + (together(a, b) ? "not found: " : "wrongly found: ")
                                    + String.join(" and ", ids));
                }
            }
        }
    }
}
