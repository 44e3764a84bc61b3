package org.muwazi.write;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.muwazi.align.Alignment;
import org.muwazi.align.Bead;
import org.muwazi.score.Explanation;
import org.muwazi.score.Finding;
import org.muwazi.score.ScoredRow;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.ScoredVersion;
import org.muwazi.score.Severity;
import org.muwazi.score.Verdict;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.OffsetMap;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentRange;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Signature;
import org.muwazi.text.SourceText;
import org.muwazi.text.Span;

/** Random strings of all that Unicode has, and documents, alignments and stories made of them. */
final class RandomText {

    private static final int[] HOSTILE = {
        0, 1, 8, '\t', '\n', 0xB, 0xC, '\r', 0x1B, '"', '&', '\'', '<', '>', '\\', ']', 0x7F, 0x85,
        0xA0, 0xAD, 0x61C, 0x200B, 0x200E, 0x2028, 0x2029, 0x202E, 0x2066, 0xD800, 0xDBFF, 0xDC00,
        0xDFFF, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x1F600, 0x10FFFF
    };

    static final Signature SIGNATURE =
            new Signature("check", Map.of("encoder", "a<b&\"c\""), "0.1.0");

    private RandomText() {}

    /** Up to 12 code units, lone surrogates included. */
    static String string(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        while (text.length() < length) {
            switch (random.nextInt(5)) {
                case 0 -> text.appendCodePoint(HOSTILE[random.nextInt(HOSTILE.length)]);
                case 1 -> text.append((char) random.nextInt(0x10000));
                case 2 -> text.appendCodePoint(0x600 + random.nextInt(0x100));
                default -> text.append((char) (' ' + random.nextInt(95)));
            }
        }
        return text.toString();
    }

    private static <T> T any(T[] values, Random random) {
        return List.of(values).get(random.nextInt(values.length));
    }

    /** Up to five segments with white space and text of no segment between them. */
    static SegmentedDocument document(String id, Language language, Random random) {
        StringBuilder text = new StringBuilder();
        List<Segment> segments = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            text.append(random.nextBoolean() ? "\n" : " ");
            String words = "x" + string(random);
            segments.add(
                    new Segment(new Span(text.length(), text.length() + words.length()), words));
            text.append(words);
        }
        return new SegmentedDocument(new Document(id, language, text.toString()), segments);
    }

    /** Beads of all types; where a later source segment is free, sometimes a moved one. */
    static Alignment alignment(Random random) {
        Language target = random.nextInt(4) == 0 ? Language.ENGLISH : Language.ARABIC;
        SegmentedDocument source = document("source", Language.ENGLISH, random);
        SegmentedDocument other = document("target", target, random);
        List<Bead> beads = new ArrayList<>();
        int moved = source.size() > 1 && other.size() > 1 && random.nextBoolean() ? 1 : 0;
        int i = moved;
        int j = 0;
        int targetEnd = other.size() - moved;
        if (moved == 1) {
            beads.add(new Bead(0, 1, targetEnd, targetEnd + 1, random.nextDouble(), true));
        }
        while (i < source.size() || j < targetEnd) {
            int n = Math.min(random.nextInt(3), source.size() - i);
            int m = Math.min(random.nextInt(3), targetEnd - j);
            if (n + m > 0) {
                beads.add(new Bead(i, i + n, j, j + m, random.nextDouble(), false));
                i += n;
                j += m;
            }
        }
        return new Alignment(source, other, beads);
    }

    /** Two to four versions, rows cut at random, findings anywhere in the versions' texts. */
    static ScoredStory story(Random random) {
        List<ScoredVersion> versions = new ArrayList<>();
        int count = 2 + random.nextInt(3);
        Language[] languages = {Language.ENGLISH, Language.FRENCH, Language.ARABIC};
        for (int v = 0; v < count; v++) {
            Language language = languages[random.nextInt(languages.length)];
            SegmentedDocument segments = document("v" + v + string(random), language, random);
            String text = segments.document().text();
            versions.add(
                    new ScoredVersion(
                            new SourceText(
                                    segments.document(),
                                    "file " + v,
                                    StandardCharsets.UTF_8,
                                    OffsetMap.identity(text),
                                    List.of(),
                                    List.of(string(random))),
                            segments,
                            v == 0 && random.nextBoolean(),
                            any(Verdict.values(), random),
                            random.nextDouble(),
                            random.nextDouble(),
                            List.of()));
        }
        return new ScoredStory(
                "story" + string(random), versions, List.of(), rows(versions, random), SIGNATURE);
    }

    private static List<ScoredRow> rows(List<ScoredVersion> versions, Random random) {
        int[] at = new int[versions.size()];
        List<ScoredRow> rows = new ArrayList<>();
        int left = versions.stream().mapToInt(version -> version.segments().size()).sum();
        while (left > 0) {
            List<SegmentRange> ranges = new ArrayList<>();
            List<OptionalDouble> scores = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            int taken = 0;
            for (int v = 0; v < at.length; v++) {
                int size = Math.min(random.nextInt(3), versions.get(v).segments().size() - at[v]);
                ranges.add(new SegmentRange(at[v], at[v] + size));
                at[v] += size;
                taken += size;
                scores.add(
                        random.nextInt(4) == 0
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(random.nextInt(10_001) / 10_000.0));
                for (int f = random.nextInt(3); f > 0; f--) {
                    findings.add(finding(v, versions.get(v), random));
                }
            }
            if (taken > 0) {
                Collections.shuffle(findings, random);
                rows.add(new ScoredRow(ranges, random.nextInt(5) == 0, scores, findings));
                left -= taken;
            }
        }
        return rows;
    }

    private static Finding finding(int v, ScoredVersion version, Random random) {
        int length = version.source().document().text().length();
        int a = random.nextInt(length + 1);
        int b = random.nextInt(length + 1);
        return new Finding(
                any(Finding.Kind.values(), random),
                v,
                new Span(Math.min(a, b), Math.max(a, b)),
                any(Severity.values(), random),
                random.nextDouble(),
                string(random),
                Explanation.verbatim(string(random)));
    }
}
