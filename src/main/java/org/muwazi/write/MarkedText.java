package org.muwazi.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.muwazi.score.Explanation;
import org.muwazi.score.Finding;
import org.muwazi.text.Language;
import org.muwazi.text.Segment;
import org.muwazi.text.Span;

/*
 * Findings overlap as they like, elements of HTML may not. So the text is cut at every start and
 * end; each piece is drawn in the style of the gravest finding that covers it, and the number of
 * every finding stands once, where it ends. Nested elements were the alternative: they draw two
 * underlines on top of one another and cannot show crossing spans at all.
 */

/** Texts of one row and version as pieces for the report. */
final class MarkedText {

    /**
     * A finding as its row shows it.
     *
     * @param number in its row, counted from 1
     * @param tip its explanation for the pointer
     */
    record Numbered(int number, Finding finding, String tip) {

        /** The finding with what is said of it in a language. */
        static Numbered of(int number, Finding finding, Language told) {
            String head =
                    number + ". " + finding.kind().label() + ", " + finding.severity().label();
            return new Numbered(
                    number, finding, head + ": " + VisibleText.inline(finding.explanation(), told));
        }
    }

    /**
     * Something to print without space around it.
     *
     * @param kind how
     * @param text what, without characters that hide
     * @param style CSS classes
     * @param tip explanation for the pointer; empty for none
     * @param number of the finding, for {@link Kind#NUMBER} and {@link Kind#GAP}; else 0
     */
    record Cut(Kind kind, String text, String style, String tip, int number) {}

    /** What a piece is. */
    enum Kind {
        /** Sound text. */
        TEXT,
        /** Text that a finding covers. */
        MARK,
        /** The name of a character that cannot be shown. */
        CONTROL,
        /** A place where something is missing. */
        GAP,
        /** Reference to an explanation. */
        NUMBER
    }

    private static final Comparator<Numbered> GRAVEST_FIRST =
            Comparator.comparingInt((Numbered n) -> -n.finding().severity().weight())
                    .thenComparingDouble(n -> -n.finding().confidence())
                    .thenComparingInt(Numbered::number);

    private MarkedText() {}

    /**
     * The pieces of consecutive segments, with one space between two segments.
     *
     * @param segments of one version
     * @param findings of that version; spans point into its document, anywhere
     */
    static List<Cut> of(List<Segment> segments, List<Numbered> findings) {
        List<Cut> cuts = new ArrayList<>();
        for (int s = 0; s < segments.size(); s++) {
            if (s > 0) {
                cuts.add(new Cut(Kind.TEXT, " ", "", "", 0));
            }
            int index = s;
            List<Numbered> endsHere =
                    findings.stream().filter(n -> home(segments, n) == index).toList();
            addSegment(segments.get(s), findings, endsHere, cuts);
        }
        return cuts;
    }

    /** Plain text in which only hidden characters are made visible. */
    static List<Cut> of(String text) {
        List<Cut> cuts = new ArrayList<>();
        addText(text, Kind.TEXT, "", "", cuts);
        return cuts;
    }

    /** A sentence of ours, in whose quotations hidden characters are made visible. */
    static List<Cut> of(Explanation explanation, Language told) {
        List<Cut> cuts = new ArrayList<>();
        for (Explanation.Part part : explanation.parts(told)) {
            if (part.quoted()) {
                addText(part.text(), Kind.TEXT, "", "", cuts);
            } else {
                cuts.add(new Cut(Kind.TEXT, part.text(), "", "", 0));
            }
        }
        return cuts;
    }

    /** Index of the segment that shows the finding's number: the last one it touches. */
    private static int home(List<Segment> segments, Numbered numbered) {
        Span span = numbered.finding().span();
        int home = 0;
        for (int s = 0; s < segments.size(); s++) {
            Span segment = segments.get(s).span();
            boolean touches =
                    span.isEmpty() ? segment.start() <= span.start() : segment.start() < span.end();
            if (touches) {
                home = s;
            }
        }
        return home;
    }

