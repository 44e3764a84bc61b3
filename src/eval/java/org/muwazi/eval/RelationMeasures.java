package org.muwazi.eval;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.align.Alignment;
import org.muwazi.align.AlignmentParameters;
import org.muwazi.align.Bead;
import org.muwazi.align.EmbeddingAligner;
import org.muwazi.align.RelationEvidence;
import org.muwazi.embed.Embeddings;
import org.muwazi.text.SegmentedDocument;

/** What two documents can be measured by: rivals, the evidence we use, and what else was tried. */
final class RelationMeasures {

    private static final Pattern NUMBER =
            Pattern.compile("\\d+(?:[.,]\\d+)*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern CAPITALISED =
            Pattern.compile("(?<!\\p{L})\\p{Lu}[\\p{IsLatin}-]{2,}");

    /** A document with its vectors and the numbers and capitalised words in it. */
    record Text(SegmentedDocument document, Embeddings vectors, Set<String> keys) {

        static Text of(SegmentedDocument document, Embeddings vectors) {
            String text = document.document().text();
            Set<String> keys = new TreeSet<>(numbers(text));
            Matcher word = CAPITALISED.matcher(text);
            while (word.find()) {
                keys.add(
                        Normalizer.normalize(word.group(), Normalizer.Form.NFD)
                                .replaceAll("\\p{M}", "")
                                .toLowerCase(Locale.ROOT));
            }
            return new Text(document, vectors, Set.copyOf(keys));
        }
    }

    private RelationMeasures() {}

    /** All measures by name, higher for translations. */
    static Map<String, Double> of(Text source, Text target) {
        Embeddings s = source.vectors();
        Embeddings t = target.vectors();
        Alignment alignment =
                EmbeddingAligner.align(
                        source.document(), s, target.document(), t, AlignmentParameters.standard());
        RelationEvidence evidence = RelationEvidence.of(alignment, s, t);
        double share = evidence.anchorShare();
        double background = background(s, t);
        double numbers = numberAgreement(alignment);
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("mean vector cosine", meanCosine(s, t));
        measures.put("mean best cosine", evidence.meanBest());
        measures.put("mass", evidence.mass());
        measures.put("mass x anchors", evidence.mass() * share);
        measures.put("margin", evidence.margin());
        measures.put("margin x anchors", evidence.margin() * share);
        measures.put("geometric mass x anchors", geometricMass(alignment, s, t) * share);
        measures.put("mass - half background", evidence.mass() - background / 2);
        measures.put("longest run of beads", longestRun(alignment, s, t));
        measures.put("third best bead", thirdBestBead(alignment, s, t));
        measures.put("mass x anchors x numbers", evidence.mass() * share * (0.5 + numbers));
        measures.put("number agreement", numbers);
        measures.put("shared numbers and names", sharedKeys(source, target));
        measures.put("anchors", share);
        measures.put("shipped", evidence.score());
        measures.put(
                "smaller aligned share", Math.min(evidence.sourceShare(), evidence.targetShare()));
        return measures;
    }

    static double meanCosine(Embeddings source, Embeddings target) {
        return source.rows() == 0 || target.rows() == 0
                ? 0
                : source.cosine(0, source.rows(), target, 0, target.rows());
    }

    private static double background(Embeddings source, Embeddings target) {
        double sum = 0;
        for (int i = 0; i < source.rows(); i++) {
            for (int j = 0; j < target.rows(); j++) {
                sum += source.cosine(i, target, j);
            }
        }
        return sum / Math.max(1, source.rows() * target.rows());
    }

    private static double cosine(Bead bead, Embeddings source, Embeddings target) {
        return source.cosine(
                bead.sourceStart(), bead.sourceEnd(), target, bead.targetStart(), bead.targetEnd());
    }

    private static double geometricMass(Alignment alignment, Embeddings s, Embeddings t) {
        double mass = 0;
        for (Bead bead : alignment.beads()) {
            if (!bead.isNull()) {
                mass += characters(alignment, bead) * Math.max(0, cosine(bead, s, t) - 0.4);
            }
        }
        double both =
                (double) length(alignment.source(), 0, alignment.source().size())
                        * length(alignment.target(), 0, alignment.target().size());
        return mass / Math.sqrt(Math.max(1, both));
    }

    /** Mass of the longest run of beads with nothing left out between them. */
    private static double longestRun(Alignment alignment, Embeddings s, Embeddings t) {
        double longest = 0;
        double run = 0;
        for (Bead bead : alignment.beads()) {
            run =
                    bead.isNull()
                            ? 0
                            : run
                                    + characters(alignment, bead)
                                            * Math.max(0, cosine(bead, s, t) - 0.35);
            longest = Math.max(longest, run);
        }
        int source = length(alignment.source(), 0, alignment.source().size());
        int target = length(alignment.target(), 0, alignment.target().size());
        return longest / Math.max(1, Math.min(source, target));
    }

    private static double thirdBestBead(Alignment alignment, Embeddings s, Embeddings t) {
        List<Double> cosines = new ArrayList<>();
        for (Bead bead : alignment.beads()) {
            if (!bead.isNull()) {
                cosines.add(cosine(bead, s, t));
            }
        }
        cosines.sort(Collections.reverseOrder());
        return cosines.size() < 3 ? 0 : cosines.get(2);
    }

    /** Share of the numbers inside beads that stand on both sides, pulled to one half by two. */
    private static double numberAgreement(Alignment alignment) {
        int agree = 0;
        int all = 0;
        for (Bead bead : alignment.beads()) {
            if (!bead.isNull()) {
                Set<String> left = new HashSet<>();
                Set<String> right = new HashSet<>();
                for (int i = bead.sourceStart(); i < bead.sourceEnd(); i++) {
                    left.addAll(numbers(alignment.source().segments().get(i).text()));
                }
                for (int j = bead.targetStart(); j < bead.targetEnd(); j++) {
                    right.addAll(numbers(alignment.target().segments().get(j).text()));
                }
                Set<String> either = new HashSet<>(left);
                either.addAll(right);
                left.retainAll(right);
                agree += left.size();
                all += either.size();
            }
        }
        return (agree + 1.0) / (all + 2.0);
    }

    private static double sharedKeys(Text source, Text target) {
        long shared = source.keys().stream().filter(target.keys()::contains).count();
        int fewer = Math.min(source.keys().size(), target.keys().size());
        return fewer == 0 ? 0 : (double) shared / fewer;
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new HashSet<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            StringBuilder digits = new StringBuilder();
            number.group()
                    .codePoints()
                    .filter(Character::isDigit)
                    .forEach(c -> digits.append(Character.digit(c, 10)));
            if (digits.length() >= 2) {
                numbers.add(digits.toString());
            }
        }
        return numbers;
    }

    private static double characters(Alignment alignment, Bead bead) {
        return (length(alignment.source(), bead.sourceStart(), bead.sourceEnd())
                        + length(alignment.target(), bead.targetStart(), bead.targetEnd()))
                / 2.0;
    }

    private static int length(SegmentedDocument document, int start, int end) {
        int length = 0;
        for (int i = start; i < end; i++) {
            length += document.segments().get(i).text().length();
        }
        return length;
    }
}