    private static void addSegment(
            Segment segment, List<Numbered> findings, List<Numbered> endsHere, List<Cut> cuts) {
        String text = segment.text();
        TreeSet<Integer> bounds = new TreeSet<>(List.of(0, text.length()));
        for (Numbered numbered : findings) {
            bounds.add(startIn(segment, numbered));
            bounds.add(endIn(segment, numbered));
        }
        int from = 0;
        for (int to : bounds) {
            if (to > from) {
                addPiece(segment, new Span(from, to), findings, cuts);
            }
            for (Numbered numbered : endsHere) {
                if (endIn(segment, numbered) == to) {
                    addEnd(numbered, cuts);
                }
            }
            from = to;
        }
    }

    private static void addPiece(
            Segment segment, Span piece, List<Numbered> findings, List<Cut> cuts) {
        List<Numbered> covering =
                findings.stream()
                        .filter(n -> !n.finding().span().isEmpty())
                        .filter(n -> startIn(segment, n) <= piece.start())
                        .filter(n -> endIn(segment, n) >= piece.end())
                        .sorted(GRAVEST_FIRST)
                        .toList();
        String text = piece.of(segment.text());
        if (covering.isEmpty()) {
            addText(text, Kind.TEXT, "", "", cuts);
            return;
        }
        StringBuilder tip = new StringBuilder();
        for (Numbered numbered : covering) {
            tip.append(tip.isEmpty() ? "" : "\n").append(numbered.tip());
        }
        String style = style(covering.get(0).finding());
        addText(text, Kind.MARK, style, tip.toString(), cuts);
    }

    private static void addEnd(Numbered numbered, List<Cut> cuts) {
        Finding finding = numbered.finding();
        Kind kind = finding.span().isEmpty() ? Kind.GAP : Kind.NUMBER;
        cuts.add(
                new Cut(
                        kind,
                        Integer.toString(numbered.number()),
                        style(finding),
                        numbered.tip(),
                        numbered.number()));
    }

    private static void addText(String text, Kind kind, String style, String tip, List<Cut> cuts) {
        int from = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (VisibleText.isHidden(codePoint)) {
                if (i > from) {
                    cuts.add(new Cut(kind, text.substring(from, i), style, tip, 0));
                }
                cuts.add(
                        new Cut(
                                Kind.CONTROL,
                                VisibleText.name(codePoint),
                                style,
                                VisibleText.codePointName(codePoint),
                                0));
                from = next;
            }
            i = next;
        }
        if (from < text.length()) {
            cuts.add(new Cut(kind, text.substring(from), style, tip, 0));
        }
    }

    /** Start in the segment's text, before the character that it would cut in two. */
    private static int startIn(Segment segment, Numbered numbered) {
        int at = clip(segment, numbered.finding().span().start());
        return splitsCharacter(segment.text(), at) ? at - 1 : at;
    }

    /** End in the segment's text, after the character that it would cut in two. */
    private static int endIn(Segment segment, Numbered numbered) {
        int at = clip(segment, numbered.finding().span().end());
        return splitsCharacter(segment.text(), at) ? at + 1 : at;
    }

    private static int clip(Segment segment, int position) {
        return Math.max(0, Math.min(segment.text().length(), position - segment.span().start()));
    }

    private static boolean splitsCharacter(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    /** CSS classes of a finding: its family and its severity. */
    static String style(Finding finding) {
        return family(finding.kind()) + " " + finding.severity().label();
    }

    /** The families that are told apart by colour and underline, by MQM category. */
    static String family(Finding.Kind kind) {
        String category = kind.category();
        if (category.startsWith("accuracy/omission")) {
            return "missing";
        }
        if (category.startsWith("accuracy/addition")) {
            return "added";
        }
        if (category.startsWith("accuracy/untranslated")) {
            return "untranslated";
        }
        if (category.startsWith("fluency/character-encoding")) {
            return "debris";
        }
        return category.startsWith("fluency") ? "fluency" : "meaning";
    }
}
